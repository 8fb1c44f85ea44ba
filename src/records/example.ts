/** What `content/examples/<task>/example.yaml` says: one job, and how each side of it is served. */
import { z } from 'astro/zod';
import { frameworks } from '../vocabulary.ts';

/** Who does the job. `both` is one program that holds both frameworks. */
export const sideNames = { ...frameworks, both: 'Flask and Django' } as const;
export type SideName = keyof typeof sideNames;

const line = (most: number) => z.string().trim().min(1).max(most);

/** One side: the folder of the same name beside the file. */
const side = z.strictObject({
  /** The WSGI object that Gunicorn serves, such as `app:app`. */
  wsgi: z.string().regex(/^[\w.]+:\w+$/, { error: 'must name a module and its object, such as "app:app"' }),
  /** Commands to run before the start: `python …` or a program such as `flask …`. Split at spaces, without a shell. */
  prepare: z.array(line(120)).default([]),
  /** The command of a process that works beside the web server; the contract starts and kills it. Written as `prepare`. */
  worker: line(120).optional(),
  /** Commands that the contract runs by their name, for staff at a terminal. Written as `prepare`. */
  commands: z.record(z.string().regex(/^[a-z-]+$/), line(120)).default({}),
  /** Rows that the measured pages show: statements that are run on the side's SQLite file after `prepare`. */
  seed: z.strictObject({ database: line(60), sql: line(600) }).optional(),
  /**
   * Environment variables that set the side up as its framework's deployment documentation says, such as a connection
   * to the database that stays open. Measured beside the defaults.
   */
  deployed: z.record(z.string().regex(/^[A-Z_]+$/), line(60)).optional(),
  /** What this side needs beyond the framework. */
  remark: line(40),
  /** What this side can do and the other cannot, or does in its own way: a sentence that follows `result`. */
  alone: line(300).optional(),
});

export const exampleSchema = z.strictObject({
  title: line(100),
  /** Names the task in a chart. */
  label: line(28),
  /** What the contract asks of each side. Printed beside the code after the day and the versions. */
  result: line(600),
  /** A path that answers 200 to a stranger; asked to see whether a side is up, and when start and memory are measured. */
  entrance: z.string().startsWith('/'),
  /**
   * Paths that are measured under load, with their names in a chart; each answers 200 to a stranger. Where a database
   * is read, also the fewest bytes that an answer with its rows has, and how many SQL statements it takes, on each side.
   */
  underLoad: z
    .record(
      z.string().startsWith('/'),
      z.union([
        line(28).transform((label) => ({ label, rows: undefined })),
        z.strictObject({
          label: line(28),
          rows: z.strictObject({ bytes: z.int().positive(), statements: z.int().positive() }),
        }),
      ]),
    )
    .default({}),
  /** Environment variables, beside SECRET_KEY, that hold a random text, new for each run and the same for all sides. */
  secrets: z.array(z.string().regex(/^[A-Z_]+$/)).default([]),
  /** Environment variables while the contract runs, the same for all sides, such as a short term that it waits for. */
  underContract: z.record(z.string().regex(/^[A-Z_]+$/), line(20)).default({}),
  sides: z.strictObject({ flask: side.optional(), django: side.optional(), both: side.optional() }),
  /** Both sides behind one address: which side answers below which path; the longest one decides. */
  gateway: z.record(z.string().startsWith('/'), z.enum(['flask', 'django'])).optional(),
});
export type Example = z.infer<typeof exampleSchema>;
export type Side = z.infer<typeof side>;

/** The sides of a task in the order in which they are shown: Flask, Django. */
export function sidesOf({ sides }: Pick<Example, 'sides'>): { name: SideName; side: Side }[] {
  return (Object.keys(sideNames) as SideName[]).flatMap((name) => (sides[name] ? [{ name, side: sides[name] }] : []));
}

/** Both frameworks do the task, each by itself, so that the lab can measure it. */
export const isMeasurable = ({ sides, gateway }: Pick<Example, 'sides' | 'gateway'>): boolean =>
  gateway === undefined && sides.flask !== undefined && sides.django !== undefined;
