/** What a page cites it lists, what it lists it cites, and a claim rests on something. */
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

/** A claim rests on a source, or says that it is a judgement, or that it cannot be checked. */
export function unsupportedClaims(entries: readonly Entry[]): Problem[] {
  return of(entries, 'claims')
    .filter(
      ({ data }) =>
        list(data['sources']).length === 0 && data['judgement'] === undefined && data['verdict'] !== 'not-checkable',
    )
    .map((entry) => inField(entry, 'sources', 'name one, or say in "judgement" why this is a judgement'));
}

/** A number of the calculator that is not a judgement says where it comes from. */
export function groundlessNumbers(entries: readonly Entry[]): Problem[] {
  return entries
    .filter(({ collection }) => collection.startsWith('calculator-'))
    .filter(({ data }) => data['kind'] !== undefined && data['kind'] !== 'editorial' && data['source'] === undefined)
    .map((entry) => inField(entry, 'source', `a number of the kind "${String(entry.data['kind'])}" names its source`));
}
