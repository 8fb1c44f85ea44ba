/** What the Markdown edition of each page holds, from its entry. */
import type { RootContent } from 'mdast';
import { dayFormat, listFormat } from '../formats.ts';
import { verdictWords } from '../verdict.ts';
import { frameworks, verdicts } from '../vocabulary.ts';
import { bodyOf } from './body.ts';
import type { CitedClaim, Edition } from './markdown.ts';
import { plainBody } from './plain.ts';
import {
  claim,
  pathOf,
  releasesOf,
  sectionsOf,
  source,
  titleOf,
  verdictOf,
  type Article,
  type Chapter,
  type Source,
} from './queries.ts';
import { references } from './references.ts';

/** Where a document stands: elsewhere, or here where it is a run or a count of ours. */
function addressOf({ id, data }: Source): string | undefined {
  return data.url ?? (data.measurement || data.count ? `/evidence/#source-${id}` : undefined);
}

/**
 * The edition of an entry with a page of its own.
 * @param more what its page shows beside the body, from data
 */
export function editionOf(entry: Article | Chapter, more: readonly RootContent[] = []): Edition {
  const verdict = verdictOf(entry);
  const shared = {
    title: titleOf(entry),
    verdict: verdict && verdictWords(verdict),
    body: [...plainBody(bodyOf(entry.body ?? ''), references).children, ...more],
  };
  if (entry.collection === 'chapters') {
    const sections = sectionsOf(entry);
    return {
      ...shared,
      inShort: entry.data.inShort,
      sections: sections.map((section) => {
        const { claims: _, ...rest } = editionOf(section);
        return rest;
      }),
      checked: checked(entry.data.reviewed, sections),
      claims: citedClaims(sections.flatMap(({ data }) => data.claims)),
    };
  }
  return {
    ...shared,
    answer: 'answer' in entry.data ? entry.data.answer : undefined,
    facts: 'facts' in entry.data ? entry.data.facts : [],
    flipsIf: entry.data.flipsIf,
    aliases: entry.data.aliases,
    checked: checked(entry.data.reviewed, [entry]),
    claims: citedClaims(entry.data.claims),
  };
}

function checked(reviewed: Date, entries: readonly { data: { versions: string[] } }[]): string {
  const names = releasesOf(entries).map(({ data }) => `${frameworks[data.framework]} ${data.series}`);
  return `Checked on ${dayFormat.format(reviewed)}${names.length > 0 ? ` against ${listFormat.format(names)}` : ''}`;
}

function citedClaims(ids: readonly string[]): CitedClaim[] {
  return [...new Set(ids)]
    .map(claim)
    .sort((a, b) => a.data.number - b.data.number)
    .map((entry) => ({
      number: entry.data.number,
      statement: entry.data.statement,
      verdict: verdicts[entry.data.verdict],
      path: pathOf(entry),
      sources: entry.data.sources.map(({ source: id, locator }) => ({
        title: source(id).data.title,
        address: addressOf(source(id)),
        locator,
      })),
    }));
}
