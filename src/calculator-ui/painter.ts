/** Puts what was found into its places on the page. */
import type { Details, Result } from './result.ts';
import { h, toNode, type Tree } from './tree.ts';
import type { Notice } from './notices.ts';
import * as views from './views.ts';
import type { Words } from './words.ts';

export class Painter {
  readonly #host: HTMLElement;
  readonly #words: Words;

  constructor(host: HTMLElement, words: Words) {
    this.#host = host;
    this.#words = words;
  }

  /** What an answer gets at once. */
  verdict(result: Result, given: string): void {
    const lean = views.leanIn(result);
    for (const element of this.#host.querySelectorAll<HTMLElement>('[data-shows-lean]')) {
      if (lean) element.dataset['lean'] = lean;
      else delete element.dataset['lean'];
    }
    this.#draw('heading', [views.heading(result)]);
    this.#draw('verdict', views.verdictText(result, this.#words));
    this.#draw('given', [given]);
  }

  /** What follows once the verdict is on the screen. */
  reasons(result: Result): void {
    this.#draw('cautions', views.cautionList(result));
    this.#draw('reasons', views.reasonChart(result, this.#words));
    this.#draw('scores', [views.scoreTable(result, this.#words)]);
  }

  /** What takes longer to compute. */
  details(result: Result, details: Details, rate: views.Rate | undefined): void {
    this.#draw('changes', views.changes(result, details, this.#words));
    this.#draw('cost', views.costText(result, details, this.#words, rate));
    this.#draw('cost-chart', views.costChart(result, details, rate));
    this.#draw('cost-parts', views.costParts(result, details, this.#words, rate));
    this.#draw('robustness', views.robustness(result, details, this.#words));
  }

  comparison(table: Tree | undefined): void {
    this.#draw('comparison', table ? [table] : []);
  }

  /** What is printed below the result, and the address to copy. */
  answers(inWords: readonly { question: string; answer: string }[], address: string, version: number): void {
    const lines = inWords.map(({ question, answer }) => h('li', {}, h('b', {}, `${question}: `), answer));
    this.#draw('answers', [h('ul', {}, lines)]);
    this.#draw('printed-address', [`Model ${version}. ${address}`]);
    const field = this.#host.querySelector<HTMLInputElement>('[data-part=address]');
    if (field) field.value = address;
  }

  /** Says that the address does not hold everything, or takes that back. */
  addressNote(note: string): void {
    this.#draw('address-note', note ? [note] : []);
  }

  notices(notices: readonly Notice[]): void {
    if (notices.length === 0) return this.#draw('notice', []);
    const lines = notices.map(({ part, text }) => h('li', {}, h('bdi', {}, part), `: ${text}.`));
    this.#draw('notice', [h('h2', {}, 'Not everything in the address could be used'), h('ul', {}, lines)]);
    this.say(`${notices.length === 1 ? 'One part' : `${notices.length} parts`} of the address could not be used.`);
  }

  /** Whether costs and the like are still those of the answers before. */
  set busy(busy: boolean) {
    if (busy) this.#host.setAttribute('aria-busy', 'true');
    else this.#host.removeAttribute('aria-busy');
  }

  say(message: string): void {
    this.#host.querySelector('[data-part=status]')!.textContent = message;
  }

  #draw(part: string, content: readonly Tree[]): void {
    for (const place of this.#host.querySelectorAll(`[data-part="${part}"]`)) {
      const open = [...place.querySelectorAll('details')].map((details) => details.open);
      place.replaceChildren(...content.map((tree) => toNode(tree)));
      place.querySelectorAll('details').forEach((details, at) => (details.open = open[at] ?? false));
    }
  }
}
