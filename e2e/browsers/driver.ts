/**
 * What the adapter of an engine can do. Everything else is built on it, once, in `reader.ts`.
 *
 * What the drivers cannot do, and what is done instead:
 * - WebKitWebDriver has no way to the console, and its browser prints nothing while it is driven. The site puts a
 *   listener into each page, which hears what the page writes, errors, rejections, refusals of the policy and files
 *   that do not arrive; it does not hear what the browser says of its own accord.
 * - No driver can take the network away in every engine (WebKitWebDriver and Firefox's BiDi cannot at all), so the
 *   server stops: a page meets the same refusal as without network, but `navigator.onLine` stays true.
 * - WebKitWebDriver's waiting for a page is unreliable ("eager" never ends), so its adapter asks the page itself.
 * - MiniBrowser's window is never narrower than 447 CSS pixels, so narrow is 480 in every engine; what needs 320 is
 *   tried in Chromium alone, by the specs beside this folder.
 * - Only Chromium counts layout shifts and emulates forced colours, print and slow networks. Shifts are counted by a
 *   scenario; the rest is in the specs.
 */

/** One window of a browser. */
export interface Driver {
  /** Leads the window to an address and returns when the page and its scripts are read. */
  open(url: string): Promise<void>;
  /** Makes the inside of the window this large, in CSS pixels. */
  resize(width: number, height: number): Promise<void>;
  /** The value of a JavaScript expression in the page, as plain data. */
  ask(expression: string): Promise<unknown>;
  /** Clicks with the pointer on the element that an expression stands for, after it was brought into sight. */
  click(element: string): Promise<void>;
  /** Types with the keyboard into whatever has the focus. */
  type(words: string): Promise<void>;
  /** Presses a key, or one with others held down. */
  press(keys: Keys): Promise<void>;
  /** What was written to the console since the last call. */
  console(): Promise<string[]>;
  close(): Promise<void>;
}

/** Names as in `KeyboardEvent.key`. */
export type Keys = Key | `Control+${Key}`;
type Key = 'ArrowDown' | 'ArrowUp' | 'Enter' | 'Escape' | 'Tab' | ' ' | 'k';

/** A browser that runs. */
export interface RunningBrowser {
  /** A window that knows nothing of an earlier one. One at a time. */
  newWindow(): Promise<Driver>;
  /** Ends the browser and everything that was started for it. */
  close(): Promise<void>;
}

/** A browser engine that the scenarios are tried in. */
export interface Engine {
  name: string;
  launch(): Promise<RunningBrowser>;
  /** Set where the driver has no way to the console: the site then puts a listener into each page. */
  listensInPage?: true;
}
