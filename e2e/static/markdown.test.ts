/** The Markdown edition of each entry. */
import assert from 'node:assert/strict';
import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { build, builtFile, builtPages, type BuiltPage } from '../builds.ts';

interface Edition {
  page: BuiltPage;
  name: string;
  markdown: string;
  tree: Root;
}

const parser = unified().use(remarkParse).use(remarkGfm);
let read: Edition[] | undefined;

/** Every page that names a Markdown edition, with it. */
function editions(): Edition[] {
  return (read ??= builtPages().flatMap((page) => {
    const address = page.dom.querySelector('link[type="text/markdown"]')?.getAttribute('href');
    if (!address) return [];
    const name = address.slice(address.indexOf(build.base) + build.base.length);
    const markdown = builtFile(name);
    return [{ page, name, markdown, tree: parser.parse(markdown) }];
  }));
}

/** What a rule finds in the editions, each line with the file. */
const broken = (rule: (edition: Edition) => string[]) =>
  editions().flatMap((edition) => rule(edition).map((problem) => `${edition.name}: ${problem}`));

const nodes = <Type extends RootContent['type']>(tree: Root, type: Type): Extract<RootContent, { type: Type }>[] => {
  const found: Extract<RootContent, { type: Type }>[] = [];
  visit(tree, type, (node) => void found.push(node as never));
  return found;
};
const squeezed = (text: string) => text.replace(/\s+/g, ' ').trim();

describe('the Markdown edition', () => {
  it('exists for every page that names one, and every one is named by its page', () => {
    assert.ok(editions().length > 20);
    const missing = editions().filter(({ name }) => !existsSync(join(build.folder, name)));
    assert.deepEqual(
      missing.map(({ name }) => name),
      [],
    );
    assert.deepEqual(
      editions()
        .map(({ name }) => name)
        .sort(),
      globSync('**/*.md', { cwd: build.folder }).sort(),
    );
  });

  it('begins with the title of its page, the only one of its kind', () => {
    assert.deepEqual(
      broken(({ page, tree }) => {
        const title = squeezed(page.dom.querySelector('h1')!.textContent);
        const titles = nodes(tree, 'heading').filter(({ depth }) => depth === 1);
        const first = tree.children[0];
        if (titles.length !== 1 || first !== titles[0]) return ['does not begin with its only title'];
        return squeezed(toString(first)) === title ? [] : [`is called "${toString(first)}", the page "${title}"`];
      }),
      [],
    );
  });

  it('holds no program text, no markup and no labels of a form', () => {
    const foreign = /querySelector|addEventListener|\bimport\(|\bfunction\s*\(|=>|class=|\{[a-z]+\}|\(required\)/;
    assert.deepEqual(
      broken(({ tree }) => {
        const prose = nodes(tree, 'text').map(({ value }) => value);
        const markup = nodes(tree, 'html').map(({ value }) => `markup: ${value.slice(0, 80)}`);
        return [
          ...prose.filter((text) => foreign.test(text)).map((text) => `program: ${text.slice(0, 80)}`),
          ...markup,
        ];
      }),
      [],
    );
  });

  it('has every sample of code of its page, closed and under the name of its language', () => {
    assert.deepEqual(
      broken(({ page, markdown, tree }) => {
        const fences = markdown.match(/^ {0,3}(```+|~~~+)/gm) ?? [];
        const samples = nodes(tree, 'code');
        const misnamed = samples.filter(({ lang, value }) => !lang || (/^\s*</.test(value) && !/html|xml/.test(lang)));
        const first = page.dom.querySelectorAll('main pre').map((sample) => sample.textContent.trim().split('\n')[0]!);
        return [
          ...(fences.length % 2 ? ['a sample is not closed'] : []),
          ...misnamed.map(({ lang, value }) => `calls this ${lang}: ${value.slice(0, 60)}`),
          ...first
            .filter((line) => !samples.some(({ value }) => value.includes(line)))
            .map((line) => `lacks the sample "${line}"`),
        ];
      }),
      [],
    );
  });

  it('has links that can be followed from anywhere', () => {
    assert.deepEqual(
      broken(({ tree }) =>
        [...nodes(tree, 'link'), ...nodes(tree, 'image')]
          .map(({ url }) => url)
          .filter((url) => !/^(https?:|mailto:)/.test(url)),
      ),
      [],
    );
  });

  it('keeps verdicts, findings and sources', () => {
    const markdown = builtFile('guide/django.md');
    for (const part of ['**Leans Django.**', '**Holds with limits.**', `](${build.root}evidence/`])
      assert.ok(markdown.includes(part), part);
    assert.match(markdown, /## Sources\n\n[-*] Claim \d+: \[[^\]]+\]\(https:\/\//);
  });
});
