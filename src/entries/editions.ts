/** What the Markdown edition of each page holds, from its entry. */
import type { RootContent } from 'mdast';
import { dayFormat, insideSentence, listFormat } from '../formats.ts';
import { verdictWords } from '../verdict.ts';
import { frameworks, moves, outcomes, partStates, verdicts } from '../vocabulary.ts';
import { bodyOf } from './body.ts';
import { reasonFor } from './claim-verdict.ts';
import { heading, list, type CitedClaim, type DecisionsInEdition, type Edition } from './markdown.ts';
import { inline, link, paragraph, plainBody, sketchInWords, strong, text } from './plain.ts';
import {
  addressOfSource,
  claimsNamed,
  decision,
  nameOfDecision,
  pathOf,
  releasesOf,
  sectionsOf,
  source,
  titleOf,
  verdictOf,
  type Article,
  type Chapter,
  type Claim,
  type Decision,
} from './queries.ts';
import { references } from './references.ts';

/**
 * The edition of an entry with a page of its own.
 * @param more what its page shows beside the body, from data
 */
export function editionOf(entry: Article | Chapter, more: readonly RootContent[] = []): Edition {
  const verdict = verdictOf(entry);
  const shared = {
    title: titleOf(entry),
    verdict: verdict && verdictWords(verdict),
    body: [
      ...('sketch' in entry.data ? [sketchInWords(entry.data.sketch)] : []),
      ...plainBody(bodyOf(entry.body ?? ''), references).children,
      ...more,
    ],
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
    because: 'because' in entry.data ? entry.data.because : undefined,
    flipsIf: entry.data.flipsIf,
    checked: checked(entry.data.reviewed, [entry]),
    claims: citedClaims(entry.data.claims),
    ...(entry.collection === 'faq' && {
      decisions: { title: 'What teams decided', teams: entry.data.decisions.map(decision).map(toldDecision) },
    }),
  };
}

/** A decision in a line, leading to its record. */
export function toldDecision(entry: Decision): DecisionsInEdition['teams'][number] {
  const { why, move, outcome } = entry.data;
  return {
    title: nameOfDecision(entry),
    path: pathOf(entry),
    told: `${why} (${moves[move]}; ${insideSentence(outcomes[outcome.state])})`,
  };
}

/** The edition of a claim: the finding, each part with what our sources say to it, who says it, and the sources. */
export function editionOfClaim(entry: Claim): Edition {
  const {
    statement,
    verdict,
    note,
    nuance,
    judgement,
    parts,
    said,
    against,
    sources,
    versions,
    checked: day,
  } = entry.data;
  return {
    title: statement,
    verdict: verdicts[verdict],
    answer: note,
    body: [
      paragraph(text(reasonFor(entry.data))),
      heading(2, 'Its parts'),
      list(
        parts.map(({ says, state, judgement: ours, searched }) => [
          strong(`${partStates[state]}:`),
          text(' '),
          ...inline(says),
          ...(ours ? [text(' Rests on the judgement below.')] : []),
          ...(searched ? inline(` ${toldSearch(searched)}`) : []),
        ]),
      ),
      heading(2, 'What we found'),
      paragraph(...inline(nuance)),
      ...(judgement ? [paragraph(strong('No source settles this.'), text(' '), ...inline(judgement))] : []),
      heading(2, 'Who says it'),
      ...(said.length > 0
        ? [
            list(
              said.map(({ title, publisher, url, quote }) => [
                text(`“${quote}” `),
                link(url, [text(title)]),
                text(`, ${publisher}`),
              ]),
            ),
          ]
        : [paragraph(text(commonAssumption))]),
      ...(against.length > 0
        ? [
            heading(2, 'Teams whose records speak against it'),
            list(
              against
                .map(decision)
                .map(toldDecision)
                .map(({ title, path, told }) => [link(path, [text(title)]), text(`: ${told}`)]),
            ),
          ]
        : []),
      heading(2, 'Sources'),
      list(
        sources.map(({ source: id, locator }) => {
          const address = addressOfSource(source(id));
          const title = inline(source(id).data.title);
          return [...(address ? [link(address, title)] : title), text(', '), ...inline(locator)];
        }),
      ),
    ],
    checked: checked(day, [{ data: { versions } }]),
  };
}

/** What stands where nobody is named. */
export const commonAssumption = 'No public place is named yet: the statement is our wording of a common assumption.';

/** Why a claim rests on no document. */
export const noSource = ({ data: { parts } }: Claim): string =>
  parts.some(({ searched }) => searched)
    ? 'No source: we searched and found none.'
    : 'No source: a judgement, labelled as one.';

/** Where evidence was looked for, and what came up instead. */
export function toldSearch({
  day,
  for: words,
  found,
}: NonNullable<Claim['data']['parts'][number]['searched']>): string {
  return `On ${dayFormat.format(day)} we searched ${words}. ${found}`;
}

function checked(reviewed: Date, entries: readonly { data: { versions: string[] } }[]): string {
  const names = releasesOf(entries).map(({ data }) => `${frameworks[data.framework]} ${data.series}`);
  return `Checked on ${dayFormat.format(reviewed)}${names.length > 0 ? ` against ${listFormat.format(names)}` : ''}`;
}

function citedClaims(ids: readonly string[]): CitedClaim[] {
  return claimsNamed(ids).map((entry) => ({
    number: entry.data.number,
    statement: entry.data.statement,
    verdict: verdicts[entry.data.verdict],
    path: pathOf(entry),
    sources: entry.data.sources.map(({ source: id, locator }) => ({
      title: source(id).data.title,
      address: addressOfSource(source(id)),
      locator,
    })),
  }));
}
