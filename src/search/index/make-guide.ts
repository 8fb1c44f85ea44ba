/** Makes what the search reads from what the build knows of each entry. */
import { verdictWords, type EntryVerdict } from '../../verdict.ts';
import type { ShownVerdict } from '../query/answer.ts';
import { parts, type Part } from '../query/pagefind.ts';
import { meaningOf } from '../query/phrases.ts';
import { isStopWord, stem, wordsOf } from '../query/words.ts';
import { bundleOf, type Bundle } from './bundle.ts';
import type { Guide, Topic } from './files.ts';
import type { SearchRecord, SearchTopic } from './records.ts';
import { commonStems } from './common-stems.ts';
import { keywordsOf } from './keywords.ts';

/** How many keywords of an entry's text are indexed beside its title, names and answer. */
const wordsOfText = 8;
/** The topic of the entries that sum up the whole subject. */
const wholeSubject = 'page-verdict';

/** An entry with its text. */
export interface Indexed {
  record: SearchRecord;
  text: string;
}

export interface SearchIndex {
  bundle: Bundle['files'];
  /** The files of the bundle that every search needs, as Pagefind asks for them, with names that change. */
  files: string[];
  guide: Guide;
  topics: Topic[];
  /** The words that stand in texts and are not indexed, with spaces between. */
  words: string;
}

export async function makeIndex(
  entries: readonly Indexed[],
  topics: readonly SearchTopic[],
  elsewhere: Pick<Guide, 'manuals' | 'report'> = { manuals: [] },
): Promise<SearchIndex> {
  const records = entries.map(({ record }) => record);
  const keywords = keywordsOf(
    entries.map(({ record: { title, answer, aliases, asked }, text }) => ({
      text,
      indexed: [title, answer, ...aliases, ...asked].join(' '),
    })),
    wordsOfText,
  );
  const { files: bundle, ids } = await bundleOf(
    entries.flatMap(({ record }, place) =>
      partsOf(record, keywords[place]!).map((content, at) => ({ url: `${record.path}?${at}`, content })),
    ),
  );
  const named = [...bundle.keys()].filter((name) => /^index\/|\.pf_meta$/.test(name));
  const version = /pagefind\.(.*)\.pf_meta/.exec(named.join())![1]!;
  const shownWords = records.flatMap(({ title, answer }) => wordsOf(`${title} ${answer}`));
  const known = new Set(shownWords);
  const unshown = records.flatMap(({ aliases }, place) => [...aliases, ...keywords[place]!].flatMap(wordsOf));
  const ofTexts = entries.flatMap(({ text }) => wordsOf(text));
  const indexed = new Set([...shownWords, ...unshown]);
  return {
    bundle,
    files: [`pagefind-entry.json?ts=${version}`, ...named],
    guide: {
      version,
      entries: records.map(({ path, kind, title, verdict, answer }) => ({
        path,
        kind,
        title,
        ...(verdict && { verdict: shown(verdict) }),
        answer,
      })),
      ids: ids.join(' '),
      ways: records.map(({ aliases, asked }) => waysOf([...aliases, ...asked])),
      words: [...new Set(unshown)]
        .filter((word) => !known.has(word))
        .sort()
        .join(' '),
      common: commonStems([...shownWords, ...ofTexts]),
      ...elsewhere,
      summaries: records.flatMap((record, place) => (record.topics[0] === wholeSubject ? [place] : [])),
    },
    words: [...new Set(ofTexts)]
      .filter((word) => !indexed.has(word) && !isStopWord(word))
      .sort()
      .join(' '),
    topics: topics.map((topic) => {
      const carrying = records.filter((record) => record.topics.includes(topic.id));
      const place = (record: SearchRecord) => record.topics.indexOf(topic.id);
      return { ...topic, entries: carrying.sort((a, b) => place(a) - place(b)).map(({ path }) => path) };
    }),
  };
}

/** What Pagefind indexes of each part of an entry: each word once, and none that stands in a part before it. */
function partsOf({ title, answer, aliases }: SearchRecord, keywords: readonly string[]): string[] {
  const indexed = new Set<string>();
  const contents: Record<Part, string> = { name: [title, ...aliases].join(' '), text: [answer, ...keywords].join(' ') };
  return parts.map((part) => {
    const words = wordsOf(contents[part]).filter((word) => {
      const isNew = !isStopWord(word) && !indexed.has(stem(word));
      indexed.add(stem(word));
      return isNew;
    });
    // Pagefind knows no record without a word.
    return words.sort().join(' ') || '0';
  });
}

/** Ways of asking as stems. Their order says nothing, and sorted they are sent smaller. */
const waysOf = (asked: readonly string[]): string =>
  [...new Set(asked.map((way) => meaningOf(way).sort().join(' ')))].sort().join('|');

const shown = (verdict: EntryVerdict): ShownVerdict => ({
  words: verdictWords(verdict),
  ...(verdict.kind === 'lean' && { lean: verdict.lean }),
});
