/**
 * `content/measurements/<date>.json`: one measuring run of the lab. The lab writes it, the site draws it.
 * A further run is a further file; the site shows them beside each other. A run that proves wrong stays as a file and
 * says when and why it was withdrawn.
 */
import { z } from 'astro/zod';
import { median } from '../median.ts';

/** What is measured: what a reader sees, the unit if it has one, which end is the better one, and whether it is counted, once. */
export const measures = {
  lines: { label: 'Lines of code', unit: '', better: 'less', counted: true },
  files: { label: 'Files', unit: '', better: 'less', counted: true },
  named: { label: 'Packages you name', unit: '', better: 'less', counted: true },
  packages: { label: 'Packages installed', unit: '', better: 'less', counted: true },
  size: { label: 'Installed size', unit: 'MiB', better: 'less', counted: true },
  start: { label: 'Start to first answer', unit: 'ms', better: 'less', counted: false },
  memory: { label: 'Memory per worker', unit: 'MiB', better: 'less', counted: false },
  cpu: { label: 'Processor time per request', unit: 'ms', better: 'less', counted: false },
  requests: { label: 'Requests per second', unit: '', better: 'more', counted: false },
  p50: { label: 'Latency, median', unit: 'ms', better: 'less', counted: false },
  p95: { label: 'Latency, 95th percentile', unit: 'ms', better: 'less', counted: false },
  p99: { label: 'Latency, 99th percentile', unit: 'ms', better: 'less', counted: false },
} as const;
export type Measure = keyof typeof measures;

/** A figure that was taken several times; a count has one value. */
export interface Spread {
  median: number;
  min: number;
  max: number;
  /** The values in the order of the repeats. */
  values: number[];
}

/** Sums up repeats. */
export function spread(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  return { median: rounded(median(values)), min: sorted[0]!, max: sorted.at(-1)!, values: [...values] };
}

/** Django's value divided by Flask's, repeat by repeat, as neighbours in time met the same conditions. */
export const ratioOf = (flask: Spread, django: Spread): Spread =>
  spread(django.values.map((value, index) => rounded(value / flask.values[index]!)));

/** Four significant digits: more than any of the measures can bear. */
export const rounded = (value: number) => Number(value.toPrecision(4));

const taken = z
  .strictObject({ median: z.number(), min: z.number(), max: z.number(), values: z.array(z.number()).min(1) })
  .refine((given) => JSON.stringify(spread(given.values)) === JSON.stringify(given), {
    error: 'median, min and max do not follow from the values',
  });

const lineOf = (most: number) => z.string().trim().min(1).max(most);

/** The headers of one answer to a visitor, in lower case, in each framework. */
const headers = z.array(
  z.strictObject({
    task: lineOf(40),
    path: z.string().startsWith('/'),
    flask: z.record(z.string(), z.string()),
    django: z.record(z.string(), z.string()),
  }),
);

export const measurementSchema = z.strictObject({
  /** The day of the run. */
  date: z.iso.date().transform((day) => new Date(day)),
  /** How long the measuring took, in minutes. */
  minutes: z.number().positive(),
  machine: z.strictObject({
    processor: lineOf(120),
    cores: z.int().positive(),
    memoryGiB: z.number().positive(),
    system: lineOf(120),
  }),
  /** The load average of the last minute, before and after: how busy the machine was with other things. */
  load: z.strictObject({ before: z.number().nonnegative(), after: z.number().nonnegative() }),
  /** Programs and packages by name. */
  versions: z.record(z.string(), z.string()),
  /** How often each figure was taken, the two frameworks in turn. */
  repeats: z.int().positive(),
  /** Under load: connections at once, workers of the server, and the seconds of one repeat. */
  conditions: z.strictObject({
    connections: z.int().positive(),
    workers: z.int().positive(),
    seconds: z.number().positive(),
  }),
  figures: z.array(
    z
      .strictObject({
        measure: z.enum(Object.keys(measures) as [Measure, ...Measure[]]),
        /** The task, a file stem of `content/examples/`. */
        task: lineOf(40),
        /** Under load: the path that was asked for. */
        path: z.string().startsWith('/').optional(),
        flask: taken,
        django: taken,
        /** Gunicorn with an empty program and no framework: the part that is neither's. */
        baseline: taken.optional(),
        ratio: taken,
      })
      .refine(({ flask, django, ratio }) => JSON.stringify(ratioOf(flask, django)) === JSON.stringify(ratio), {
        error: 'does not follow from the values of the two sides',
        path: ['ratio'],
      }),
  ),
  headers,
});

/** A run that we no longer stand by. Its file stays as it was written, whatever the lab writes today; no figure of it is shown. */
export const withdrawnSchema = z.looseObject({
  /** The day of the run. */
  date: z.iso.date().transform((day) => new Date(day)),
  withdrawn: z.strictObject({
    /** The day on which it was withdrawn. */
    date: z.iso.date().transform((day) => new Date(day)),
    /** What was wrong with it. */
    reason: lineOf(600),
  }),
  headers,
});

/** What a file of `content/measurements/` holds: a run that stands, or one that was withdrawn. */
export const runFileSchema = z.union([withdrawnSchema, measurementSchema]);

/** A run as the file holds it. */
export type MeasurementRecord = z.input<typeof measurementSchema>;
export type Measured = z.infer<typeof measurementSchema>;
export type Figure = Measured['figures'][number];

/** One thing that was measured, with its figure in each of several runs; undefined where a run lacks it. */
export interface Compared {
  task: string;
  path: string | undefined;
  figures: (Figure | undefined)[];
}

/** The figures of one measure, from the one that favours Flask most to the one that favours Django most. */
export function compared(runs: readonly Pick<Measured, 'figures'>[], measure: Measure): Compared[] {
  const of = runs.map(({ figures }) => figures.filter((figure) => figure.measure === measure));
  const keys = new Map(of.flat().map((figure) => [keyOf(figure), figure]));
  const leaning = measures[measure].better === 'less' ? -1 : 1;
  return [...keys]
    .map(([key, { task, path }]) => ({
      task,
      path,
      figures: of.map((figures) => figures.find((figure) => keyOf(figure) === key)),
    }))
    .sort((a, b) => leaning * (latest(a) - latest(b)));
}

const keyOf = ({ task, path }: Pick<Figure, 'task' | 'path'>) => `${task} ${path ?? ''}`;
const latest = ({ figures }: Compared) => figures.findLast((figure) => figure !== undefined)!.ratio.median;
