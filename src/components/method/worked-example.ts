/** The team that every formula is worked through with, and what the calculator says of it. */
import { curvesOf, estimate, prepare, reasonsFor, verdictOf, type Estimate } from '../../calculator/evaluate.ts';
import { contentWords } from '../../calculator-ui/content-words.ts';
import { writeAddress } from '../../calculator/address.ts';
import { calculator, samples, model } from '../../entries/queries.ts';
import { href } from '../../site.ts';

const id = 'first-product';
const found = calculator.personas.find((persona) => persona.id === id);
if (!found) throw new Error(`There is no persona "${id}"`);

export type Persona = (typeof calculator.personas)[number];

/** The calculator with the answers of a made-up team filled in. */
export const filledIn = ({ data: { choices, first, later } }: Persona): string =>
  href(`/calculator/?${writeAddress({ choices, first, later }, model)}`);

export function estimateOf({ data: { choices, first, later } }: Persona): Estimate {
  const answers = { choices, first, later };
  return estimate(prepare(model, answers), answers);
}

export const persona: Persona = found;
export const example = estimateOf(persona);
export const verdict = verdictOf(example, samples);
export const reasons = reasonsFor(example, verdict);
export const curves = curvesOf(example);

/** What readers call a question's answer, or a computed criterion, as a reason. */
export function reasonTitle(of: string, choice: string | undefined): string {
  if (of === 'unanswered') return 'What is not answered';
  if (!calculator.questions.some(({ id: question }) => question === of)) return contentWords.criterion(of);
  return choice === undefined ? contentWords.question(of) : contentWords.reason(of, choice);
}

export const columnTitles = { flask: 'Flask', django: 'Django', both: 'Both' } as const;
