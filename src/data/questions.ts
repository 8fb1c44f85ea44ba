/** The questions as data: each with its short answer, which way it leans and when that turns round. */
import { z } from 'astro/zod';
import { isoDay } from '../day.ts';
import { pathOf, type Question } from '../entries/queries.ts';
import { absoluteHref, href } from '../site.ts';
import { keysOf, leans, themes } from '../vocabulary.ts';
import { changes, datedChanges, day, id, url } from './fields.ts';

export const questionItem = z.strictObject({
  id,
  url,
  question: z.string(),
  answer: z.string().describe('The answer in one sentence, as Markdown.'),
  lean: z.enum(keysOf(leans)),
  flips_if: z.string().describe('When the lean turns round.'),
  theme: z.enum(keysOf(themes)),
  claims: z.array(z.string()).describe('The claims that the answer rests on, by id.'),
  decisions: z.array(z.string()).describe('Decisions of teams that bear on it, by id.'),
  versions: z.array(z.string()).describe('Releases that it was checked against, by id.'),
  reviewed: day,
  changes,
});

export const questionItems = (questions: readonly Question[]): z.infer<typeof questionItem>[] =>
  questions.map((question) => {
    const { id: stem, data } = question;
    const path = pathOf(question);
    return {
      id: stem,
      url: absoluteHref(path) ?? href(path),
      question: data.question,
      answer: data.answer,
      lean: data.lean,
      flips_if: data.flipsIf,
      theme: data.theme,
      claims: data.claims,
      decisions: data.decisions,
      versions: data.versions,
      reviewed: isoDay(data.reviewed),
      changes: datedChanges(data.changes),
    };
  });
