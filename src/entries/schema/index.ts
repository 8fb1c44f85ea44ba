/**
 * Every kind of entry: which files below `content/` hold it, and what stands in them. Both the build
 * (`content.config.ts`) and `npm run check:content` read this list. Objects are strict, so a misspelt field is told.
 */
import type { z } from 'astro/zod';
import { exampleSchema } from '../../records/example.ts';
import { runFileSchema } from '../../records/measurement.ts';
import { runSchema } from '../../records/run.ts';
import { studyRunsSchema, studySchema } from '../../records/study.ts';
import { page, question, useCase } from './articles.ts';
import {
  assumption,
  calculatorQuestion,
  choice,
  criterion,
  feature,
  persona,
  preset,
  trialCase,
} from './calculator.ts';
import { capability, release, term, topic } from './comparison.ts';
import { claim } from './claim.ts';
import { decision } from './decision.ts';
import { conclusion, count, source } from './evidence.ts';
import { chapter, path, section } from './guide.ts';

export interface Kind<Schema extends z.ZodType = z.ZodType> {
  /** The files below `content/`; what stands for the star is the name of the entry. Without one: a list of entries. */
  files: string;
  schema: Schema;
}

const kind = <Schema extends z.ZodType>(files: string, schema: Schema): Kind<Schema> => ({ files, schema });

export const kinds = {
  chapters: kind('chapters/*.mdx', chapter),
  sections: kind('sections/*.mdx', section),
  'use-cases': kind('use-cases/*.mdx', useCase),
  faq: kind('faq/*.mdx', question),
  pages: kind('pages/*.mdx', page),
  claims: kind('claims/*.yaml', claim),
  sources: kind('sources/*.yaml', source),
  capabilities: kind('capabilities/*.yaml', capability),
  glossary: kind('glossary/*.yaml', term),
  paths: kind('paths/*.yaml', path),
  releases: kind('releases/*.yaml', release),
  /** A job done in both frameworks. The code stands beside the file and is printed by region. */
  examples: kind('examples/*/example.yaml', exampleSchema),
  /** Which files of an example ran, when and with which versions. The lab writes them. */
  runs: kind('examples/*/ran.json', runSchema),
  /** The measuring runs of the lab, which writes them. */
  measurements: kind('measurements/*.json', runFileSchema),
  /** A question that the lab answers with a table, and what came out, which the lab writes. */
  studies: kind('studies/*/study.yaml', studySchema),
  'study-runs': kind('studies/*/runs.json', studyRunsSchema),
  counts: kind('counts/*.yaml', count),
  /** What follows from what we measured. */
  conclusions: kind('conclusions/*.yaml', conclusion),
  decisions: kind('decisions/*.yaml', decision),
  'calculator-criteria': kind('calculator/criteria/*.yaml', criterion),
  'calculator-questions': kind('calculator/questions/*.yaml', calculatorQuestion),
  'calculator-features': kind('calculator/features/*.yaml', feature),
  'calculator-assumptions': kind('calculator/assumptions/*.yaml', assumption),
  'calculator-presets': kind('calculator/presets/*.yaml', preset),
  'calculator-personas': kind('calculator/personas/*.yaml', persona),
  'calculator-choices': kind('calculator/choices/*.yaml', choice),
  'calculator-trial': kind('calculator/trial/*.yaml', trialCase),
  topics: kind('topics.yaml', topic),
};
export type Collection = keyof typeof kinds;

/** What the lab writes and nobody edits: numbers and names, and no words for readers. */
export const writtenByLab: readonly string[] = ['runs', 'measurements', 'study-runs'] satisfies Collection[];
