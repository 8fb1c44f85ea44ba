/** The comparison as data for download, the same in both formats. */
import { z } from 'astro/zod';
import { stringify } from 'csv-stringify/sync';
import { isoDay } from '../day.ts';
import type { Capability } from '../entries/queries.ts';
import { capabilityGroups, keysOf, supports, upkeeps } from '../vocabulary.ts';
import { citedSources, day, id, sources } from './fields.ts';

const provided = z.strictObject({
  support: z.enum(keysOf(supports)).nullable().describe('Null where the row states a fact that nobody provides.'),
  fact: z.string().nullable().describe('What the row states in place of a support; null where there is one.'),
  what: z.string(),
  packages: z.array(
    z.strictObject({
      name: z.string(),
      series: z.string(),
      released: day.describe('Its newest release when the row was checked.'),
      upkeep: z.enum(keysOf(upkeeps)).describe('Told from the newest release on the day of the check.'),
    }),
  ),
});

export const comparisonItem = z.strictObject({
  number: z.int().positive().describe('Printed as “R7”. It stays with the row.'),
  id,
  capability: z.string(),
  group: z.string(),
  flask: provided,
  django: provided,
  line: z.string().describe('What to know, in one sentence.'),
  note: z.string().describe('What to know before believing the cells.'),
  checked: day,
  sources,
});

/** Every row with both provisions, its note, and the addresses of its sources. */
export function comparisonData(capabilities: readonly Capability[]): z.infer<typeof comparisonItem>[] {
  return capabilities.map(({ id, data }) => ({
    number: data.number,
    id,
    capability: data.title,
    group: capabilityGroups[data.group],
    flask: provision(data.flask),
    django: provision(data.django),
    line: data.line,
    note: data.nuance,
    checked: isoDay(data.checked),
    sources: citedSources(data.sources),
  }));
}

function provision({ support, fact, what, packages }: Capability['data']['flask']) {
  return {
    support: support ?? null,
    fact: fact ?? null,
    what,
    packages: packages.map(({ name, series, released, upkeep }) => ({
      name,
      series,
      released: isoDay(released),
      upkeep,
    })),
  };
}

/** One line for each row. Lists inside a cell are separated by semicolons. */
export function comparisonCsv(capabilities: readonly Capability[]): string {
  const rows = comparisonData(capabilities).map((row) => ({
    number: row.number,
    capability: row.capability,
    group: row.group,
    ...flat('flask', row.flask),
    ...flat('django', row.django),
    line: row.line,
    note: row.note,
    checked: row.checked,
    sources: row.sources.map(({ title, url }) => url ?? title).join('; '),
  }));
  return stringify(rows, { header: true, escape_formulas: true });
}

function flat(framework: string, { support, what, packages }: ReturnType<typeof provision>) {
  return {
    [`${framework}_support`]: support ?? '',
    [framework]: what,
    [`${framework}_packages`]: packages
      .map(({ name, series, released, upkeep }) => `${name} ${series} (${released}, ${upkeep})`)
      .join('; '),
  };
}
