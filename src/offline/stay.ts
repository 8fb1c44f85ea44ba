/** When a reader stays, and when the rest of the guide may be fetched without being asked for. */

/** What is counted on a reader's device, and never leaves it, until the guide is kept. */
export interface Views {
  /** Pages seen. */
  pages: number;
  /** Visits; a new one begins with a page that is seen half an hour after the last. */
  visits: number;
  /** When the last page was seen, in milliseconds since 1970. */
  last: number;
}

const pause = 30 * 60_000;

/** Counts one more page. */
export function counted(before: Views | undefined, now: number): Views {
  if (!before) return { pages: 1, visits: 1, last: now };
  const returned = now - before.last > pause;
  return { pages: before.pages + 1, visits: before.visits + (returned ? 1 : 0), last: now };
}

/** Whether so many views are those of a reader who stays: the third page or the second visit. */
export const stays = ({ pages, visits }: Views): boolean => pages >= 3 || visits >= 2;

/** What some browsers say about the connection. */
export interface Connection {
  saveData?: boolean;
  /** `slow-2g`, `2g`, `3g` or `4g`. */
  effectiveType?: string;
}

/**
 * Whether more than the reader asked for may be fetched over this connection.
 * @param wished whether the reader wants the guide kept: installed it, or kept it before
 */
export function mayFetchMore(connection: Connection | undefined, wished: boolean): boolean {
  if (connection?.saveData) return false;
  return connection?.effectiveType ? connection.effectiveType === '4g' : wished;
}
