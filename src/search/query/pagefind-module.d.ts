/** What Pagefind's generated code offers to its own loader; `search/index/bundle.ts` provides the module. */
declare module 'virtual:pagefind' {
  const pagefind: {
    /** Starts the engine. */
    (options: { module_or_path: Promise<Response> }): Promise<unknown>;
    /** Makes an index of its list of entries. This and the next two return the index as a pointer. */
    init_pagefind(meta: Uint8Array): number;
    set_ranking_weights(index: number, json: string): number;
    load_index_chunk(index: number, chunk: Uint8Array): number;
    /** The names of the chunks that a search needs, as JSON. */
    request_indexes(index: number, words: string): string;
    /** What is found, as JSON. */
    search(
      index: number,
      words: string,
      original: string,
      filters: string,
      sort: string,
      exact: boolean,
      exactDiacritics: boolean,
    ): string;
  };
  export default pagefind;
}
