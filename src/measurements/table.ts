/** Lays the figures of measuring runs out as tables: a row for each job and Python, a column for each setup. Pure. */
import {
  difference,
  figureOf,
  noticeable,
  series,
  timed,
  type Figure,
  type Measure,
  type Measured,
  type Setup,
} from '../records/measurement.ts';
import { frameworks } from '../vocabulary.ts';

export interface Cell {
  /** The figure of each run, the first run first: the median and, in brackets, the smallest and the largest. */
  values: string[];
  /** How it compares with Flask in the same row, once two runs can agree on that. */
  verdict?: string;
}

export interface MeasurementTable {
  columns: string[];
  rows: { label: string; cells: (Cell | undefined)[] }[];
}

const number = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 });

/** Such as "1.38 (1.36–1.41)"; the median alone where the repeats look alike. */
export function range({ median, min, max }: Pick<Figure, 'median' | 'min' | 'max'>): string {
  const [least, most] = [number.format(min), number.format(max)];
  return least === most ? number.format(median) : `${number.format(median)} (${least}–${most})`;
}

/**
 * The range of a figure. Repeats of what noise does not reach lie close together; where they do not, something else was
 * measured too, and the range alone is told.
 */
const told = (figure: Figure): string =>
  timed(figure.measure) || figure.max <= figure.min * (1 + noticeable)
    ? range(figure)
    : `not steady: ${number.format(figure.min)}–${number.format(figure.max)}`;

/** Such as "Django 5.2, connections kept open". Setups of one name differ in their Python alone. */
export const nameOfSetup = ({ side, release, deployed }: Setup) =>
  `${frameworks[side as 'flask' | 'django']} ${series(release)}${deployed ? ', connections kept open' : ''}`;

/** Flask first, then Django by its releases, each with its defaults first. */
export const inOrder = (a: Setup, b: Setup): number =>
  b.side.localeCompare(a.side) ||
  a.release.localeCompare(b.release, 'en', { numeric: true }) ||
  Number(a.deployed) - Number(b.deployed);

/**
 * @param runs the runs that stand, the first one first
 * @param labelOf the name of a job, or of what is measured of it
 */
export function measurementTable(
  runs: readonly Pick<Measured, 'tasks'>[],
  measure: Measure,
  labelOf: (task: string, path: string | undefined) => string,
): MeasurementTable {
  const figures = runs.flatMap(({ tasks }) =>
    tasks.flatMap((task) =>
      task.figures
        .filter((figure) => figure.measure === measure)
        .map((figure) => ({ figure, setup: task.setups.find(({ id }) => id === figure.setup)! }))
        .filter(({ setup }) => setup.side !== 'none'),
    ),
  );
  const columns = [
    ...new Set(
      figures
        .map(({ setup }) => setup)
        .sort(inOrder)
        .map(nameOfSetup),
    ),
  ];
  const rows = new Map<string, { label: string; members: typeof figures }>();
  for (const each of figures) {
    const python = series(each.setup.python);
    const key = JSON.stringify([each.figure.task, each.figure.path, python]);
    const label = `${labelOf(each.figure.task, each.figure.path)}, Python ${python}`;
    const row = rows.get(key) ?? { label, members: [] };
    row.members.push(each);
    rows.set(key, row);
  }
  const medians = (figure: Figure) => runs.map((run) => figureOf(run, figure)?.median);
  return {
    columns,
    rows: [...rows.values()].map(({ label, members }) => {
      const flask = members.find(({ setup }) => setup.side === 'flask')?.figure;
      const cells = columns.map((column): Cell | undefined => {
        const found = members.find(({ setup }) => nameOfSetup(setup) === column);
        if (!found) return undefined;
        const values = runs.map((run) => figureOf(run, found.figure)).map((figure) => (figure ? told(figure) : '–'));
        if (!flask || found.setup.side === 'flask') return { values };
        const theirs = medians(found.figure);
        const pairs = medians(flask).flatMap((own, run) =>
          own !== undefined && theirs[run] !== undefined ? [[own, theirs[run]] as const] : [],
        );
        const verdict = verdicts[difference(pairs)];
        return { values, ...(verdict && { verdict }) };
      });
      return { label, cells };
    }),
  };
}

const verdicts = {
  first: 'Flask needs less',
  second: 'Django needs less',
  none: 'no difference',
  'one run': undefined,
} as const;
