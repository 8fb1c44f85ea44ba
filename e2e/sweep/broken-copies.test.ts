/** Whole builds of a copy of this project in which one thing was changed: what an author meets. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, describe, it } from 'node:test';
import { parse } from 'node-html-parser';
import { Copy, type Outcome } from './copy.ts';

const project = join(import.meta.dirname, '../..');
const copies: Copy[] = [];

after(() => copies.forEach((copy) => copy.remove()));

/** Builds a copy of the project after the named files were changed and others were added. */
async function build(
  changes: Record<string, (text: string) => string>,
  added: Record<string, string> = {},
): Promise<Outcome & { folder: string }> {
  const copy = new Copy();
  copies.push(copy);
  for (const [name, change] of Object.entries(changes)) copy.change(name, change);
  for (const [name, text] of Object.entries(added)) copy.write(name, text);
  return { ...(await copy.build()), folder: copy.folder };
}

describe('a build', { concurrency: 2 }, () => {
  it('stops on a misspelt field, naming the entry, the field and the file', async () => {
    const { code, output } = await build({
      'content/faq/can-flask-and-django-work-together.mdx': (text) => text.replace('aliases:', 'aliasses:'),
    });
    assert.notEqual(code, 0);
    assert.match(output, /content\/faq\/can-flask-and-django-work-together\.mdx:\d+: aliasses: is no field of faq/);
  });

  it('stops on problems across entries and lists them all', async () => {
    const { code, output } = await build({
      'content/faq/which-figures-should-we-follow.mdx': (text) =>
        text.replace('topics: [', 'topics: [faq-kpi, ').replace(/reviewed: .*/, 'reviewed: 2999-01-01'),
      'content/claims/flask-is-a-microframework.yaml': (text) =>
        text.replace(/source: flask-docs-design/g, 'source: flask-docs-desing'),
    });
    assert.notEqual(code, 0);
    assert.match(
      output,
      /content\/faq\/which-figures-should-we-follow\.mdx:\d+: topics: "topics\/faq-kpi" does not exist/,
    );
    assert.match(
      output,
      /content\/faq\/which-figures-should-we-follow\.mdx:\d+: reviewed: 2999-01-01 lies in the future/,
    );
    assert.match(
      output,
      /content\/claims\/flask-is-a-microframework\.yaml:\d+: parts\.sources\.source: "sources\/flask-docs-desing" does not exist/,
    );
  });

  it('stops on a link to a page that is not there, before anything is built', async () => {
    const { code, output } = await build({ 'content/pages/about.mdx': (text) => `${text}\n\n[gone](/gone/)\n` });
    assert.notEqual(code, 0);
    assert.match(output, /content\/pages\/about\.mdx:\d+: body: "\/gone\/" leads to a page that is not there/);
  });

  it('stops on a link to a place that is not on its page, naming the file that has it', async () => {
    const { code, output } = await build({
      'content/pages/about.mdx': (text) => `${text}\n\n[nowhere](/verdict/#nowhere)\n`,
    });
    assert.notEqual(code, 0);
    assert.match(output, /\/about\/: the link "\/verdict\/#nowhere" leads to no place .*\(content\/pages\/about\.mdx/);
  });

  it('stops on a code sample that is not what ran, naming the file and the command that runs it', async () => {
    const { code, output } = await build({
      'content/examples/order-form/flask/app.py': (text) => text.replace('# region shown', '# region  shown'),
    });
    assert.notEqual(code, 0);
    assert.match(output, /content\/examples\/order-form\/flask\/app\.py: differs from the file that ran/);
    assert.match(output, /run "npm run lab -- --contracts order-form"/);
  });

  it('leads from a former address and marks lost support', async () => {
    const { code, output, folder } = await build({
      'content/faq/can-flask-and-django-work-together.mdx': (text) =>
        text.replace('reviewed:', 'redirectFrom: [flask-and-django]\nreviewed:'),
      'content/releases/flask-3.1.yaml': (text) => `${text}supportEnds: 2026-01-31\n`,
    });
    assert.equal(code, 0, output);
    const page = (path: string) => readFileSync(join(folder, 'dist', path, 'index.html'), 'utf8');
    assert.match(
      page('faq/flask-and-django'),
      /http-equiv="refresh" content="0;url=\/faq\/can-flask-and-django-work-together\/"/,
    );
    assert.match(page('faq/flask-and-django'), /<meta name="robots" content="noindex">/);
    assert.match(page('guide/flask'), /Flask 3\.1 left support on <time datetime="2026-01-31">/);
  });

  it('lists many questions on one page and on that of their claim, and shortens every other list of them', async () => {
    const name = 'content/faq/can-flask-and-django-work-together.mdx';
    const original = readFileSync(join(project, name), 'utf8');
    const copies = Array.from({ length: 120 }, (_, index) => [
      `content/faq/copy-${index}.mdx`,
      original
        .replace(/^question: .*$/m, `question: Is this copy ${index}?`)
        // Nobody asks for two entries in the same words.
        .replace(/^asked:\n(?: {2}- .*\n)+/m, (asked) => asked.replaceAll('  - ', `  - copy ${index} `))
        .replace(/^theme: .*$/m, 'theme: risk')
        .replace(/^order: .*$/m, `order: ${1001 + index}`),
    ]);
    const { code, output, folder } = await build({}, Object.fromEntries(copies));
    assert.equal(code, 0, output);
    const page = (path: string) => parse(readFileSync(join(folder, 'dist', path, 'index.html'), 'utf8'));
    const linksIn = (path: string, part: string) =>
      page(path)
        .querySelectorAll(`${part} a`)
        .map((link) => link.getAttribute('href')!);
    const every = globSync('faq/*/index.html', { cwd: join(folder, 'dist') }).map((file) => `/${dirname(file)}/`);
    assert.deepEqual(linksIn('faq', '.question-list').sort(), every.sort(), 'the list names every question');
    const claim = /^claims:\n {2}- (.+)$/m.exec(original)![1]!;
    const uses = linksIn(`evidence/${claim}`, 'main').filter((link) => every.includes(link));
    assert.ok(uses.length > 120, `the page of a claim names each of its uses, and not ${uses.length}`);
    assert.match(page('search').textContent, /1\d\d more among the questions/);
    assert.match(page('print').querySelector('.head')!.textContent, /1\d\d questions would fill more paper/);
  });
});
