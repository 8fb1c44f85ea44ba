/** The report on the runs of `content/measurements/`, for the page and its Markdown edition. */
import { conclusion, examples, measurements, withdrawnMeasurements } from '../entries/queries.ts';
import { listFormat } from '../formats.ts';
import { isMeasurable } from '../records/example.ts';
import type { Measured } from '../records/measurement.ts';
import { frameworks } from '../vocabulary.ts';
import { reportOf, type Table } from './report.ts';

/** How an example calls itself, or what is measured of it; a task that has been renamed since keeps its old name. */
function labelOf(task: string, path?: string): string {
  const example = examples.find(({ id }) => id === task)?.data;
  return (path ? example?.underLoad[path]?.label : example?.label) ?? path ?? task;
}

const runs = measurements.map(({ data }) => data);
const latest = runs.at(-1);

export const report = reportOf(runs, labelOf);

export const title = 'Our measurements';
export const description =
  'The same jobs in Flask and Django, held to one contract and measured: instructions, memory, packages, code and headers, with method, spread and limits.';

/** What follows for the choice: what a reader came for, before how it was found. */
export const follows = conclusion('measurements').data.follows;

/** How to repeat it, and how long that takes; undefined while no run stands. */
export const repeated = latest && repeatedBy(latest);
function repeatedBy({ tasks }: Measured): string {
  const minutes = Math.round(tasks.reduce((all, task) => all + task.minutes, 0));
  return `One command repeats it, \`npm run lab\`: the latest run took ${minutes} minutes for ${tasks.length} jobs.`;
}

/** What a reader must know before the first figure. */
export const inShort = [
  'The same jobs in both frameworks, each first shown to do the same by one contract for both.',
  ...(latest ? ['Each figure is the median of the repeats, with the smallest and the largest in brackets.'] : []),
  ...(runs.length > 1
    ? [
        'A cell has a line for each run. A difference is called one where the two latest runs agree on it and it exceeds 5 % in both.',
      ]
    : []),
];
/** How far the figures may be trusted so far; undefined when two runs stand. */
export const soFar = [
  'The lab is being measured again: its runs so far were withdrawn, and no figure of theirs is shown.',
  'One run: nothing here is called a difference yet.',
][runs.length];

/** Jobs that the lab measures and the latest run lacks, in a sentence; undefined where there is none. */
export const missing = latest && missingFrom(latest);
function missingFrom({ tasks }: Measured): string | undefined {
  const lacking = examples.filter(({ id, data }) => isMeasurable(data) && !tasks.some(({ task }) => task === id));
  return lacking.length === 0
    ? undefined
    : `Not measured in the latest run: ${listFormat.format(lacking.map(({ data }) => data.label))}.`;
}

/** One file with one middleware, and the project that `startproject` wrote beside Flask with form tokens. */
const seen = ['first-endpoint', 'order-form'];
/** What a server sends does not depend on how it was measured, so a withdrawn run serves while no other has both. */
export const headersSeen =
  latest && seen.every((name) => latest.tasks.some(({ task }) => task === name))
    ? { date: latest.date, headers: latest.tasks.flatMap(({ headers }) => headers) }
    : withdrawnMeasurements.at(-1)!.data;
const answers = seen.flatMap((task) => headersSeen.headers.filter((each) => each.task === task));
/** Headers that browsers heed, whether sent or not. */
const asked = ['content-security-policy', 'strict-transport-security'];
const headerNames = [
  ...new Set([...asked, ...answers.flatMap(({ flask, django }) => [...Object.keys(flask), ...Object.keys(django)])]),
].sort();

export const headersTable: Table = {
  caption: 'Headers sent by default, but for the SameSite of Flask’s cookie, which the sample sets',
  columns: [
    'Header',
    ...answers.flatMap(({ task }) => Object.values(frameworks).map((name) => `${labelOf(task)}: ${name}`)),
  ],
  rows: headerNames.map((name) => ({
    label: name,
    cells: answers.flatMap(({ flask, django }) => [flask, django].map((sent) => [sent[name] ?? 'not sent'])),
  })),
};
