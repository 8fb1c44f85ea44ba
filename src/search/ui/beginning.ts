/** What the dialog shows before anything is typed: the questions that are asked most, and the calculator. */
import { href } from '../../site.ts';
import { oftenAskedFile, type Suggestion } from '../index/files.ts';
import { element } from './results.ts';

let asked: Promise<Suggestion[]> | undefined;

/** The groups of the list. Without the questions, which may not arrive, it is the calculator alone. */
export async function beginning(): Promise<HTMLElement[]> {
  asked ??= fetch(href(oftenAskedFile)).then((answer) => answer.json() as Promise<Suggestion[]>);
  const questions = await asked.catch(() => {
    // The next opening asks again.
    asked = undefined;
    return [];
  });
  return [
    group('Your own project', [{ path: '/calculator/', title: 'Answer a few questions in the calculator' }]),
    ...(questions.length > 0 ? [group('Often asked', questions)] : []),
  ];
}

let groups = 0;

function group(name: string, suggestions: readonly Suggestion[]): HTMLElement {
  const id = `search-beginning-${++groups}`;
  return element(
    'div',
    { role: 'group', 'aria-labelledby': id, class: 'search-group' },
    element('h3', { id, role: 'presentation' }, name),
    ...suggestions.map(({ path, title }, index) =>
      element(
        'a',
        {
          href: href(path),
          class: 'search-hit',
          role: 'option',
          id: `${id}-${index}`,
          'aria-selected': 'false',
          tabindex: '-1',
        },
        element('b', {}, element('span', {}, title)),
      ),
    ),
  );
}

/** The keys that open the search, as the reader's keyboard names them. */
export const shortcut = (): string => (/mac|iphone|ipad/i.test(navigator.platform) ? '⌘ K' : 'Ctrl K');
