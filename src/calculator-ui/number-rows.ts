/** Numbers that the reader can change: rows of fields, what is wrong with them, and what was changed. */
import { derivationOf } from '../calculator/derivation.ts';
import { rangesOf, type Answers } from '../calculator/answers.ts';
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
import { h, toNode, type Branch, type Tree } from './tree.ts';

/** The kinds of rows: ranges of the cost model, weights of criteria, scores of answers. */
export type RowKind = 'range' | 'weight' | 'score';
type Values = readonly number[];

const heads: Readonly<Record<RowKind, readonly string[]>> = {
  range: ['Lowest', 'Likeliest', 'Highest'],
  weight: ['Points'],
  score: ['Flask', 'Django', 'Flask + Django'],
};
export const headsOf = (kind: RowKind): readonly string[] => heads[kind];

export const limitsFor = (kind: RowKind, name: string): Limits => (kind === 'range' ? limitsOf(name) : pointLimits);

/** A row of fields, with room for what is to be said about it. */
export function numberRow(
  kind: RowKind,
  name: string,
  words: { title: string; unit: string; address: string | undefined },
  values: Values,
  last?: Branch,
  place = 'all',
): Branch {
  const id = `${place}-${kind}-${name.replaceAll('.', '-')}`;
  return h(
    'tr',
    { 'data-row': kind, 'data-number': name },
    h(
      'th',
      { scope: 'row' },
      words.address ? h('a', { href: words.address }, words.title) : words.title,
      h('small', {}, words.unit),
      h('small', { class: 'about', id: `${id}-about` }),
    ),
    values.map((value, at) =>
      h(
        'td',
        { class: 'in' },
        h(
          'label',
          {},
          h('span', {}, heads[kind][at]!),
          h('input', {
            type: 'text',
            inputmode: 'decimal',
            autocomplete: 'off',
            id: `${id}-${at}`,
            value: String(value),
            'aria-label': `${words.title}, ${heads[kind][at]!.toLowerCase()}`,
          }),
        ),
      ),
    ),
    last ?? [],
  );
}

export function numberTable(
  caption: string,
  kind: RowKind,
  lastHead: string | undefined,
  rows: readonly Tree[],
): Branch {
  return h(
    'table',
    { class: 'numbers' },
    h('caption', { class: 'visually-hidden' }, caption),
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        h('th', { scope: 'col' }, 'Assumption'),
        heads[kind].map((head) => h('th', { scope: 'col' }, head)),
        lastHead ? h('th', { scope: 'col' }, lastHead) : [],
      ),
    ),
    h('tbody', {}, rows),
  );
}

export const addressOf = (method: string, name: string): string => `${method}#${derivationOf(name)}`;

/** What is wrong with a row: a sentence that says what must hold, without what counts meanwhile. */
export interface Fault {
  /** Which of the fields is to blame. */
  at: number;
  says: string;
}

/** What the fields of a row hold, or what is wrong with them. */
export function readValues(
  kind: RowKind,
  name: string,
  typed: readonly string[],
): { values: Values } | { fault: Fault } {
  const limits = limitsFor(kind, name);
  const values = typed.map((text) => (text.trim() === '' ? NaN : rounded(Number(text.trim().replace(',', '.')))));
  const wrong = values.findIndex((value) => !isWithin(value, limits));
  if (wrong >= 0) return { fault: { at: wrong, says: `Use a number ${limitWords(limits)}.` } };
  if (kind === 'range' && !rises(values as unknown as Range)) {
    const at = values.findIndex((value, place) => place > 0 && value < values[place - 1]!);
    const [before, after] = [heads.range[at - 1]!, heads.range[at]!];
    return { fault: { at, says: `The ${before.toLowerCase()} is above the ${after.toLowerCase()}.` } };
  }
  return { values };
}

/** The numbers of ours that a row stands for. */
export function oursOf(kind: RowKind, name: string, model: Model): Values {
  if (kind === 'range') return rangesOf(model)[name]!;
  if (kind === 'weight') return [model.criteria.find(({ id }) => id === name)!.points];
  const [question, option] = name.split('.');
  const { flask, django, both } = model.questions
    .find(({ id }) => id === question)!
    .options.find(({ id }) => id === option)!.scores!;
  return [flask, django, both];
}

/** The numbers that count: the reader's, or ours. */
export function valuesOf(kind: RowKind, name: string, model: Model, answers: Answers, points: Values): Values {
  if (kind === 'range') return answers.ranges?.[name] ?? oursOf(kind, name, model);
  if (kind === 'score') return answers.scores?.[name] ?? oursOf(kind, name, model);
  return [(answers.weights ?? points)[model.criteria.findIndex(({ id }) => id === name)]!];
}

const without = <Value>(record: Readonly<Record<string, Value>> | undefined, name: string): Record<string, Value> => {
  const { [name]: _, ...others } = record ?? {};
  return others as Record<string, Value>;
};
const filled = <Value>(record: Record<string, Value>) => (Object.keys(record).length > 0 ? record : undefined);

/** The answers once a row holds other numbers. Numbers like ours are no change. */
export function withValues(
  kind: RowKind,
  name: string,
  values: Values,
  model: Model,
  answers: Answers,
  points: Values,
): Answers {
  const same = oursOf(kind, name, model).every((value, at) => value === values[at]);
  if (kind === 'weight') {
    const weights = model.criteria.map(({ id }, at) =>
      id === name ? values[0]! : rounded((answers.weights ?? points)[at]!),
    );
    return { ...answers, weights };
  }
  const { ranges: _ranges, scores: _scores, ...rest } = answers;
  const ranges =
    kind === 'range'
      ? filled({ ...without(answers.ranges, name), ...(same ? {} : { [name]: values as unknown as Range }) })
      : answers.ranges;
  const scores =
    kind === 'score'
      ? filled({ ...without(answers.scores, name), ...(same ? {} : { [name]: values as unknown as Range }) })
      : answers.scores;
  return { ...rest, ...(ranges && { ranges }), ...(scores && { scores }) };
}

/** Without any number of the reader's. */
export function withOurNumbers({ weights: _w, ranges: _r, scores: _s, ...rest }: Answers): Answers {
  return rest;
}

export const changedCount = ({ weights, ranges = {}, scores = {} }: Answers): number =>
  (weights ? 1 : 0) + Object.keys(ranges).length + Object.keys(scores).length;

const fieldsOf = (row: Element) => [...row.getElementsByTagName('input')];
export const kindOf = (row: HTMLElement) => row.dataset['row'] as RowKind;

/** What the fields of a row hold. */
export const typedIn = (row: HTMLElement): string[] => fieldsOf(row).map(({ value }) => value);

/** Puts numbers into the fields of a row. */
export function putIn(row: HTMLElement, values: Values): void {
  fieldsOf(row).forEach((field, at) => (field.value = String(Number(values[at]!.toFixed(4)))));
}

/** Shows the numbers that count in every row but one that holds a fault, and marks what is the reader's. */
export function fillRows(root: ParentNode, model: Model, answers: Answers, points: Values): void {
  for (const row of root.querySelectorAll<HTMLElement>('[data-row]')) {
    if (row.dataset['fault']) continue;
    const [kind, name] = [kindOf(row), row.dataset['number']!];
    const values = valuesOf(kind, name, model, answers, points);
    fieldsOf(row).forEach((field, at) => {
      const text = String(Number(values[at]!.toFixed(4)));
      // There are hundreds of fields, most of them hold their number already, and browsers take long to put one in.
      if (field.value !== text && field !== document.activeElement) field.value = text;
    });
    const changed =
      kind === 'weight'
        ? answers.weights !== undefined
        : (kind === 'range' ? answers.ranges : answers.scores)?.[name] !== undefined;
    mark(row, changed ? `Yours. Ours: ${oursOf(kind, name, model).join(' · ')}.` : '', changed);
  }
}

/** Says what is wrong with a row, and what counts until that is mended. */
export function showFault(row: HTMLElement, { at, says }: Fault, counting: Values): void {
  row.dataset['fault'] = '1';
  mark(row, `${says} Using ${counting.join(' · ')} until this is fixed.`, true);
  const field = fieldsOf(row)[at]!;
  field.setAttribute('aria-invalid', 'true');
  field.setAttribute('aria-describedby', row.querySelector('.about')!.id);
}

/** Forgets the fault of a row; its fields can be filled again. */
export function clearFault(row: HTMLElement): void {
  delete row.dataset['fault'];
  for (const field of fieldsOf(row)) {
    field.removeAttribute('aria-invalid');
    field.removeAttribute('aria-describedby');
  }
}

function mark(row: HTMLElement, says: string, resettable: boolean): void {
  row.toggleAttribute('data-changed', resettable && !row.dataset['fault']);
  const about = row.querySelector('.about')!;
  // A button that somebody is pressing must not be made anew.
  if (about.firstChild?.textContent === says || (!about.firstChild && says === '')) return;
  about.replaceChildren(says);
  if (resettable)
    about.append(' ', toNode(h('button', { type: 'button', class: 'quiet', 'data-action': 'reset-number' }, 'Reset')));
}
