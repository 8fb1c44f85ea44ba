/**
 * `npm run figures`: every sentence that quotes a measured number, with its run and what it says. Sentences that name an
 * older run than the newest come first; `-- --confirm FILE …` names the newest run in files whose sentences were read.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { figure, type Records, type Wanted } from '../records/figure.ts';
import { collectionOf, idOf } from './check.ts';
import type { Entry } from './entry.ts';
import { inWords, recordsFrom, withNewestRuns } from './figures.ts';
import { parseFile, readContent } from './files.ts';
import { usesIn } from './rules/figures.ts';

/** A sentence that quotes a figure. */
export interface Quote {
  file: string;
  line: number | undefined;
  /** What it names, such as "order-form, memory". */
  of: string;
  run: string | undefined;
  /** What it prints; undefined where it prints nothing. */
  says: string | undefined;
  /** Why it prints nothing, or what a newer run says. */
  reason?: string;
}

/** Every entry as its file holds it. */
export const entriesIn = (files: ReadonlyMap<string, string>): Entry[] =>
  [...files].flatMap(([name, text]) => {
    const collection = collectionOf(name);
    if (!collection || collection === 'topics') return [];
    const { data, body, bodyLine, lineOf } = parseFile(name, text);
    return [
      { collection, id: idOf(name), file: `content/${name}`, data: data as Entry['data'], body, bodyLine, lineOf },
    ];
  });

/** Every quotation of a figure in the texts, file by file. */
export function quotesIn(entries: readonly Entry[], records: Records = recordsFrom(entries)): Quote[] {
  return usesIn(entries)
    .filter(({ name }) => name === 'Figure')
    .map(({ attributes, entry: { file }, line }): Quote => {
      const wanted = attributes as Wanted;
      const quote = { file, line, of: `${wanted.of}, ${wanted.measure}`, run: wanted.run };
      try {
        return { ...quote, says: inWords(figure(records, wanted)) };
      } catch (error) {
        return { ...quote, says: undefined, reason: (error as Error).message };
      }
    });
}

const told = ({ file, line, of, run, says, reason }: Quote) =>
  `${file}:${line ?? ''}: ${of}: ${says === undefined ? reason : `${says}, by ${run}`}`;

/** Names the newest runs in files whose sentences somebody has read. */
function confirm(names: readonly string[], records: Records): void {
  for (const name of names) writeFileSync(name, withNewestRuns(readFileSync(name, 'utf8'), records));
}

if (import.meta.main) {
  const [option, ...names] = process.argv.slice(2);
  const entries = entriesIn(readContent());
  if (option === '--confirm') confirm(names, recordsFrom(entries));
  else {
    const quotes = quotesIn(entries);
    const open = quotes.filter(({ says }) => says === undefined);
    console.log([...open, ...quotes.filter(({ says }) => says !== undefined)].map(told).join('\n'));
    console.log(
      `${quotes.length} figures in ${new Set(quotes.map(({ file }) => file)).size} files; ${open.length} to read.`,
    );
    if (open.length > 0) process.exitCode = 1;
  }
}
