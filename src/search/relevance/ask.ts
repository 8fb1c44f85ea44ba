/** Asks the search of a built site without a browser. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { evidenceFile, guideFile, textFile, topicsFile, wordsFile, type Guide, type Topic } from '../index/files.ts';
import { pagefindInNode } from '../pagefind-in-node.ts';
import type { Engine, EvidenceRecord, Hit } from '../query/answer.ts';
import { engineOf } from '../query/engine.ts';
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
  if (!existsSync(join(folder, 'pagefind')))
    throw new Error(`There is no built site in ${folder}. Run "npm run build" first.`);
  const read = (name: string) => readFileSync(join(folder, name));
  const json = (name: string) => JSON.parse(read(name).toString()) as unknown;
  const bundle = await pagefindInNode((name) => {
    const file = join('pagefind', name);
    return existsSync(join(folder, file)) ? read(file) : undefined;
  });
  return engineOf(bundle, json(guideFile) as Guide, {
    text: async (path) => read(textFile(path)).toString(),
    topics: async () => json(topicsFile) as Topic[],
    evidence: async () => json(evidenceFile) as EvidenceRecord[],
    words: async () => read(wordsFile).toString(),
  });
}

/** Asks each question of the search of a built site. */
export async function ask(folder: string, queries: readonly JudgedQuery[]): Promise<Asked[]> {
  const topics = JSON.parse(readFileSync(join(folder, topicsFile), 'utf8')) as Topic[];
  const topicsOf = (path: string) => topics.filter(({ entries }) => entries.includes(path)).map(({ id }) => id);
  return askEngine(await searchOf(folder), queries, topicsOf);
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
