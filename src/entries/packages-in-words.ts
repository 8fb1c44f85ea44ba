/** How many packages a feature adds to a side, which, and where the number comes from. */
import type { Framework } from '../calculator/model.ts';
import { countPackages, kindOfPackages, packageNames, type Packages } from '../calculator/packages.ts';
import { runs } from './queries.ts';
import { listFormat } from '../formats.ts';

const kinds = {
  editorial: 'our estimate',
  measured: 'as it ran in the lab',
  source: 'as the comparison lists it',
} as const;

export function packagesInWords(packages: Packages, of: Framework): string {
  const count = countPackages(packages, of, runs);
  const names = packageNames(packages, of, runs) ?? [];
  const number = count === 0 ? 'no package' : count === 1 ? '1 package' : `${count} packages`;
  return `${number}${names.length > 0 ? ` (${listFormat.format(names)})` : ''}, ${kinds[kindOfPackages(packages)]}`;
}
