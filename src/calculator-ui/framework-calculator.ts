/** `<framework-calculator>`: answers the form that the page came with. Without script the form stays as it is. */
import { longestQuery, readAddress, writeAddress, type Reading } from '../calculator/address.ts';
import type { Answers } from '../calculator/answers.ts';
import type { Model } from '../calculator/model.ts';
import type { Steps } from '../calculator/steps.ts';
import { drawSamples, type Samples } from '../calculator/uncertainty.ts';
import { comparison } from './compare.ts';
import { asCsv, asJson, asRecord, type Export } from './exports.ts';
import { fillForm, fillWeights, readForm, rereadChoices, wordsIn, type FieldError } from './form.ts';
import { noticesOf } from './notices.ts';
import { detailsInSteps, resultInSteps, resultOf, type Details, type Result } from './result.ts';
import { h, toNode, type Tree } from './tree.ts';
import * as views from './views.ts';
import type { Words } from './words.ts';

/** How long the address waits for the next change, in milliseconds. */
const addressDelay = 300;
/** How long the spoken message waits, so that a quick series of answers is read out once. */
const messageDelay = 700;

/** Lets the page answer its reader before the work goes on. */
const pause = () => new Promise((resolve) => setTimeout(resolve));

export function defineCalculator(model: Model): void {
  if (customElements.get('framework-calculator')) return;
  let drawn: Samples | undefined;
  const samples = () => (drawn ??= drawSamples(model));

  customElements.define(
    'framework-calculator',
    class FrameworkCalculator extends HTMLElement {
      #working = false;
      connectedCallback() {
        const form = this.querySelector('form');
        if (!form || this.#working) return;
        this.#working = true;
        new Calculator(this, form, model, samples);
      }
    },
  );
}

class Calculator {
  readonly #host: HTMLElement;
  readonly #form: HTMLFormElement;
  readonly #model: Model;
  readonly #samples: () => Samples;
  readonly #words: Words;
  /** Whether this is the whole calculator, or the short form inside a text, which hands over to it. */
  readonly #whole: boolean;
  #answers: Answers = { choices: {} };
  #found: Result | undefined;
  #details: Details | undefined;
  /** The query of the scenario that the reader keeps for comparison. */
  #pinned: string | undefined;
  /** What a reset took away, to be brought back once. */
  #undo: Answers | undefined;
  #announced: string;
  #turn = 0;
  #addressTimer = 0;
  #messageTimer = 0;

  constructor(host: HTMLElement, form: HTMLFormElement, model: Model, samples: () => Samples) {
    this.#host = host;
    this.#form = form;
    this.#model = model;
    this.#samples = samples;
    this.#words = wordsIn(form);
    this.#whole = !host.hasAttribute('data-short');
    if (this.#whole) this.#load();
    else this.#answers = readForm(form, model, this.#answers).answers;
    // The page comes with the result of the blank form, so nothing has to be drawn for it.
    if (this.#whole && this.#query() === writeAddress({ choices: {} }, model)) this.#start(true);
    else this.#show();
    this.#announced = host.querySelector('[data-part=heading]')!.textContent;

    form.addEventListener('input', (event) => this.#changed(event.target as HTMLInputElement));
    if (!this.#whole) return;
    host.dataset['live'] = '';
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      location.hash = 'result';
    });
    host.addEventListener('click', ({ target }) => {
      const action = (target as Element).closest<HTMLButtonElement>('button[data-action]')?.dataset['action'];
      if (action) void this.#act(action);
    });
    for (const button of host.querySelectorAll<HTMLButtonElement>('button[data-action]')) button.disabled = false;
    for (const field of host.querySelectorAll<HTMLInputElement>('[data-rate]')) {
      field.disabled = false;
      field.addEventListener('input', () => this.#showDetails());
    }
    addEventListener('popstate', () => {
      this.#load();
      this.#show();
    });
    // Nothing is lost when the page goes before the address was written.
    addEventListener('pagehide', () => {
      if (this.#addressTimer) history.replaceState(null, '', `?${this.#query()}`);
    });
  }

  /** Takes the answers from the address, and says what could not be taken. */
  #load(): void {
    const reading = readAddress(location.search.slice(1), this.#model);
    this.#answers = reading.answers;
    this.#pinned = reading.pinned;
    fillForm(this.#form, this.#model, this.#answers);
    this.#notice(reading);
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
      this.#showErrors(errors);
    }
    this.#undo = undefined;
    this.#show();
    this.#keepAddress();
    this.#announceSoon();
  }

  /** Computed when it is first asked for after a change. */
  get #result(): Result {
    return (this.#found ??= resultOf(this.#model, this.#answers, this.#samples()));
  }

  /** The verdict at once; the reasons and what takes longer in steps, once the verdict is on the screen. */
  #show(): void {
    this.#found = undefined;
    const lean = views.leanIn(this.#result);
    for (const element of this.#host.querySelectorAll<HTMLElement>('[data-shows-lean]')) {
      if (lean) element.dataset['lean'] = lean;
      else delete element.dataset['lean'];
    }
    this.#draw('heading', [views.heading(this.#result)]);
    this.#draw('verdict', views.verdictText(this.#result, this.#words));
    if (!this.#whole) return;
    this.#draw('given', [this.#given()]);
    this.#offer();
    this.#start(false);
  }

  /** @param drawn whether the page shows the result already, as the build drew it */
  #start(drawn: boolean): void {
    this.#details = undefined;
    this.#host.setAttribute('aria-busy', 'true');
    void this.#work(++this.#turn, drawn);
  }

  /** Shows only those buttons that have something to undo or to end. */
  #offer(): void {
    this.#button('undo').hidden = this.#undo === undefined;
    this.#button('unpin').hidden = this.#pinned === undefined;
  }

  #button(action: string): HTMLButtonElement {
    return this.#host.querySelector<HTMLButtonElement>(`[data-action=${action}]`)!;
  }

  /** Computes what takes longer, and shows it. */
  async #work(turn: number, drawn: boolean): Promise<void> {
    // A frame is painted after its callbacks have run, so what waits for the callback and for a turn comes after it.
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    const steps = this.#steps(drawn);
    for (;;) {
      // The reader has changed something else meanwhile.
      if (turn !== this.#turn) return;
      const step = steps.next();
      if (step.done) {
        this.#details = step.value;
        break;
      }
      await pause();
    }
    if (!drawn) this.#showDetails();
    this.#showAnswers();
    this.#host.removeAttribute('aria-busy');
  }

  *#steps(drawn: boolean): Steps<Details> {
    if (drawn) {
      // At the start code runs slowly, so even what an answer gets at once takes turns here.
      const samples = this.#samples();
      yield;
      this.#found = yield* resultInSteps(this.#model, this.#answers, samples);
    } else this.#showReasons();
    yield;
    return yield* detailsInSteps(this.#result);
  }

  #showReasons(): void {
    this.#draw('cautions', views.cautionList(this.#result));
    this.#draw('reasons', views.reasonChart(this.#result, this.#words));
    this.#draw('scores', [views.scoreTable(this.#result, this.#words)]);
    fillWeights(this.#form, this.#model, this.#answers);
  }

  #showDetails(): void {
    const details = this.#details;
    if (!details) return;
    const [result, words, rate] = [this.#result, this.#words, this.#rate()];
    this.#draw('changes', views.changes(result, details, words));
    this.#draw('cost', views.costText(result, details, words, rate));
    this.#draw('cost-chart', views.costChart(result, details, rate));
    this.#draw('cost-parts', views.costParts(result, details, words, rate));
    this.#draw('robustness', views.robustness(result, details, words));
    if (this.#pinned === undefined) return this.#draw('comparison', []);
    const kept = readAddress(this.#pinned, this.#model).answers;
    this.#draw('comparison', [comparison(resultOf(this.#model, kept, this.#samples()), result, words)]);
  }

  /** What is printed below the result, and the address to copy. */
  #showAnswers(): void {
    this.#draw('answers', [
      h(
        'ul',
        {},
        this.#inWords().map(({ question, answer }) => h('li', {}, h('b', {}, `${question}: `), answer)),
      ),
    ]);
    const address = this.#address();
    const field = this.#host.querySelector<HTMLInputElement>('[data-part=address]');
    if (field) field.value = address;
    this.#draw('printed-address', [`Model ${this.#model.version}. ${address}`]);
  }

  #inWords() {
    return views.answersInWords(this.#result, this.#words);
  }

  #given(): string {
    const { choices, first } = this.#answers;
    const count = Object.keys(choices).length + (first ? 1 : 0);
    return count === 0 ? 'Nothing answered yet' : `On ${count === 1 ? 'one answer' : `${count} answers`} of yours`;
  }

  /** A day rate turns person-days into money, only if the reader types one. */
  #rate(): views.Rate | undefined {
    const [rate, currency] = this.#host.querySelectorAll<HTMLInputElement>('[data-rate]');
    const perDay = Number(rate?.value);
    return rate?.value && perDay > 0 && perDay <= 1e6
      ? { perDay, currency: currency!.value.trim().slice(0, 8) }
      : undefined;
  }

  #draw(part: string, content: readonly Tree[]): void {
    for (const place of this.#host.querySelectorAll(`[data-part="${part}"]`)) {
      const open = [...place.querySelectorAll('details')].map((details) => details.open);
      place.replaceChildren(...content.map((tree) => toNode(tree)));
      place.querySelectorAll('details').forEach((details, at) => (details.open = open[at] ?? false));
    }
  }

  #showErrors(errors: readonly FieldError[]): void {
    for (const field of this.#form.querySelectorAll('[aria-invalid]')) {
      field.removeAttribute('aria-invalid');
      field.removeAttribute('aria-describedby');
    }
    for (const message of this.#form.querySelectorAll('.field-error')) message.remove();
    errors.forEach(({ field, message }, at) => {
      const id = `field-error-${at}`;
      field.setAttribute('aria-invalid', 'true');
      field.setAttribute('aria-describedby', id);
      field
        .closest('[data-number], [data-score], [data-criterion]')
        ?.append(toNode(h('p', { class: 'field-error small', id }, `${message} Until then the last number counts.`)));
    });
  }

  #notice(reading: Reading): void {
    const notices = noticesOf(reading, this.#model.version);
    if (notices.length === 0) return this.#draw('notice', []);
    this.#draw('notice', [
      h('h2', {}, 'Not everything in the address could be used'),
      h(
        'ul',
        {},
        notices.map(({ part, text }) => h('li', {}, h('bdi', {}, part), `: ${text}.`)),
      ),
    ]);
    this.#say(`${notices.length === 1 ? 'One part' : `${notices.length} parts`} of the address could not be used.`);
  }

  #query(): string {
    return writeAddress(this.#answers, this.#model, this.#pinned);
  }

  /** The full address of these answers on the calculator's page. */
  #address(): string {
    return `${new URL(this.#form.action, location.href).href.split('?')[0]}?${this.#query()}`;
  }

  #keepAddress(): void {
    clearTimeout(this.#addressTimer);
    if (!this.#whole) return;
    this.#addressTimer = window.setTimeout(() => {
      this.#addressTimer = 0;
      history.replaceState(null, '', `?${this.#query()}`);
    }, addressDelay);
  }

  #announceSoon(): void {
    clearTimeout(this.#messageTimer);
    this.#messageTimer = window.setTimeout(() => {
      const heading = views.heading(this.#result);
      if (heading === this.#announced) return;
      this.#announced = heading;
      this.#say(views.spoken(this.#result));
    }, messageDelay);
  }

  #say(message: string): void {
    const status = this.#host.querySelector('[data-part=status]');
    if (status) status.textContent = message;
  }

  /** A new set of answers that did not come from the form. */
  #take(answers: Answers): void {
    this.#answers = answers;
    fillForm(this.#form, this.#model, answers);
    this.#showErrors([]);
    this.#show();
    this.#keepAddress();
  }

  async #act(action: string): Promise<void> {
    switch (action) {
      case 'read':
        return this.#say(views.spoken(this.#result));
      case 'copy':
        return this.#copy();
      case 'print':
        return print();
      case 'reset':
        this.#undo = this.#answers;
        this.#take({ choices: {} });
        return this.#say('All answers are reset. “Bring back” undoes it.');
      case 'undo': {
        const before = this.#undo!;
        this.#undo = undefined;
        this.#take(before);
        this.#button('reset').focus();
        return this.#say('Your answers are back.');
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
        this.#pin(writeAddress(this.#answers, this.#model));
        return this.#say('These answers are kept as A. Change the form to see B beside them.');
      case 'unpin':
        this.#pin(undefined);
        this.#button('pin').focus();
        return this.#say('The comparison is closed.');
      default:
        return this.#save(action);
    }
  }

  #pin(query: string | undefined): void {
    this.#pinned = query;
    this.#keepAddress();
    this.#showDetails();
    this.#showAnswers();
    this.#offer();
  }

  async #copy(): Promise<void> {
    const field = this.#host.querySelector<HTMLInputElement>('[data-part=address]')!;
    field.value = this.#address();
    const long = this.#query().length > longestQuery ? ' It is too long to be read whole.' : '';
    try {
      await navigator.clipboard.writeText(field.value);
      this.#say(`Link copied.${long}`);
    } catch {
      field.select();
      this.#say(`The link is selected; copy it with your keyboard.${long}`);
    }
  }

  #save(kind: string): void {
    const details = this.#details;
    if (!details) return this.#say('One moment: the costs are still being computed.');
    const [result, words, address] = [this.#result, this.#words, this.#address()];
    const made: Record<string, () => Export> = {
      record: () => asRecord(result, details, words, address),
      csv: () => asCsv(result, details, words, address),
      json: () => asJson(result, details, address),
    };
    const file = made[kind]?.();
    if (!file) return;
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([file.text], { type: file.type }));
    link.download = file.name;
    link.click();
    URL.revokeObjectURL(link.href);
    this.#say(`${file.name} is saved.`);
  }
}
