/** Tables and lists of the measurements in Markdown, and the edition of a study. */
import type { RootContent } from 'mdast';
import { heading, list, type Edition } from '../entries/markdown.ts';
import { inline, paragraph, strong, table } from '../entries/plain.ts';
import type { studies } from '../entries/queries.ts';
import type { Table } from './report.ts';
import { ranOn, studyTable } from './studies.ts';

export const lines = (points: readonly string[]): RootContent[] =>
  points.length > 0 ? [list(points.map(inline))] : [];

export const written = ({ caption, columns, rows }: Table): RootContent[] => [
  paragraph(...inline(caption)),
  table([columns, ...rows.map(({ label, cells }) => [label, ...cells.map((cell) => cell.join('; '))])]),
];

export function editionOfStudy({ data, runs }: (typeof studies)[number]): Edition {
  const { title, question, result, method, limits } = data;
  return {
    title,
    body: [
      paragraph(strong(question)),
      paragraph(...inline(result)),
      ...written(studyTable(data, runs)),
      ...[heading(2, 'How it was done'), ...lines(method)],
      ...[heading(2, 'What it cannot show'), ...lines(limits)],
      ...[heading(2, 'Runs'), ...lines(runs.map(ranOn))],
    ],
  };
}
