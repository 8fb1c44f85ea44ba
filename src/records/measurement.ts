/**
 * `content/measurements/<date>.json`: one measuring run of the lab. The lab writes it, the site prints it.
 * A further run is a further file; the site shows them beside each other. A run that proves wrong stays as a file and
 * says when and why it was withdrawn.
 */
import { z } from 'astro/zod';
import { median } from '../median.ts';

/** What is measured several times: what a reader sees, and the unit. Of each, less is better. */
export const measures = {
  instructions: { label: 'Instructions per request, without a server', unit: 'millions' },
  cpu: { label: 'Processor time per request', unit: 'ms' },
  call: { label: 'Processor time per call, without a server', unit: 'ms' },
  memory: { label: 'Memory per worker, warm', unit: 'MiB' },
  loaded: { label: 'Memory per worker, after load', unit: 'MiB' },
  start: { label: 'Start to first answer', unit: 'ms' },
  p50: { label: 'Latency, median', unit: 'ms' },
  p95: { label: 'Latency, 95th percentile', unit: 'ms' },
  p99: { label: 'Latency, 99th percentile', unit: 'ms' },
} as const;
export type Measure = keyof typeof measures;

/** Whether a measure is one of time, which other work on the machine changes. */
export const timed = (measure: Measure): boolean => measures[measure].unit === 'ms';

/** A figure that was taken several times. */
export interface Spread {
  median: number;
  min: number;
  max: number;
  /** The values in the order in which they were taken. */
  values: number[];
}

/** The series of a version: "5.2" of "5.2.19". */
export const series = (version: string) => version.split('.').slice(0, 2).join('.');

/** Sums up repeats. */
export function spread(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  return { median: rounded(median(values)), min: sorted[0]!, max: sorted.at(-1)!, values: [...values] };
}

/** Four significant digits: more than any of the measures can bear. */
export const rounded = (value: number) => Number(value.toPrecision(4));

const lineOf = (most: number) => z.string().trim().min(1).max(most);
const taskName = lineOf(40);
const path = z.string().startsWith('/');
const day = z.iso.date().transform((date) => new Date(date));

/** Lines and statements of one kind. */
const amount = z.strictObject({ lines: z.int().nonnegative(), statements: z.int().nonnegative() });

/** The headers of one answer to a visitor, in lower case, in each framework. */
const headers = z.array(
  z.strictObject({
    task: taskName,
    path,
    flask: z.record(z.string(), z.string()),
    django: z.record(z.string(), z.string()),
  }),
);

/** What was measured side by side: a framework, on a Python, set up in one way. */
const setup = z.strictObject({
  id: lineOf(60),
  /** `none` is Gunicorn with an empty program: what belongs to neither framework. It runs twice, as a control. */
  side: z.enum(['flask', 'django', 'none']),
  python: lineOf(20),
  /** The version of the framework, such as "5.2.19"; of the empty program, which of the two it is. */
  release: lineOf(20),
  /** Set up as the framework's deployment documentation says, where that differs from its defaults. */
  deployed: z.boolean(),
});
export type Setup = z.infer<typeof setup>;

const figure = z
  .strictObject({
    task: taskName,
    measure: z.enum(Object.keys(measures) as [Measure, ...Measure[]]),
    /** The `id` of a setup. */
    setup: lineOf(60),
    /** Under load: the path that was asked for. */
    path: path.optional(),
    median: z.number(),
    min: z.number(),
    max: z.number(),
    values: z.array(z.number()).min(1),
  })
  .refine(({ median: middle, min, max, values }) => JSON.stringify(spread(values)) === json(middle, min, max, values), {
    error: 'median, min and max do not follow from the values',
  });
export type Figure = z.infer<typeof figure>;

const json = (middle: number, min: number, max: number, values: number[]) =>
  JSON.stringify({ median: middle, min, max, values });

/** One task of a run. The lab keeps it by itself until all tasks are measured. */
export const partSchema = z.strictObject({
  task: taskName,
  /** How long this task took, in minutes. */
  minutes: z.number().positive(),
  /** A fixed calculation on each core: just before anything that takes time was measured, and once more after it. */
  calm: z.array(
    z.strictObject({
      core: z.int().nonnegative(),
      /** From its begin to its end, in seconds. */
      seconds: z.number().positive(),
      /** How much of that the core gave to it: what it would have taken alone. */
      own: z.number().positive(),
      /** The share of the time that other machines took from the core, in percent. */
      steal: z.number().nonnegative(),
    }),
  ),
  /** Why nothing that takes time was measured, a sentence for each core that was busy; empty when it was measured. */
  busy: z.array(lineOf(200)),
  setups: z.array(setup),
  /** What each framework's side consists of. */
  counts: z.array(
    z.strictObject({
      side: z.enum(['flask', 'django']),
      /** By the author of the side. */
      own: amount,
      /** As `startproject` wrote them. */
      generated: amount,
      tests: amount,
      /** Packages that the side names, that pip installed, and the size of these in MiB. */
      named: z.int().positive(),
      packages: z.int().positive(),
      size: z.number().positive(),
    }),
  ),
  /** What was answered to each path before it was measured. */
  answers: z.array(
    z.strictObject({ setup: lineOf(60), path, bytes: z.int().positive(), statements: z.int().nonnegative() }),
  ),
  figures: z.array(figure),
  /** Requests a second while latency was measured, by path. */
  rates: z.record(path, z.number().positive()),
  /** Repeats that were taken anew: one worker did nearly all the work, or a value lay far from the others. */
  again: z.strictObject({ lopsided: z.int().nonnegative(), unsteady: z.int().nonnegative() }),
  headers,
  versions: z.record(z.string(), z.string()),
});
/** A task of a run as the file holds it. */
export type Part = z.input<typeof partSchema>;

export const measurementSchema = z.strictObject({
  /** The day on which the run began. */
  date: day,
  machine: z.strictObject({
    processor: lineOf(120),
    cores: z.int().positive(),
    memoryGiB: z.number().positive(),
    system: lineOf(120),
  }),
  /** The load average of the last minute, before and after. Printed, not judged. */
  load: z.strictObject({ before: z.number().nonnegative(), after: z.number().nonnegative() }),
  /** Programs and packages by name. Those of a setup stand with it. */
  versions: z.record(z.string(), z.string()),
  conditions: z.strictObject({
    repeats: z.int().min(2),
    connections: z.int().positive(),
    workers: z.int().positive(),
    threads: z.int().positive(),
    seconds: z.number().positive(),
    /** Of the memory: how many servers were started, and the requests on each path that each then answered. */
    memory: z.strictObject({ repeats: z.int().positive(), requests: z.int().positive() }),
    /** Of the instructions: so many calls, and then twice as many; what these take more is counted. */
    instructions: z.strictObject({ calls: z.int().positive() }),
    /** Of the latency: how often it was measured, and the fewest answers of each time. */
    latency: z.strictObject({ repeats: z.int().nonnegative(), answers: z.int().positive() }),
  }),
  /** What was left out, in words, such as a Python that the machine does not have. */
  leftOut: z.array(lineOf(200)),
  tasks: z.array(partSchema).min(1),
});

/** A run that we no longer stand by. Its file stays as it was written; no figure of it is shown. */
export const withdrawnSchema = z.looseObject({
  /** The day of the run. */
  date: day,
  withdrawn: z.strictObject({
    /** The day on which it was withdrawn. */
    date: day,
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

/** A figure by what it is of; undefined where the run lacks it. */
export function figureOf(
  { tasks }: Pick<Measured, 'tasks'>,
  wanted: Pick<Figure, 'task' | 'measure' | 'setup'> & { path?: string | undefined },
): Figure | undefined {
  return tasks
    .flatMap(({ figures }) => figures)
    .find(
      (each) =>
        each.task === wanted.task &&
        each.measure === wanted.measure &&
        each.setup === wanted.setup &&
        each.path === wanted.path,
    );
}

/** By how much two setups must differ, in each of two runs, to be called different. */
export const noticeable = 0.05;

/**
 * Which of two setups needs less, judged over runs. A difference is one when the two latest runs agree on it and it is
 * more than 5 % in each of them.
 * @param pairs the figures of the two setups, run by run
 */
export function difference(pairs: readonly (readonly [number, number])[]): 'first' | 'second' | 'none' | 'one run' {
  if (pairs.length < 2) return 'one run';
  const ratios = pairs.slice(-2).map(([first, second]) => second / first);
  if (ratios.every((ratio) => ratio > 1 + noticeable)) return 'first';
  if (ratios.every((ratio) => 1 / ratio > 1 + noticeable)) return 'second';
  return 'none';
}

/** Two setups of one task in several runs: Flask, and Django on the same Python. */
export interface Comparison {
  task: string;
  path: string | undefined;
  measure: Measure;
  flask: Setup;
  django: Setup;
  /** The medians of Flask and Django, run by run. */
  pairs: (readonly [number, number])[];
}

/** Everything that several runs measured of Flask and of Django on the same Python, in the order of the last run. */
export function comparisonsOf(runs: readonly Pick<Measured, 'tasks'>[]): Comparison[] {
  return (runs.at(-1)?.tasks ?? []).flatMap(({ figures, setups }) => {
    const setupOf = (figure: Figure) => setups.find(({ id }) => id === figure.setup)!;
    return figures.flatMap((figure): Comparison[] => {
      const django = setupOf(figure);
      const { task, path, measure } = figure;
      const own = figures.find((each) => {
        const { side, python } = setupOf(each);
        return each.measure === measure && each.path === path && side === 'flask' && python === django.python;
      });
      if (django.side !== 'django' || !own) return [];
      const pairs = runs.flatMap((run) => {
        const [flasks, djangos] = [own, figure].map((each) => figureOf(run, each)?.median);
        return flasks !== undefined && djangos !== undefined ? [[flasks, djangos] as const] : [];
      });
      return [{ task, path, measure, flask: setupOf(own), django, pairs }];
    });
  });
}

/** Whether two runs are independent: of two days, or of two machines. */
export const areApart = (a: Pick<MeasurementRecord, 'date' | 'machine'>, b: typeof a): boolean =>
  String(a.date) !== String(b.date) || JSON.stringify(a.machine) !== JSON.stringify(b.machine);
