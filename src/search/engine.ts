/** The search in the browser: loads everything side by side, then answers from memory. */
import type { Answer, Engine, Hit } from './answer.ts';
import { excerptOf } from './excerpt.ts';
import { addressAttribute, readAddress, textFile } from './index-address.ts';
import type { Pagefind } from './pagefind.ts';
import { understand, vocabularyOf, wordsOf, type Term } from './query.ts';
import { bestOf, enough, favour, isGeneral, rank, type Ranked, type Scores } from './rank.ts';
import type { SearchData } from './search-data.ts';

/** More than anyone reads. */
const mostHits = 30;
const mostPartial = 5;

/** How much the very word in a title counts above another form of it, or a longer word that begins alike. */
const inTitle = 1.3;
/** The topic that sums up the whole subject, and how much it counts above others where a query names nothing narrower. */
const wholeSubject = { topic: 'page-verdict', factor: 6 };

let loading: Promise<Engine> | undefined;

/**
 * The search of this page's site. Loads once; a failed attempt can be repeated.
 * @throws when the page names no index or a part of it does not arrive.
 */
export function loadEngine(): Promise<Engine> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(): Promise<Engine> {
  const place = document.querySelector<HTMLElement>(`[${addressAttribute}]`);
  const { folder, files } = readAddress(place?.getAttribute(addressAttribute));
  if (!folder) throw new Error('This page names no search index');
  // The button asks for the files before this script is there. The search page has not pressed it.
  if (!place!.dataset['asked'])
    for (const file of files)
      void fetch(folder + file).then(
        (answer) => answer.blob(),
        () => {},
      );
  const [pagefind, data] = await Promise.all([loadPagefind(folder), loadData(folder)]);
  return engineOf(pagefind, data, folder);
}

async function loadPagefind(folder: string): Promise<Pagefind> {
  const pagefind = (await import(/* @vite-ignore */ `${folder}pagefind.js`)) as Pagefind;
  await pagefind.options({
    basePath: folder,
    // A worker is one more script, and Trusted Types would want a policy for it.
    noWorker: true,
    // The folder is named after its content, so no file in it needs a time stamp.
    metaCacheTag: '',
    ranking: { pageLength: 0.1, metaWeights: { title: 5, aliases: 2 } },
  });
  await pagefind.init();
  return pagefind;
}

async function loadData(folder: string): Promise<SearchData> {
  const response = await fetch(`${folder}records.json`);
  if (!response.ok) throw new Error(`${response.status} for ${response.url}`);
  return (await response.json()) as SearchData;
}

/** The search over a loaded index. */
function engineOf(pagefind: Pagefind, { records, topics, words }: SearchData, folder: string): Engine {
  const known = new Map(records.map((record) => [record.id, record]));
  const texts = new Map<string, Promise<string>>();
  const titles = new Map(records.map(({ id, title }) => [id, new Set(wordsOf(title))]));
  const vocabulary = vocabularyOf([words, ...records.flatMap(({ title, answer }) => [title, answer])].flatMap(wordsOf));

  return {
    topics,
    async search(query, { literal = false } = {}) {
      const { terms, changes, ignored } = understand(query, vocabulary, literal);
      const answer: Answer = {
        hits: [],
        partial: [],
        changes,
        ignored,
        asked: terms.map(({ word }) => word).join(' '),
      };
      if (terms.length === 0) return answer;
      const found = await Promise.all(terms.map(scoresOf));
      const byTerm = isGeneral(found, records.length) ? found.map(favouringVerdict) : found;
      const together = terms.length > 1 ? await scores(answer.asked) : new Map<string, number>();
      const ranked = rank(byTerm, together, records.length);
      const hits = (list: readonly Ranked[]) => list.map(({ id }) => hitOf(id, answer.asked));
      const whole = ignored.length === 0 ? ranked.filter(({ coverage }) => coverage >= enough) : [];
      answer.hits = hits(whole.slice(0, mostHits));
      if (whole.length === 0 && ranked.length > 0) {
        const matched = terms.filter((_, at) => byTerm[at]!.has(ranked[0]!.id)).map(({ word }) => word);
        answer.partial = [{ word: matched.join(' '), hits: hits(ranked.slice(0, mostPartial)) }];
      }
      return answer;
    },
  };

  async function scores(text: string): Promise<Scores> {
    const { results } = await pagefind.search(text);
    return new Map(results.map(({ id, score }) => [id, score]));
  }

  async function scoresOf({ word, also }: Term): Promise<Scores> {
    const lists = await Promise.all(
      [word, ...also].map(async (text, at) => ({ scores: await scores(text), factor: at === 0 ? 1 : 0.7 })),
    );
    return favour(bestOf(lists), (id) => titles.get(id)!.has(word), inTitle);
  }

  function favouringVerdict(found: Scores): Scores {
    return favour(found, (id) => known.get(id)!.topics[0] === wholeSubject.topic, wholeSubject.factor);
  }

  function hitOf(id: string, asked: string): Hit {
    const { path, kind, title, lean, answer, topics } = known.get(id)!;
    return {
      ...{ path, kind, title, answer, topics },
      ...(lean && { lean }),
      excerpt: async () => excerptOf(await textOf(id), asked),
    };
  }

  function textOf(id: string): Promise<string> {
    let text = texts.get(id);
    if (!text) {
      text = fetch(folder + textFile(id)).then((response) => (response.ok ? response.text() : ''));
      texts.set(id, text);
    }
    return text;
  }
}
