/** What the pages of the calculator say in Markdown beside their texts: its questions and its numbers, from the data. */
import type { RootContent } from 'mdast';
import { packagesInWords } from './packages-in-words.ts';
import { numberKinds } from '../vocabulary.ts';
import { heading, list } from './markdown.ts';
import { codeBlock, inline, link, paragraph, strong, table, text } from './plain.ts';
import { calculator } from './queries.ts';

const { criteria, questions, features, assumptions, choices } = calculator;

/** @param frame the HTML that shows the calculator on another site */
export function calculatorQuestions(frame: string): RootContent[] {
  return [
    heading(2, 'What it asks'),
    ...questions.flatMap(({ data }) => [
      heading(3, data.question),
      paragraph(...inline(data.help)),
      list(data.options.map(({ label }) => inline(label))),
    ]),
    heading(2, 'Features that it asks for'),
    list(features.map(({ data }) => inline(data.title))),
    heading(2, 'On your own site'),
    paragraph(text('Copy this into a page. The frame asks no other host for anything and stores nothing.')),
    codeBlock('html', frame),
  ];
}

/** Every number with its reason. The formulas stand on the page, worked through. */
export function calculatorNumbers(): RootContent[] {
  return [
    heading(2, 'Formulas'),
    paragraph(
      text('Each formula is worked through with one team '),
      link('/calculator/method/#formulas', [text('on the page')]),
      text('.'),
    ),
    heading(2, 'Criteria'),
    table([
      ['Criterion', 'Points', 'From 0 to 100', 'Why'],
      ...criteria.map(({ data }) => [
        data.title,
        `${data.points.likely} (${data.points.range.join(' to ')})`,
        `${data.worst} … ${data.best}`,
        grounds(data),
      ]),
    ]),
    heading(2, 'Answers and their scores'),
    ...questions.flatMap(({ data }) => [
      heading(3, data.question),
      table([
        ['Answer', 'Flask', 'Django', 'Both', 'Why'],
        ...data.options.map(({ label, scores, reason }) => [
          label,
          ...(['flask', 'django', 'both'] as const).map((of) => (scores ? String(scores[of]) : '')),
          reason ?? '',
        ]),
      ]),
    ]),
    heading(2, 'Features'),
    paragraph(text('Person-days until a feature works and is tested: lowest, likeliest, highest.')),
    table([
      ['Feature', 'Flask', 'Django', 'Why'],
      ...features.map(({ data }) => [
        data.title,
        ...(['flask', 'django'] as const).map(
          (of) => `${data[of].effort.join(', ')} (${data[of].how}; ${packagesInWords(data[of].packages, of)})`,
        ),
        grounds(data),
      ]),
    ]),
    heading(2, 'Assumptions'),
    table([
      ['Number', 'Lowest, likeliest, highest', 'Why'],
      ...assumptions.map(({ data }) => [
        `${data.title}, ${data.unit}`,
        Object.entries(data.values)
          .map(([of, range]) => `${of === 'all' ? '' : `${of}: `}${range.join(', ')}`)
          .join('; '),
        grounds(data),
      ]),
    ]),
    heading(2, 'Choices of the model'),
    ...choices.map(({ data }) =>
      paragraph(
        strong(`${data.title}.`),
        text(' Before: '),
        ...inline(data.before),
        text(' Now: '),
        ...inline(data.now),
        text(' Why: '),
        ...inline(data.why),
      ),
    ),
  ];
}

const grounds = ({ kind, reason }: { kind: keyof typeof numberKinds; reason: string }) =>
  `${numberKinds[kind]}. ${reason}`;
