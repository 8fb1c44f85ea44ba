/**
 * The decision record, in the form that the field knows: context, decision, consequences, alternatives, open questions,
 * confidence, evidence. Made once as plain data, so that what is previewed is what is copied.
 */
import { costSentence } from './cost-view.ts';
import type { Rate } from './figures.ts';
import type { Details, Result } from './result.ts';
import { names } from '../calculator/verdict-words.ts';
import { shareWords, together, type Said } from './said.ts';
import {
  conditionOf,
  isComputed,
  outcomeWords,
  realReasons,
  reasonSentence,
  sideOf,
  strongest,
  turnsOf,
} from './sentences.ts';
import { h, type Tree } from './tree.ts';
import { answersInWords } from './answers-in-words.ts';
import type { Words } from './words.ts';

/** A piece of a line: text, or a link with its address. */
export type Piece = string | { text: string; address: string };
export type Block = { line: readonly Piece[] } | { list: readonly (readonly Piece[])[] };

export interface DecisionRecord {
  title: string;
  status: 'proposed' | 'open';
  /** A day as 2026-11-30. */
  date: string;
  parts: readonly { title: string; blocks: readonly Block[] }[];
}

export interface Occasion {
  /** As typed; may be empty. */
  project: string;
  date: string;
  /** The full address of the answers. */
  address: string;
  /** Makes the address of a page of the guide a full one. */
  absolute: (path: string) => string;
  rate?: Rate | undefined;
}

const line = (...pieces: Piece[]): Block => ({ line: pieces });
const small = (sentence: string) =>
  sentence
    .replace(/\.$/, '')
    .replace(
      /^(The|A|Most|Each|One|Upkeep|Sixty|Five|Numeric|Three|Two|Accounts|New|Nothing|Models|Only|What|Newcomers)\b/,
      (word) => word.toLowerCase(),
    );

export function recordOf(
  result: Result,
  details: Details,
  said: Said,
  words: Words,
  occasion: Occasion,
): DecisionRecord {
  const { model, answers } = result.estimate;
  const { best, second, third, shares, called } = said;
  const { project, date, address, absolute, rate } = occasion;
  const link = ({ title, address: path }: { title: string; address: string }): Piece => ({
    text: title,
    address: absolute(path),
  });
  const reasons = strongest(result, said);
  const because = reasons.map((reason): Piece[] => {
    const sentence = reasonSentence(reason, result, said, words);
    const points = `${Math.abs(reason.points).toFixed(1)} points for ${names[sideOf(reason, said)]}`;
    return [`${called ? small(sentence.text) : sentence.text.replace(/\.$/, '')} (${points}; `, link(sentence), ')'];
  });
  const against = called
    ? realReasons(result.reasons).find((reason) => reason.points <= -0.5 && !isComputed(reason))
    : undefined;
  const turns = turnsOf(details.standings, result, said, words, 3);
  const open = model.questions.filter(({ id, preference }) => !preference && answers.choices[id] === undefined);
  const given = answersInWords(model, answers, words).filter(({ answered }) => answered);
  const { before, number, after } = shareWords(said);
  const evidence = new Map(
    reasons.map((reason) => {
      const sentence = reasonSentence(reason, result, said, words);
      return [sentence.address, sentence] as const;
    }),
  );
  return {
    title: `${project || 'Untitled project'}: ${called ? together(best) : 'web framework still open'}`,
    status: called ? 'proposed' : 'open',
    date,
    parts: [
      { title: 'Context', blocks: [{ list: given.map(({ question, answer }) => [`${question}: ${answer}`]) }] },
      {
        title: 'Decision',
        blocks: [
          line(
            called
              ? `We choose ${together(best)}${because.length > 0 ? ' because:' : '.'}`
              : `No decision yet. ${together(best)} ${best === 'both' ? 'are' : 'is'} ahead, ${shares[best]} to ${shares[second]} of 100; below 65 it is not called. What pulls:`,
          ),
          ...(because.length > 0 ? [{ list: because }] : []),
        ],
      },
      {
        title: 'Consequences',
        blocks: [
          {
            list: [
              [costSentence(result, details, said, rate)],
              ...(against
                ? [
                    [
                      `We accept that ${small(reasonSentence(against, result, said, words).text)} (${Math.abs(against.points).toFixed(1)} points for ${names[sideOf(against, said)]}).`,
                    ],
                  ]
                : []),
              ...turns.map((turn) => [`Reopen this if ${conditionOf(turn, words)}: ${outcomeWords(turn, said)}.`]),
            ],
          },
        ],
      },
      {
        title: 'Alternatives',
        blocks: [
          {
            list: [second, third].map((of) => [
              of === 'both' && !result.estimate.ranking.includes('both')
                ? `${together(of)}: ruled out, because nothing has to be split.`
                : `${together(of)}: first in ${shares[of]} of 100.`,
            ]),
          },
        ],
      },
      {
        title: 'Open questions',
        blocks:
          open.length === 0
            ? [line('None of those that the calculator asks.')]
            : [{ list: open.map(({ id }) => [words.question(id)]) }],
      },
      {
        title: 'Confidence',
        blocks: [
          line(
            `${before}${number}${after} That is not the chance of being right. Most numbers are editorial estimates.`,
          ),
        ],
      },
      {
        title: 'Evidence',
        blocks: [
          {
            list: [
              ...[...evidence.values()].map((sentence) => [link(sentence)]),
              [{ text: 'How it is computed, with every number', address: absolute(words.method) }],
              [{ text: `These answers in the calculator (model ${model.version})`, address }],
            ],
          },
        ],
      },
    ],
  };
}

/** Characters that Markdown would take for its own. What readers type may hold any. */
const plain = (text: string) => text.replaceAll(/[\\`*_[\]<>#|]/g, '\\$&');
const inMarkdown = (pieces: readonly Piece[]) =>
  pieces
    .map((piece) =>
      typeof piece === 'string'
        ? plain(piece)
        : `[${plain(piece.text)}](${piece.address.replaceAll(/[()\s<>]/g, encodeURIComponent)})`,
    )
    .join('');

/** The record as Markdown with the front matter of MADR. */
export function asMarkdown({ title, status, date, parts }: DecisionRecord): string {
  return [
    `---\nstatus: ${status}\ndate: ${date}\ndecision-makers: []\nconsulted: []\ninformed: []\n---`,
    `# ${plain(title)}`,
    ...parts.flatMap(({ title: heading, blocks }) => [
      `## ${heading}`,
      ...blocks.map((block) =>
        'line' in block
          ? inMarkdown(block.line)
          : block.list.map((item) => `- ${inMarkdown(item)}`).join('\n') || 'None.',
      ),
    ]),
  ]
    .join('\n\n')
    .concat('\n');
}

/** The record as the page shows it. */
export function asPreview({ title, status, date, parts }: DecisionRecord): Tree[] {
  const pieces = (of: readonly Piece[]): Tree[] =>
    of.map((piece) => (typeof piece === 'string' ? piece : h('a', { href: piece.address }, piece.text)));
  return [
    h('header', {}, h('h3', {}, title), h('p', { class: 'small meta' }, `Status: ${status} · ${date}`)),
    h(
      'dl',
      {},
      parts.flatMap(({ title: heading, blocks }) => [
        h('dt', {}, heading),
        h(
          'dd',
          {},
          blocks.map((block) =>
            'line' in block
              ? h('p', {}, pieces(block.line))
              : h(
                  'ul',
                  { class: 'dashed' },
                  block.list.map((item) => h('li', {}, pieces(item))),
                ),
          ),
        ),
      ]),
    ),
  ];
}

/** A name of a file: the project in lower-case words. */
export const fileName = (project: string, what: string): string =>
  [
    project
      .normalize('NFKD')
      .replaceAll(/\p{M}/gu, '')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
      .replaceAll(/^-+|-+$/g, '')
      .slice(0, 40),
    what,
  ]
    .filter(Boolean)
    .join('-');
