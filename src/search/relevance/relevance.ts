/**
 * `npm run relevance [-- FILE.jsonl …] [--verbose]`: asks the questions of the named files, or of those here, of the
 * search of the built site, and prints a table for each file, and how they fare without the ways of asking that are near to
 * them; with `--verbose`, a line for each fault before it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { buildSettings } from '../../build/settings.ts';
import { agreementOf } from './agreement.ts';
import { ask, askAsUnseen, type Asked } from './ask.ts';
import { faultOf, groupsOf, judgedQueries, relevance } from './judging.ts';

const named = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const here = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.jsonl'));
const files =
  named.length > 0
    ? named.map((file) => resolve(process.env['INIT_CWD'] ?? '', file))
    : here.map((name) => join(import.meta.dirname, name));
const { outDir } = buildSettings(process.env);
for (const file of files) {
  const queries = judgedQueries(readFileSync(file, 'utf8'));
  const [asked, unseen] = await Promise.all([ask(outDir, queries), askAsUnseen(outDir, queries)]).catch(
    (error: Error) => {
      console.error(error.message);
      process.exit(1);
    },
  );
  if (process.argv.includes('--verbose')) for (const line of asked.flatMap(explained)) console.log(line);
  console.log(`\n${basename(file)}`);
  const agreement = agreementOf(queries);
  if (agreement) console.log('two labels of the same questions:', agreement);
  console.table(
    Object.fromEntries(
      groupsOf(asked).map(({ name, judged }) => {
        const { queries, answerable, s1, s3, empty, falseHits, languageUntold } = relevance(judged);
        const shares = answerable > 0 ? { first: s1, 'among three': s3, empty } : {};
        const unanswered = answerable < queries ? { 'wrongly confident': falseHits } : {};
        return [name, { questions: queries, ...shares, ...unanswered, 'language not told': languageUntold }];
      }),
    ),
  );
  const { answerable, s1, s3 } = relevance(unseen);
  if (answerable > 0) console.log(`without the ways of asking near to each question: first ${s1}, among three ${s3}`);
}

function explained(asked: Asked): string[] {
  const fault = faultOf(asked);
  return fault ? [`"${asked.query.q}": ${fault}; first ${asked.paths.slice(0, 3).join(', ') || 'nothing'}`] : [];
}
