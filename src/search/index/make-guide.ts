/** Makes what the search reads from what the build knows of each entry. */
import { verdictWords, type EntryVerdict } from '../../verdict.ts';
import type { ShownVerdict } from '../query/answer.ts';
import { isStopWord, wordsOf } from '../query/words.ts';
import { bundleOf, type Bundle } from './bundle.ts';
import type { Guide, Topic } from './files.ts';
import type { SearchRecord, SearchTopic } from './records.ts';
import { keywordsOf } from './keywords.ts';

/**
 * How many keywords of an entry's text are indexed beside its title, answer and aliases. Measured: four more add
 * 1.7 kB to the first search and find nothing that these miss; the first 60 words of the text add 23 kB.
 */
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
}

export async function makeIndex(entries: readonly Indexed[], topics: readonly SearchTopic[]): Promise<SearchIndex> {
  const records = entries.map(({ record }) => record);
  const keywords = keywordsOf(
    entries.map(({ record: { title, answer, aliases, asked }, text }) => ({
      text,
      indexed: [title, answer, ...aliases, ...asked].join(' '),
    })),
    wordsOfText,
  );
  const { files: bundle, ids } = await bundleOf(
    records.map((record, place) => ({ url: record.path, ...indexedWords(record, keywords[place]!) })),
  );
  const named = [...bundle.keys()].filter((name) => /^index\/|\.pf_meta$/.test(name));
  const version = /pagefind\.(.*)\.pf_meta/.exec(named.join())![1]!;
  const known = new Set(records.flatMap(({ title, answer }) => wordsOf(`${title} ${answer}`)));
  const indexed = records.flatMap(({ aliases, asked }, place) => [...aliases, ...asked, ...keywords[place]!]);
  return {
    bundle,
    files: [`pagefind-entry.json?ts=${version}`, ...named],
    guide: {
      version,
      entries: records.map(({ path, kind, title, verdict, answer }, place) => ({
        id: ids[place]!,
        path,
        kind,
        title,
        ...(verdict && { verdict: shown(verdict) }),
        answer,
      })),
      words: [...new Set(indexed.flatMap(wordsOf))]
        .filter((word) => !known.has(word))
        .sort()
        .join(' '),
      summaries: records.flatMap((record, place) => (record.topics[0] === wholeSubject ? [place] : [])),
    },
    topics: topics.map((topic) => {
      const carrying = records.filter((record) => record.topics.includes(topic.id));
      const place = (record: SearchRecord) => record.topics.indexOf(topic.id);
      return { ...topic, entries: carrying.sort((a, b) => place(a) - place(b)).map(({ path }) => path) };
    }),
  };
}

/**
 * What Pagefind indexes of an entry. Where a word stands is of no use here, and costs a third of the index: each word
 * comes once.
 */
function indexedWords({ title, answer, aliases, asked }: SearchRecord, keywords: readonly string[]) {
  const inTitle = wordsOf(title);
  const rest = [...wordsOf(answer), ...keywords].filter((word) => !inTitle.includes(word));
  return {
    content: eachOnce([...inTitle, ...rest]),
    meta: {
      title: eachOnce(inTitle),
      aliases: eachOnce(aliases.flatMap(wordsOf)),
      asked: eachOnce(asked.flatMap(wordsOf)),
    },
  };
}

/** Nobody searches for stop words. */
const eachOnce = (words: readonly string[]) => [...new Set(words)].filter((word) => !isStopWord(word)).join(' ');

const shown = (verdict: EntryVerdict): ShownVerdict => ({
  words: verdictWords(verdict),
  ...(verdict.kind === 'lean' && { lean: verdict.lean }),
});
