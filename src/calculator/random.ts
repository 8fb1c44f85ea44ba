/** Numbers at random that are the same on every machine and every run. */

/** A number from 0 to 1 (1 excluded). */
export type Draw = () => number;

/** Mulberry32 by Tommy Ettinger, public domain: small, fast, and good enough for a thousand draws. */
export function seeded(seed: number): Draw {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * A value from the triangular distribution over low, likely and high; that value itself where they are the same.
 * @param sample a number from 0 to 1; the distribution's inverse turns it into the value
 */
export function triangular(sample: number, low: number, likely: number, high: number): number {
  const rise = (likely - low) / (high - low);
  return sample < rise
    ? low + Math.sqrt(sample * (high - low) * (likely - low))
    : high - Math.sqrt((1 - sample) * (high - low) * (high - likely));
}

/** A factor from 1/span to span, most likely 1, as often above 1 as below. */
export const factorBetween = (sample: number, span: number): number =>
  Math.exp(triangular(sample, -Math.log(span), 0, Math.log(span)));
