/**
 * `<framework-calculator>`: answers the form that the page came with. Without script the form stays as it is.
 * What it does is done elsewhere: `answer-form.ts` and `number-rows.ts` know the fields, `page-address.ts` the address,
 * `details-computer.ts` computes what takes long, `painter.ts` shows results, `below.ts` has what stands below the card
 * and makes files.
 */
import { longestQuery } from '../calculator/address.ts';
import { answeredOf, type Answered, type Answers } from '../calculator/answers.ts';
import type { Model } from '../calculator/model.ts';
import { drawSamples, type Samples } from '../calculator/uncertainty.ts';
import { AddressBar } from './address-bar.ts';
import { afterPaint } from './after-paint.ts';
import {
  answersAfter,
  fillForm,
  noFeatures,
  notSure,
  showState,
  usualFeatures,
  withWhatIsChosen,
} from './answer-form.ts';
import type { Compared } from './comparison-view.ts';
import { DetailsComputer } from './details-computer.ts';
import type { Export } from './exports.ts';
import { offerHeight } from './frame-height.ts';
import { loadData, loadTeams, type CalculatorData } from './load-data.ts';
import {
  changedCount,
  clearFault,
  fillRows,
  kindOf,
  oursOf,
  putIn,
  readValues,
  showFault,
  typedIn,
  valuesOf,
  withOurNumbers,
  withValues,
} from './number-rows.ts';
import { blank, highestRate, rateFrom, readPage, tidyName, writePage, type PageState } from './page-address.ts';
import { Painter } from './painter.ts';
import type { DecisionRecord } from './record.ts';
import { resultOf, type Details, type Result } from './result.ts';
import { stageOf } from '../calculator/verdict-words.ts';
import { say, spoken, type Said } from './said.ts';
import { saveFile } from './save-file.ts';
import { Sheet } from './sheet.ts';
import { startWorker } from './start-worker.ts';
import type { Team } from './similar-view.ts';
import { Steps } from './steps.ts';
import { h } from './tree.ts';
import { wordsFrom, type Words } from './words.ts';

/** How long the spoken message waits, so that a quick series of answers is read out once. */
const messageDelay = 1_000;
/** What the card says where no worker starts. */
const slowWords = 'Your browser starts no worker for this page, so what follows a verdict may be slow.';
/** What the card says where the script of what stands below it does not come. */
const belowMissing =
  'What belongs below the verdict did not arrive: costs, robustness and files. The next answer tries again.';
/** What is said to whoever asks for a file too early. */
const stillComputing = 'One moment: the costs are still being computed.';
/** How long a button says that it has copied. */
const copiedFor = 2_000;

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

type Below = typeof import('./below.ts');

/** What was found for a set of answers. */
interface Found {
  result: Result;
  answered: Answered;
  said: Said;
}

class Calculator {
  readonly #host: HTMLElement;
  readonly #form: HTMLFormElement;
  readonly #model: Model;
  readonly #words: Words;
  readonly #painter: Painter;
  readonly #addressBar: AddressBar;
  /** None where only the card is shown, which needs nothing that takes long. */
  readonly #computer: DetailsComputer | undefined;
  readonly #sheet: Sheet | undefined;
  #samples: Samples | undefined;
  /** What draws below the card, asked for once there is a verdict. */
  #below: Promise<Below> | undefined;
  /** Whether it did not come when it was last asked for, which the card says. */
  #lacksBelow = false;
  /** The decisions of real teams, asked for once there is a verdict to hold beside them. */
  #teams: Promise<Team[]> | undefined;
  #state: PageState = blank;
  /** What was found for the answers in force, once somebody asked for it. */
  #found: Found | undefined;
  #details: Details | undefined;
  /** Whether only the verdict of the newest answers is on the screen so far. */
  #restDue = false;
  /** What an example or "Clear all" took away, to be brought back. */
  #undo: PageState | undefined;
  #announced = '';
  #messageTimer = 0;

  constructor(host: HTMLElement, form: HTMLFormElement, { model, words }: CalculatorData) {
    this.#host = host;
    this.#form = form;
    this.#model = model;
    this.#words = wordsFrom(words);
    this.#painter = new Painter(host, this.#words);
    if (host.dataset['compact'] === undefined) {
      this.#computer = new DetailsComputer(
        model,
        startWorker,
        (details, answers) => this.#showDetails(details, answers),
        () => this.#painter.note('slow', slowWords),
      );
      this.#sheet = new Sheet(host);
    }
    this.#addressBar = new AddressBar(
      () => writePage(this.#state, this.#model),
      () => this.#load(),
    );
    this.#load(true);
    this.#listen();
    if (host.dataset['compact'] !== undefined) {
      new Steps(host);
      offerHeight(host);
    }
  }

  get #answers(): Answers {
    return this.#state.now.answers;
  }

  #listen(): void {
    this.#form.addEventListener('change', ({ target }) => this.#answer(target as HTMLInputElement));
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#addressBar.flush();
      location.hash = 'verdict';
    });
    this.#host.addEventListener('change', ({ target }) => this.#commit(target as HTMLInputElement));
    this.#host.addEventListener('keydown', ({ key, target }) => {
      // Enter finishes a number or a name, as it does in a form.
      if (key === 'Enter' && target instanceof HTMLInputElement && target.type === 'text') this.#commit(target);
    });
    this.#host.addEventListener('click', (event) => this.#clicked(event));
    for (const button of this.#host.querySelectorAll('button')) button.disabled = false;
  }

  /**
   * Takes the answers from the address, and says what could not be taken.
   * @param first whether the page has just come: what was chosen before its script was there counts too
   */
  #load(first = false): void {
    const { state, notices, answered } = readPage(this.#addressBar.read(), this.#model);
    const chosen = first ? withWhatIsChosen(this.#form, this.#model, state.now.answers) : state.now.answers;
    const early = chosen !== state.now.answers;
    this.#state = { ...state, now: { ...state.now, answers: chosen } };
    this.#undo = undefined;
    this.#forgetFaults();
    fillForm(this.#form, this.#model, chosen, early);
    this.#showSettings();
    const preset = this.#presetOf(location.search.slice(1));
    const shared = answered && !early && !preset && !this.#addressBar.isOwn && this.#stage(chosen) !== 'none';
    this.#mode = shared ? 'shared' : 'form';
    this.#painter.filled(preset && !this.#addressBar.isOwn ? this.#filledText(preset) : '');
    this.#painter.notices(notices);
    this.#show();
    if (early) this.#addressBar.write();
    this.#announced = this.#current.said.title;
  }

  /** A link that somebody shared opens on its result, with the form folded. */
  set #mode(mode: 'form' | 'shared') {
    this.#host.dataset['mode'] = mode;
    const fold = this.#host.querySelector<HTMLDetailsElement>('.edit');
    if (fold) fold.open = mode === 'form';
    const title = this.#host.querySelector('[data-part=title]');
    if (!(title instanceof HTMLElement)) return;
    title.dataset['usual'] ??= title.textContent;
    const { project } = this.#state;
    title.textContent = mode === 'shared' && project !== '' ? project : title.dataset['usual'];
  }

  #stage(answers: Answers) {
    return stageOf(answeredOf(this.#model, answers));
  }

  /** An answer is given in the form. */
  #answer(field: HTMLInputElement): void {
    const after = answersAfter(field, this.#model, this.#answers);
    if (after === this.#answers) return;
    this.#painter.filled('');
    this.#change(after);
  }

  /** The reader has finished with a number, a name or a rate. */
  #commit(field: HTMLInputElement): void {
    const row = field.closest<HTMLElement>('[data-row]');
    if (row) return this.#commitRow(row);
    const scenario = field.dataset['scenario'];
    if (scenario) return this.#rename(scenario, tidyName(field.value));
    switch (field.dataset['setting']) {
      case 'project':
        return this.#set({ ...this.#state, project: tidyName(field.value) });
      case 'rate':
      case 'currency':
        return this.#commitRate();
      default:
        return;
    }
  }

  #commitRow(row: HTMLElement): void {
    const [kind, name] = [kindOf(row), row.dataset['number']!];
    const points = this.#current.result.estimate.points;
    const read = readValues(kind, name, typedIn(row));
    if ('fault' in read) {
      showFault(row, read.fault, valuesOf(kind, name, this.#model, this.#answers, points));
      this.#showChanges();
      return;
    }
    const hadFault = row.dataset['fault'] !== undefined;
    clearFault(row);
    // Enter and leaving the field both finish a number; the second has nothing new.
    const before = valuesOf(kind, name, this.#model, this.#answers, points);
    if (!hadFault && read.values.every((value, at) => value === Number(before[at]!.toFixed(4)))) return;
    this.#change(withValues(kind, name, read.values, this.#model, this.#answers, points));
  }

  #resetRow(row: HTMLElement): void {
    const [kind, name] = [kindOf(row), row.dataset['number']!];
    clearFault(row);
    putIn(row, oursOf(kind, name, this.#model));
    row.querySelector('input')!.focus();
    if (kind === 'weight') {
      const { weights: _, ...rest } = this.#answers;
      return this.#change(rest);
    }
    const points = this.#current.result.estimate.points;
    this.#change(withValues(kind, name, oursOf(kind, name, this.#model), this.#model, this.#answers, points));
  }

  #rename(letter: string, name: string): void {
    const { now, kept } = this.#state;
    this.#state =
      letter === 'A' && kept ? { ...this.#state, kept: { ...kept, name } } : { ...this.#state, now: { ...now, name } };
    this.#addressBar.write();
    // The table with the field itself stays as it is: the reader may be on the way to the other field.
    if (letter === 'B') this.#painter.editing(name);
    this.#showAnswers();
  }

  #commitRate(): void {
    const [rate, currency] = (['rate', 'currency'] as const).map((name) => this.#setting(name)) as [
      HTMLInputElement,
      HTMLInputElement,
    ];
    const typed = rate.value.trim().replace(',', '.');
    const found = rateFrom(typed, currency.value);
    const wrong = typed !== '' && !found;
    rate.toggleAttribute('aria-invalid', wrong);
    this.#painter.note(
      'rate-help',
      wrong
        ? `Use a number above 0, up to ${highestRate.toLocaleString('en')}. Until then costs stay as they are.`
        : 'Optional. Goes into the link.',
    );
    if (!wrong) this.#set({ ...this.#state, rate: found });
  }

  #setting(name: string): HTMLInputElement {
    return this.#host.querySelector<HTMLInputElement>(`[data-setting=${name}]`)!;
  }

  /** Puts the names and the rate into their fields. */
  #showSettings(): void {
    const { project, rate } = this.#state;
    const fields = { project, rate: rate ? String(rate.perDay) : '', ...(rate && { currency: rate.currency }) };
    for (const [name, value] of Object.entries(fields)) {
      const field = this.#host.querySelector<HTMLInputElement>(`[data-setting=${name}]`);
      if (field) field.value = value;
    }
  }

  /** What belongs to the page alone has changed; the verdict stays. */
  #set(state: PageState): void {
    this.#state = state;
    this.#addressBar.write();
    this.#drawDetails();
    this.#showComparison();
    this.#showAnswers();
  }

  /** The answers have changed. */
  #change(answers: Answers): void {
    this.#undo = undefined;
    this.#mode = 'form';
    this.#state = { ...this.#state, now: { ...this.#state.now, answers } };
    showState(this.#form, this.#model, answers);
    this.#show();
    afterPaint(() => this.#addressBar.write());
    this.#announceSoon();
  }

  /** A new state that did not come from a field: it gets an entry of its own in the history, and can be undone. */
  #take(state: PageState, filled: string): void {
    const before = this.#state;
    this.#addressBar.fork();
    this.#state = state;
    this.#undo = before;
    this.#mode = 'form';
    this.#forgetFaults();
    fillForm(this.#form, this.#model, state.now.answers, false);
    this.#painter.filled(filled);
    this.#show();
    this.#addressBar.write();
    this.#announceSoon();
  }

  #forgetFaults(): void {
    for (const row of this.#host.querySelectorAll<HTMLElement>('[data-fault]')) clearFault(row);
  }

  /** Computed when it is first asked for after a change. */
  get #current(): Found {
    return (this.#found ??= this.#foundFor(this.#answers));
  }

  #foundFor(answers: Answers): Found {
    const result = resultOf(this.#model, answers, (this.#samples ??= drawSamples(this.#model)));
    const answered = answeredOf(this.#model, answers);
    return { result, answered, said: say(result.verdict, stageOf(answered)) };
  }

  /** Shows what new answers get at once, and asks for the rest. */
  #show(): void {
    this.#found = undefined;
    this.#details = undefined;
    const { result, answered, said } = this.#current;
    const kept = this.#state.kept && this.#foundFor(this.#state.kept.answers).said;
    this.#painter.verdict(result, said, answered, notSure(this.#form), kept);
    this.#painter.busy = this.#computer !== undefined && said.stage !== 'none';
    this.#restDue = true;
    afterPaint(() => this.#showRest());
  }

  /** What follows once the verdict of the newest answers is on the screen. */
  #showRest(): void {
    if (!this.#restDue) return;
    this.#restDue = false;
    const { result, said } = this.#current;
    // Before there is a verdict, nothing hangs on what takes long.
    if (said.stage !== 'none') this.#computer?.compute(this.#answers);
    const full = this.#host.querySelector<HTMLAnchorElement>('[data-full]');
    if (full) full.href = this.#address();
    if (said.stage !== 'none') {
      this.#painter.reasons(result, said);
      void this.#withBelow((below) => this.#painter.parts(below.reasons(result, said, this.#words)));
      fillRows(this.#host, this.#model, this.#answers, result.estimate.points);
      this.#showChanges();
    }
    this.#markPreset();
    this.#showComparison();
    this.#showAnswers();
    for (const set of this.#form.querySelectorAll<HTMLFieldSetElement>('fieldset[data-preference]'))
      set.disabled = this.#answers.weights !== undefined;
  }

  #showDetails(details: Details, answers: Answers): void {
    // The reader may have changed something since, and the page be about to ask for it.
    if (answers !== this.#answers) return;
    this.#details = details;
    this.#drawDetails();
    this.#painter.busy = false;
  }

  #drawDetails(): void {
    const details = this.#details;
    if (!details) return;
    const { result, said } = this.#current;
    if (said.stage === 'none') return;
    this.#painter.next(said, details.next);
    void this.#withBelow((below) => {
      this.#painter.parts(below.details(result, details, said, this.#words, this.#state.rate));
      this.#painter.telling(below.telling(result, details, this.#words));
      fillRows(this.#host, this.#model, this.#answers, result.estimate.points);
      this.#painter.parts(below.record(this.#record(below, details)));
    });
    void this.#showSimilar();
  }

  async #showSimilar(): Promise<void> {
    this.#teams ??= loadTeams(this.#host.dataset['teams']!);
    const teams = await this.#teams;
    await this.#withBelow((below) =>
      this.#painter.similar(below.similarView(this.#answers.choices, teams, this.#words)),
    );
  }

  /** Draws below the card, where there is such a place, unless the answers have changed before its code came. */
  async #withBelow(draw: (below: Below) => void): Promise<void> {
    if (!this.#computer) return;
    const answers = this.#answers;
    try {
      const below = await (this.#below ??= import('./below.ts'));
      if (this.#lacksBelow) this.#painter.note('slow', '');
      this.#lacksBelow = false;
      if (answers === this.#answers) draw(below);
    } catch (error) {
      // It may come when it is asked for again.
      this.#below = undefined;
      this.#lacksBelow = true;
      this.#painter.note('slow', belowMissing);
      console.warn(error);
    }
  }

  /** What the reader's own numbers change. */
  #showChanges(): void {
    const { result, said } = this.#current;
    const ours = changedCount(this.#answers) > 0 ? this.#foundFor(withOurNumbers(this.#answers)).said : said;
    const faults = new Set(
      [...this.#host.querySelectorAll<HTMLElement>('[data-fault]')].map((row) => row.dataset['number']),
    ).size;
    this.#painter.changes(result, faults, ours, said);
  }

  #showComparison(): void {
    const { now, kept, rate } = this.#state;
    const current = this.#current;
    const compared = (letter: 'A' | 'B', name: string, { result, said }: Found): Compared => ({
      letter,
      name,
      result,
      said,
    });
    const before = kept && compared('A', kept.name, this.#foundFor(kept.answers));
    const after = compared('B', now.name, current);
    this.#painter.comparison(before, after);
    if (!before) return;
    void this.#withBelow((below) => {
      if (this.#state.kept === kept) this.#painter.parts(below.comparison(before, after, this.#words, rate));
    });
  }

  #showAnswers(): void {
    this.#painter.answers(this.#current.result, this.#state.project, today(), this.#address());
  }

  /** The full address of these answers on the calculator's page. */
  #address(): string {
    return `${new URL(this.#form.action, location.href).href.split('?')[0]}?${writePage(this.#state, this.#model)}`;
  }

  #tooLong(): string {
    return writePage(this.#state, this.#model).length > longestQuery
      ? ` It is longer than the ${longestQuery.toLocaleString('en')} characters that are read, so whoever opens it loses some numbers. JSON holds them all.`
      : '';
  }

  #announceSoon(): void {
    clearTimeout(this.#messageTimer);
    this.#messageTimer = window.setTimeout(() => {
      const { said } = this.#current;
      const message = spoken(said);
      if (message === this.#announced) return;
      this.#announced = message;
      this.#painter.say(message);
    }, messageDelay);
  }

  #clicked(event: MouseEvent): void {
    const element = event.target as Element;
    const link = element.closest('a');
    const preset = link?.dataset['preset'];
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (link && preset !== undefined && plain) {
      event.preventDefault();
      return this.#fill(preset, link.textContent.trim(), link.dataset['says'] ?? '');
    }
    // The place that a link leaves must hold the answers, for whoever comes back.
    if (link) this.#addressBar.flush();
    const opened = link?.getAttribute('href')?.startsWith('#q-') && this.#host.querySelector(link.hash);
    if (opened) {
      this.#host.querySelector<HTMLDetailsElement>('.edit')!.open = true;
      opened.closest('details')!.open = true;
      event.preventDefault();
      opened.querySelector('input')!.focus();
    }
    const button = element.closest<HTMLButtonElement>('button[data-action]');
    if (button) void this.#act(button.dataset['action']!, button);
  }

  /** Fills the form from an example; an empty query clears it. */
  #fill(query: string, title: string, says: string): void {
    const { state } = readPage(query, this.#model);
    this.#take(
      { ...this.#state, now: { ...this.#state.now, answers: state.now.answers } },
      query === '' ? 'All answers are cleared.' : `Filled in from “${title}”: ${says}. Change anything.`,
    );
  }

  #presetOf(query: string): HTMLAnchorElement | undefined {
    return [...this.#host.querySelectorAll<HTMLAnchorElement>('.start [data-preset]')].find(
      ({ dataset }) => dataset['preset'] !== '' && dataset['preset'] === query,
    );
  }

  #filledText(link: HTMLAnchorElement): string {
    return `Filled in from “${link.textContent.trim()}”: ${link.dataset['says'] ?? ''}. Change anything.`;
  }

  /** Marks the example whose answers the form holds. */
  #markPreset(): void {
    const query = writePage({ ...blank, now: { answers: this.#answers, name: '' } }, this.#model);
    const nothing = writePage(blank, this.#model);
    for (const link of this.#host.querySelectorAll<HTMLAnchorElement>('.start [data-preset]')) {
      const own = link.dataset['preset'] === query || (link.dataset['preset'] === '' && query === nothing);
      if (own) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
  }

  async #act(action: string, button: HTMLButtonElement): Promise<void> {
    switch (action) {
      case 'copy':
        return this.#copy(
          button,
          this.#address(),
          `The link holds your answers, your numbers and the names you typed, nothing else.${this.#tooLong()}`,
        );
      case 'copy-record':
        return this.#copyRecord(button);
      case 'print':
        return print();
      case 'clear':
        this.#take(
          { ...this.#state, now: { ...this.#state.now, answers: blank.now.answers } },
          'All answers are cleared.',
        );
        return;
      case 'undo': {
        const before = this.#undo;
        this.#take(before ?? { ...this.#state, now: blank.now }, '');
        this.#undo = undefined;
        return this.#painter.say('Your answers are back.');
      }
      case 'usual-features':
        return this.#setFeatures(usualFeatures(this.#answers));
      case 'no-features':
        return this.#setFeatures(noFeatures(this.#answers));
      case 'reset-number':
        return this.#resetRow(button.closest<HTMLElement>('[data-row]')!);
      case 'usual-numbers':
        this.#forgetFaults();
        return this.#change(withOurNumbers(this.#answers));
      case 'pin':
        return this.#keep();
      case 'unpin':
        this.#set({ ...this.#state, kept: undefined });
        this.#show();
        this.#host.querySelector<HTMLElement>('[data-action=pin]')!.focus();
        return this.#painter.say('The comparison is closed.');
      case 'swap': {
        const { now, kept } = this.#state;
        return this.#take({ ...this.#state, now: kept!, kept: now }, '');
      }
      case 'open-sheet':
        return this.#sheet?.open();
      case 'close-sheet':
        return this.#sheet?.close();
      default:
        return this.#save(action);
    }
  }

  #setFeatures(answers: Answers): void {
    fillForm(this.#form, this.#model, answers);
    if (answers.first?.length === 0)
      for (const field of this.#form.querySelectorAll<HTMLInputElement>('.feature [value=no]')) field.checked = true;
    this.#painter.filled('');
    this.#change(answers);
  }

  /** Keeps the scenario in the form as A; the form goes on with B. */
  #keep(): void {
    const { now } = this.#state;
    this.#mode = 'form';
    this.#state = { ...this.#state, kept: now, now: { ...now, name: '' } };
    this.#addressBar.write();
    this.#show();
    this.#showComparison();
    this.#painter.say('These answers are kept as A. The form now edits B, beside it at the top of the page.');
  }

  async #copyRecord(button: HTMLButtonElement): Promise<void> {
    const details = this.#details;
    if (!details || !this.#below) return this.#painter.say(stillComputing);
    const below = await this.#below;
    return this.#copy(button, below.asMarkdown(this.#record(below, details)), '');
  }

  #record({ recordOf }: Below, details: Details): DecisionRecord {
    const { result, said } = this.#current;
    const { project, rate } = this.#state;
    const absolute = (path: string) => new URL(path, this.#form.action).href;
    return recordOf(result, details, said, this.#words, {
      project,
      date: today(),
      address: this.#address(),
      absolute,
      rate,
    });
  }

  /** Copies a text. Where the browser refuses, the text is shown to be copied by hand. */
  async #copy(button: HTMLButtonElement, text: string, says: string): Promise<void> {
    const usual = (button.dataset['usual'] ??= button.textContent);
    try {
      await navigator.clipboard.writeText(text);
      button.textContent = 'Copied ✓';
      setTimeout(() => (button.textContent = usual), copiedFor);
      if (says) this.#painter.copied([says]);
      this.#painter.say(`Copied. ${says}`.trim());
    } catch {
      const isLink = text.startsWith('http');
      if (!isLink)
        return this.#painter.note(
          'record-note',
          'Your browser did not allow it. Select the preview and copy it, or download the file.',
        );
      this.#painter.copied([
        'Your browser did not allow it. Copy this: ',
        h('input', { readonly: true, value: text, 'aria-label': 'The link' }),
      ]);
      this.#host.querySelector<HTMLInputElement>('.copied input')!.select();
      this.#painter.say('Your browser did not allow it. The link is selected; copy it with your keyboard.');
    }
  }

  async #save(kind: string): Promise<void> {
    const details = this.#details;
    if (!details || !this.#below) return this.#painter.say(stillComputing);
    const { result, said } = this.#current;
    const { project } = this.#state;
    const below = await this.#below;
    const { answersCsv, asJson, asMarkdown, costsCsv, fileName } = below;
    const made: Record<string, () => Export> = {
      record: () => ({
        name: `${fileName(project, 'web-framework-decision')}.md`,
        type: 'text/markdown',
        text: asMarkdown(this.#record(below, details)),
      }),
      'answers-csv': () => answersCsv(result, this.#words, fileName(project, 'answers')),
      'costs-csv': () => costsCsv(details, fileName(project, 'costs')),
      json: () => asJson(result, details, said, this.#address(), fileName(project, 'flask-or-django')),
    };
    const file = made[kind]?.();
    if (!file) return;
    saveFile(file);
    this.#painter.say(`${file.name} was handed to your browser, which saves it unless it may not.`);
  }
}

/** The day as the reader's clock has it. */
function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}
