/** What is our judgement is marked by the gauge and the label of an entry, so its text says so once and no more. */
import type { Entry, Problem } from '../entry.ts';
import { proseOf } from '../prose.ts';

/** The ways to say that something is what we think. */
export const ours =
  /\b(?:we (?:think|believe|reckon|judge that)|(?:in|to) our (?:view|mind)|(?:(?:in|by) )?our (?:judgement|opinion)|our view is|as we see it)\b/gi;

/** The entries that stand on one page with others; every other one has a page of its own. */
const pageOf = ({ collection, id, data }: Entry): string =>
  ({
    chapters: `chapters/${id}`,
    sections: `chapters/${String(data['chapter'])}`,
    capabilities: 'the comparison',
    glossary: 'the glossary',
  })[collection] ?? `${collection}/${id}`;

/** Every place after the first on a page that says that something is our judgement. */
export function repeatedJudgements(entries: readonly Entry[]): Problem[] {
  const pages = Map.groupBy(entries, pageOf);
  return [...pages.values()].flatMap((onPage) =>
    onPage
      .flatMap(proseOf)
      .flatMap(({ text, problemAt }) =>
        [...text.matchAll(ours)].map(({ 0: words, index }) =>
          problemAt(index, `"${words}" stands on the page already; the gauge and the label mark what is our judgement`),
        ),
      )
      .slice(1),
  );
}
