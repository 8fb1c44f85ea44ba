/** The address of the page, which holds the answers. */

/** Browsers refuse more than about a hundred changes of the address in half a minute. */
const most = 60;
const span = 30_000;
/** How long the address waits once it has changed so often, in milliseconds. */
const delay = 600;

export class AddressBar {
  readonly #query: () => string;
  /** What was last read or written: an address that still says so holds nothing new. */
  #known = '';
  #timer = 0;
  #written: number[] = [];

  /**
   * @param query the query of everything that the reader set
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

  /** Whether the answers in the address were given here, and not brought by a link. */
  get isOwn(): boolean {
    return (history.state as { own?: boolean } | null)?.own === true;
  }

  /** Writes the answers at once, so that a reload finds them; only who changes very often has to wait. */
  write(): void {
    const now = Date.now();
    this.#written = this.#written.filter((at) => now - at < span);
    clearTimeout(this.#timer);
    if (this.#written.length < most) this.#put();
    else this.#timer = window.setTimeout(() => this.#put(), delay);
  }

  /** Writes now what waits to be written. */
  flush(): void {
    if (this.#timer) this.#put();
  }

  /** Leaves the address as it is in the history, so that "Back" leads to it, and goes on in a new entry. */
  fork(): void {
    this.flush();
    history.pushState({ own: true }, '', location.href);
    this.#known = location.search;
  }

  #put(): void {
    clearTimeout(this.#timer);
    this.#timer = 0;
    this.#written.push(Date.now());
    history.replaceState({ own: true }, '', `?${this.#query()}${location.hash}`);
    this.#known = location.search;
  }
}
