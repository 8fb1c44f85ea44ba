/**
 * Answers as a query string, and back. The addresses are meant to be shared and read:
 * `?m=1&size=small&first=orm.forms&w=20-14-15-13-13-13-12&x.dependency=0.2,0.6,2&s.size.tiny=90,45,10`.
 * Reading never throws: what is valid is taken, and every part that is not is named.
 */
import { rangesOf, type Answers } from './answers.ts';
import type { Model, Range } from './model.ts';
import { fromVersion1 } from './version-1.ts';
import { isWithin, limitsOf, pointLimits, rises, rounded, type Limits } from './number-limits.ts';

/** Longer addresses are cut: servers refuse those beyond about 8 kB. All numbers changed take about a third of it. */
export const longestQuery = 7_500;

/** One part of an address that was not taken, and why. The text is the reader's own, cut to 40 characters. */
export interface Ignored {
  part: string;
  reason:
    | 'unknown'
    | 'no-such-answer'
    | 'repeated'
    | 'not-a-feature'
    | 'wrong-weights'
    | 'wrong-range'
    | 'wrong-scores'
    | 'too-long';
  /** What the numbers must be within, where they are not, or do not rise. */
  limits?: Limits;
}

export interface Reading {
  answers: Answers;
  ignored: Ignored[];
  /** The version of the model that the address was made with, when it is not this one. */
  olderVersion?: string;
  /** The answers of an older address that are translated, or that no question asks any more. */
  changed?: string[];
  /** The query of a scenario kept for comparison. */
  pinned?: string;
}

const shown = (part: string) => (part.length > 40 ? `${part.slice(0, 39)}…` : part);

const number = (text: string): number => (/^\d{1,5}(\.\d{1,4})?$/.test(text) ? Number(text) : NaN);

export function readAddress(query: string, model: Model): Reading {
  const ignored: Ignored[] = [];
  const ignore = (part: string, reason: Ignored['reason'], limits?: Limits) =>
    ignored.push({ part: shown(part), reason, ...(limits && { limits }) });
  // A part that is cut could still be read, and as something else, so it goes as a whole.
  const end = query.length > longestQuery ? Math.max(0, query.lastIndexOf('&', longestQuery)) : query.length;
  if (end < query.length) ignore(query.slice(end).replace(/^&/, ''), 'too-long');

  const choices: Record<string, string> = {};
  const ranges: Record<string, Range> = {};
  const scores: Record<string, readonly [number, number, number]> = {};
  const rest: { first?: string[]; later?: string[]; weights?: number[]; olderVersion?: string; pinned?: string } = {};
  const parts = new URLSearchParams(query.slice(0, end));
  const isVersion1 = parts.get('m') === '1';
  const changed: string[] = [];
  const known = rangesOf(model);
  const seen = new Set<string>();

  const featureList = (name: string, value: string, before: readonly string[] = []): string[] => {
    const taken = [...before];
    for (const id of value === '' ? [] : value.split('.')) {
      const part = `${name}=${id}`;
      if (!model.features.some((feature) => feature.id === id)) ignore(part, 'not-a-feature');
      else if (taken.includes(id)) ignore(part, 'repeated');
      else taken.push(id);
    }
    return taken;
  };

  for (const [name, value] of parts) {
    const part = `${name}=${value}`;
    const question = model.questions.find(({ id }) => id === name);
    const isList = name === 'first' || name === 'later';
    if (seen.has(name) && !isList) {
      ignore(part, 'repeated');
      continue;
    }
    seen.add(name);
    const then = isVersion1 ? fromVersion1({ [name]: value }) : undefined;
    if (then && then.changed.length > 0) {
      changed.push(part);
      Object.assign(choices, then.choices);
    } else if (name === 'm') {
      if (!/^\d{1,4}$/.test(value)) ignore(part, 'unknown');
      else if (Number(value) !== model.version) rest.olderVersion = value;
    } else if (name === 'b') {
      rest.pinned = value;
    } else if (question) {
      // A form without script sends its open questions as empty.
      if (value === '') continue;
      if (question.options.some(({ id }) => id === value)) choices[name] = value;
      else ignore(part, 'no-such-answer');
    } else if (model.features.some(({ id }) => id === name) && ['no', 'first', 'later'].includes(value)) {
      // A form without script sends each row of the list of features as a part of its own.
      rest.first ??= [];
      if (value !== 'no') rest[value as 'first' | 'later'] = featureList(value, name, rest[value as 'first' | 'later']);
    } else if (isList) {
      // A form without script sends a list as one part for each feature.
      rest[name] = featureList(name, value, rest[name]);
    } else if (name === 'w') {
      const points = value.split('-').map(number);
      if (points.length === model.criteria.length && points.every((point) => isWithin(point, pointLimits)))
        rest.weights = points;
      else ignore(part, 'wrong-weights');
    } else if (name.startsWith('x.') && Object.hasOwn(known, name.slice(2))) {
      const range = value.split(',').map(number) as [number, number, number];
      const limits = limitsOf(name.slice(2));
      if (range.length === 3 && range.every((one) => isWithin(one, limits)) && rises(range))
        ranges[name.slice(2)] = range;
      else ignore(part, 'wrong-range', limits);
    } else if (name.startsWith('s.') && isScored(model, name.slice(2))) {
      const row = value.split(',').map(number);
      if (row.length === 3 && row.every((score) => isWithin(score, pointLimits)))
        scores[name.slice(2)] = row as [number, number, number];
      else ignore(part, 'wrong-scores');
    } else {
      ignore(part, 'unknown');
    }
  }

  const { first, weights, olderVersion, pinned } = rest;
  const later = rest.later?.filter((id) => {
    if (first?.includes(id)) ignore(`later=${id}`, 'repeated');
    return !first?.includes(id);
  });
  return {
    answers: {
      choices,
      ...(first && { first }),
      ...(later && { later }),
      ...(weights && { weights }),
      ...(Object.keys(ranges).length > 0 && { ranges }),
      ...(Object.keys(scores).length > 0 && { scores }),
    },
    ignored,
    ...(olderVersion !== undefined && { olderVersion }),
    ...(changed.length > 0 && { changed: changed.map(shown) }),
    ...(pinned !== undefined && { pinned }),
  };
}

function isScored(model: Model, name: string): boolean {
  const [question, option, ...more] = name.split('.');
  const row = model.questions.find(({ id }) => id === question)?.options.find(({ id }) => id === option);
  return more.length === 0 && row?.scores !== undefined;
}

/** The query string of answers, in the model's order, without a question mark. The same answers give the same text. */
export function writeAddress(answers: Answers, model: Model, pinned?: string): string {
  const inOrder = (ids: readonly string[]) =>
    model.features
      .filter(({ id }) => ids.includes(id))
      .map(({ id }) => id)
      .join('.');
  const entries: [string, string][] = [['m', String(model.version)]];
  for (const { id } of model.questions) {
    const choice = answers.choices[id];
    if (choice !== undefined) entries.push([id, choice]);
  }
  if (answers.first) entries.push(['first', inOrder(answers.first)]);
  if (answers.later && answers.later.length > 0) entries.push(['later', inOrder(answers.later)]);
  if (answers.weights) entries.push(['w', answers.weights.map(rounded).join('-')]);
  const sorted = <Value>(record: Readonly<Record<string, Value>> = {}) =>
    Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [name, range] of sorted(answers.ranges)) entries.push([`x.${name}`, range.map(rounded).join(',')]);
  for (const [name, row] of sorted(answers.scores)) entries.push([`s.${name}`, row.map(rounded).join(',')]);
  // Everything here is letters, digits and these few marks, which need no escape in a query.
  return (
    entries.map(([name, value]) => `${name}=${value}`).join('&') +
    (pinned === undefined ? '' : `&b=${encodeURIComponent(pinned)}`)
  );
}
