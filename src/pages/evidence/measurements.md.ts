/** The Markdown edition of our measurements: the same report, with each picture as a table. */
import type { RootContent } from 'mdast';
import { heading, markdownOf } from '../../entries/markdown.ts';
import { inline, link, paragraph, strong, text } from '../../entries/plain.ts';
import { counts, measurements, studies, withdrawnMeasurements } from '../../entries/queries.ts';
import { dayFormat } from '../../formats.ts';
import {
  follows,
  headersSeen,
  headersTable,
  inShort,
  missing,
  repeated,
  report,
  soFar,
  title,
} from '../../measurements/published.ts';
import { lines, written } from '../../measurements/edition.ts';
import { circumstancesOf, type Section } from '../../measurements/report.ts';
import { absoluteHref, href } from '../../site.ts';

function sectionOf({ title: name, paragraphs, picture, tables, points }: Section): RootContent[] {
  const bars = picture && {
    caption: picture.caption,
    columns: ['Job', 'What ran', 'Figure'],
    rows: picture.groups.flatMap(({ label, bars: own }) =>
      own.map((bar) => ({ label, cells: [[bar.label], [bar.value]] })),
    ),
  };
  return [
    heading(2, name),
    ...paragraphs.map((line) => paragraph(...inline(line))),
    ...[...(bars ? [bars] : []), ...tables].flatMap(written),
    ...lines(points),
  ];
}

export function GET() {
  const said = withdrawnMeasurements.toReversed().map(({ data: { date, withdrawn } }) => {
    return `${dayFormat.format(withdrawn.date)}: the run of ${dayFormat.format(date)} was withdrawn. ${withdrawn.reason}`;
  });
  const body: RootContent[] = [
    ...lines(follows),
    ...(repeated ? [paragraph(...inline(repeated))] : []),
    paragraph(text(inShort.join(' '))),
    ...(soFar ? [paragraph(strong(soFar))] : []),
    ...lines(measurements.map(({ data }) => `${dayFormat.format(data.date)}: ${circumstancesOf(data)}`)),
    ...(missing ? [paragraph(text(missing))] : []),
    ...report.flatMap(sectionOf),
    ...(studies.length > 0 ? [heading(2, 'What else we tried')] : []),
    ...studies.flatMap(({ id, data }) => [
      paragraph(link(`/evidence/measurements/${id}/`, inline(data.title)), text(': '), ...inline(data.result)),
    ]),
    ...[heading(2, 'Changes'), ...lines(said)],
    ...[heading(2, 'Headers sent by default'), paragraph(text(dayFormat.format(headersSeen.date)))],
    ...written(headersTable),
    ...counts.flatMap(({ data }) => [
      ...[heading(2, data.title), paragraph(text(dayFormat.format(data.date))), ...lines(data.environment)],
      ...data.tables.flatMap(({ title: caption, columns, rows }) =>
        written({
          ...{ caption, columns },
          rows: rows.map(([label, ...cells]) => ({ label: label!, cells: cells.map((cell) => [cell]) })),
        }),
      ),
      ...lines([...data.method, ...data.limits]),
    ]),
  ];
  const markdown = markdownOf({ title, body }, (path) => absoluteHref(path) ?? href(path));
  return new Response(markdown, { headers: { 'Content-Type': 'text/markdown; charset=utf-8' } });
}
