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

/** @param runs the newest one last; where they all say the same, a cell says it once */
export function studyTable(
  { title, rows, columns }: Pick<Study, 'title' | 'rows' | 'columns'>,
  runs: readonly StudyRun[],
): Table {
  return {
    caption: title,
    columns: ['What was tried', ...Object.values(columns).map(headOf)],
    rows: Object.entries(rows).map(([row, label]) => ({
      label,
      cells: Object.keys(columns).map((column) => {
        const lines = runs.map((run) => written(run.rows[row]?.[column]));
        return new Set(lines).size === 1 ? lines.slice(0, 1) : lines;
      }),
    })),
  };
}

/** A unit that the label names already is not said again. */
const headOf = ({ label, unit }: Study['columns'][string]) =>
  label.toLowerCase().includes(unit.toLowerCase()) ? label : `${label}, ${unit}`;

/** When a study ran, on what and with what, in a line for each run. */
export const ranOn = ({ date, machine, versions }: StudyRun): string =>
  `${date}: ${machine.processor}, ${machine.cores} cores, ${machine.memoryGiB} GiB; ${Object.entries(versions)
    .map((pair) => pair.join(' '))
    .join(', ')}.`;
