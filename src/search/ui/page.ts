/** Answers on the search page, whose address holds the query. The list of entries below needs none of this. */
import { loadEngine } from './load.ts';
import { evidence, failure, fillExcerpts, found, longestQuery, remarks, searchHref, summary } from './results.ts';

const look = { heading: 'h2', options: false, most: Infinity } as const;

/** Takes over the form of the page. */
export function start(form: HTMLFormElement): void {
  const field = form.querySelector('input')!;
  const status = document.querySelector('.search-status')!;
  const results = document.querySelector('.search-results')!;
  const further = document.querySelector('.search-evidence')!;
  const title = document.title;
  let latest = 0;

  async function show(query: string, literal: boolean): Promise<void> {
    const turn = ++latest;
    further.replaceChildren();
    document.title = query ? `${query} · ${title}` : title;
    if (!query) {
      status.textContent = '';
      return results.replaceChildren();
    }
    status.textContent = 'Searching …';
    try {
      const engine = await loadEngine();
      const answer = await engine.search(query, { literal });
      if (turn !== latest) return;
      results.replaceChildren(...remarks(answer, query), ...found(answer, look));
      status.textContent = summary(answer);
      await fillExcerpts(results);
      // Below all that answers; where it does not arrive, nothing is missed.
      const records = await engine.evidence(query).catch(() => []);
      if (turn === latest) further.replaceChildren(...evidence(records));
    } catch {
      if (turn !== latest) return;
      results.replaceChildren(failure(() => void show(query, literal)));
      status.textContent = 'No search';
    }
  }

  function showAddress(): void {
    const asked = new URLSearchParams(location.search);
    field.value = (asked.get('q') ?? '').trim().slice(0, longestQuery);
    void show(field.value, asked.has('literal'));
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    history.pushState(null, '', searchHref(field.value.trim()));
    showAddress();
  });
  addEventListener('popstate', showAddress);
  // Without a query, the reader may be typing already.
  if (location.search) showAddress();
}
