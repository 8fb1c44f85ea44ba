/**
 * Pagefind in the browser: its engine and the few lines that call it. The loader that it ships asks for its parts one
 * after the other, asks again every 50 ms whether they are there, and is six times as long.
 */
import pagefind from 'virtual:pagefind';
import { chunkFile, engineFile, metaFile } from '../index/format.ts';
import type { Scores } from './rank.ts';

/** Fetches a file of the index. Rejects where it does not arrive. */
export type Part = (file: string) => Promise<Response>;

/** Short texts are as good as long ones here; a word of the title tells most, what readers call an entry comes next. */
const weights = { page_length: 0, meta_weights: { title: 5, aliases: 2 } };

/** An index that is ready to be searched. */
export interface Index {
  /** The entries in which all the words stand, each with its score. Words must be in lower case. */
  search(words: string): Promise<Scores>;
}

/** @throws when a part does not arrive or the browser cannot run it */
export async function openIndex(part: Part): Promise<Index> {
  const bytes = async (file: string) => new Uint8Array(await (await part(file)).arrayBuffer());
  const [meta] = await Promise.all([bytes(metaFile), pagefind({ module_or_path: part(engineFile) })]);
  // Every call that changes the index hands out a new pointer to it.
  let index = pagefind.set_ranking_weights(pagefind.init_pagefind(meta), JSON.stringify(weights));
  const chunks = new Map<string, Promise<void>>();

  async function load(name: string): Promise<void> {
    const chunk = await bytes(chunkFile(name));
    index = pagefind.load_index_chunk(index, chunk);
  }

  function chunk(name: string): Promise<void> {
    const loading = chunks.get(name) ?? load(name);
    chunks.set(name, loading);
    loading.catch(() => chunks.delete(name));
    return loading;
  }

  return {
    async search(words) {
      const needed = JSON.parse(pagefind.request_indexes(index, words)) as string[];
      await Promise.all(needed.map(chunk));
      const { results } = JSON.parse(pagefind.search(index, words, words, '{}', '', false, false)) as {
        /** `p` names the page, here by the id of the entry; `s` is its score. */
        results: { p: string; s: number }[];
      };
      return new Map(results.map(({ p, s }) => [Number(p), s]));
    },
  };
}
