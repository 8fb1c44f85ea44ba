/**
 * Measured numbers in texts. `<Figure of="…" measure="…" as="…" run="…" />` prints one from the record of a run, and
 * `<Given source="…">0.8 seconds</Given>` says of a number that it is somebody else's, or an estimate. Both stand in MDX
 * and, alike, in the texts of data files. Pure.
 */
import { figure, newest, type HandFigure, type Printed, type Records, type Wanted } from '../records/figure.ts';
import { isoDay } from '../day.ts';
import type { Measured } from '../records/measurement.ts';
import type { Study, StudyRuns } from '../records/study.ts';

/** The attributes of a figure, and whether a text may leave them out. What is lacking, `figure()` tells better. */
export const attributesOfFigure = ['of', 'measure', 'as?', 'run?', 'status?', 'python?', 'django?', 'path?'];
/** Whose number it is: one of these. */
export const attributesOfGiven = ['source?', 'claim?', 'estimate?'];

/** A `<Figure … />` or a `<Given …>` in the text of a data file. */
export interface Tag {
  name: 'Figure' | 'Given';
  attributes: Record<string, string>;
}

const tags = /<(Figure|Given)((?:\s+[a-z]+="[^"<>]*")*)\s*\/?>|<\/Given>/g;

/** The tags of a line of prose. */
export const tagsIn = (text: string): Tag[] =>
  [...text.matchAll(tags)].flatMap(([, name, attributes]) =>
    name === 'Figure' || name === 'Given' ? [{ name, attributes: pairsIn(attributes!) }] : [],
  );

const pairsIn = (text: string): Record<string, string> =>
  Object.fromEntries([...text.matchAll(/([a-z]+)="([^"]*)"/g)].map(([, name, value]) => [name!, value!]));

/** Whether the line begins a tag that cannot be read. */
export const hasBrokenTag = (text: string): boolean => /<\/?(Figure|Given)\b/.test(text.replace(tags, ''));

/** The text with dots for what its tags print or hold, so that every word keeps its place. */
export const withoutTags = (text: string): string =>
  text.includes('<')
    ? text.replace(/<Given\b[^<>]*>.*?<\/Given>|<Figure\b[^<>]*>/g, (tag) => '·'.repeat(tag.length))
    : text;

/** The text in about the length in which it is printed. */
export const asPrinted = (text: string): string =>
  text.includes('<')
    ? text.replace(tags, (tag, name) =>
        name === 'Figure' ? (tag.includes('status=') ? '00.0 MiB (one run so far)' : '00.0 MiB') : '',
      )
    : text;

/** The figure with its mark, in words. */
export const inWords = ({ text, mark }: Pick<Printed, 'text' | 'mark'>): string => (mark ? `${text} (${mark})` : text);

/**
 * A line of prose as readers get it.
 * @throws where a figure cannot be printed
 */
export const filledText = (text: string, records: Records): string =>
  text.includes('<')
    ? text.replace(tags, (_tag, name, attributes) =>
        name === 'Figure' ? inWords(figure(records, pairsIn(attributes as string) as Wanted)) : '',
      )
    : text;

/** The data of an entry with the figures printed in its texts; the same data where it names none. */
export function filled<Data>(data: Data, records: Records): Data {
  if (typeof data === 'string') return filledText(data, records) as Data;
  if (typeof data !== 'object' || data === null || data instanceof Date) return data;
  const pairs = Object.entries(data).map(([name, value]) => [name, value, filled(value as unknown, records)] as const);
  if (pairs.every(([, before, after]) => before === after)) return data;
  const values = pairs.map(([name, , after]) => [name, after] as const);
  return (Array.isArray(data) ? values.map(([, value]) => value) : Object.fromEntries(values)) as Data;
}

/**
 * The text of a file in which every figure names the newest run, and says whether it is the only one. A figure on which
 * the runs do not agree stays as it is.
 */
export const withNewestRuns = (text: string, records: Records): string =>
  text.replace(/<Figure\b[^<>]*\/>/g, (tag) => {
    const { run: _run, status: _status, ...wanted } = pairsIn(tag);
    try {
      const { run, again } = newest(records, wanted as Wanted);
      const pairs = Object.entries({ ...wanted, run, ...(again === 'lacking' && { status: 'one run' }) });
      return `<Figure ${pairs.map(([name, value]) => `${name}="${value}"`).join(' ')} />`;
    } catch {
      return tag;
    }
  });

interface Recorded {
  collection: string;
  id: string;
  data: unknown;
}

/** Every figure that texts may quote, from the entries that hold them. */
export function recordsFrom(entries: readonly Recorded[]): Records {
  const of = (name: string) =>
    entries.filter(({ collection }) => collection === name).sort((a, b) => a.id.localeCompare(b.id, 'en'));
  const runs = of('measurements') as { id: string; data: Measured | { withdrawn: object } }[];
  return {
    runs: runs.flatMap(({ id, data }) => ('withdrawn' in data || !('tasks' in data) ? [] : [{ id, data }])),
    withdrawn: runs.filter(({ data }) => 'withdrawn' in data).map(({ id }) => id),
    studies: of('studies').flatMap(({ id, data }) => {
      const record = of('study-runs').find((each) => each.id === id);
      return record ? [{ id, study: data as Study, runs: (record.data as StudyRuns).runs }] : [];
    }),
    hand: [...of('counts').flatMap(countedIn), ...of('sources').flatMap(foundIn)],
  };
}

interface CountTable {
  title: string;
  columns: string[];
  rows: string[][];
  rowNames?: Record<string, string>;
  columnNames?: Record<string, string>;
}

/** The named cells of a count. The unit stands in brackets at the head of the column, or behind the number. */
function countedIn({ id, data }: Recorded): HandFigure[] {
  const { tables = [] } = data as { tables?: CountTable[] };
  return tables.flatMap(({ columns, rows, rowNames = {}, columnNames = {} }) =>
    Object.entries(rowNames).flatMap(([of, label]) =>
      Object.entries(columnNames).flatMap(([measure, head]) => {
        const cell = rows.find(([first]) => first === label)?.[columns.indexOf(head)];
        if (cell === undefined) return [];
        const [, value = cell, behind] = /^([\d.,–]+) ([a-z]+)$/.exec(cell) ?? [];
        const unit = behind ?? /\(([^)]+)\)$/.exec(head)?.[1] ?? '';
        return [
          {
            of,
            measure,
            day: id,
            again: false,
            value,
            unit,
            // Which set-up it was, the sentence says; the versions stand where the number leads to.
            what: head,
            versions: '',
            path: `/evidence/measurements/#counted-${id}`,
          },
        ];
      }),
    ),
  );
}

interface OwnRun {
  title: string;
  published?: Date;
  opened: Date;
  figures?: Record<string, { value: string; unit: string; what: string; day?: Date; again?: Date }>;
}

/** What a source of ours says that it found. */
function foundIn({ id, data }: Recorded): HandFigure[] {
  const { title, published, opened, figures = {} } = data as OwnRun;
  return Object.entries(figures).map(([measure, { value, unit, what, day, again }]) => ({
    ...{ of: id, measure, value, unit, again: again !== undefined },
    day: isoDay(new Date(again ?? day ?? published ?? opened)),
    what: `${title}: ${what}`,
    versions: '',
    path: `/evidence/sources/#source-${id}`,
  }));
}
