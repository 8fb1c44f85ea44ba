/**
 * What the address of the page holds: the answers, as the model reads and writes them, and what belongs to the page
 * alone: the project, the names of scenarios, a day rate. A scenario that is kept stands in `b` as a query of its own.
 */
import { readAddress, writeAddress, type Reading } from '../calculator/address.ts';
import type { Answers } from '../calculator/answers.ts';
import type { Model } from '../calculator/model.ts';
import type { Rate } from './figures.ts';
import { noticesOf, type Notice } from './notices.ts';

export interface Scenario {
  answers: Answers;
  /** What the reader calls it; empty while it has no name. */
  name: string;
}

/** Everything that a reader can set, and that a link hands on. */
export interface PageState {
  /** The scenario that the form edits. */
  now: Scenario;
  /** The scenario that is kept beside it. */
  kept?: Scenario | undefined;
  project: string;
  rate?: Rate | undefined;
}

export const blank: PageState = { now: { answers: { choices: {} }, name: '' }, project: '' };

export const longestName = 60;
const longestCurrency = 8;
export const highestRate = 1_000_000;

/** A name on one line, without characters that nobody sees. */
export const tidyName = (text: string): string =>
  text
    .replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, longestName)
    .trimEnd();

/** A day rate as it may be typed; undefined where it is none. */
export function rateFrom(perDay: string, currency: string): Rate | undefined {
  const value = Number(perDay);
  if (perDay.trim() === '' || !(value > 0 && value <= highestRate)) return undefined;
  return { perDay: Math.round(value * 100) / 100, currency: tidyName(currency).slice(0, longestCurrency) };
}

const own = ['project', 'name', 'rate', 'currency'];

/** Takes the page's own parts out of a query, and leaves the rest for the model to read. */
function split(query: string): { own: URLSearchParams; rest: string } {
  const parts = query.split('&').map((part) => [part, part.split('=')[0]!] as const);
  const text = (mine: boolean) =>
    parts
      .filter(([, name]) => own.includes(name) === mine)
      .map(([part]) => part)
      .join('&');
  return { own: new URLSearchParams(text(true)), rest: text(false) };
}

export interface PageReading {
  state: PageState;
  notices: Notice[];
  /** Whether the address holds answers, and is more than a blank form. */
  answered: boolean;
}

export function readPage(query: string, model: Model): PageReading {
  const outer = split(query);
  const reading = readAddress(outer.rest, model);
  const inner = reading.pinned === undefined ? undefined : split(reading.pinned);
  const kept = inner && readAddress(inner.rest, model);
  const name = tidyName(outer.own.get('name') ?? '');
  const keptName = tidyName(inner?.own.get('name') ?? '');
  const typedRate = outer.own.get('rate');
  const rate = typedRate === null ? undefined : rateFrom(typedRate, outer.own.get('currency') ?? '');
  return {
    state: {
      now: { answers: reading.answers, name },
      ...(kept && { kept: { answers: kept.answers, name: keptName } }),
      project: tidyName(outer.own.get('project') ?? ''),
      ...(rate && { rate }),
    },
    notices: [
      ...noticesOf(reading, model.version),
      ...(kept ? noticesOf(kept as Reading, model.version, keptName || 'A') : []),
      ...(typedRate !== null && !rate
        ? [
            {
              part: `rate=${typedRate.slice(0, 40)}`,
              text: `must be a number above 0, up to ${highestRate.toLocaleString('en')}`,
            },
          ]
        : []),
    ],
    answered: Object.keys(reading.answers.choices).length > 0 || reading.answers.first !== undefined,
  };
}

const part = (name: string, value: string) => (value === '' ? '' : `&${name}=${encodeURIComponent(value)}`);

/** The query of everything that the reader set, without a question mark. */
export function writePage({ now, kept, project, rate }: PageState, model: Model): string {
  const pinned = kept && writeAddress(kept.answers, model) + part('name', kept.name);
  return (
    writeAddress(now.answers, model, pinned) +
    part('name', now.name) +
    part('project', project) +
    (rate ? part('rate', String(rate.perDay)) + part('currency', rate.currency) : '')
  );
}
