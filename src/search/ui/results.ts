/** Draws what the search found. Text is only ever a text node, so nothing in a query or an entry becomes markup. */
import { href } from '../../site.ts';
import type { Answer, EvidenceRecord, Hit, ShownVerdict } from '../query/answer.ts';
import { counted, grouped } from './groups.ts';
import { highlighted, type Run } from '../query/highlight.ts';
import type { Language } from '../query/languages.ts';

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

/** What was found: answers in groups, the best one whole; or what is nearest where nothing surely answers. */
export function found({ hits, partial, highlights }: Answer, look: Look): HTMLElement[] {
  if (!partial) return grouped(hits).map(({ name, hits: own }, at) => section([name], own, highlights, look, at === 0));
  const title = partial.begun
    ? ['Only matches words that begin with: ', element('bdi', {}, partial.words)]
    : ['Nearest in this guide'];
  return [section(title, partial.hits, highlights, look, false)];
}

let sections = 0;

/** @param best whether the first hit is the best of all, which shows its whole answer */
function section(
  title: (Node | string)[],
  hits: readonly Hit[],
  highlights: string,
  look: Look,
  best: boolean,
): HTMLElement {
  const id = `search-group-${++sections}`;
  const links = hits.slice(0, look.most).map((hit) => link(hit, highlights, look));
  if (best) links[0]!.classList.add('search-best');
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

/** The claims, decisions and studies that bear on a query, each leading to its place. */
export function evidence(records: readonly EvidenceRecord[]): HTMLElement[] {
  if (records.length === 0) return [];
  const links = records.map(({ path, title, says }) =>
    element(
      'li',
      {},
      element(
        'a',
        { href: href(path), class: 'search-hit' },
        element('b', {}, element('span', {}, title)),
        element('p', {}, says),
      ),
    ),
  );
  const id = 'search-evidence';
  return [
    element(
      'section',
      { class: 'search-group', 'aria-labelledby': id },
      element('h2', { id }, element('span', {}, 'Claims, decisions of teams, studies')),
      element('ul', {}, ...links),
    ),
  ];
}

/** In words: how much was found. Read out to those who do not see it. */
export function summary({ hits, partial }: Answer): string {
  if (hits.length > 0) return `${counted(hits.length, 'result')} in ${counted(grouped(hits).length, 'group')}`;
  return partial ? `No sure answer, ${counted(partial.hits.length, 'result')} near it` : 'Nothing found';
}

/** "The guide is in English", for those who asked in another language. */
const inEnglish: Record<Language, { name: string; told: string }> = {
  de: { name: 'German', told: 'Dieser Ratgeber ist auf Englisch.' },
  es: { name: 'Spanish', told: 'Esta guía está en inglés.' },
  fr: { name: 'French', told: 'Ce guide est en anglais.' },
  pt: { name: 'Portuguese', told: 'Este guia está em inglês.' },
};

/**
 * What the search changed and left out, and where it has no sure answer, why and where to go instead.
 * @param literal does what "search for that instead" says, where that is not a new page
 */
export function remarks(answer: Answer, query: string, literal?: () => void): HTMLElement[] {
  const { hits, partial, changes, asked, language, describesProject } = answer;
  const said: HTMLElement[] = [];
  if (language) {
    const { name, told } = inEnglish[language];
    said.push(
      element(
        'p',
        {},
        element('span', { lang: language }, told),
        ` This guide is in English; what it understood of your ${name} is below.`,
      ),
    );
  }
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
  if (describesProject) {
    const calculator = element('a', { href: href('/calculator/') }, 'the calculator');
    said.push(element('p', {}, 'That sounds like a project: ', calculator, ' says which of the two fits it, and why.'));
  }
  if (partial) said.push(...doubts(answer, query));
  else if (hits.length === 0) said.push(...nothing(answer, query));
  return said;
}

/** Why what was found may not answer, and who may. */
function doubts({ partial, ignored, manuals, report }: Answer, query: string): HTMLElement[] {
  const links = manuals.flatMap(({ title, url }, at) => [at > 0 ? ' and ' : '', element('a', { href: url }, title)]);
  switch (partial!.doubt) {
    case 'error':
      return [
        element(
          'p',
          {},
          'This guide helps to choose between Flask and Django; it mends no errors. The manuals do: ',
          ...links,
          '.',
        ),
      ];
    case 'how-to':
      return [
        element(
          'p',
          {},
          'This guide helps to choose between Flask and Django; it does not say how to build. The manuals do: ',
          ...links,
          '.',
        ),
      ];
    case 'other-framework':
      return [element('p', {}, 'This guide compares Flask and Django, and no others but FastAPI and Quart.')];
    default: {
      const unknown = ignored.flatMap((word, index) => [index > 0 ? ', ' : '', quoted(word)]);
      return [
        ...(unknown.length > 0 ? [element('p', {}, 'Nothing here mentions ', ...unknown, '.')] : []),
        element(
          'p',
          {},
          'We may have no answer to ',
          quoted(query),
          '. ',
          ...(report ? [element('a', { href: report }, 'Tell us what is missing'), '.'] : []),
        ),
      ];
    }
  }
}

/** Where nothing was found: what the guide treats. */
function nothing({ topics }: Answer, query: string): HTMLElement[] {
  const links = topics.map(({ label, path }) => element('li', {}, element('a', { href: href(path) }, label)));
  const offer = topics.some(({ near }) => near) ? 'Perhaps one of these topics:' : 'What this guide treats most:';
  return [
    element('p', {}, 'Nothing found for ', quoted(query), '. ', offer),
    element('ul', { class: 'dashed' }, ...links),
  ];
}
