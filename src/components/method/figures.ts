/** Numbers as the method page prints them. */

/** A number with at most so many decimals, without zeros at its end, with a proper minus. */
export const figure = (value: number, decimals = 1): string =>
  String(Number(value.toFixed(decimals)) || 0).replace('-', '−');

export const percent = (part: number, decimals = 0): string => `${figure(part * 100, decimals)} %`;

/** Values side by side; no line begins with the mark between them. */
export const beside = (values: readonly (number | string)[]): string => values.join('\u00a0· ');

/** How many of a hundred, as shares of variations are told. */
export const ofHundred = (part: number): string => `${Math.round(part * 100)} of 100`;

/** A difference with its sign. */
export const signed = (value: number, decimals = 1): string => (value > 0 ? '+' : '') + figure(value, decimals);

/** A sum or product; numbers below zero stand in brackets. */
const joined =
  (mark: string) =>
  (values: readonly (number | string)[], decimals = 2) =>
    values.map((value) => (typeof value === 'string' ? value : inBrackets(value, decimals))).join(` ${mark} `);
const inBrackets = (value: number, decimals: number) =>
  value < 0 ? `(${figure(value, decimals)})` : figure(value, decimals);
export const sum = joined('+');
export const product = joined('×');

/** A worked line: what was reckoned, and what came out. What needs no reckoning stands alone. */
export function worked(expression: string, result: string): string {
  return expression === result ? result : `${expression} = ${result}`;
}
