/** What the search is made of, as the build wrote it. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Guide } from '../../src/search/index/files.ts';
import { wordsOfGuide } from '../../src/search/query/synonyms.ts';
import { wordsOf } from '../../src/search/query/words.ts';
import { build, builtFile, builtPage, builtPages, countEntries } from '../builds.ts';

const guide = () => JSON.parse(builtFile('search/guide.json')) as Guide;

it('the search page lists every entry once, by topic', () => {
  const links = builtPage('search/')
    .dom.querySelectorAll('.search-entry a')
    .map((link) => link.getAttribute('href'));
  assert.equal(new Set(links).size, links.length);
  assert.ok(links.length >= countEntries('sections', 'use-cases', 'faq', 'pages', 'glossary', 'capabilities'));
});

it('no page names a file of the index, whose name changes with the content of others', () => {
  const { version } = guide();
  const files = JSON.parse(builtFile('search/files.json')) as string[];
  for (const { address, html } of builtPages()) {
    for (const name of [version, ...files]) assert.ok(!html.includes(name), `/${address} names ${name}`);
  }
});

it('every file that a search asks for is there', () => {
  for (const address of JSON.parse(builtFile('search/files.json')) as string[])
    assert.ok(builtFile(address.slice(build.base.length).replace(/\?.*/, '')).length > 0, address);
});

it('each entry has its text, without marks of the page', () => {
  for (const { path } of guide().entries) {
    const text = builtFile(`search/texts/${path.replace('/#', '/').replace(/^\/|\/$/g, '')}.txt`);
    assert.ok(text.length > 20, path);
    assert.doesNotMatch(text, /\w#(\s|$)|&#?\w+;|querySelector|\bundefined\b/, path);
  }
});

it('the text of the calculator says what the page is for, not how its teams were made up', () => {
  assert.doesNotMatch(builtFile('search/texts/calculator.txt'), /^The teams are made up/);
});

it('what readers say leads to words that the guide has', () => {
  const { entries, words } = guide();
  const known = new Set([words, ...entries.flatMap(({ title, answer }) => [title, answer])].flatMap(wordsOf));
  assert.deepEqual(
    wordsOfGuide.filter((word) => !wordsOf(word).every((part) => known.has(part))),
    [],
  );
});

it('a browser can add the search', () => {
  for (const address of ['', 'search/']) {
    const link = builtPage(address).dom.querySelector('link[rel=search]');
    assert.equal(link?.getAttribute('href'), `${build.base}search/description.xml`, address);
  }
  assert.match(
    builtFile('search/description.xml'),
    /template="https:\/\/guide\.example\/guide-site\/search\/\?q=\{searchTerms\}"/,
  );
});

it('script cannot turn text into markup, on any page', () => {
  for (const { address, html } of builtPages()) assert.match(html, /require-trusted-types-for 'script'/, `/${address}`);
});

it('the script of the search page stands inside of it', () => {
  const { html } = builtPage('search/');
  assert.doesNotMatch(html.slice(html.lastIndexOf('</html>')), /<script/);
});

it('the script of the search is one file, so that nobody waits for a second', () => {
  const script = /data-script="([^"]+)"/.exec(builtPage('').html)![1]!;
  assert.doesNotMatch(builtFile(script.slice(build.base.length)), /\b(?:from|import)\s*["'`]\.\//);
});

it('the script of the search makes addresses below the folder of the site', () => {
  const script = /data-script="([^"]+)"/.exec(builtPage('').html)![1]!;
  assert.ok(builtFile(script.slice(build.base.length)).includes(build.base));
});
