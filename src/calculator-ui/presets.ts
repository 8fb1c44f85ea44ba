/** The examples that a reader can start from, each with its verdict. */
import { answeredOf } from '../calculator/answers.ts';
import { writeAddress } from '../calculator/address.ts';
import { stageOf } from '../calculator/verdict-words.ts';
import { calculator, model, pathOf, samples, useCase } from '../entries/queries.ts';
import { href } from '../site.ts';
import { resultOf } from './result.ts';
import { say, type Said } from './said.ts';

export interface Preset {
  title: string;
  /** What is filled in, in a few words. */
  says: string;
  /** The query of its answers. */
  query: string;
  /** The page of the use case. */
  page: string;
  said: Said;
}

export const presets: Preset[] = calculator.presets.map(({ title, says, useCase: of, answers }) => ({
  ...{ title, says },
  query: writeAddress(answers, model),
  page: href(pathOf(useCase(of))),
  said: say(resultOf(model, answers, samples).verdict, stageOf(answeredOf(model, answers))),
}));
