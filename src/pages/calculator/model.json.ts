/** The published model with its words: what the calculator computes with in the browser. */
import { wordList } from '../../calculator-ui/content-words.ts';
import type { CalculatorData } from '../../calculator-ui/load-data.ts';
import { model } from '../../entries/queries.ts';

export const GET = () => Response.json({ model, words: wordList } satisfies CalculatorData);
