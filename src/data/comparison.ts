/** The comparison as data for download, the same in both formats. */
import { stringify } from 'csv-stringify/sync';
import { isoDay } from '../day.ts';
import { source, type Capability } from '../entries/queries.ts';
import { capabilityGroups } from '../vocabulary.ts';

/** Every row with both provisions, its note, and the addresses of its sources. */
export function comparisonData(capabilities: readonly Capability[]) {
  return capabilities.map(({ id, data }) => ({
    number: data.number,
    id,
    capability: data.title,
    group: capabilityGroups[data.group],
    flask: provision(data.flask),
    django: provision(data.django),
    note: data.nuance,
    checked: isoDay(data.checked),
    sources: data.sources.map(({ source: stem, locator }) => ({
      title: source(stem).data.title,
      url: source(stem).data.url ?? null,
      locator,
    })),
  }));
}

function provision({ support, what, packages }: Capability['data']['flask']) {
  return {
    support: support ?? null,
    what,
    packages: packages.map(({ released, ...rest }) => ({ ...rest, released: isoDay(released) })),
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
