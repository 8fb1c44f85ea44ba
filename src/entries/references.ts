/** What the components of a text name, looked up in the content. */
import { ranWith } from '../records/run.ts';
import { sideNames, sidesOf } from '../records/example.ts';
import { dayFormat, monthFormat } from '../formats.ts';
import { publisherOf } from '../site.ts';
import { upkeeps, verdicts } from '../vocabulary.ts';
import { leanTable } from './leans.ts';
import type { References } from './plain.ts';
import {
  addressOfSource,
  capability,
  claim,
  example,
  firstSourceOf,
  packageIn,
  pathOf,
  printedFigure,
  runOf,
  source,
  term,
} from './queries.ts';
import { samplesOf } from './samples.ts';

export const references: References = {
  claim(id) {
    const entry = claim(id);
    const { number, statement, verdict, note } = entry.data;
    const first = firstSourceOf(entry);
    const source = first && { title: first.data.title, address: addressOfSource(first) };
    return { number, statement, verdict: verdicts[verdict], note, source, path: pathOf(entry) };
  },
  row: (id) => ({ number: capability(id).data.number, path: pathOf(capability(id)) }),
  term: (id) => ({ path: pathOf(term(id)) }),
  figure: printedFigure,
  given: (id) => ({ path: `/evidence/sources/#source-${source(id).id}` }),
  publisher: () => publisherOf('/about/'),
  leans: leanTable,
  package(row, name) {
    const { series, released, upkeep } = packageIn(capability(row), name);
    return { seen: `${series} (${monthFormat.format(released)}, ${upkeeps[upkeep]})` };
  },
  example(id, region) {
    const entry = example(id);
    return {
      title: entry.data.title,
      told: toldOf(id),
      samples: samplesOf(entry, region).map(({ name, remark, lines }) => ({
        label: sideNames[name],
        remark,
        code: lines.map(({ parts }) => parts.map((part) => part.text).join('')).join('\n'),
      })),
    };
  },
};

/** When and with what an example ran, and what came out. */
export function toldOf(id: string): string {
  const entry = example(id);
  const { data } = runOf(entry);
  const alone = sidesOf(entry.data).flatMap(({ side }) => side.alone ?? []);
  return [`Run on ${dayFormat.format(data.date)} with ${ranWith(data)}.`, entry.data.result, ...alone].join(' ');
}
