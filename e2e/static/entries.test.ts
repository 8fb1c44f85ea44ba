/** What every entry says of itself, and that pages which tell the same tell it alike. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { parse } from 'csv-parse/sync';
import type { HTMLElement } from 'node-html-parser';
import { build, builtFile, builtPage, builtPages, countEntries } from '../builds.ts';

const squeezed = (text: string) => text.replace(/\s+/g, ' ').trim();

describe('an entry', () => {
  it('says when it was checked, against what, and what changed', () => {
    const feet = builtPages().flatMap(({ address, dom }) =>
      dom.querySelectorAll('.entry-foot').map((foot) => ({ address, text: squeezed(foot.textContent) })),
    );
    assert.equal(feet.length, countEntries('sections', 'use-cases', 'faq', 'pages', 'claims'));
    for (const { address, text } of feet) {
      assert.match(text, /Checked on \d+ \w+ \d{4}/, address);
      if (!['about/', 'calculator/', 'calculator/method/'].includes(address) && !address.startsWith('evidence/'))
        assert.match(text, /against .*(Flask 3\.1|Django 6\.1|Django 5\.2 LTS)/, address);
      assert.match(text, /\d{4}: First published\./, address);
    }
  });

  it('prints each definition that it opens, once', () => {
    for (const { address, dom } of builtPages()) {
      const opened = dom.querySelectorAll('.term-button').map((button) => button.getAttribute('popovertarget'));
      const printed = dom.querySelectorAll('.definition').map((definition) => definition.id);
      assert.deepEqual(printed.sort(), [...new Set(opened)].sort(), address);
    }
  });

  it('shows code that ran, says when, and hides the marks of its regions', () => {
    const samples = builtPages().flatMap(({ dom }) => dom.querySelectorAll('.code-pair'));
    assert.ok(samples.length >= 6);
    for (const sample of samples) {
      assert.match(squeezed(sample.querySelector('figcaption')!.textContent), /Run on \d+ \w+ \d{4} with .*Python/);
      for (const code of sample.querySelectorAll('pre')) {
        assert.notEqual(code.textContent.trim(), '');
        assert.doesNotMatch(code.textContent, /# (region|endregion|marked)/);
      }
    }
  });

  it('hides no text that only script would show', () => {
    // But nobody misses a button that does nothing without script, what explains it, or a word about a failed script.
    const found = builtPages().flatMap(({ address, dom }) =>
      dom
        .querySelectorAll('[hidden], template')
        .filter((part) => !part.matches('button, [role=alert], [role=status]') && !part.querySelector('button'))
        .map((part) => `/${address}: ${part.outerHTML.slice(0, 80)}`),
    );
    assert.deepEqual(found, []);
  });
});

const claimPages = () => builtPages().filter(({ dom }) => dom.querySelector('.parts'));

describe('the ledger of claims', () => {
  it('shows every claim once, with its number, its verdict and the way to its page', () => {
    const lines = builtPage('evidence/').dom.querySelectorAll('.claim');
    assert.equal(lines.length, countEntries('claims'));
    assert.equal(new Set(lines.map((line) => line.querySelector('.meta')!.textContent)).size, lines.length);
    const verdicts = new Map(
      claimPages().map(({ address, dom }) => [build.base + address, dom.querySelector('.fill-mark')!.textContent]),
    );
    assert.equal(verdicts.size, lines.length);
    for (const line of lines) {
      const address = line.querySelector('a')!.getAttribute('href')!;
      assert.equal(line.querySelector('.fill-mark')!.textContent, verdicts.get(address), address);
    }
  });

  it('is counted on the home page', () => {
    const marks = builtPage('evidence/').dom.querySelectorAll('.claim .fill-mark');
    const home = builtPage('').dom;
    const said = squeezed(home.querySelector('.proof')!.textContent);
    assert.ok(said.includes(`${marks.length} claims checked`), said);
    const verbs = { 3: 'hold', 2: 'hold with limits', 1: 'are disputed', 0: 'cannot be checked' };
    for (const [level, verb] of Object.entries(verbs)) {
      const held = marks.filter((mark) => mark.getAttribute('data-fill') === level).length;
      assert.ok(said.includes(`${held} ${verb}`), `${held} ${verb}: ${said}`);
    }
  });
});

describe('the page of a claim', () => {
  it('says of each part how it stands and what it rests on', () => {
    const found = claimPages().flatMap(({ address, dom }) =>
      dom.querySelectorAll('.parts > li').flatMap((part) => {
        const text = squeezed(part.textContent);
        if (!/^(Supported|Denied|Unproven)\. \S/.test(text)) return [`/${address}: ${text.slice(0, 80)}`];
        return part.querySelector('.meta') ? [] : [`/${address}: rests on nothing: ${text.slice(0, 80)}`];
      }),
    );
    assert.deepEqual(found, []);
  });

  it('says who says it, or that nobody is named', () => {
    const found = claimPages().flatMap(({ address, dom }) => {
      const said = dom.querySelector('#said')!.nextElementSibling!;
      return said.querySelector('a') || /wording of a common assumption/.test(said.textContent) ? [] : [address];
    });
    assert.deepEqual(found, []);
  });

  it('leads to the pages that use it, as they lead to it', () => {
    const usesOf = new Map(
      claimPages().map(({ address, dom }) => [
        build.base + address,
        new Set(dom.querySelectorAll('.on-this-page a').map((use) => use.getAttribute('href')!.split('#')[0]!)),
      ]),
    );
    // On paper and in the list of a chapter's claims a claim is told, and not used.
    const found = builtPages().flatMap(({ address, dom }) =>
      /^print\/$|\/claims\/$/.test(address)
        ? []
        : dom.querySelectorAll('.cite, .evidence-note a, .evidence-list a').flatMap((link) => {
            const claim = link.getAttribute('href') ?? '';
            const uses = usesOf.get(claim);
            return !uses || uses.has(build.base + address) ? [] : [`/${address}: ${claim}`];
          }),
    );
    assert.deepEqual(found, []);
  });
});

describe('a claim that a page cites', () => {
  /** What its page says of each claim, by the claim's path. */
  const told = () =>
    new Map(
      claimPages().map(({ address, dom }) => [
        build.base + address,
        {
          number: /\d+$/.exec(squeezed(dom.querySelector('.head .meta')!.textContent))![0],
          statement: squeezed(dom.querySelector('h1')!.textContent),
          verdict: dom.querySelector('.fill-mark')!.textContent,
        },
      ]),
    );
  const first = /First source: \S|^No source: (we searched and found none|a judgement, labelled as one)\.$/;
  const firstIn = (element: HTMLElement) => squeezed(element.querySelectorAll('.meta').at(-1)?.textContent ?? '');

  it('is quoted in the note beside the text, with its verdict, the finding and its first source', () => {
    const claims = told();
    const notes = builtPages().flatMap(({ address, dom }) =>
      dom.querySelectorAll('.evidence-note').map((note) => ({ address, note })),
    );
    assert.ok(notes.length > 30);
    for (const { address, note } of notes) {
      const link = note.querySelectorAll('a').find((each) => claims.has(each.getAttribute('href')!))!;
      const { number, statement, verdict } = claims.get(link.getAttribute('href')!)!;
      assert.equal(squeezed(note.querySelector('q')!.textContent), statement, address);
      assert.equal(note.querySelector('.fill-mark')!.textContent, verdict, address);
      assert.equal(squeezed(link.textContent), `Claim ${number}`, address);
      assert.match(firstIn(note), first, address);
    }
  });

  it('opens from its number as a line of the page: what is said, how it stands, and its first source', () => {
    const claims = told();
    const cited = builtPages().flatMap(({ address, dom }) =>
      dom.querySelectorAll('button.cite').map((number) => ({ address, dom, number })),
    );
    assert.ok(cited.length > 100);
    for (const { address, dom, number } of cited) {
      const line = dom.getElementById(number.getAttribute('popovertarget')!)!;
      assert.ok(line.hasAttribute('popover'), address);
      const link = line.querySelector('a')!;
      const claim = claims.get(link.getAttribute('href')!)!;
      assert.equal(squeezed(number.textContent), `Claim ${claim.number}`, address);
      assert.equal(squeezed(link.textContent), `${claim.number}. ${claim.statement}`, address);
      assert.equal(line.querySelector('.fill-mark')!.textContent, claim.verdict, address);
      assert.match(firstIn(line), first, address);
    }
  });

  it('stands among six sentences at the end of a chapter, or in the list of all that they lead to', () => {
    const chapters = builtPages().filter(({ address }) => /^guide\/[^/]+\/$/.test(address));
    assert.ok(chapters.length >= 4);
    for (const { address, dom } of chapters) {
      assert.equal(dom.querySelectorAll('.evidence-list > li').length, 6, address);
      const all = builtPage(`${address}claims/`).dom;
      assert.ok(dom.querySelector(`a[href="${build.base}${address}claims/"]`), address);
      const hrefs = new Set(all.querySelectorAll('.evidence-list a').map((link) => link.getAttribute('href')));
      const cited = dom.querySelectorAll('.cite, .evidence-note a').map((link) => link.getAttribute('href')!);
      const claims = told();
      assert.deepEqual(
        cited.filter((href) => claims.has(href) && !hrefs.has(href)),
        [],
        address,
      );
      for (const line of all.querySelectorAll('.evidence-list > li')) assert.match(firstIn(line), first, address);
    }
  });
});

describe('the decisions of teams', () => {
  it('stand on one page, each with its record and what became of it', () => {
    const items = builtPage('decisions/').dom.querySelectorAll('.decision');
    assert.equal(items.length, countEntries('decisions'));
    for (const item of items) {
      assert.ok(item.querySelector('dl a[href^="https://"]'), item.id);
      assert.match(squeezed(item.querySelector('.later')!.textContent), /^(Held|Reversed|Given up|Not known)/, item.id);
    }
  });

  it('can be taken away as CSV and as JSON, with the decisions of the page', () => {
    const ids = builtPage('decisions/')
      .dom.querySelectorAll('.decision > dl')
      .map(({ id }) => id)
      .sort();
    const { items: json } = JSON.parse(builtFile('data/decisions.json')) as {
      items: { id: string; outcome: { state: string } }[];
    };
    const csv = parse(builtFile('decisions.csv'), { columns: true }) as Record<string, string>[];
    assert.deepEqual(json.map(({ id }) => id).sort(), ids);
    assert.deepEqual(
      csv.map(({ id, outcome }) => [id, outcome]),
      json.map(({ id, outcome }) => [id, outcome.state]),
    );
  });

  it('say before the reasons that no rate follows from them', () => {
    const page = builtPage('decisions/').dom;
    assert.match(page.querySelector('.head')!.textContent, /no rate follows/);
    const headings = page.querySelectorAll('h2').map(({ id }) => id);
    assert.ok(headings.indexOf('limits') < headings.indexOf('reasons'));
  });
});

describe('the comparison', () => {
  it('can be taken away as CSV and as JSON, with the rows of the page', () => {
    const rows = builtPage('compare/').dom.querySelectorAll('.capability');
    assert.equal(rows.length, countEntries('capabilities'));
    const json = JSON.parse(builtFile('compare.json')) as { capability: string; flask: { support: string | null } }[];
    const csv = parse(builtFile('compare.csv'), { columns: true }) as Record<string, string>[];
    assert.equal(json.length, rows.length);
    assert.deepEqual(
      csv.map((row) => row['capability']),
      json.map(({ capability }) => capability),
    );
    assert.deepEqual(
      csv.map((row) => row['flask_support']),
      json.map(({ flask }) => flask.support ?? ''),
    );
  });

  it('calls a package active, quiet or dormant by the age of its newest release', () => {
    const shown = builtPage('compare/')
      .dom.querySelectorAll('.capability small')
      .map((note) => squeezed(note.textContent));
    const { items } = JSON.parse(builtFile('data/rows.json')) as {
      items: (Record<'flask' | 'django', { packages: { name: string; released: string; upkeep: string }[] }> & {
        checked: string;
      })[];
    };
    const packages = items.flatMap(({ flask, django, checked }) =>
      [...flask.packages, ...django.packages].map((each) => ({ ...each, checked })),
    );
    const years = { active: [0, 1], quiet: [1, 2], dormant: [2, 99] } as Record<string, [number, number]>;
    assert.deepEqual([...new Set(packages.map(({ upkeep }) => upkeep))].sort(), Object.keys(years).sort());
    for (const { name, released, upkeep, checked } of packages) {
      const age = (Date.parse(checked) - Date.parse(released)) / (365.25 * 86_400_000);
      const [from, to] = years[upkeep]!;
      assert.ok(age > from - 0.01 && age < to + 0.01, `${name}, released ${released}: ${upkeep}`);
      assert.ok(
        shown.some((note) => note.startsWith(name) && note.endsWith(upkeep)),
        `${name}: ${upkeep}`,
      );
    }
  });
});

describe('the measurements', () => {
  interface Run {
    date: string;
    withdrawn?: { reason: string };
    tasks: { task: string; busy: string[]; figures: { measure: string; min: number; max: number }[] }[];
  }
  const files = globSync('content/measurements/*.json').map((file) => JSON.parse(readFileSync(file, 'utf8')) as Run);
  const runs = files.filter(({ withdrawn }) => !withdrawn);
  const page = () => builtPage('evidence/measurements/').dom;

  it('name every run with its machine, its load and its versions', () => {
    const named = page().querySelectorAll('.measurement > ol > li');
    assert.equal(named.length, runs.length);
    for (const item of named) assert.match(item.textContent, /cores.*load average.*Flask 3\.1.*Django 5\.2/s);
  });

  it('say when and why a run was withdrawn, and show none of its figures', () => {
    const withdrawn = files.filter((file) => file.withdrawn);
    const told = page().querySelectorAll('[aria-labelledby=withdrawn] li');
    assert.equal(told.length, withdrawn.length);
    for (const { date, withdrawn: why } of withdrawn)
      assert.ok(
        told.some((item) => item.querySelector(`time[datetime="${date}"]`) && item.textContent.includes(why!.reason)),
        date,
      );
    if (runs.length > 0) return;
    assert.match(page().querySelector('.head')!.textContent, /being measured again/);
    assert.equal(page().querySelectorAll('.bars, td small').length, 0);
  });

  it('show for each job how many instructions a request takes, and say of each whose time was not taken why', () => {
    const latest = runs.at(-1);
    if (!latest) return;
    const rows = page().querySelectorAll('[aria-labelledby=instructions] .table-box tbody tr');
    assert.ok(rows.length >= latest.tasks.length, String(rows.length));
    // A cell has a line for each run, the newest one last; an earlier run may lack the job.
    for (const row of rows) {
      const cell = row.querySelector('td')!;
      assert.match((cell.querySelectorAll('div').at(-1) ?? cell).textContent, /^\s*[\d.,]+/);
    }
    const told = page()
      .querySelectorAll('[aria-labelledby=times] li')
      .map((item) => item.textContent);
    const busy = latest.tasks.filter((task) => task.busy.length > 0);
    assert.equal(told.length, busy.length);
    for (const line of told) assert.match(line, /not taken\. Core \d: .+/);
  });

  it('give every bar of a picture its name and its figure, which the Markdown edition has too', () => {
    const markdown = builtFile('evidence/measurements.md');
    for (const svg of page().querySelectorAll('.bars svg')) {
      const row = svg.closest('tr')!;
      const [name, value] = ['th', 'td'].map((cell) => row.querySelector(cell)!.textContent.trim());
      assert.match(value!, /^[\d.,]+( \([\d.,]+–[\d.,]+\))?$/);
      assert.ok(markdown.includes(`| ${name} | ${value} |`), `${name}: ${value}`);
    }
  });
});

describe('the guide on one page', () => {
  it('holds every entry, no id twice, and points search engines to the guide', () => {
    const print = builtPage('print/').dom;
    const titles = print.querySelectorAll('article h3').map((heading) => heading.textContent.trim());
    for (const { address, dom } of builtPages())
      if (/^(faq|use-cases)\/.+/.test(address))
        assert.ok(titles.includes(dom.querySelector('h1')!.textContent.trim()), address);
    const ids = print.querySelectorAll('[id]').map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    assert.equal(print.querySelector('meta[name=robots]')?.getAttribute('content'), 'noindex');
    assert.equal(print.querySelector('link[rel=canonical]')?.getAttribute('href'), `${build.root}guide/`);
  });
});

describe('the paths', () => {
  it('lead each kind of reader through three to six entries', () => {
    const paths = builtPage('paths/').dom.querySelectorAll('main section');
    assert.equal(paths.length, countEntries('paths'));
    for (const path of paths) {
      const steps = path.querySelectorAll('li').length;
      assert.ok(steps >= 3 && steps <= 6, path.textContent.slice(0, 80));
    }
  });
});

describe('a chapter', () => {
  const chapters = builtPages().filter(({ dom }) => dom.querySelector('.chapter-head'));

  it('has no gauge of its own, so that none contradicts its text', () => {
    assert.equal(chapters.length, countEntries('chapters'));
    const cards = ['', 'guide/'].flatMap((address) =>
      builtPage(address).dom.querySelectorAll('.item > p .lean, .shelf .lean'),
    );
    assert.deepEqual(
      cards.map((gauge) => gauge.textContent),
      [],
    );
  });

  it('shows at its head where each of its sections comes down', () => {
    for (const { address, dom } of chapters) {
      const gauges = (part: string) => dom.querySelectorAll(`${part} .lean`).map((gauge) => gauge.textContent);
      assert.ok(gauges('.section-head').length > 1, address);
      assert.deepEqual(gauges('.chapter-head'), gauges('.section-head'), address);
    }
  });
});

describe('a way into the calculator', () => {
  const into = (part: { querySelectorAll(selector: string): { getAttribute(name: string): string | undefined }[] }) =>
    part
      .querySelectorAll('[href*="/calculator/"], form')
      .map((link) => link.getAttribute('href') ?? link.getAttribute('action')!);
  const isWayIn = (address: string) => /\/calculator\/(\?|$)/.test(address);

  it('stands at the end of every chapter, question and path and of the verdict', () => {
    const questions = builtPages().filter(({ address }) => /^faq\/./.test(address));
    const ends = questions.map(({ address, dom }) => ({ address, end: dom.querySelector('.way-in') }));
    assert.deepEqual(
      ends.filter(({ end }) => !end || !into(end).some(isWayIn)).map(({ address }) => address),
      [],
    );
    const chapters = builtPages().filter(({ dom }) => dom.querySelector('.chapter-head'));
    for (const { address, dom } of chapters) assert.ok(into(dom.querySelector('.noted')!).some(isWayIn), address);
    for (const path of builtPage('paths/').dom.querySelectorAll('main section'))
      assert.ok(into(path).some(isWayIn), path.textContent.slice(0, 40));
    assert.ok(into(builtPage('verdict/').dom.querySelector('main')!).some(isWayIn));
    assert.ok(into(builtPage('').dom.querySelector('.opening')!).some(isWayIn));
  });

  it('is filled in where the page names a case', () => {
    for (const { address, dom } of builtPages().filter(({ address }) => /^faq\/./.test(address))) {
      const names = dom
        .querySelectorAll('.on-this-page a')
        .some((link) => link.getAttribute('href')!.includes('/use-cases/'));
      const filled = into(dom.querySelector('.way-in')!).some((way) => way.includes('/calculator/?m='));
      assert.equal(filled, names, address);
    }
  });
});

describe('a use case', () => {
  it('shows its sketch directly below its answer', () => {
    const cases = builtPages().filter(({ address }) => /^use-cases\/./.test(address));
    assert.equal(cases.length, countEntries('use-cases'));
    const found = cases.filter(({ dom }) => !dom.querySelector('.lede + .sketch'));
    assert.deepEqual(
      found.map(({ address }) => address),
      [],
    );
  });
});
