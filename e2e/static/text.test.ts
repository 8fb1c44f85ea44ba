/** What no reader should ever see in any output, whatever writes it. */
import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { describe, it } from 'node:test';
import { HTMLElement, TextNode } from 'node-html-parser';
import { strings } from '../../src/entries/entry.ts';
import { parseFile, readContent } from '../../src/entries/files.ts';
import { ours } from '../../src/entries/rules/judgement.ts';
import { build, builtFile, builtPages } from '../builds.ts';

/** Traces of a value that is missing or was never meant to be text. */
const slips = /\bundefined\b|\bNaN\b|\[object \w+\]|\bInvalid Date\b|\bnull\b(?=["<])/;
const attributes = ['alt', 'aria-label', 'content', 'href', 'id', 'placeholder', 'src', 'title', 'value'];

/** Every slip in an element and what it holds. Samples of code, and terms in code, may speak of such values. */
function slipsIn(element: HTMLElement): string[] {
  if (['SCRIPT', 'STYLE', 'CODE', 'PRE'].includes(element.tagName)) return [];
  const inAttributes = attributes.flatMap((name) => {
    const value = element.getAttribute(name);
    return value && slips.test(value) ? [`${element.rawTagName} ${name}="${value}"`] : [];
  });
  const inside = element.childNodes.flatMap((child) => {
    if (child instanceof HTMLElement) return slipsIn(child);
    return child instanceof TextNode && slips.test(child.text) ? [child.text.trim()] : [];
  });
  return [...inAttributes, ...inside];
}

describe('no text', () => {
  it('of a page, and no attribute, shows a value that is missing', () => {
    const found = builtPages().flatMap(({ address, dom }) => slipsIn(dom).map((slip) => `/${address}: ${slip}`));
    assert.deepEqual(found, []);
  });

  it('in Markdown, feeds, lists and data shows a value that is missing', () => {
    const found = globSync('**/*.{md,xml,txt,csv,webmanifest}', { cwd: build.folder }).flatMap((name) =>
      builtFile(name)
        .replace(/```.*?```|`[^`\n]*`/gs, '')
        .split('\n')
        .flatMap((line, at) => (slips.test(line) ? [`${name}:${at + 1}: ${line}`] : [])),
    );
    assert.deepEqual(found, []);
  });
});

describe('what we think', () => {
  it('is said once on a page at most, as the gauge and the label mark it; the whole guide in print is many pages', () => {
    const found = builtPages()
      .filter(({ address }) => address !== 'print/')
      .flatMap(({ address, dom }) => {
        const said = dom.querySelector('main')?.textContent.match(ours) ?? [];
        return said.length > 1 ? [`/${address}: ${said.join(', ')}`] : [];
      });
    assert.deepEqual(found, []);
  });
});

describe('what readers call an entry', () => {
  it('is for the search alone: no page, Markdown edition or data lists it', () => {
    const lists = [...readContent()].flatMap(([name, text]) => {
      if (!/\.(mdx|yaml)$/.test(name)) return [];
      const aliases = strings((parseFile(name, text).data as Record<string, unknown>)['aliases']);
      return aliases.length > 1 ? [aliases] : [];
    });
    assert.ok(lists.length > 100);
    const shown = lists.flatMap((aliases) => [aliases.join(', '), JSON.stringify(aliases)]);
    const files = globSync('**/*.{html,md,json,csv,txt}', { cwd: build.folder, exclude: ['search', 'pagefind'] });
    const found = files.filter((name) => {
      const text = builtFile(name);
      return text.includes('Also called') || shown.some((list) => text.includes(list));
    });
    assert.deepEqual(found, []);
  });
});
