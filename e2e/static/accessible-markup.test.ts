/**
 * What assistive technology reads from the markup alone: names, tables and the order of headings. It sees in every page
 * what other checkers (the W3C's and HTML_CodeSniffer) have found in one.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { HTMLElement } from 'node-html-parser';
import { builtPages, type BuiltPage } from '../builds.ts';

/** What a rule finds in all pages, each line with the page. */
const broken = (rule: (page: BuiltPage) => string[]) =>
  builtPages().flatMap((page) => rule(page).map((problem) => `/${page.address}: ${problem}`));

const begin = (element: HTMLElement) => element.outerHTML.replace(/\s+/g, ' ').slice(0, 120);
const isSilent = (element: HTMLElement) => element.closest('[aria-hidden=true]') !== null;

/** The words by which assistive technology calls an element, as far as the markup says them. */
function nameOf(element: HTMLElement, page: HTMLElement, labels: Map<string, string>): string {
  const referred = element.getAttribute('aria-labelledby');
  if (referred)
    return referred
      .split(/\s+/)
      .map((id) => page.getElementById(id)?.textContent ?? '')
      .join(' ')
      .trim();
  const own = element.getAttribute('aria-label') || element.getAttribute('alt') || element.getAttribute('title') || '';
  if (own.trim()) return own.trim();
  switch (element.tagName) {
    case 'INPUT':
    case 'SELECT':
    case 'TEXTAREA':
      return `${element.closest('label')?.textContent ?? ''}${labels.get(element.id) ?? ''}`.trim();
    case 'TABLE': {
      // A table in the text has the name of the box that it scrolls in; one behind a chart, that of its fold.
      const around = element.closest('details, figure, [aria-label]');
      return `${(element.querySelector('caption') ?? around?.querySelector('summary, figcaption'))?.textContent ?? around?.getAttribute('aria-label') ?? ''}`.trim();
    }
    case 'SVG':
      return (element.querySelector('title')?.textContent ?? '').trim();
    case 'IFRAME':
    case 'NAV':
      return '';
    default:
      // What a group or a region holds is not its name; a fieldset is named by its legend.
      if (['group', 'region', 'dialog'].includes(element.getAttribute('role') ?? '') || element.tagName === 'DIALOG')
        return (element.querySelector('legend')?.textContent ?? '').trim();
      return `${element.textContent}${element.querySelector('img[alt]')?.getAttribute('alt') ?? ''}`.trim();
  }
}

describe('the markup of every page', () => {
  it('gives links, buttons, fields, pictures, drawings, frames, tables and groups a name', () => {
    const named =
      'a[href], button, summary, input:not([type=hidden], [type=submit]), select, textarea, iframe, table, svg[role=img], [role=img], dialog, [role=group], [role=region], nav';
    assert.deepEqual(
      broken(({ dom }) => {
        const labels = new Map(
          dom.querySelectorAll('label[for]').map((label) => [label.getAttribute('for')!, label.textContent]),
        );
        return [
          ...dom
            .querySelectorAll(named)
            .filter((element) => !isSilent(element) && nameOf(element, dom, labels) === '')
            .map((element) => `no name: ${begin(element)}`),
          ...dom.querySelectorAll('img:not([alt])').map((image) => `no text: ${begin(image)}`),
          ...dom
            .querySelectorAll('svg:not([role=img], [aria-hidden=true])')
            .filter((svg) => !isSilent(svg))
            .map((svg) => `neither a name nor hidden: ${begin(svg)}`),
        ];
      }),
      [],
    );
  });

  it('refers by aria attributes and labels only to what is on the page', () => {
    const references = [
      'aria-labelledby',
      'aria-describedby',
      'aria-controls',
      'aria-details',
      'for',
      'popovertarget',
      'headers',
    ];
    assert.deepEqual(
      broken(({ dom }) =>
        references.flatMap((name) =>
          dom.querySelectorAll(`[${name}]`).flatMap((element) =>
            element
              .getAttribute(name)!
              .split(/\s+/)
              .filter((id) => !dom.getElementById(id))
              .map((id) => `${name}="${id}" names nothing: ${begin(element)}`),
          ),
        ),
      ),
      [],
    );
  });

  it('begins with one heading of the first level and leaves out no level on the way down', () => {
    assert.deepEqual(
      broken(({ dom }) => {
        const headings = dom.querySelectorAll('h1, h2, h3, h4, h5, h6').map((heading) => ({
          level: Number(heading.tagName[1]),
          text: heading.textContent.trim(),
        }));
        const skipped = headings.filter(({ level }, at) => level > (headings[at - 1]?.level ?? 0) + 1);
        const first = headings.filter(({ level }) => level === 1).length;
        return [
          ...(first === 1 ? [] : [`${first} headings of the first level`]),
          ...skipped.map(({ level, text }) => `level ${level} follows a heading two levels above it: ${text}`),
        ];
      }),
      [],
    );
  });

  it('writes the role of a part of a table only where the table itself has a role', () => {
    const parts = ['rowgroup', 'row', 'cell', 'rowheader', 'columnheader', 'gridcell'];
    assert.deepEqual(
      broken(({ dom }) => {
        const written = dom.querySelectorAll(parts.map((role) => `table [role=${role}]`).join(', '));
        const stray = written.filter((part) => !part.closest('table')?.getAttribute('role'));
        return stray.length > 0 ? [`${stray.length} roles, the first: ${begin(stray[0]!)}`] : [];
      }),
      [],
    );
  });

  it('tells every cell of a table with several rows of headers which headers it has', () => {
    assert.deepEqual(
      broken(({ dom }) =>
        dom.querySelectorAll('table').flatMap((table) => {
          const rows = table.querySelectorAll('tr');
          const isHeader = (row: HTMLElement) => row.querySelectorAll('td').length === 0;
          const heads = rows.filter((row) => isHeader(row) && row.querySelectorAll('th').length > 0);
          const bare = table.querySelectorAll('td').filter((cell) => !cell.getAttribute('headers'));
          return heads.length > 1 && bare.length > 0
            ? [`${bare.length} cells name no header, the first: ${begin(bare[0]!)}`]
            : [];
        }),
      ),
      [],
    );
  });

  it('ends with the page: nothing stands behind it', () => {
    assert.deepEqual(
      broken(({ html }) => {
        const rest = /<\/body>(?:\s*<\/html>)?\s*(\S.*)$/s.exec(html)?.[1]?.replace(/^<\/html>\s*/, '');
        return rest ? [`behind the end: ${rest.slice(0, 80)}`] : [];
      }),
      [],
    );
  });
});
