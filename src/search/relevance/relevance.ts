/**
 * `npm run relevance [-- FILE.jsonl …] [--verbose]`: asks the queries of a file, or of the two here, of the search of
 * the built site and prints one JSON object; with `--verbose`, a line for each miss before it.
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildSettings } from '../../build/settings.ts';
import { ask, type Asked } from './ask.ts';
import { judgedQueries, placeOfAnswer, relevance } from './judging.ts';

const named = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const files =
  named.length > 0
    ? named.map((file) => resolve(process.env['INIT_CWD'] ?? '', file))
    : ['dev', 'noanswer'].map((name) => join(import.meta.dirname, `queries-${name}.jsonl`));
const queries = files.flatMap((file) => judgedQueries(readFileSync(file, 'utf8')));
const { outDir } = buildSettings(process.env);
const asked = await ask(outDir, queries).catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
if (process.argv.includes('--verbose')) for (const line of asked.flatMap(explained)) console.log(line);
console.log(JSON.stringify(relevance(asked)));

function explained({ query, shown, paths }: Asked): string[] {
  const place = placeOfAnswer(query, shown);
  const missed = query.grade2.length > 0 ? place !== 1 : shown.answers > 0;
  if (!missed) return [];
  const wanted = query.grade2.length > 0 ? `answer at ${place ?? 'no place'}` : 'wants no answer';
  return [`${query.id} "${query.q}": ${wanted}; first ${paths.slice(0, 3).join(', ') || 'nothing'}`];
}
