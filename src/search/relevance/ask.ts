/** Asks the search of a built site without a browser. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { evidenceFile, guideFile, textFile, topicsFile, wordsFile, type Guide, type Topic } from '../index/files.ts';
import { pagefindInNode } from '../pagefind-in-node.ts';
import type { Engine, EvidenceRecord, Hit } from '../query/answer.ts';
import { engineOf } from '../query/engine.ts';
import { meaningOf } from '../query/phrases.ts';
import { isName } from '../query/words.ts';
import { grouped } from '../ui/groups.ts';
import type { Judged, JudgedQuery } from './judging.ts';

/** A question and what the search answers to it. */
export interface Asked extends Judged {
  /** The paths of the results, in their order. */
  paths: string[];
}

/**
 * The search of the site in a folder, with the same index and the same code that a reader's browser runs.
 * @throws when the folder holds no site
 */
export async function searchOf(folder: string): Promise<Engine> {
  return (await openSite(folder)).engine();
}

/** What the search of a site is made of; `engine` makes one, with other ways of asking where they are given. */
async function openSite(folder: string): Promise<{ guide: Guide; engine: (ways?: string[]) => Engine }> {
  if (!existsSync(join(folder, 'pagefind')))
    throw new Error(`There is no built site in ${folder}. Run "npm run build" first.`);
  const read = (name: string) => readFileSync(join(folder, name));
  const json = (name: string) => JSON.parse(read(name).toString()) as unknown;
  const bundle = await pagefindInNode((name) => {
    const file = join('pagefind', name);
    return existsSync(join(folder, file)) ? read(file) : undefined;
  });
  const guide = json(guideFile) as Guide;
  const later = {
    text: async (path: string) => read(textFile(path)).toString(),
    topics: async () => json(topicsFile) as Topic[],
    evidence: async () => json(evidenceFile) as EvidenceRecord[],
    words: async () => read(wordsFile).toString(),
  };
  return { guide, engine: (ways = guide.ways) => engineOf(bundle, { ...guide, ways }, later) };
}

/** Asks each question of the search of a built site. */
export async function ask(folder: string, queries: readonly JudgedQuery[]): Promise<Asked[]> {
  return askEngine(await searchOf(folder), queries, topicsIn(folder));
}

/**
 * Asks each question as if nobody had drawn a way of asking from it: of a search without the ways that are near to it.
 * This tells better than `ask` how questions fare that nobody here has seen.
 */
export async function askAsUnseen(folder: string, queries: readonly JudgedQuery[]): Promise<Asked[]> {
  const { guide, engine } = await openSite(folder);
  const asked: Asked[] = [];
  for (const query of queries)
    asked.push(...(await askEngine(engine(waysFarFrom(query.q, guide.ways)), [query], topicsIn(folder))));
  return asked;
}

/** A way that shares this part of what the two say may have been drawn from the question. */
const near = 0.5;

/**
 * The ways of asking that are not near to a question, the names of the two frameworks left aside.
 * @param ways for each entry, stems with a bar between two ways
 */
export function waysFarFrom(question: string, ways: readonly string[]): string[] {
  const said = new Set(meaningOf(question).filter((stem) => !isName(stem)));
  const isFar = (way: string) => {
    const stems = way.split(' ').filter((stem) => !isName(stem));
    const shared = stems.filter((stem) => said.has(stem)).length;
    return shared < near * new Set([...stems, ...said]).size;
  };
  return ways.map((list) => list.split('|').filter(isFar).join('|'));
}

function topicsIn(folder: string): (path: string) => string[] {
  const topics = JSON.parse(readFileSync(join(folder, topicsFile), 'utf8')) as Topic[];
  return (path) => topics.filter(({ entries }) => entries.includes(path)).map(({ id }) => id);
}

/**
 * Asks each question.
 * @param topicsOf the topics of the entry at a path
 */
export function askEngine(
  engine: Engine,
  queries: readonly JudgedQuery[],
  topicsOf: (path: string) => string[],
): Promise<Asked[]> {
  return Promise.all(
    queries.map(async (query) => {
      const { hits, partial, language } = await engine.search(query.q);
      const paths = (partial?.hits ?? inOrderShown(hits)).map(({ path }) => path);
      const results = paths.map((path) => [path, ...topicsOf(path)]);
      return { query, paths, shown: { results, confident: hits.length > 0, languageTold: language !== undefined } };
    }),
  );
}

/** Hits in the order in which readers see them: by group. */
const inOrderShown = (hits: readonly Hit[]): Hit[] => grouped(hits).flatMap((group) => group.hits);
