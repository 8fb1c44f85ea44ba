/** What all decisions say together, in sentences with computed counts, for the page and its Markdown edition. Pure. */
import type { Decision } from '../entries/queries.ts';
import { insideSentence, listFormat } from '../formats.ts';
import { keysOf, organisations, reasonCodes } from '../vocabulary.ts';
import { agreement, heldBriefly } from './tallies.ts';

export interface Overview {
  title: string;
  /** For search results and cards. */
  description: string;
  inShort: string;
  /** Why these are cases only; its first sentence stands apart. */
  caution: [string, string];
  courses: string;
  /** Above the reasons. A reason is what a record gives, and not what caused the decision. */
  reasons: string;
  limits: string[];
  /** How two readers agreed on the codes of the reasons. */
  coding: string;
  takenBack: string;
  reversed: Decision[];
  givenUp: Decision[];
}

export function overviewOf(decisions: readonly Decision[]): Overview {
  const all = decisions.map(({ data }) => data);
  const count = (test: (each: (typeof all)[number]) => boolean) => all.filter(test).length;
  const years = all.flatMap(({ date }) => (date ? [Number(date.slice(0, 4))] : []));
  /** Since FastAPI was a usual third choice and Django had asynchronous views. */
  const recent = years.filter((year) => year >= 2020).length;
  const projects = new Set(all.map(({ project }) => project)).size;
  const known = count(({ outcome }) => outcome.state !== 'not-known');
  const reversed = decisions.filter(({ data }) => data.outcome.state === 'reversed');
  const givenUp = decisions.filter(({ data }) => data.outcome.state === 'given-up');
  const kinds = keysOf(organisations).map(
    (kind) => [count((each) => each.kind === kind), organisations[kind]] as const,
  );
  const agreed = agreement(all);
  const mean = agreed.reduce((sum, each) => sum + each.kappa, 0) / Math.max(1, agreed.length);
  const lowest = agreed.toSorted((a, b) => a.kappa - b.kappa)[0];
  return {
    title: 'What real teams decided',
    description: `${all.length} public decisions for or against Flask or Django: what teams chose, the reasons they wrote down, and what became of it.`,
    inShort: `${all.length} public decisions of ${projects} projects, from ${Math.min(...years)} to ${Math.max(...years)}: for or against Flask or Django, with the reasons that teams wrote down and, where it could be found, what became of it.`,
    caution: [
      'These are cases, and no rate follows from them.',
      `Such records are written by teams that work in public: ${listFormat.format(kinds.map(([number, kind]) => `${number} by ${kind.toLowerCase()}`))}. A move gets written down; a quiet stay seldom does, in our judgement.`,
    ],
    courses: `${count(({ move }) => move === 'flask-to-django')} decided to move from Flask to Django, ${count(({ move }) => move === 'django-to-flask')} the other way, ${count(({ move }) => move.startsWith('stayed'))} to stay`,
    reasons: 'The reasons that teams gave, from those for Flask to those for Django',
    limits: [
      `Who writes: ${listFormat.format(kinds.map(([number, kind]) => `${number} ${kind.toLowerCase()}`))}. Some are one developer. A quiet choice inside a company leaves no public record.`,
      `How old: ${recent} of ${years.length} dated records are from 2020 or later; the others were made before FastAPI was a usual third choice.`,
      `How deep: ${count(({ record }) => record.read === 'excerpt')} records could be read in excerpts only, and ${count(({ reasons }) => reasons.length === 0)} state no reason in what we read.`,
      `How long it was followed: for ${all.length - known} nothing later was found. “Held” means that a later file or thread shows it, on the date given, and no more; for ${heldBriefly(all)} of ${count(({ outcome }) => outcome.state === 'held')} that date is less than a year after the decision.`,
    ],
    coding: [
      'One mark is one record that gives the reason; a record may give several, and what it gives need not be the cause.',
      `${count(({ reasons }) => reasons.some(({ code }) => code === 'other'))} records give a reason that fits none of these.`,
      ...(lowest
        ? [
            `Two readers coded ${count(({ secondCodes }) => secondCodes !== undefined)} of the records apart: over the ${agreed.length} codes with eight uses or more, Cohen’s kappa is ${mean.toFixed(2)} on average and ${lowest.kappa.toFixed(2)} for “${insideSentence(reasonCodes[lowest.code])}”, the lowest.`,
          ]
        : []),
    ].join(' '),
    takenBack: `Of the ${known} decisions that could be followed, ${reversed.length} were reversed between the two frameworks and ${givenUp.length} were given up for a third way.`,
    reversed,
    givenUp,
  };
}
