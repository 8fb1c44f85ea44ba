/** What the reader is told about an address of which not everything could be used. */
import { longestQuery, type Ignored, type Reading } from '../calculator/address.ts';
import { limitWords, pointLimits, type Limits } from '../calculator/number-limits.ts';

const reasons: Readonly<Record<Exclude<Ignored['reason'], 'wrong-range'>, string>> = {
  unknown: 'is not a part that the calculator knows',
  'no-such-answer': 'is not one of the answers',
  repeated: 'is there twice; the first one counts',
  'not-a-feature': 'is not a feature of the list',
  'wrong-weights': `must be one number ${limitWords(pointLimits)} for each criterion`,
  'wrong-scores': `must be three numbers ${limitWords(pointLimits)}`,
  'too-long': `is beyond the ${longestQuery.toLocaleString('en')} characters that are read`,
};

const rangeText = (limits: Limits) =>
  `must be three numbers ${limitWords(limits)}, none smaller than the one before it`;

/** One line for each part that was ignored; the part itself is the reader's text and is kept apart from ours. */
export interface Notice {
  part: string;
  text: string;
}

/**
 * @param version the version of the model that is in force
 * @param scenario what a scenario is called that is not the one in the form
 */
export function noticesOf({ ignored, olderVersion }: Reading, version: number, scenario?: string): Notice[] {
  const notices: Notice[] = [
    ...(olderVersion === undefined
      ? []
      : [
          {
            part: `m=${olderVersion}`,
            text: `made with another version; this is version ${version}, and numbers may differ`,
          },
        ]),
    ...ignored.map(({ part, reason, limits }) => ({
      part,
      text: reason === 'wrong-range' ? rangeText(limits!) : reasons[reason],
    })),
  ];
  return scenario === undefined ? notices : notices.map(({ part, text }) => ({ part: `${scenario}: ${part}`, text }));
}
