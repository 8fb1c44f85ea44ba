/** What must hold of the published model, whatever its numbers become. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, it } from 'node:test';
import { readYaml } from '../entries/files.ts';
import { answeredOf, type Answers } from './answers.ts';
import { entriesOf, publishedModel } from './content-files.ts';
import { estimate, prepare, verdictOf } from './evaluate.ts';
import { always, plainAnswers } from './generators.ts';
import { drawSamples } from './uncertainty.ts';
import { headline, leanOf, stageOf, verdictName } from './verdict-words.ts';

const model = publishedModel();
const samples = drawSamples(model);
const prepared = prepare(model, { choices: {} });
const verdictOn = (answers: Answers) => verdictOf(estimate(prepared, answers), samples);
const on = (choices: Record<string, string>, first?: string[]) => verdictOn({ choices, first });
/** The part of the draws that choose one of the two in which Flask comes first. */
const flaskOfTwo = (choices: Record<string, string>) => {
  const { flask, django } = on(choices).shares;
  return flask / (flask + django);
};
/** The headline; how strong a verdict is hangs on the draws, whether there may be one does not. */
const fewSamples = drawSamples(model, undefined, 40);
const saidOn = (answers: Answers) =>
  headline(verdictOf(estimate(prepared, answers), fewSamples), stageOf(answeredOf(model, answers)));

describe('the blank form', () => {
  it('favours nobody: each of the two wins 45 to 55 of the 100 draws that choose one of them', () => {
    const flask = flaskOfTwo({});
    assert.ok(flask >= 0.45 && flask <= 0.55, `Flask in ${(flask * 100).toFixed(1)} of 100`);
  });

  it('has no verdict, and the plainest of single answers has none either', () => {
    assert.equal(saidOn({ choices: {} }), 'No verdict yet');
    for (const { id, options } of model.questions)
      for (const option of options) assert.equal(saidOn({ choices: { [id]: option.id } }), 'No verdict yet');
  });
});

describe('answers that name Flask and the same answers that name Django', () => {
  const swapped = (choices: Record<string, string>) =>
    Object.fromEntries(
      Object.entries(choices).map(([id, option]) => [
        id,
        option === 'flask' ? 'django' : option === 'django' ? 'flask' : option,
      ]),
    );
  // What the two cost to learn and to set up is not the same, so neither is what it spares to know one of them.
  const tolerance = 0.1;
  const cases: Record<string, string>[] = [
    { known: 'flask' },
    { house: 'flask' },
    { codebase: 'flask' },
    ...['keep', 'port', 'rewrite'].map((treatment) => ({ codebase: 'flask', treatment })),
    { codebase: 'flask', house: 'flask' },
    { known: 'flask', house: 'flask' },
    { known: 'flask', house: 'django' },
    { codebase: 'flask', known: 'django' },
  ];

  for (const choices of cases)
    it(`mirror each other: ${Object.entries(choices).flat().join(' ')}`, () => {
      const [one, other] = [flaskOfTwo(choices), 1 - flaskOfTwo(swapped(choices))];
      assert.ok(Math.abs(one - other) <= tolerance, `${one.toFixed(3)} and ${other.toFixed(3)}`);
    });

  it('pull each to its own side, and what runs the more, the less of it may change', () => {
    for (const own of ['flask', 'django'] as const) {
      const share = (more: Record<string, string>) => {
        const flask = flaskOfTwo({ codebase: own, ...more });
        return own === 'flask' ? flask : 1 - flask;
      };
      assert.ok(share({}) > 0.5);
      const [keep, port, rewrite] = ['keep', 'port', 'rewrite'].map((treatment) => share({ treatment }));
      assert.ok(keep! > port! && port! > rewrite!, `${own}: ${keep}, ${port}, ${rewrite}`);
      const extent = (size: string) => share({ treatment: 'keep', size: 'medium', extent: size });
      assert.ok(extent('begun') < extent('small') && extent('small') < extent('large'), own);
    }
  });
});

describe('the plainest case', () => {
  const plainest = { size: 'tiny', workload: 'narrow', data: 'public' };

  it('for Flask is not too close: up to five endpoints, one narrow job, public data, nothing ticked', () => {
    const { best, strength } = on(plainest, []);
    assert.equal(best, 'flask');
    assert.notEqual(strength, 'close');
    assert.equal(saidOn({ choices: plainest, first: [] }), 'First lean: Flask');
  });

  it('for Django is not too close: records in up to sixty screens, kept by staff', () => {
    const choices = { size: 'medium', workload: 'records', data: 'personal' };
    const { best, strength } = on(choices, ['orm', 'migrations', 'forms', 'accounts', 'admin']);
    assert.equal(best, 'django');
    assert.notEqual(strength, 'close');
  });
});

describe('the headline', () => {
  it('is never more than a first lean before five answers, whichever they are', () => {
    always([plainAnswers(model)], (answers) => {
      const few = { choices: Object.fromEntries(Object.entries(answers.choices).slice(0, 4)) };
      assert.match(saidOn(few), /^(No verdict yet|No lean yet|First lean: .*)$/);
    });
  });
});

describe('the guide', () => {
  const content = join(import.meta.dirname, '../../content');
  const frontMatter = (file: string) => readYaml(readFileSync(file, 'utf8').split(/^---$/m)[1]!) as { lean?: string };
  const useCases = globSync(`${content}/use-cases/*.mdx`).map((file) => ({
    id: basename(file, '.mdx'),
    answers: (frontMatter(file) as { calculator: Answers & { verdict: string } }).calculator,
  }));
  const presets = entriesOf<{ useCase: string }>('presets');

  it('has presets that are use cases, and each fills in enough for a verdict', () => {
    assert.ok(presets.length >= 5);
    for (const { id, data } of presets) {
      const { answers } = useCases.find((useCase) => useCase.id === data.useCase)!;
      assert.equal(stageOf(answeredOf(model, answers)), 'full', id);
    }
  });

  it('has use cases that all answer enough for a verdict', () => {
    for (const { id, answers } of useCases) assert.equal(stageOf(answeredOf(model, answers)), 'full', id);
  });

  /** Which entries name the situation of a use case, so that both must come down on one side. */
  const situations: Record<string, string> = {
    'faq/which-for-serving-a-machine-learning-model': 'machine-learning-endpoint',
    'faq/which-for-a-rest-api-or-front-end': 'json-api-for-a-front-end',
    'faq/which-for-a-shop-a-cms-or-a-blog': 'online-shop-launch',
    'faq/how-do-we-move-from-flask-to-django': 'migration-in-steps',
    'faq/what-about-async-websockets-and-long-jobs': 'real-time-feature',
    'faq/which-should-a-beginner-learn-first': 'teaching-project',
    'faq/can-either-handle-payments-or-regulated-data': 'regulated-records',
    'faq/is-flask-right-for-a-first-version': 'first-version-for-customers',
    'faq/how-do-we-keep-customers-apart-in-one-product': 'multi-tenant-saas',
    'faq/is-django-too-much-for-a-small-tool': 'internal-records-tool',
    'sections/first-versions-and-small-services': 'finance-api-prototype',
    'sections/both-in-one-system': 'public-body-with-both',
    'sections/back-office-and-packages': 'internal-records-tool',
  };
  /** Where they do not, and why. At most three. */
  const differing: Record<string, string> = {
    'faq/is-flask-right-for-a-first-version':
      'asks of any first version, a single page among them; the use case has customers who sign in',
    'faq/how-do-we-keep-customers-apart-in-one-product':
      'asks of one task that is the same work in both; the use case chooses for the whole product',
    'faq/is-django-too-much-for-a-small-tool':
      'asks of any small tool; the use case is one in which staff keep records',
  };
  const sideOf = (lean: string | undefined) => lean?.replace(/^(strongly|leans)-/, '') ?? 'even';

  it('comes down where the calculator does on each situation that it names, but for at most three that say why', () => {
    const found = Object.entries(situations).flatMap(([entry, useCase]) => {
      const { answers } = useCases.find(({ id }) => id === useCase)!;
      const calculated = sideOf(leanOf(verdictName(verdictOn(answers))));
      return sideOf(frontMatter(`${content}/${entry}.mdx`).lean) === calculated ? [] : [entry];
    });
    assert.deepEqual(found.sort(), Object.keys(differing).sort());
    assert.ok(found.length <= 3);
  });
});
