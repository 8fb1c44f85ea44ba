/** The card beside the questions: the verdict, its picture, its reasons, what would flip it, and what to do with it. */
import { outsideWords } from '../calculator/outside.ts';
import { firstLeanFrom, verdictFrom } from '../calculator/verdict-words.ts';
import { derivationOf } from '../calculator/derivation.ts';
import { picture, pointsTag, tag } from './pictures.ts';
import type { Details, Result } from './result.ts';
import { type Answered } from '../calculator/answers.ts';
import { shareWords, type Said } from './said.ts';
import { conditionOf, reasonSentence, sideOf, strongest, turnsOf, turnsTitle } from './sentences.ts';
import { h, type Branch, type Tree } from './tree.ts';
import type { Words } from './words.ts';

const numerals = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'];
export const numeral = (count: number): string => numerals[count] ?? String(count);

/** How far the reader has come: "3 of 7 answered · 1 not sure · 2 optional". */
export function progress({ core, coreOf, optional }: Answered, notSure: number): Branch {
  const extra = [notSure > 0 ? `${notSure} not sure` : '', optional > 0 ? `${optional} optional` : ''];
  return h(
    'p',
    { class: 'count' },
    h(
      'span',
      {},
      h('b', {}, `${core} of ${coreOf}`),
      ' answered',
      ...extra.filter(Boolean).map((text) => ` · ${text}`),
    ),
    segments(core, coreOf),
  );
}

const segments = (core: number, of: number): Branch =>
  h(
    'span',
    { class: 'segments', 'aria-hidden': 'true' },
    Array.from({ length: of }, (_, at) => h('i', { class: at < core && 'on' })),
  );

/** What stands in place of a verdict before three answers. */
export function waiting({ core, optional }: Answered): string {
  const left = firstLeanFrom - core - optional;
  const more = left === 1 ? 'more answer gives' : left < firstLeanFrom ? 'more answers give' : 'answers give';
  const full = numeral(verdictFrom).toLowerCase();
  return `${numeral(left)} ${more} a first lean, ${full} the verdict: its three strongest reasons, and what would flip it.`;
}

/** How often each came first. */
export function shareSentence(said: Said, words: Words): Branch {
  const { before, number, after } = shareWords(said);
  return h(
    'p',
    { class: 'said' },
    before,
    h('b', {}, number),
    after,
    ' ',
    h('a', { href: `${words.method}#${derivationOf('variations')}` }, 'What that means'),
  );
}

/** Where what is needed points outside both: said before the lean, with the way out. */
function outsideView({ outside }: Result, words: Words): Tree[] {
  if (!outside) return [];
  const { says, leadsTo, link } = outsideWords[outside];
  return [h('p', { class: 'caution' }, `${says} `, h('a', { href: words.page(leadsTo) }, link))];
}

/** What the verdict rests on beside the answers, and what no score expresses. */
export function remarks({ estimate }: Result): Tree[] {
  const { ranges = {}, scores = {}, weights } = estimate.answers;
  const changed = Object.keys(ranges).length + Object.keys(scores).length;
  return [
    ...(changed > 0
      ? [h('p', { class: 'aside' }, `${changed === 1 ? 'One number' : `${changed} numbers`} changed by you.`)]
      : []),
    ...(weights ? [h('p', { class: 'aside' }, 'Weights set by hand; the two wishes do not count.')] : []),
    ...(estimate.weightsAllZero
      ? [h('p', { class: 'aside' }, 'All weights are zero, so all criteria count the same.')]
      : []),
  ];
}

/** The three strongest reasons, as sentences with their size. */
export function reasonList(result: Result, said: Said, words: Words, most = 3): Tree[] {
  const reasons = strongest(result, said).slice(0, most);
  if (reasons.length === 0) return [];
  const title = !said.called
    ? 'Strongest pulls, both ways'
    : reasons.length === 1
      ? 'Strongest reason'
      : `${numeral(reasons.length)} strongest reasons`;
  return [
    h('h3', {}, title, ' ', h('small', {}, 'in points')),
    h(
      'ol',
      { class: 'why' },
      reasons.map((reason) => {
        const { text, title: section, address } = reasonSentence(reason, result, said, words);
        return h(
          'li',
          {},
          pointsTag(sideOf(reason, said), reason.points),
          h('span', {}, `${text} `, h('a', { href: address }, section)),
        );
      }),
    ),
  ];
}

/** What would flip the verdict, each as a sentence. */
export function turnList(result: Result, { standings }: Details, said: Said, words: Words): Tree[] {
  const turns = turnsOf(standings, result, said, words, said.stage === 'first' ? 2 : 3);
  if (turns.length === 0) return said.called ? [h('p', { class: 'aside' }, 'No single answer would change this.')] : [];
  return [
    h('h3', {}, turnsTitle(said, turns)),
    h(
      'ul',
      {},
      turns.map((turn) =>
        h(
          'li',
          {},
          `If ${conditionOf(turn, words)} `,
          h(
            'span',
            { class: 'then' },
            '→ ',
            ...(turn.called
              ? [tag(turn.leader), ' would lead']
              : [
                  h('b', {}, 'too close'),
                  ` to call${turn.leader === said.best ? '' : ', '}`,
                  turn.leader === said.best ? '' : tag(turn.leader),
                  turn.leader === said.best ? '' : ' ahead',
                ]),
          ),
        ),
      ),
    ),
  ];
}

/** The open question that would tell most, as a link to it. */
export function nextQuestion(said: Said, next: Details['next'], words: Words): Tree[] {
  if (!next) return [];
  const { question, settles } = next;
  const name = question === 'features' ? 'Features' : words.question(question);
  return [
    h(
      'p',
      { class: 'next' },
      'Answer next: ',
      h('a', { href: `#q-${question}` }, name),
      settles && !said.called ? '. It would settle this.' : '. It tells most.',
    ),
  ];
}

/** The upper part of the card: headline, sentence and picture. */
export function verdictView(result: Result, said: Said, words: Words, kept?: Said): Tree[] {
  return [...outsideView(result, words), shareSentence(said, words), picture(said, kept), ...remarks(result)];
}

/** The bar at the foot of small screens. */
export function barWords(said: Said, { core, coreOf }: Answered): Tree[] {
  return said.stage === 'none'
    ? [
        segments(core, coreOf),
        h(
          'span',
          { class: 'text' },
          h('b', {}, `${core} of ${coreOf}`),
          ' ',
          h('span', {}, `${numeral(firstLeanFrom)} answers give a first lean`),
        ),
      ]
    : [
        h('span', { class: 'lean', 'data-lean': said.lean ?? 'even', 'aria-hidden': 'true' }, h('i', {})),
        h(
          'span',
          { class: 'text' },
          h('b', {}, said.title),
          ' ',
          h('span', {}, `${said.share} of 100 · ${core} of ${coreOf} answered`),
        ),
      ];
}
