/**
 * What a reader may put in place of our numbers: the one rule for the form, the address and the content.
 */
import type { Range } from './model.ts';

export interface Limits {
  least: number;
  most: number;
}

/** A weight in points, and a score. */
export const pointLimits: Limits = { least: 0, most: 100 };

/**
 * What a number of the cost model may be, by its name. An error of "times 1" is none, and a smaller one means nothing;
 * calendar months are days divided by people and by the days of a month, so neither can be none.
 */
export function limitsOf(name: string): Limits {
  return { least: leastOf(name), most: isPart(name) ? 1 : 10_000 };
}

/** Parts of a whole, of which more than all would leave less than nothing. */
const isPart = (name: string): boolean => name === 'templates' || name.startsWith('moving-share.');

function leastOf(name: string): number {
  if (name === 'optimism' || name === 'bias') return 1;
  return name === 'days-per-month' || name.startsWith('developers.') ? 0.1 : 0;
}

export const isWithin = (value: number, { least, most }: Limits): boolean => value >= least && value <= most;

/** Lowest, likeliest and highest; any two may be equal. */
export const rises = ([low, likely, high]: Range): boolean => low <= likely && likely <= high;

/** As many places behind the point as an address holds. */
export const rounded = (value: number): number => Number(value.toFixed(4));

/** "from 0.1 to 10,000" */
export const limitWords = ({ least, most }: Limits): string => `from ${least} to ${most.toLocaleString('en')}`;
