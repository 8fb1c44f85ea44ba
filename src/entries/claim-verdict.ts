/** How a claim stands, from how its parts stand. Pure. */
import type { PartState, Verdict } from '../vocabulary.ts';

interface Citation {
  source: string;
  locator: string;
}

/** As much of a claim as its verdict depends on. */
export interface Parted {
  parts: readonly {
    says: string;
    state: PartState;
    main?: true | undefined;
    sources: readonly Citation[];
  }[];
  limit?: string | undefined;
}

/** Any part that is denied decides; then the main part; then whether anything limits what is left. */
export function verdictFrom({ parts, limit }: Parted): Verdict {
  if (parts.some(({ state }) => state === 'denied')) return 'disputed';
  if (parts.some(({ main, state }) => main && state === 'unproven')) return 'not-checkable';
  return limit !== undefined || parts.some(({ state }) => state === 'unproven') ? 'holds-with-limits' : 'holds';
}

/** Every document that the claim rests on or quotes, each place once, in the order of the parts. */
export function sourcesOf({ parts, also }: Parted & { also: readonly Citation[] }): Citation[] {
  const all = [...parts.flatMap(({ sources }) => sources), ...also];
  const key = ({ source, locator }: Citation) => `${source} ${locator}`;
  return [...new Map(all.map((citation) => [key(citation), citation])).values()];
}

/** Why the claim has its verdict, in a sentence. */
export function reasonFor(claim: Parted): string {
  const { parts, limit } = claim;
  const denied = parts.filter(({ state }) => state === 'denied').length;
  switch (verdictFrom(claim)) {
    case 'disputed':
      if (denied === parts.length)
        return parts.length === 1 ? 'Our sources deny it.' : 'Our sources deny every part of it.';
      return denied === 1
        ? 'Our sources deny a part of it.'
        : `Our sources deny ${denied} of its ${parts.length} parts.`;
    case 'not-checkable':
      return 'Nothing that we found shows what it asserts at its core, and nothing denies it.';
    case 'holds-with-limits':
      return limit === undefined
        ? 'Its core is supported; a further part is unproven.'
        : `It is supported, with this limit: ${limit}.`;
    case 'holds':
      return parts.length === 1 ? 'Our sources support it.' : 'Our sources support every part of it.';
  }
}
