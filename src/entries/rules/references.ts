/** What an entry names exists, and what exists is named somewhere. */
import { z } from 'astro/zod';
import { inBody, inField, of, strings, type Entry, type Path, type Problem } from '../entry.ts';
import { citedCapabilities, namedPackages, shownExamples, usedTerms, type Mention } from '../mentions.ts';
import { references } from '../schema/fields.ts';
import { kinds, type Collection } from '../schema/index.ts';

interface Reference {
  path: Path;
  /** Such as `claims/flask-is-small`. */
  target: string;
}

/** Every reference in data, found by the fields that the schema makes with `ref`. */
function referencesIn(schema: unknown, value: unknown, path: Path = []): Reference[] {
  if (value === undefined || value === null) return [];
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    return referencesIn(schema.unwrap(), value, path);
  // What a schema makes of its data: the references stand in what an author writes.
  if (schema instanceof z.ZodPipe) return referencesIn(schema.in, value, path);
  if (schema instanceof z.ZodArray)
    return (Array.isArray(value) ? value : []).flatMap((item, at) => referencesIn(schema.element, item, [...path, at]));
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape).flatMap(([field, inner]) =>
      referencesIn(inner, (value as Record<string, unknown>)[field], [...path, field]),
    );
  const named = schema instanceof z.ZodString ? references.get(schema) : undefined;
  if (!named || typeof value !== 'string') return [];
  return [{ path, target: named.collection ? `${named.collection}/${value}` : value }];
}

const referencesOf = (entry: Entry): Reference[] =>
  referencesIn(kinds[entry.collection as Collection]?.schema, entry.data);

export function danglingReferences(entries: readonly Entry[]): Problem[] {
  const known = new Set(entries.map((entry) => `${entry.collection}/${entry.id}`));
  const inText = (entry: Entry, component: string, collection: string, mentions: Mention[]) =>
    mentions
      .filter(({ name }) => !known.has(`${collection}/${name}`))
      .map(({ name, line }) => inBody(entry, line, `<${component}>: "${collection}/${name}" does not exist`));
  return entries.flatMap((entry) => [
    ...referencesOf(entry)
      .filter(({ target }) => !known.has(target))
      .map(({ path, target }) => inField(entry, path, `"${target}" does not exist`)),
    ...inText(entry, 'CodePair', 'examples', shownExamples(entry)),
    ...inText(entry, 'Row', 'capabilities', citedCapabilities(entry)),
    ...inText(entry, 'Term', 'glossary', usedTerms(entry)),
  ]);
}

/** What a feature of the calculator says of its row, the row lists. */
export function unlistedInFeatures(entries: readonly Entry[]): Problem[] {
  const rows = new Map(of(entries, 'capabilities').map(({ id, data }) => [id, data]));
  return of(entries, 'calculator-features').flatMap((entry) =>
    (['flask', 'django'] as const).flatMap((side) => {
      const { packages } = (entry.data[side] ?? {}) as { packages?: { listed?: string[] } };
      const row = rows.get(entry.data['row'] as string)?.[side] as { packages?: { name: string }[] } | undefined;
      const known = (row?.packages ?? []).map(({ name }) => name);
      return (packages?.listed ?? [])
        .filter((name) => !known.includes(name))
        .map((name) =>
          inField(entry, [side, 'packages'], `the row lists no "${name}", but ${known.join(', ') || 'no package'}`),
        );
    }),
  );
}

/** A package is described where the comparison lists it, so a text names one of a row. */
export function unlistedPackages(entries: readonly Entry[]): Problem[] {
  // A side that the schema refuses is not there.
  const whole = of(entries, 'capabilities').filter(({ data }) => data['flask'] && data['django']);
  const rows = new Map(whole.map(({ id, data }) => [id, data]));
  return entries.flatMap((entry) =>
    namedPackages(entry).flatMap(({ name, row: id, line }) => {
      const row = rows.get(id) as Record<'flask' | 'django', { packages: { name: string }[] }> | undefined;
      const listed = row && [...row.flask.packages, ...row.django.packages].map((seen) => seen.name);
      return !listed || listed.includes(name)
        ? []
        : [
            inBody(
              entry,
              line,
              `<Package>: the row "${id}" lists no "${name}", but ${listed.join(', ') || 'no package'}`,
            ),
          ];
    }),
  );
}

export function unusedSources(entries: readonly Entry[]): Problem[] {
  const used = new Set(entries.flatMap((entry) => referencesOf(entry).map(({ target }) => target)));
  return of(entries, 'sources')
    .filter((entry) => !used.has(`sources/${entry.id}`))
    .map((entry) => inField(entry, [], 'no claim, no capability and nothing of the calculator uses this source'));
}

export function unusedExamples(entries: readonly Entry[]): Problem[] {
  const used = new Set(entries.flatMap((entry) => shownExamples(entry).map(({ name }) => name)));
  return of(entries, 'examples')
    .filter((entry) => !used.has(entry.id))
    .map((entry) => inField(entry, [], 'no page shows this example'));
}

/** A list names each thing once, and an entry does not lead to itself. */
export function repeatedReferences(entries: readonly Entry[]): Problem[] {
  return entries.flatMap((entry) => {
    const itself = `${entry.collection}/${entry.id}`;
    return [
      ...['topics', 'aliases', 'claims', 'related', 'decisions', 'versions', 'see', 'about', 'redirectFrom'].flatMap(
        (field) =>
          strings(entry.data[field]).flatMap((name, at, all) =>
            all.indexOf(name) < at ? [inField(entry, [field, at], `"${name}" stands in the list already`)] : [],
          ),
      ),
      ...strings(entry.data['related']).flatMap((target, at) =>
        target === itself ? [inField(entry, ['related', at], 'leads to the entry itself')] : [],
      ),
      ...(entry.collection === 'glossary' ? strings(entry.data['see']) : []).flatMap((id, at) =>
        id === entry.id ? [inField(entry, ['see', at], 'leads to the entry itself')] : [],
      ),
    ];
  });
}
