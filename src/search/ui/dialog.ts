/**
 * The search in a dialog, made when a reader first wants it. Follows the combobox pattern of the ARIA Authoring
 * Practices: the keyboard stays in the field, the arrows move through the list, Enter opens what is marked.
 */
import { href } from '../../site.ts';
import styles from '../../styles/components/search.css?inline';
import { beginning, shortcut } from './beginning.ts';
import { loadEngine } from './load.ts';
import type { Reading } from '../query/parse-query.ts';
import { element, failure, fillExcerpts, found, longestQuery, remarks, searchHref, summary } from './results.ts';

const look = { heading: 'h3', options: true, most: 4 } as const;
/** How long the reader rests before excerpts are fetched, in milliseconds. */
const rest = 150;
/** How long before "Nothing found" takes the place of what was found so far: the next letter may tell more. */
const patience = 400;

/** Makes the dialog once. */
function makeDialog(): { open(): void } {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  document.adoptedStyleSheets.push(sheet);

  const field = element('input', {
    type: 'search',
    name: 'q',
    role: 'combobox',
    'aria-label': 'Search the guide',
    'aria-autocomplete': 'list',
    'aria-controls': 'search-list',
    'aria-expanded': 'false',
    autocomplete: 'off',
    autocapitalize: 'none',
    spellcheck: 'false',
    enterkeyhint: 'search',
    maxlength: `${longestQuery}`,
  });
  const close = element('button', { type: 'button' }, 'Close');
  const form = element('form', { role: 'search', action: href('/search/') }, field, close);
  const said = element('div', { class: 'search-remarks small' });
  const list = element('div', {
    role: 'listbox',
    id: 'search-list',
    'aria-label': 'Results',
    // What scrolls can be reached with Tab, but here the arrows in the field do everything.
    tabindex: '-1',
  });
  const status = element('p', { role: 'status' });
  const keys = element(
    'p',
    { class: 'search-keys' },
    `↑ ↓ to move, Enter to open, Esc to close. ${shortcut()} opens this.`,
  );
  const all = element('a', { href: href('/search/') }, 'Every entry by topic');
  const dialog = element(
    'dialog',
    { class: 'search-dialog', 'aria-label': 'Search' },
    form,
    said,
    list,
    element('div', { class: 'search-foot small meta' }, status, keys, all),
  );
  document.body.append(dialog);

  /** Which search is the latest; the answer to an earlier one comes too late. */
  let latest = 0;
  /** Whether the list shows what is offered before anything is typed. */
  let offering = false;
  let resting: ReturnType<typeof setTimeout> | undefined;

  const options = () => [...list.querySelectorAll<HTMLAnchorElement>('[role=option]')];
  const active = () => list.querySelector<HTMLAnchorElement>('[aria-selected=true]');

  function mark(option: HTMLAnchorElement | undefined): void {
    active()?.setAttribute('aria-selected', 'false');
    if (!option) return field.removeAttribute('aria-activedescendant');
    option.setAttribute('aria-selected', 'true');
    field.setAttribute('aria-activedescendant', option.id);
    option.scrollIntoView({ block: 'nearest' });
  }

  function show(content: HTMLElement[], words: HTMLElement[], count: string, page?: string): void {
    mark(undefined);
    // Before the list changes: afterwards the browser would lay it out at once.
    list.scrollTop = 0;
    list.replaceChildren(...content);
    said.replaceChildren(...words);
    status.textContent = count;
    const results = content.length > 0 ? page : undefined;
    all.textContent = results ? 'Show all on one page' : 'Every entry by topic';
    all.href = results ?? href('/search/');
    field.setAttribute('aria-expanded', String(content.length > 0));
    clearTimeout(resting);
    resting = setTimeout(() => fillExcerpts(list), rest);
  }

  /** @param reading how to read what stands in the field; while it changes, the reader is typing */
  async function search(reading: Reading = { typing: true }): Promise<void> {
    const query = field.value.trim();
    const turn = ++latest;
    if (!query) {
      const hint = element('p', {}, 'Look for a worry, not a keyword: audit, juniors, nightly jobs.');
      if (list.childElementCount === 0) show([], [hint], '');
      const content = await beginning();
      if (turn !== latest) return;
      offering = true;
      return show(content, [hint], '');
    }
    // What is offered before anything is typed is no answer to it.
    if (offering) show([], [], '');
    offering = false;
    try {
      if (list.childElementCount === 0) status.textContent = 'Searching …';
      const engine = await loadEngine();
      const answer = await engine.search(field.value, reading);
      if (answer.hits.length === 0 && !answer.partial && reading.typing)
        await new Promise((resolve) => setTimeout(resolve, patience));
      if (turn !== latest) return;
      const instead = () => {
        field.focus();
        void search({ literal: true });
      };
      show(found(answer, look), remarks(answer, query, instead), summary(answer), searchHref(query, reading.literal));
    } catch {
      const again = () => {
        field.focus();
        void search(reading);
      };
      if (turn === latest) show([], [failure(again)], 'No search');
    }
  }

  field.addEventListener('input', () => void search());
  field.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    const all = options();
    const at = all.indexOf(active()!);
    const to = { ArrowDown: at + 1, ArrowUp: at < 0 ? all.length - 1 : at - 1 }[event.key];
    if (to !== undefined && all.length > 0) {
      event.preventDefault();
      // Past either end the mark returns to the field.
      mark(all[to]);
    } else if (event.key === 'Enter' && active()) {
      event.preventDefault();
      if (event.ctrlKey || event.metaKey || event.shiftKey) window.open(active()!.href, '_blank', 'noopener');
      else active()!.click();
    }
  });
  dialog.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.isComposing) return;
    // A search field would only be emptied by it.
    event.preventDefault();
    dialog.close();
  });
  dialog.addEventListener('click', (event) => {
    const { target } = event;
    const link = target instanceof Element && target.closest('a');
    const newTab = event.ctrlKey || event.metaKey || event.shiftKey;
    // The dialog itself is hit where its dimming is. A link may lead to a place on this very page.
    if (target === dialog || target === close || (link && !event.defaultPrevented && !newTab)) dialog.close();
  });

  return {
    open() {
      const opens = !dialog.open;
      if (opens) dialog.showModal();
      field.focus();
      field.select();
      if (opens) void search();
    },
  };
}

let dialog: ReturnType<typeof makeDialog> | undefined;

/** Opens the search: the dialog, or on the search page its field. */
export function open(button: HTMLElement): void {
  const field = document.querySelector<HTMLInputElement>('.search-page [type=search]');
  if (field) {
    field.focus();
    field.select();
    return;
  }
  // What has the focus now gets it back.
  if (document.activeElement === document.body) button.focus();
  dialog ??= makeDialog();
  dialog.open();
}
