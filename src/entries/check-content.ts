/** `npm run check:content`: says everything that is wrong with the content, in seconds and without building. */
import { globSync } from 'node:fs';
import { fontCharacters } from '../fonts/characters.ts';
import { fingerprints } from '../records/run.ts';
import { studyFingerprints } from '../records/study.ts';
import { checkContent } from './check.ts';
import { told } from './entry.ts';
import { readContent } from './files.ts';

/** What is wrong with the content as it is now, a line for each problem. */
export async function contentProblems(): Promise<string[]> {
  const routes = staticRoutes();
  const surroundings = { now: new Date(), fingerprints, studyFingerprints, routes, characters: fontCharacters };
  return (await checkContent(readContent(), surroundings)).map(told);
}

/** The addresses that files in `src/pages/` have of their own. */
function staticRoutes(): string[] {
  return globSync('**/*.astro', { cwd: 'src/pages' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => !name.includes('['))
    .map((name) => `/${name.replace(/\.astro$/, '/').replace(/(^|\/)index\/$/, '$1')}`);
}

/** How many problems there are, and then each of them. */
export const report = (problems: readonly string[]): string =>
  `The content has ${problems.length === 1 ? 'a problem' : `${problems.length} problems`}:\n${problems.join('\n')}`;

if (import.meta.main) {
  const start = performance.now();
  const problems = await contentProblems();
  if (problems.length > 0) {
    console.error(report(problems));
    process.exitCode = 1;
  } else console.log(`The content is in order (checked in ${((performance.now() - start) / 1000).toFixed(1)} s).`);
}
