/** The address of the page, which holds the answers. */

/** How long the address waits for the next change, in milliseconds. */
const delay = 300;

export class AddressBar {
  readonly #query: () => string;
  /** What was last read or written: an address that still says so holds nothing new. */
  #known = '';
  #timer = 0;

  /**
   * @param query the query of the answers in force
   * @param moved is told when the reader has gone to an address with other answers
   */
  constructor(query: () => string, moved: () => void) {
    this.#query = query;
    addEventListener('popstate', () => {
      // A link within the page leaves the answers as they are, and those not written yet count.
      if (location.search === this.#known) return;
      clearTimeout(this.#timer);
      this.#timer = 0;
      moved();
    });
    // Nothing is lost when the page goes, or the reader follows a link, before the address was written.
    addEventListener('pagehide', () => this.flush());
  }

  /** The query that stands there. */
  read(): string {
    this.#known = location.search;
    return location.search.slice(1);
  }

  /** Writes the answers when no other change follows. */
  writeSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.flush(), delay);
  }

  /** Writes now what waits to be written. */
  flush(): void {
    if (!this.#timer) return;
    clearTimeout(this.#timer);
    this.#timer = 0;
    history.replaceState(null, '', `?${this.#query()}${location.hash}`);
    this.#known = location.search;
  }
}
