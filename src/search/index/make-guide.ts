/** Makes what the search reads from what the build knows of each entry. */
import { verdictWords, type EntryVerdict } from '../../verdict.ts';
import type { ShownVerdict } from '../query/answer.ts';
import { meaningOf } from '../query/phrases.ts';
import { isStopWord, wordsOf } from '../query/words.ts';
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
    // Pagefind knows no record without a word.
    records.map(({ path }, place) => ({ url: path, content: keywords[place]!.toSorted().join(' ') || '0' })),
  );
  const named = [...bundle.keys()].filter((name) => /^index\/|\.pf_meta$/.test(name));
  const version = /pagefind\.(.*)\.pf_meta/.exec(named.join())![1]!;
  const shownWords = records.flatMap(({ title, answer }) => wordsOf(`${title} ${answer}`));
  const known = new Set(shownWords);
  const ofNames = records.flatMap(({ aliases }) => aliases.flatMap(wordsOf));
  const ofTexts = entries.flatMap(({ text }) => wordsOf(text));
  const indexed = new Set([...shownWords, ...ofNames, ...keywords.flat()]);
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
      names: records.map(({ aliases }) => waysOf(aliases)),
      ways: records.map(({ asked }) => waysOf(asked)),
      words: [...new Set(ofNames)]
        .filter((word) => !known.has(word))
        .sort()
        .join(' '),
      keywords: [...new Set(keywords.flat())].sort().join(' '),
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

/** Ways of asking as stems. Their order says nothing, and sorted they are sent smaller. */
const waysOf = (asked: readonly string[]): string =>
  [...new Set(asked.map((way) => meaningOf(way).sort().join(' ')))].sort().join('|');

const shown = (verdict: EntryVerdict): ShownVerdict => ({
  words: verdictWords(verdict),
  ...(verdict.kind === 'lean' && { lean: verdict.lean }),
});
