/** The questions that the search offers before anything is typed. */
import { oftenAsked, pathOf, titleOf } from '../../entries/queries.ts';
import type { Suggestion } from '../../search/index/files.ts';

export const GET = () =>
  Response.json(oftenAsked.map(({ question }): Suggestion => ({ path: pathOf(question), title: titleOf(question) })));
