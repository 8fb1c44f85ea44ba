/** The figures of a run as bars, a group for each job: the bars of a group share one scale. Pure. */
import { type Measure, type Measured, type Setup } from '../records/measurement.ts';
import { inOrder, nameOfSetup, range } from './table.ts';

export interface Bar {
  label: string;
  side: 'flask' | 'django';
  /** The median as a share of the longest bar of the group, above 0 and at most 1. */
  share: number;
  /** The median and, in brackets, the smallest and the largest. */
  value: string;
}

export interface BarGroup {
  label: string;
  bars: Bar[];
}

/**
 * The bars of one measure on the newest Python of a run.
 * @param wanted which setups get a bar; a job of which none is wanted gets no group
 * @param labelOf the name of a job
 * @param nameOf the name of a setup
 */
export function barsOf(
  { tasks }: Pick<Measured, 'tasks'>,
  measure: Measure,
  labelOf: (task: string, path: string | undefined) => string,
  wanted: (setup: Setup, all: readonly Setup[]) => boolean = ({ deployed }) => !deployed,
  nameOf: (setup: Setup) => string = nameOfSetup,
): BarGroup[] {
  return tasks.flatMap(({ task, setups, figures }) => {
    const newest = setups.map(({ python }) => python).sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
    const own = setups.filter(
      (setup) => setup.side !== 'none' && setup.python === newest.at(-1) && wanted(setup, setups),
    );
    const ofMeasure = figures.filter((figure) => figure.measure === measure);
    return [...new Set(ofMeasure.map(({ path }) => path))].flatMap((path): BarGroup[] => {
      const bars = own.toSorted(inOrder).flatMap((setup) => {
        const figure = ofMeasure.find((each) => each.path === path && each.setup === setup.id);
        return figure ? [{ setup, figure }] : [];
      });
      if (bars.length === 0) return [];
      const longest = Math.max(...bars.map(({ figure }) => figure.median));
      return [
        {
          label: labelOf(task, path),
          bars: bars.map(({ setup, figure }) => ({
            ...{ label: nameOf(setup), side: setup.side as Bar['side'] },
            ...{ share: figure.median / longest, value: range(figure) },
          })),
        },
      ];
    });
  });
}
