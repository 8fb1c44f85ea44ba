/** Counts over the decisions. Each is a count of records, and none is a rate. Pure. */
import { keysOf, reasonCodes, type ReasonCode } from '../vocabulary.ts';
import { courseOf, type Decided, type Place } from './course.ts';

/** How many of the decisions for which a reason was given went each way. */
export interface ReasonTally {
  code: ReasonCode;
  flask: number;
  django: number;
  /** Both together, or neither. */
  else: number;
}

/** The reasons, from those given most for Flask to those given most for Django. */
export function reasonTallies(
  decisions: readonly (Decided & { reasons: readonly { code: ReasonCode }[] })[],
): ReasonTally[] {
  return keysOf(reasonCodes)
    .map((code) => {
      const goals = decisions
        .filter(({ reasons }) => reasons.some((reason) => reason.code === code))
        .map((decision) => courseOf(decision).chosen);
      const to = (place: Place) => goals.filter((goal) => goal === place).length;
      return { code, flask: to('flask'), django: to('django'), else: to('both') + to('neither') };
    })
    .filter((tally) => tally.flask + tally.django + tally.else > 0)
    .sort((a, b) => share(b) - share(a) || b.flask - a.flask || b.django - a.django);
}

const share = ({ flask, django }: ReasonTally) => (flask - django) / Math.max(1, flask + django);

/**
 * Cohen's kappa of two readers for one code: how far they agree beyond what chance gives them (Cohen 1960,
 * doi 10.1177/001316446002000104). From -1 to 1; nothing where chance alone makes them agree always.
 * @param pairs for each record, whether the first and whether the second reader gave the code
 */
export function kappa(pairs: readonly (readonly [boolean, boolean])[]): number | undefined {
  const of = (test: (pair: readonly [boolean, boolean]) => boolean) => pairs.filter(test).length / pairs.length;
  const agreed = of(([first, second]) => first === second);
  const one = of(([first]) => first);
  const two = of(([, second]) => second);
  const byChance = one * two + (1 - one) * (1 - two);
  return byChance === 1 ? undefined : (agreed - byChance) / (1 - byChance);
}

/** The least number of uses, by either reader, from which a kappa is worth printing. */
export const usesForKappa = 8;

/** The agreement of both readers for each code that was used often enough. */
export function agreement(
  decisions: readonly { reasons: readonly { code: ReasonCode }[]; secondCodes?: readonly ReasonCode[] | undefined }[],
): { code: ReasonCode; uses: number; kappa: number }[] {
  const twice = decisions.filter(({ secondCodes }) => secondCodes !== undefined);
  return keysOf(reasonCodes).flatMap((code) => {
    const pairs = twice.map(
      ({ reasons, secondCodes }) =>
        [reasons.some((reason) => reason.code === code), secondCodes!.includes(code)] as const,
    );
    const uses = pairs.filter(([first, second]) => first || second).length;
    const found = kappa(pairs);
    return uses < usesForKappa || found === undefined ? [] : [{ code, uses, kappa: found }];
  });
}

/** How many of the decisions that held were last seen less than a year after they were made, as far as dates tell. */
export const heldBriefly = (
  decisions: readonly { date?: string | undefined; outcome: { state: string; seen?: string | undefined } }[],
): number =>
  decisions.filter(
    ({ date, outcome }) =>
      outcome.state === 'held' && date && outcome.seen && monthOf(outcome.seen, 12) - monthOf(date, 1) < 12,
  ).length;

/** A date in months. A year alone counts as the given month of it, so that a span between two dates is not too short. */
function monthOf(known: string, unknown: number): number {
  const [year, month] = known.split('-');
  return Number(year) * 12 + (month ? Number(month) : unknown);
}
