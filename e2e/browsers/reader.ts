/** A reader in one browser: the verbs that the scenarios are written with. */
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import type { Driver, Keys } from './driver.ts';
import type { Site } from './site.ts';

/** A function that runs in the page, so it uses nothing from outside but what it is given, which is plain data. */
type InPage<Given extends unknown[], Answer> = (...given: Given) => Answer;

/** What a reader can do, told as a scenario, and the doing of it. */
export type Scenarios = Record<string, (reader: Reader, site: Site) => Promise<void>>;

/** How long a reader waits for anything, in milliseconds. */
const patience = 15_000;

export class Reader {
  readonly #driver: Driver;
  readonly #site: Site;

  constructor(driver: Driver, site: Site) {
    this.#driver = driver;
    this.#site = site;
  }

  /** Opens a page of the site by its address below the home page, in a window of this width in CSS pixels. */
  async open(address: string, { width = 1280 } = {}): Promise<void> {
    await this.#driver.resize(width, 800);
    await this.#driver.open(this.#site.url + address);
  }

  /** The text of the first element that fits the selector, is visible and holds these words, as soon as there is one. */
  text(selector: string, words = ''): Promise<string> {
    return this.#until<string>(`${selector} shows “${words}”`, `${inPage(firstVisible, selector, words)}?.innerText`);
  }

  /** Clicks on the first element that fits the selector, is visible and holds these words, as soon as there is one. */
  async click(selector: string, words = ''): Promise<void> {
    await this.text(selector, words);
    await this.#driver.click(inPage(firstVisible, selector, words));
  }

  /** Types into whatever has the focus. */
  type(words: string): Promise<void> {
    return this.#driver.type(words);
  }

  /** Presses a key, or one with others held down. */
  press(keys: Keys): Promise<void> {
    return this.#driver.press(keys);
  }

  /** Waits until a question has a true answer in the page. */
  async wait<Given extends unknown[]>(what: string, question: InPage<Given, unknown>, ...given: Given): Promise<void> {
    await this.#until(what, `Boolean(${inPage(question, ...given)})`);
  }

  /** Waits until the reader is at an address below the home page. */
  at(address: string): Promise<void> {
    return this.wait(`the address is ${address}`, (url) => location.href === url, this.#site.url + address);
  }

  async #until<Answer>(what: string, expression: string): Promise<Answer> {
    let last: unknown;
    for (const start = Date.now(); Date.now() - start < patience; await pause(50)) {
      // While a new page arrives there is nobody to answer.
      last = await this.#driver.ask(expression).catch((error: unknown) => error);
      if (last && !(last instanceof Error)) return last as Answer;
    }
    assert.fail(`waited in vain until ${what}${last instanceof Error ? `: ${last.message}` : ''}`);
  }

  /** The answer to a question in the page, as it is now. */
  ask<Given extends unknown[], Answer>(question: InPage<Given, Answer>, ...given: Given): Promise<Answer> {
    return this.#driver.ask(inPage(question, ...given)) as Promise<Answer>;
  }

  /** Takes the network away: the site answers nothing any more. */
  offline(): Promise<void> {
    return this.#site.stop();
  }

  /** What was written to the console since the last call. */
  console(): Promise<string[]> {
    return this.#driver.console();
  }
}

/** The call of a function, as an expression that the page can run. */
function inPage<Given extends unknown[]>(question: InPage<Given, unknown>, ...given: Given): string {
  return `(${question})(${given.map((one) => JSON.stringify(one)).join(', ')})`;
}

/** Runs in the page. */
function firstVisible(selector: string, words: string): HTMLElement | undefined {
  return [...document.querySelectorAll<HTMLElement>(selector)].find(
    (element) => element.checkVisibility({ visibilityProperty: true }) && element.innerText.includes(words),
  );
}
