/**
 * `<framework-calculator>`: answers the form that the page came with. Without script the form stays as it is.
 * What it does is done elsewhere: `form.ts` reads and fills the form, `address-bar.ts` keeps the address,
 * `details-computer.ts` computes what takes long, `painter.ts` shows results, `exports.ts` makes files of them.
 */
import { longestQuery, readAddress, writeAddress } from '../calculator/address.ts';
import type { Answers } from '../calculator/answers.ts';
import type { Model } from '../calculator/model.ts';
import { drawSamples, type Samples } from '../calculator/uncertainty.ts';
import { AddressBar } from './address-bar.ts';
import { afterPaint } from './after-paint.ts';
import { comparison } from './compare.ts';
import { readDayRate } from './day-rate.ts';
import { DetailsComputer } from './details-computer.ts';
import { asCsv, asJson, asRecord, type Export } from './exports.ts';
import { showErrors } from './field-errors.ts';
import { fillForm, fillWeights, readForm, rereadChoices } from './form.ts';
import { loadData, type CalculatorData } from './load-data.ts';
import { noticesOf } from './notices.ts';
import { Painter } from './painter.ts';
import { resultOf, type Details, type Result } from './result.ts';
import { saveFile } from './save-file.ts';
import { startWorker } from './start-worker.ts';
import * as views from './views.ts';
import { wordsFrom, type Words } from './words.ts';

/** How long the spoken message waits, so that a quick series of answers is read out once. */
const messageDelay = 700;
const blank: Answers = { choices: {} };

export class FrameworkCalculator extends HTMLElement {
  async connectedCallback() {
    const failure = this.querySelector<HTMLElement>('[data-part=failure]')!;
    try {
      new Calculator(this, this.querySelector('form')!, await loadData(this.dataset['model']!));
      failure.hidden = true;
      this.dataset['live'] = '';
    } catch (error) {
      failure.hidden = false;
      console.warn(error);
    }
  }
}

class Calculator {
  readonly #host: HTMLElement;
  readonly #form: HTMLFormElement;
  readonly #model: Model;
  readonly #words: Words;
  readonly #painter: Painter;
  readonly #addressBar: AddressBar;
  readonly #computer: DetailsComputer;
  #samples: Samples | undefined;
  #answers: Answers = blank;
  /** What was found for the answers in force, once somebody asked for it. */
  #found: Result | undefined;
  #details: Details | undefined;
  /** Whether only the verdict of the newest answers is on the screen so far. */
  #restDue = false;
  /** The scenario that the reader keeps for comparison. */
  #kept: Answers | undefined;
  /** What a reset took away, to be brought back once. */
  #undo: Answers | undefined;
  #announced: string;
  #messageTimer = 0;

  constructor(host: HTMLElement, form: HTMLFormElement, { model, words }: CalculatorData) {
    this.#host = host;
    this.#form = form;
    this.#model = model;
    this.#words = wordsFrom(words);
    this.#painter = new Painter(host, this.#words);
    this.#computer = new DetailsComputer(model, startWorker, (details, answers) => this.#showDetails(details, answers));
    this.#addressBar = new AddressBar(
      () => this.#query(),
      () => this.#load(),
    );
    this.#announced = host.querySelector('[data-part=heading]')!.textContent;
    this.#load();
    this.#listen();
  }

  #listen(): void {
    this.#form.addEventListener('input', (event) => this.#changed(event.target as HTMLInputElement));
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#addressBar.flush();
      location.hash = 'result';
    });
    this.#host.addEventListener('click', ({ target }) => {
      const element = target as Element;
      // The place that a link leaves must hold the answers, for whoever comes back.
      if (element.closest('a')) this.#addressBar.flush();
      const action = element.closest<HTMLButtonElement>('button[data-action]')?.dataset['action'];
      if (action) void this.#act(action);
    });
    for (const button of this.#host.querySelectorAll('button')) button.disabled = false;
    for (const field of this.#host.querySelectorAll<HTMLInputElement>('[data-rate]')) {
      field.disabled = false;
      field.addEventListener('input', () => this.#drawDetails());
    }
  }

  /** Takes the answers from the address, and says what could not be taken. */
  #load(): void {
    const reading = readAddress(this.#addressBar.read(), this.#model);
    const kept = reading.pinned === undefined ? undefined : readAddress(reading.pinned, this.#model);
    this.#answers = reading.answers;
    this.#kept = kept?.answers;
    this.#undo = undefined;
    fillForm(this.#form, this.#model, this.#answers);
    showErrors(this.#form, []);
    this.#painter.notices([
      ...noticesOf(reading, this.#model.version),
      ...(kept ? noticesOf(kept, this.#model.version, 'A') : []),
    ]);
    // The page comes with the result of the blank form, so nothing has to be drawn for it.
    const drawn = this.#found === undefined && this.#query() === writeAddress(blank, this.#model);
    if (drawn) this.#compute();
    else this.#show();
  }

  #changed(field: HTMLInputElement): void {
    // A feature comes first or later, not both.
    if (field.checked && (field.name === 'first' || field.name === 'later')) {
      const other = field.name === 'first' ? 'later' : 'first';
      const box = this.#form.querySelector<HTMLInputElement>(`[name=${other}][value="${field.value}"]`);
      if (box) box.checked = false;
    }
    const weights = field.closest<HTMLElement>('[data-weights]');
    if (weights) weights.dataset['touched'] = '1';
    if (field.type === 'radio' || field.type === 'checkbox') {
      this.#answers = rereadChoices(this.#form, this.#model, this.#answers);
    } else {
      const { answers, errors } = readForm(this.#form, this.#model, this.#answers);
      this.#answers = answers;
      showErrors(this.#form, errors);
    }
    this.#undo = undefined;
    this.#show();
    this.#addressBar.writeSoon();
    this.#announceSoon();
  }

  /** Computed when it is first asked for after a change. */
  get #result(): Result {
    return (this.#found ??= this.#resultOf(this.#answers));
  }

  #resultOf(answers: Answers): Result {
    return resultOf(this.#model, answers, (this.#samples ??= drawSamples(this.#model)));
  }

  /** Shows what new answers get at once, and asks for the rest. */
  #show(): void {
    this.#found = undefined;
    this.#painter.verdict(this.#result, this.#given());
    this.#details = undefined;
    this.#painter.busy = true;
    this.#restDue = true;
    afterPaint(() => this.#showRest());
  }

  /** What follows once the verdict of the newest answers is on the screen. */
  #showRest(): void {
    if (!this.#restDue) return;
    this.#restDue = false;
    this.#painter.reasons(this.#result);
    fillWeights(this.#form, this.#model, this.#answers);
    this.#compute();
  }

  #compute(): void {
    this.#details = undefined;
    this.#painter.busy = true;
    this.#computer.compute(this.#answers);
    this.#showButtons();
    this.#showAnswers();
  }

  #showDetails(details: Details, answers: Answers): void {
    // The reader may have changed something since, and the page be about to ask for it.
    if (answers !== this.#answers) return;
    this.#details = details;
    this.#drawDetails();
    this.#painter.busy = false;
  }

  #drawDetails(): void {
    const rate = readDayRate(this.#host);
    if (!this.#details) return;
    // Where nothing was computed for the answers yet, the page shows them as it came.
    if (this.#found ?? rate ?? this.#kept) this.#painter.details(this.#result, this.#details, rate);
    this.#showComparison();
  }

  #showComparison(): void {
    this.#painter.comparison(this.#kept && comparison(this.#resultOf(this.#kept), this.#result, this.#words));
  }

  #showAnswers(): void {
    const inWords = views.answersInWords(this.#model, this.#answers, this.#words);
    this.#painter.answers(inWords, this.#address(), this.#model.version);
    this.#painter.addressNote(this.#tooLong());
  }

  /** Shows only those buttons that have something to undo or to end. */
  #showButtons(): void {
    this.#button('undo').hidden = this.#undo === undefined;
    this.#button('unpin').hidden = this.#kept === undefined;
  }

  #button(action: string): HTMLButtonElement {
    return this.#host.querySelector<HTMLButtonElement>(`[data-action=${action}]`)!;
  }

  #given(): string {
    const { choices, first } = this.#answers;
    const count = Object.keys(choices).length + (first ? 1 : 0);
    return count === 0 ? 'Before any answer' : `On ${count === 1 ? 'one answer' : `${count} answers`} of yours`;
  }

  #query(): string {
    return writeAddress(this.#answers, this.#model, this.#kept && writeAddress(this.#kept, this.#model));
  }

  /** The full address of these answers on the calculator's page. */
  #address(): string {
    return `${new URL(this.#form.action, location.href).href.split('?')[0]}?${this.#query()}`;
  }

  #tooLong(): string {
    return this.#query().length > longestQuery
      ? `The address is longer than the ${longestQuery.toLocaleString('en')} characters that are read, so whoever opens it loses some numbers. JSON holds them all.`
      : '';
  }

  #announceSoon(): void {
    clearTimeout(this.#messageTimer);
    this.#messageTimer = window.setTimeout(() => {
      const heading = views.heading(this.#result);
      if (heading === this.#announced) return;
      this.#announced = heading;
      this.#painter.say(views.spoken(this.#result));
    }, messageDelay);
  }

  /** A new set of answers that did not come from the form. */
  #take(answers: Answers): void {
    this.#answers = answers;
    fillForm(this.#form, this.#model, answers);
    showErrors(this.#form, []);
    this.#show();
    this.#addressBar.writeSoon();
  }

  async #act(action: string): Promise<void> {
    switch (action) {
      case 'read':
        return this.#painter.say(views.spoken(this.#result));
      case 'copy':
        return this.#copy();
      case 'print':
        return print();
      case 'reset':
        this.#undo = this.#answers;
        this.#take(blank);
        return this.#painter.say('All answers are reset. “Bring back” undoes it.');
      case 'undo': {
        const before = this.#undo!;
        this.#undo = undefined;
        this.#take(before);
        this.#button('reset').focus();
        return this.#painter.say('Your answers are back.');
      }
      case 'usual-weights': {
        const { weights: _, ...rest } = this.#answers;
        return this.#take(rest);
      }
      case 'usual-numbers': {
        const { ranges: _ranges, scores: _scores, ...rest } = this.#answers;
        return this.#take(rest);
      }
      case 'pin':
        this.#keep(this.#answers);
        return this.#painter.say('These answers are kept as A. Change the form to see B beside them.');
      case 'unpin':
        this.#keep(undefined);
        this.#button('pin').focus();
        return this.#painter.say('The comparison is closed.');
      default:
        return this.#save(action);
    }
  }

  #keep(answers: Answers | undefined): void {
    this.#kept = answers;
    this.#addressBar.writeSoon();
    this.#showComparison();
    this.#showAnswers();
    this.#showButtons();
  }

  async #copy(): Promise<void> {
    const field = this.#host.querySelector<HTMLInputElement>('[data-part=address]')!;
    field.value = this.#address();
    try {
      await navigator.clipboard.writeText(field.value);
      this.#painter.say(`Link copied. ${this.#tooLong()}`.trim());
    } catch {
      field.select();
      this.#painter.say(`The link is selected; copy it with your keyboard. ${this.#tooLong()}`.trim());
    }
  }

  #save(kind: string): void {
    const details = this.#details;
    if (!details) return this.#painter.say('One moment: the costs are still being computed.');
    const [result, words, address] = [this.#result, this.#words, this.#address()];
    const made: Record<string, () => Export> = {
      record: () => asRecord(result, details, words, address),
      csv: () => asCsv(result, details, words, address),
      json: () => asJson(result, details, address),
    };
    const file = made[kind]?.();
    if (!file) return;
    saveFile(file);
    this.#painter.say(`${file.name} was handed to your browser, which saves it unless it may not.`);
  }
}
