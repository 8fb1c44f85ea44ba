/** Draws what the search found. Text is only ever a text node, so nothing in a query or an entry becomes markup. */
import { href } from '../../site.ts';
import type { Answer, Hit, ShownVerdict } from '../query/answer.ts';
import { counted, grouped } from './groups.ts';
import { highlighted, type Run } from '../query/highlight.ts';

/** How much of a query is searched, in characters. */
export const longestQuery = 200;

/** How a place shows hits: the dialog as options of a list, the page as links under headings. */
export interface Look {
  /** The level of the headings of groups. */
  heading: 'h2' | 'h3';
  /** Whether hits are options of a listbox, which the keyboard reaches through the field. */
  options: boolean;
  /** How many hits of a group are shown. */
  most: number;
}

/** An element with its attributes and its content. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Record<string, string> = {},
  ...content: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...content);
  return made;
}

const runs = (list: readonly Run[]) =>
  list.map(({ text, hit }) => (hit ? element('mark', {}, text) : document.createTextNode(text)));

/** Words of a reader, kept apart from ours whatever direction they run in. */
const quoted = (words: string) => element('q', {}, element('bdi', {}, words));

/** The address of the search page with a query. */
export const searchHref = (query: string, literal = false): string =>
  `${href('/search/')}?${new URLSearchParams({ q: query, ...(literal && { literal: '' }) })}`;

/** What was found: whole answers in groups, or what answers to a part of the query. */
export function found({ hits, partial, highlights }: Answer, look: Look): HTMLElement[] {
  if (!partial) return grouped(hits).map(({ name, hits: own }) => section([name], own, highlights, look));
  const title = [
    partial.begun ? 'Only matches words that begin with: ' : 'Only matches: ',
    element('bdi', {}, partial.words),
  ];
  return [section(title, partial.hits, highlights, look)];
}

let sections = 0;

function section(title: (Node | string)[], hits: readonly Hit[], highlights: string, look: Look): HTMLElement {
  const id = `search-group-${++sections}`;
  const links = hits.slice(0, look.most).map((hit) => link(hit, highlights, look));
  return element(
    look.options ? 'div' : 'section',
    { ...(look.options && { role: 'group' }), 'aria-labelledby': id, class: 'search-group' },
    element(
      look.heading,
      { id, ...(look.options && { role: 'presentation' }) },
      element('span', {}, ...title),
      ' ',
      element('span', { class: 'meta' }, hits.length > look.most ? `${look.most} of ${hits.length}` : `${hits.length}`),
    ),
    ...(look.options ? links : [element('ul', {}, ...links.map((own) => element('li', {}, own)))]),
  );
}

let options = 0;

function link(hit: Hit, highlights: string, { options: asOption }: Look): HTMLAnchorElement {
  const answer = highlighted(hit.answer, highlights);
  // An answer that shows the words needs no more text to show them.
  const shown = answer.some((run) => run.hit);
  const excerpt = element('p', { class: 'search-excerpt' });
  const made = element(
    'a',
    {
      href: href(hit.path),
      class: 'search-hit',
      ...(asOption && { role: 'option', id: `search-option-${++options}`, 'aria-selected': 'false', tabindex: '-1' }),
    },
    element(
      'b',
      {},
      element('span', {}, ...runs(highlighted(hit.title, highlights))),
      ' ',
      ...(hit.verdict ? [verdictMark(hit.verdict)] : []),
    ),
    element('p', {}, ...runs(answer)),
    ...(shown ? [] : [excerpt]),
  );
  if (!shown)
    excerpts.set(made, async () => {
      const text = await hit.excerpt().catch(() => []);
      if (text.length > 0) excerpt.replaceChildren(...runs(text));
      else excerpt.remove();
    });
  return made;
}

/** Where the entry comes down, as `components/Verdict.astro` shows it. */
const verdictMark = ({ words, lean }: ShownVerdict): HTMLElement =>
  lean
    ? element('span', { class: 'lean', 'data-lean': lean }, element('i'), words)
    : element('span', { class: 'undecided' }, words);

const excerpts = new WeakMap<Element, () => Promise<void>>();

/** Each excerpt is a request of its own, and hardly anybody reads on. */
const mostExcerpts = 30;

/** Fetches the excerpts of the first hits in a place. */
export async function fillExcerpts(place: ParentNode): Promise<void> {
  const hits = [...place.querySelectorAll('.search-hit')];
  for (const hit of hits.slice(mostExcerpts)) hit.querySelector('.search-excerpt')?.remove();
  await Promise.all(hits.slice(0, mostExcerpts).map(async (hit) => excerpts.get(hit)?.()));
}

/**
 * What is said where the search itself does not arrive.
 * @param again what "Try again" does
 */
export function failure(again: () => void): HTMLElement {
  const retry = element('button', { type: 'button' }, 'Try again');
  retry.addEventListener('click', again);
  const way = element('a', { href: href('/search/') }, 'every entry by topic');
  return element('p', {}, 'The search could not be loaded. ', retry, ' There is also a list of ', way, '.');
}

/** In words: how much was found. Read out to those who do not see it. */
export function summary({ hits, partial }: Answer): string {
  if (hits.length > 0) return `${counted(hits.length, 'result')} in ${counted(grouped(hits).length, 'group')}`;
  return partial ? `No answer to all of it, ${counted(partial.hits.length, 'result')} for a part` : 'Nothing found';
}

/**
 * What the search changed and left out, and where nothing was found, where to go instead.
 * @param literal does what "search for that instead" says, where that is not a new page
 */
export function remarks(answer: Answer, query: string, literal?: () => void): HTMLElement[] {
  const { hits, partial, changes, ignored, asked, topics } = answer;
  const said: HTMLElement[] = [];
  if (changes.length > 0) {
    const instead = element('a', { href: searchHref(query, true) }, 'Search for ', quoted(query), ' instead');
    if (literal) {
      instead.addEventListener('click', (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        literal();
      });
    }
    said.push(
      element('p', {}, 'Showing results for ', element('bdi', {}, element('b', {}, asked)), '. ', instead, '.'),
    );
  }
  if (hits.length > 0) return said;
  if (partial) {
    if (ignored.length > 0) {
      const words = ignored.flatMap((word, index) => [index > 0 ? ', ' : '', quoted(word)]);
      said.push(element('p', {}, 'Left out, as nothing here mentions it: ', ...words, '.'));
    }
    return [...said, element('p', {}, 'Nothing here answers ', quoted(query), ' as a whole.')];
  }
  const links = topics.map(({ label, path }) => element('li', {}, element('a', { href: href(path) }, label)));
  const offer = topics.some(({ near }) => near) ? 'Perhaps one of these topics:' : 'What this guide treats most:';
  return [
    ...said,
    element('p', {}, 'Nothing found for ', quoted(query), '. ', offer),
    element('ul', { class: 'dashed' }, ...links),
  ];
}
