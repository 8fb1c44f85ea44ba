/** What a page cites it lists, what it lists it cites, and a claim rests on something. */
import type { PartState } from '../../vocabulary.ts';
import { articleCollections, inBody, inField, list, of, strings, type Entry, type Problem } from '../entry.ts';
import { citedClaims } from '../mentions.ts';

export function citationMismatches(entries: readonly Entry[]): Problem[] {
  return of(entries, ...articleCollections).flatMap((entry) => {
    const listed = strings(entry.data['claims']);
    const cited = citedClaims(entry);
    const unlisted = new Map(cited.filter(({ name }) => !listed.includes(name)).map(({ name, line }) => [name, line]));
    return [
      ...[...unlisted].map(([claim, line]) => ({
        ...inBody(entry, line, `the text cites "${claim}", which is not listed`),
        field: 'claims',
      })),
      ...listed.flatMap((claim, at) =>
        cited.some(({ name }) => name === claim)
          ? []
          : [inField(entry, ['claims', at], `"${claim}" is listed, but the text never cites it`)],
      ),
    ];
  });
}

/** A chapter's opening and its sections are one run of text, so they cite in the body of sections only. */
export function citingChapters(entries: readonly Entry[]): Problem[] {
  return of(entries, 'chapters').flatMap((entry) =>
    citedClaims(entry)
      .slice(0, 1)
      .map(({ line }) => inBody(entry, line, "claims are cited in sections, not in the chapter's opening")),
  );
}

interface Part {
  says: string;
  state: PartState;
  main?: true;
  subject?: string;
  contrary?: true;
  judgement?: true;
  searched?: object;
  sources: unknown[];
}
const partsOf = (claim: Entry): Part[] => list(claim.data['parts']) as Part[];

/** A claim has one main part, and each of its parts says what it rests on. */
export function groundlessParts(entries: readonly Entry[]): Problem[] {
  return of(entries, 'claims').flatMap((claim) => {
    const parts = partsOf(claim);
    const main = parts.filter(({ main }) => main).length;
    return [
      ...(parts.length > 0 && main !== 1
        ? [inField(claim, 'parts', `${main} of them are marked "main: true"; exactly one is`)]
        : []),
      ...parts.flatMap((part, at) => {
        const reason = faultOf(part, claim);
        return reason ? [inField(claim, ['parts', at], reason)] : [];
      }),
    ];
  });
}

function faultOf({ state, judgement, searched, sources, contrary, subject }: Part, claim: Entry): string | undefined {
  if (judgement && claim.data['judgement'] === undefined)
    return 'rests on our judgement, so the claim says in its own "judgement" why';
  if (contrary && subject === undefined) return 'is contrary to a "subject" that it does not name';
  if (state === 'unproven')
    return searched ? undefined : 'is unproven, so "searched" says what was looked for and what came up';
  if (searched) return `is ${state}, so it has no "searched"`;
  return judgement || sources.length > 0 ? undefined : 'names no source, and is not marked "judgement: true"';
}

/** Where every part of a claim is denied, readers of its note learn that at once. */
export function undeniedNotes(entries: readonly Entry[]): Problem[] {
  return of(entries, 'claims').flatMap((claim) => {
    const parts = partsOf(claim);
    if (parts.length === 0 || parts.some(({ state }) => state !== 'denied')) return [];
    const first = /^.*?[.!?](?=\s|$)/.exec(String(claim.data['note'] ?? ''))?.[0] ?? '';
    return /\b(no|not|none|neither|never|nothing|nobody|cannot|only|wrong|reverse)\b|n’t\b/i.test(first)
      ? []
      : [inField(claim, 'note', 'every part of the claim is denied, and the first sentence does not say so')];
  });
}

/** Two parts that speak of one proposition cannot differ in what our sources say to it. */
export function contradictions(entries: readonly Entry[]): Problem[] {
  const firsts = new Map<string, { claim: Entry; standing: PartState }>();
  return of(entries, 'claims').flatMap((claim) =>
    partsOf(claim).flatMap(({ subject, contrary, state }, at) => {
      if (subject === undefined) return [];
      const standing = contrary && state !== 'unproven' ? opposite[state] : state;
      const first = firsts.get(subject);
      if (!first) firsts.set(subject, { claim, standing });
      if (!first || first.standing === standing) return [];
      const there = `${first.claim.file} has it ${first.standing}`;
      return [inField(claim, ['parts', at, 'subject'], `"${subject}" is ${standing} here, but ${there}`)];
    }),
  );
}

const opposite = { supported: 'denied', denied: 'supported' } as const;

/** How many places of one publisher may say what we judge. */
const placesOfPublisher = 5;

/** Those who say a claim are not all one: another publisher each, and no publisher everywhere. */
export function repeatedPublishers(entries: readonly Entry[]): Problem[] {
  const count = new Map<string, number>();
  return of(entries, 'claims').flatMap((claim) => {
    const places = list(claim.data['said']) as { publisher: string }[];
    return places.flatMap(({ publisher }, at) => {
      count.set(publisher, (count.get(publisher) ?? 0) + 1);
      if (places.findIndex((place) => place.publisher === publisher) < at)
        return [inField(claim, ['said', at, 'publisher'], `"${publisher}" stands in the list already`)];
      return count.get(publisher) === placesOfPublisher + 1
        ? [inField(claim, ['said', at, 'publisher'], `"${publisher}" says more than ${placesOfPublisher} claims`)]
        : [];
    });
  });
}

/** A number of the calculator that is not a judgement says where it comes from. */
export function groundlessNumbers(entries: readonly Entry[]): Problem[] {
  return entries
    .filter(({ collection }) => collection.startsWith('calculator-'))
    .filter(({ data }) => data['kind'] !== undefined && data['kind'] !== 'editorial' && data['source'] === undefined)
    .map((entry) => inField(entry, 'source', `a number of the kind "${String(entry.data['kind'])}" names its source`));
}
