/** The form of the page: what its reader has answered. */
import { featuresOf, neutralOption, rangesOf, type Answers } from '../calculator/answers.ts';
import { pointsOf } from '../calculator/fit.ts';
import type { Model, Range } from '../calculator/model.ts';
import {
  isWithin,
  limitsOf,
  limitWords,
  pointLimits,
  rises,
  rounded,
  type Limits,
} from '../calculator/number-limits.ts';
import { FieldError } from './field-errors.ts';

const inputs = (root: ParentNode, selector: string) => [...root.querySelectorAll<HTMLInputElement>(`input${selector}`)];
const named = (form: HTMLFormElement, name: string) => inputs(form, `[name="${CSS.escape(name)}"]`);
const fieldsOf = (row: HTMLElement) => [...row.getElementsByTagName('input')];

/** There are hundreds of fields, most of them hold their number already, and browsers take long to put one in. */
function fill(field: HTMLInputElement, value: string): void {
  if (field.value !== value) field.value = value;
}

/** What the form says. Number fields that hold nothing sensible keep what they said before. */
export function readForm(
  form: HTMLFormElement,
  model: Model,
  before: Answers,
): { answers: Answers; errors: FieldError[] } {
  const errors: FieldError[] = [];
  const weights = readWeights(form, before, errors);
  const ranges = readRanges(form, model, before, errors);
  const scores = readScores(form, model, before, errors);
  return {
    answers: {
      ...readChoices(form, model, before),
      ...(weights && { weights }),
      ...(Object.keys(ranges).length > 0 && { ranges }),
      ...(Object.keys(scores).length > 0 && { scores }),
    },
    errors,
  };
}

/** The answers after a choice or a tick. The number fields are not read again: there are hundreds of them. */
export function rereadChoices(form: HTMLFormElement, model: Model, before: Answers): Answers {
  const { choices: _choices, first: _first, later: _later, ...numbers } = before;
  return { ...numbers, ...readChoices(form, model, before) };
}

/** What is chosen and ticked. */
export function readChoices(
  form: HTMLFormElement,
  model: Model,
  before: Answers,
): Pick<Answers, 'choices' | 'first' | 'later'> {
  const choices: Record<string, string> = {};
  for (const question of model.questions) {
    const radios = form.elements.namedItem(question.id);
    const checked = radios instanceof RadioNodeList && radios.value;
    // A compact form asks fewer questions; the others stay as they were.
    const value = checked || before.choices[question.id];
    if (value && value !== neutralOption(question)) choices[question.id] = value;
  }
  const ticked = (name: string) =>
    named(form, name)
      .filter((box) => box.checked)
      .map(({ value }) => value);
  const first = ticked('first');
  const later = ticked('later');
  return { choices, ...(!(first.length > 0 || later.length > 0 || before.first !== undefined) && { first, later }) };
}

const kept = 'Until then the last number counts.';

/** A number as the address holds it, so that what counts here is what comes back from there. */
function numberIn(field: HTMLInputElement, limits: Limits): number {
  const value = field.value.trim() === '' ? NaN : rounded(Number(field.value));
  if (!isWithin(value, limits)) throw new FieldError(field, `Use a number ${limitWords(limits)}. ${kept}`);
  return value;
}

/** Takes what a group of fields holds, or notes what is wrong with it and keeps what it held before. */
function take<Value>(read: () => Value, before: Value, errors: FieldError[]): Value {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof FieldError)) throw error;
    errors.push(error);
    return before;
  }
}

/** Weights count as set by hand once one was touched. */
function readWeights(form: HTMLFormElement, before: Answers, errors: FieldError[]): readonly number[] | undefined {
  const group = form.querySelector<HTMLElement>('[data-weights]');
  if (!group?.dataset['touched']) return group ? undefined : before.weights;
  return take(() => inputs(form, '[data-weight]').map((field) => numberIn(field, pointLimits)), before.weights, errors);
}

function readRanges(form: HTMLFormElement, model: Model, before: Answers, errors: FieldError[]): Record<string, Range> {
  const ours = rangesOf(model);
  const found: Record<string, Range> = {};
  const rows = [...form.querySelectorAll<HTMLElement>('[data-number]')];
  if (rows.length === 0) return { ...before.ranges };
  for (const row of rows) {
    const name = row.dataset['number']!;
    const fields = fieldsOf(row);
    const range = take<Range>(
      () => {
        const values = fields.map((field) => numberIn(field, limitsOf(name))) as [number, number, number];
        if (!rises(values))
          throw new FieldError(fields[1]!, `None of the three may be smaller than the one before it. ${kept}`);
        return values;
      },
      before.ranges?.[name] ?? ours[name]!,
      errors,
    );
    if (range.some((value, at) => value !== ours[name]![at])) found[name] = range;
  }
  return found;
}

function readScores(form: HTMLFormElement, model: Model, before: Answers, errors: FieldError[]) {
  type Row = readonly [number, number, number];
  const found: Record<string, Row> = {};
  const rows = [...form.querySelectorAll<HTMLElement>('[data-score]')];
  if (rows.length === 0) return { ...before.scores };
  for (const row of rows) {
    const name = row.dataset['score']!;
    const fields = fieldsOf(row);
    const ours = scoresIn(model, name);
    const scoresBefore = before.scores?.[name] ?? ours;
    const scores = take<Row>(
      () => fields.map((field) => numberIn(field, pointLimits)) as unknown as Row,
      scoresBefore,
      errors,
    );
    if (scores.some((value, at) => value !== ours[at])) found[name] = scores;
  }
  return found;
}

function scoresIn(model: Model, name: string): readonly [number, number, number] {
  const [question, option] = name.split('.');
  const { flask, django, both } = model.questions
    .find(({ id }) => id === question)!
    .options.find(({ id }) => id === option)!.scores!;
  return [flask, django, both];
}

/** Puts answers into the form. */
export function fillForm(form: HTMLFormElement, model: Model, answers: Answers): void {
  for (const question of model.questions) {
    const value = answers.choices[question.id] ?? neutralOption(question) ?? '';
    for (const radio of named(form, question.id)) radio.checked = radio.value === value;
  }
  const { first, later } = featuresOf(answers);
  for (const box of named(form, 'first')) box.checked = first.includes(box.value);
  for (const box of named(form, 'later')) box.checked = later.includes(box.value);
  const usual = rangesOf(model);
  for (const row of form.querySelectorAll<HTMLElement>('[data-number]')) {
    const name = row.dataset['number']!;
    const range = answers.ranges?.[name] ?? usual[name]!;
    fieldsOf(row).forEach((field, at) => fill(field, String(range[at])));
  }
  for (const row of form.querySelectorAll<HTMLElement>('[data-score]')) {
    const name = row.dataset['score']!;
    const scores = answers.scores?.[name] ?? scoresIn(model, name);
    fieldsOf(row).forEach((field, at) => fill(field, String(scores[at])));
  }
  fillWeights(form, model, answers);
}

/** Shows the weights in force; those set by hand stay as they were typed. */
export function fillWeights(form: HTMLFormElement, model: Model, answers: Answers): void {
  const group = form.querySelector<HTMLElement>('[data-weights]');
  if (!group) return;
  if (answers.weights) group.dataset['touched'] = '1';
  else delete group.dataset['touched'];
  const points = answers.weights ?? pointsOf(model, answers);
  inputs(form, '[data-weight]').forEach((field, at) => {
    const value = String(Number(points[at]!.toFixed(1)));
    if (field !== document.activeElement) field.value = value;
  });
  for (const set of form.querySelectorAll<HTMLFieldSetElement>('fieldset[data-preference]'))
    set.disabled = answers.weights !== undefined;
}
