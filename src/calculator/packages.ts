/** How many packages a feature adds to a side: counted in what ran, listed with sources, or judged. Pure. */
import type { Framework } from './model.ts';

/** Where the number comes from. */
export type Packages =
  /**
   * What the newest record of an example names, without the framework and the server, and without those that another
   * feature brings.
   */
  | { ran: string; besides?: readonly string[] | undefined }
  /** Packages that the feature's row of the comparison names with its sources; none where it is built in. */
  | { listed: readonly string[] }
  /** Our judgement. */
  | number;

/** The record of an example, as far as it is read here: the packages of each side by name. */
export interface RanExample {
  id: string;
  data: { runs: readonly { side: string; packages: Readonly<Record<string, unknown>> }[] };
}

const frameworkNames: Record<Framework, string> = { flask: 'Flask', django: 'Django' };
const server = 'Gunicorn';

/**
 * The names of the packages; undefined where only their number is known.
 * @throws when the example has no record of that side, or the record does not name what another feature is said to bring
 */
export function packageNames(
  packages: Packages,
  framework: Framework,
  runs: readonly RanExample[],
): readonly string[] | undefined {
  if (typeof packages === 'number') return undefined;
  if ('listed' in packages) return packages.listed;
  const { ran, besides = [] } = packages;
  const run = runs.find(({ id }) => id === ran)?.data.runs.find(({ side }) => side === framework);
  if (!run) throw new Error(`the example ${ran} has no record of ${frameworkNames[framework]}`);
  const named = Object.keys(run.packages).filter((name) => name !== frameworkNames[framework] && name !== server);
  const missing = besides.filter((name) => !named.includes(name));
  if (missing.length > 0) throw new Error(`the example ${ran} ran without ${missing.join(', ')}`);
  return named.filter((name) => !besides.includes(name));
}

/** How many they are. */
export const countPackages = (packages: Packages, framework: Framework, runs: readonly RanExample[]): number =>
  typeof packages === 'number' ? packages : packageNames(packages, framework, runs)!.length;

/** What kind of number it is, by the names of `numberKinds`. */
export function kindOfPackages(packages: Packages): 'editorial' | 'measured' | 'source' {
  if (typeof packages === 'number') return 'editorial';
  return 'ran' in packages ? 'measured' : 'source';
}
