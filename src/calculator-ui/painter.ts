/** Puts what was found into its places on the page. */
import { answersInWords } from './answers-in-words.ts';
import { changesView } from './assumptions-view.ts';
import type { Parts } from './below.ts';
import { barWords, nextQuestion, progress, reasonList, verdictView, waiting } from './card.ts';
import type { Compared } from './comparison-view.ts';
import type { Notice } from './notices.ts';
import { beam } from './pictures.ts';
import type { Details, Result } from './result.ts';
import type { Answered } from '../calculator/answers.ts';
import type { Said } from './said.ts';
import { h, toNode, type Tree } from './tree.ts';
import type { Words } from './words.ts';

export class Painter {
  readonly #host: HTMLElement;
  readonly #words: Words;
  /** By how much the beam was tipped before. */
  #tilt = 0;

  constructor(host: HTMLElement, words: Words) {
    this.#host = host;
    this.#words = words;
  }

  /** What an answer gets at once: the card without its reasons. */
  verdict(result: Result, said: Said, answered: Answered, notSure: number, kept?: Said): void {
    for (const element of this.#host.querySelectorAll<HTMLElement>('[data-shows-lean]')) {
      if (said.lean) element.dataset['lean'] = said.lean;
      else delete element.dataset['lean'];
    }
    const none = said.stage === 'none';
    this.#when('blank', none);
    this.#when('verdict', !none);
    this.#draw('progress', [progress(answered, notSure)]);
    this.#draw('heading', [said.title]);
    this.#draw(
      'verdict',
      none
        ? [h('p', { class: 'said' }, waiting(answered)), beam(undefined)]
        : verdictView(result, said, this.#words, kept),
    );
    this.#tip();
    this.#draw('bar', barWords(said, answered));
    if (none) for (const part of ['why', 'turns', 'next'] as const) this.#draw(part, []);
  }

  /** What follows once the verdict is on the screen, and needs no long work. */
  reasons(result: Result, said: Said): void {
    this.#draw('why', reasonList(result, said, this.#words));
  }

  /** Puts content into its places. */
  parts(parts: Parts): void {
    for (const [part, content] of Object.entries(parts)) this.#draw(part, content);
  }

  next(said: Said, next: Details['next']): void {
    this.#draw('next', nextQuestion(said, next, this.#words));
  }

  similar(shown: readonly Tree[]): void {
    this.#when('similar', shown.length > 0);
    this.#draw('similar', shown);
  }

  /** The numbers that move the result most; a table that somebody is typing into stays as it is. */
  telling(table: Tree): void {
    const place = this.#host.querySelector('[data-part=telling]');
    if (place?.contains(document.activeElement) || place?.querySelector('[data-fault]')) return;
    this.#draw('telling', [table]);
  }

  changes(result: Result, faults: number, before: Said, now: Said): void {
    this.#draw('changes', changesView(result.estimate.answers, faults, before, now));
  }

  /** Which of two scenarios the form edits. */
  editing(name: string): void {
    this.#draw('which', [h('b', { class: 'letter' }, 'B'), ` ${name || 'Scenario B'}`]);
  }

  /** Whether two scenarios are compared, and where the kept one answers otherwise. Their table is one of the parts. */
  comparison(kept: Compared | undefined, now: Compared): void {
    this.#when('compare', kept !== undefined);
    if (kept) this.editing(now.name);
    else for (const part of ['which', 'versus', 'differences']) this.#draw(part, []);
    for (const option of this.#host.querySelectorAll<HTMLElement>('.option')) {
      const field = option.querySelector('input')!;
      const chosen = kept?.result.estimate.answers.choices[field.name] === field.value;
      if (chosen && now.result.estimate.answers.choices[field.name] !== field.value) option.dataset['kept'] = 'A';
      else delete option.dataset['kept'];
    }
  }

  /** The answers in words: what is printed, and what stands in place of the folded form. */
  answers(result: Result, project: string, date: string, address: string): void {
    const { model, answers } = result.estimate;
    const given = answersInWords(model, answers, this.#words).filter(({ answered }) => answered);
    const list = h(
      'dl',
      {},
      given.map(({ question, answer }) => h('div', {}, h('dt', {}, question), h('dd', {}, answer))),
    );
    this.#draw('digest', [h('h2', { class: 'visually-hidden' }, 'The answers'), list]);
    this.#draw('print-head', [
      h('p', {}, h('b', {}, project || 'Untitled project'), ` · ${date} · Flask or Django? The calculator`),
      list,
      h('p', { class: 'printed-address' }, `Model ${model.version}. ${address}`),
    ]);
    this.#draw('edit', [`Edit answers (${given.length})`]);
  }

  /** Says which example the form was filled from, with a button that undoes it. */
  filled(text: string): void {
    this.#draw(
      'filled',
      text === '' ? [] : [`${text} `, h('button', { type: 'button', class: 'quiet', 'data-action': 'undo' }, 'Undo')],
    );
  }

  /** Says below the buttons of the card what became of copying. */
  copied(content: readonly Tree[]): void {
    this.#draw('copied', content);
  }

  /** Says a line in one of the small places. */
  note(part: 'slow' | 'rate-help' | 'record-note', text: string): void {
    this.#draw(part, [text]);
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

  /** Shows or hides what belongs to a state of the page. */
  #when(state: 'blank' | 'verdict' | 'compare' | 'similar', holds: boolean): void {
    for (const place of this.#host.querySelectorAll<HTMLElement>(`[data-when=${state}]`)) place.hidden = !holds;
  }

  /** Lets the beam swing from where it was, where motion is welcome. */
  #tip(): void {
    const plank = this.#host.querySelector<SVGGElement>('.card .plank');
    const tilt = Number(plank?.dataset['tilt'] ?? 0);
    const before = this.#tilt;
    this.#tilt = tilt;
    if (!plank || tilt === before || !matchMedia('(prefers-reduced-motion: no-preference)').matches) return;
    plank.animate([{ rotate: `${before - tilt}deg` }, { rotate: '0deg' }], {
      duration: 500,
      easing: 'cubic-bezier(.3, 1.5, .5, 1)',
    });
  }

  #draw(part: string, content: readonly Tree[]): void {
    for (const place of this.#host.querySelectorAll(`[data-part="${part}"]`)) {
      const open = [...place.querySelectorAll('details')].map((details) => details.open);
      place.replaceChildren(...content.filter((tree) => tree !== '').map((tree) => toNode(tree)));
      place.querySelectorAll('details').forEach((details, at) => (details.open = open[at] ?? false));
    }
  }
}
