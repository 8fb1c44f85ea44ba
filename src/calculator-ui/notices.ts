/** What the reader is told about an address of which not everything could be used. */
import type { Ignored, Reading } from '../calculator/address.ts';

const reasons: Readonly<Record<Ignored['reason'], string>> = {
  unknown: 'is not a part that the calculator knows',
  'no-such-answer': 'is not one of the answers',
  repeated: 'is there twice; the first one counts',
  'not-a-feature': 'is not a feature of the list',
  'wrong-weights': 'must be one number from 0 to 100 for each criterion',
  'wrong-range': 'must be three numbers that rise',
  'wrong-scores': 'must be three numbers from 0 to 100',
  'too-long': 'is beyond the 2,000 characters that are read',
};

/** One line for each part that was ignored; the part itself is the reader's text and is kept apart from ours. */
export interface Notice {
  part: string;
  text: string;
}

export function noticesOf({ ignored, olderVersion }: Reading, version: number): Notice[] {
  return [
    ...(olderVersion === undefined
      ? []
      : [
          {
            part: `m=${olderVersion}`,
            text: `made with another version; this is version ${version}, and numbers may differ`,
          },
        ]),
    ...ignored.map(({ part, reason }) => ({ part, text: reasons[reason] })),
  ];
}
