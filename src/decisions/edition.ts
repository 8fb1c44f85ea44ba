/** The Markdown editions that need the decisions: their own page, and use cases with those like them. */
import type { RootContent } from 'mdast';
import { courseOf } from './course.ts';
import { overviewOf } from './overview.ts';
import { reasonTallies } from './tallies.ts';
import { similarHeading, similarMethod, teamsLike } from './teams-like.ts';
import { dayFormat, insideSentence, partOfDate } from '../formats.ts';
import { keysOf, moves, outcomes, reasonCodes, recordTypes } from '../vocabulary.ts';
import { heading, list, type Edition } from '../entries/markdown.ts';
import { inline, link, paragraph, strong, table, text } from '../entries/plain.ts';
import { editionOf, toldDecision } from '../entries/editions.ts';
import { decision, nameOfDecision, type Claim, type Decision, type UseCase } from '../entries/queries.ts';

/** Above the claims that records speak against. */
export const adviceHeading = 'Against common advice';

/** What stands in the place of a course's end that nobody could follow. */
const placeWords = { flask: 'Flask', django: 'Django', both: 'both', neither: 'neither' } as const;

/** A use case, with the decisions of teams that stood where it stands. */
export const editionOfUseCase = (useCase: UseCase): Edition => ({
  ...editionOf(useCase),
  decisions: {
    title: similarHeading,
    method: similarMethod,
    teams: teamsLike(useCase).map(({ decision: entry, compared }) => {
      const { told, ...place } = toldDecision(entry);
      return { ...place, told: `${told}. ${compared}` };
    }),
  },
});

/** @param contradicted the claims that some of the decisions speak against */
export function editionOfDecisions(decisions: readonly Decision[], contradicted: readonly Claim[]): Edition {
  const overview = overviewOf(decisions);
  const all = decisions.map(({ data }) => data);
  const ways = Map.groupBy(
    all.map(courseOf),
    ({ before, chosen, seen }) =>
      `${placeWords[before]} | ${placeWords[chosen]} | ${seen ? placeWords[seen] : 'not known'}`,
  );
  return {
    title: overview.title,
    inShort: [overview.inShort, overview.caution.join(' ')],
    body: [
      heading(2, overview.courses),
      table([
        ['Before', 'The decision', 'When last seen', 'Decisions'],
        ...[...ways]
          .toSorted(([, a], [, b]) => b.length - a.length)
          .map(([way, those]) => [...way.split(' | '), String(those.length)]),
      ]),
      heading(2, 'What this cannot tell you'),
      list(overview.limits.map(inline)),
      heading(2, overview.reasons),
      table([
        ['Reason', 'To Flask', 'To Django', 'Both, else'],
        ...reasonTallies(all)
          .filter(({ code }) => code !== 'other')
          .map((tally) => [reasonCodes[tally.code], String(tally.flask), String(tally.django), String(tally.else)]),
      ]),
      paragraph(...inline(overview.coding)),
      heading(2, 'What was taken back'),
      paragraph(...inline(overview.takenBack)),
      list([...overview.reversed, ...overview.givenUp].map(takenBack)),
      heading(2, adviceHeading),
      list(
        contradicted.map(({ data }) =>
          inline(
            `“${data.statement}” ${data.against
              .map(decision)
              .map((entry) => `${nameOfDecision(entry)}: ${entry.data.why}`)
              .join(' ')}`,
          ),
        ),
      ),
      ...keysOf(moves).flatMap((move) => {
        const those = decisions.filter(({ data }) => data.move === move);
        return those.length === 0 ? [] : [heading(2, moves[move]), ...those.flatMap(contentOf)];
      }),
    ],
  };
}

const takenBack = ({ data }: Decision) =>
  inline(
    `${data.project}, ${insideSentence(moves[data.move])}${data.date ? ` in ${data.date.slice(0, 4)}` : ''}: ${data.outcome.says}`,
  );

function contentOf({ data }: Decision): RootContent[] {
  const { project, organisation, date, dateFrom, record, situation, decided, reasons, quote, outcome } = data;
  return [
    heading(3, `${project}, ${date?.slice(0, 4) ?? 'undated'}`),
    paragraph(text(organisation)),
    list([
      [strong('Situation:'), text(` ${situation}`)],
      [strong('Decided:'), ...inline(` ${decided}${quote ? ` “${quote}”` : ''}`)],
      [
        strong('Reasons:'),
        text(
          reasons.length === 0
            ? ' None is stated in what we could read.'
            : ` ${reasons.map(({ says, code }) => `${says} (${insideSentence(reasonCodes[code])})`).join(' ')}`,
        ),
      ],
      [
        strong(`${outcomes[outcome.state]}:`),
        text(` ${outcome.says} `),
        ...(outcome.url ? [link(outcome.url, [text('Seen here')])] : []),
      ],
      [
        strong('Record:'),
        text(' '),
        link(record.url, [text(recordTypes[record.type])]),
        text(
          [
            `, read ${record.read === 'whole' ? 'whole' : 'in excerpts'} on ${dayFormat.format(record.opened)}.`,
            ...(date ? [`Decided: ${partOfDate(date)}.`] : []),
            ...(dateFrom ? [dateFrom] : []),
          ].join(' '),
        ),
      ],
    ]),
  ];
}
