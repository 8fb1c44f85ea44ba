/** Lays the runs of a study out as a table: a line in each cell for each run, the newest one last. Pure. */
import type { Study, StudyRun } from '../records/study.ts';
import { spread } from '../records/measurement.ts';
import type { Table } from './report.ts';
import { range } from './table.ts';

const number = new Intl.NumberFormat('en', { maximumSignificantDigits: 4 });

function written(cell: StudyRun['rows'][string][string] | undefined): string {
  if (cell === undefined || cell === null) return '–';
  return typeof cell === 'number' ? number.format(cell) : range(spread(cell));
}

/**
 * What was tried stands in the rows, and where more was counted than tried, in the columns: a page is not wide.
 * @param runs the newest one last; where they all say the same, a cell says it once
 */
export function studyTable(
  { title, rows, columns }: Pick<Study, 'title' | 'rows' | 'columns'>,
  runs: readonly StudyRun[],
): Table {
  const cell = (row: string, column: string): string[] => {
    const lines = runs.map((run) => written(run.rows[row]?.[column]));
    return new Set(lines).size === 1 ? lines.slice(0, 1) : lines;
  };
  const [tried, counted] = [Object.entries(rows), Object.entries(columns)];
  if (counted.length <= tried.length)
    return {
      caption: title,
      columns: ['What was tried', ...counted.map(([, column]) => headOf(column))],
      rows: tried.map(([row, label]) => ({ label, cells: counted.map(([column]) => cell(row, column)) })),
    };
  return {
    caption: title,
    columns: ['What was counted', ...tried.map(([, label]) => label)],
    rows: counted.map(([column, each]) => ({ label: headOf(each), cells: tried.map(([row]) => cell(row, column)) })),
  };
}

/** A unit that the label names already is not said again. */
const headOf = ({ label, unit }: Study['columns'][string]) =>
  label
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .includes(unit.toLowerCase())
    ? label
    : `${label}, ${unit}`;

/** When a study ran, on what and with what, in a line for each run. */
export const ranOn = ({ date, machine, versions }: StudyRun): string =>
  `${date}: ${machine.processor}, ${machine.cores} cores, ${machine.memoryGiB} GiB; ${Object.entries(versions)
    .map((pair) => pair.join(' '))
    .join(', ')}.`;
