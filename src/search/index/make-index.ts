/** Makes the files that the search reads from what the build knows of each entry. */
import { isStopWord, wordsOf } from '../query/words.ts';
import {
  chunkFile,
  engineFile,
  entryFile,
  guideFile,
  metaFile,
  textFile,
  topicsFile,
  type Entry,
  type Guide,
  type Topic,
} from './format.ts';
import { pagefindFiles } from './pagefind-files.ts';
import type { SearchRecord, SearchTopic } from './records.ts';
import { tellingWords } from './telling-words.ts';

/**
 * How many telling words of an entry's text are indexed beside its title, answer and aliases. Measured: four more add
 * 1.7 kB to the first search and find nothing that these miss; the first 60 words of the text add 23 kB.
 */
const wordsOfText = 8;
/** Up to so many entries come along with the guide. Beyond, the first search would pay for entries that it never shows. */
const mostInGuide = 400;
/** Up to so many chunks of the index are worth fetching before it is known which of them a query needs. */
const mostChunksAhead = 1;
/** The topic of the entries that sum up the whole subject. */
const wholeSubject = 'page-verdict';

/** An entry with its text. */
export interface Indexed {
  record: SearchRecord;
  text: string;
}

export interface MadeIndex {
  /** The content of each file, by its name inside the folder. */
  files: Map<string, Buffer>;
  /** The files that every first search needs, the largest first. */
  first: string[];
}

export async function makeIndex(entries: readonly Indexed[], topics: readonly SearchTopic[]): Promise<MadeIndex> {
  const records = entries.map(({ record }) => record);
  const telling = tellingWords(
    entries.map(({ record: { title, answer, aliases }, text }) => ({
      text,
      indexed: [title, answer, ...aliases].join(' '),
    })),
    wordsOfText,
  );
  const made = await pagefindFiles(
    records.map((record, id) => ({ url: `/${id}`, html: pageOf(record, telling[id]!) })),
  );

  const files = new Map<string, Buffer>();
  const json = (name: string, value: unknown) => files.set(name, Buffer.from(JSON.stringify(value)));
  const chunks = [...made.keys()].flatMap((name) => /^index\/(.*)\.pf_index$/.exec(name)?.[1] ?? []).sort();
  const shorter = new Map([...idsByFragment(made), ...chunks.map((name, at) => [name, `${at}`] as const)]);
  files.set(engineFile, made.get('wasm.en.pagefind')!);
  files.set(metaFile, renamed(find(made, /\.pf_meta$/), shorter));
  for (const name of chunks) files.set(chunkFile(shorter.get(name)!), made.get(`index/${name}.pf_index`)!);

  const shown = records.map(({ aliases: _, topics: __, ...entry }): Entry => entry);
  const inGuide = shown.length <= mostInGuide ? shown : [];
  const known = new Set(inGuide.flatMap(({ title, answer }) => wordsOf(`${title} ${answer}`)));
  const indexed = records.flatMap(({ title, answer, aliases }, id) => [title, answer, ...aliases, ...telling[id]!]);
  json(guideFile, {
    count: shown.length,
    entries: inGuide,
    words: [...new Set(indexed.flatMap(wordsOf))]
      .filter((word) => !known.has(word))
      .sort()
      .join(' '),
    summaries: records.flatMap((record, id) => (record.topics[0] === wholeSubject ? [id] : [])),
  } satisfies Guide);
  if (inGuide.length === 0) shown.forEach((entry, id) => json(entryFile(id), entry));
  entries.forEach(({ text }, id) => files.set(textFile(id), Buffer.from(text)));
  json(
    topicsFile,
    topics.map((topic): Topic => {
      const carrying = [...records.keys()].filter((id) => records[id]!.topics.includes(topic.id));
      const place = (id: number) => records[id]!.topics.indexOf(topic.id);
      return { ...topic, entries: carrying.sort((a, b) => place(a) - place(b)) };
    }),
  );

  const ahead = chunks.length <= mostChunksAhead ? chunks.map((name) => chunkFile(shorter.get(name)!)) : [];
  const size = (name: string) => files.get(name)!.length;
  const first = [engineFile, metaFile, guideFile, ...ahead].sort((a, b) => size(b) - size(a));
  return { files, first };
}

/**
 * What Pagefind indexes of an entry. Where a word stands is of no use here, and costs a third of the index: each word
 * comes once.
 */
function pageOf({ title, answer, aliases }: SearchRecord, telling: readonly string[]): string {
  const inTitle = wordsOf(title);
  const rest = [...wordsOf(answer), ...telling].filter((word) => !inTitle.includes(word));
  return `<html lang="en"><body>
    <span data-pagefind-meta="aliases:${eachOnce(aliases.flatMap(wordsOf))}"></span>
    <main data-pagefind-body><h1>${eachOnce(inTitle)}</h1><p>${eachOnce(rest)}</p></main>`;
}

/** Nobody searches for stop words. */
const eachOnce = (words: readonly string[]) => [...new Set(words)].filter((word) => !isStopWord(word)).join(' ');

/** Pagefind names a page by a hash. Its fragment, which readers never need, says which page that is. */
function idsByFragment(made: ReadonlyMap<string, Buffer>): [string, string][] {
  return [...made].flatMap(([name, content]) => {
    const hash = /^fragment\/(.*)\.pf_fragment$/.exec(name)?.[1];
    if (!hash) return [];
    const { url } = JSON.parse(content.toString()) as { url: string };
    return [[hash, url.slice(1)] as [string, string]];
  });
}

/**
 * Pagefind's list with shorter names: hashes are what compresses worst in it. The list is CBOR, in which a text of up
 * to 23 bytes stands behind one byte that holds its length.
 * @throws when a name is not there
 */
function renamed(list: Buffer, names: ReadonlyMap<string, string>): Buffer {
  const text = (value: string) => String.fromCharCode(0x60 + value.length) + value;
  let content = list.toString('latin1');
  for (const [from, to] of names) {
    if (!content.includes(text(from))) throw new Error(`Pagefind's list does not name ${from}`);
    content = content.replace(text(from), text(to));
  }
  return Buffer.from(content, 'latin1');
}

function find(files: ReadonlyMap<string, Buffer>, name: RegExp): Buffer {
  const found = [...files].find(([file]) => name.test(file));
  if (!found) throw new Error(`Pagefind made no file like ${name}`);
  return found[1];
}
