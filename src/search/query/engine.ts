/** From a question to an answer, over an index that has been opened. */
import type { Guide, Topic } from '../index/files.ts';
import type { Answer, Doubt, Engine, EvidenceRecord, Hit, SuggestedTopic } from './answer.ts';
import { excerptOf } from './excerpt.ts';
import { foreign } from './languages.ts';
import { parseQuery, type Term } from './parse-query.ts';
import { likenessTo, meaningOf } from './phrases.ts';
import { wordSearch, type Pagefind, type Part } from './pagefind.ts';
import { rank, strengthOf, type Found, type Ranked } from './rank.ts';
import { describesProject, isError, isHowTo, otherFrameworks } from './scope.ts';
import { synonymsOf } from './synonyms.ts';
import { suggestTopics } from './suggest-topics.ts';
import { vocabularyOf } from './vocabulary.ts';
import { weightsOf } from './weights.ts';
import { isName, stem, wordsOf } from './words.ts';

const mostPartial = 5;
const mostTopics = 8;
const mostEvidence = 6;
/** A claim with this share of what a question says bears on it. */
const bearing = 0.6;

/** How much another word with the same meaning counts. */
const synonym = 0.7;
/** How much a word counts that stands in a way of asking only. */
const inWay = 0.6;
/** In so many more ways of asking, a word counts like one of the title. */
const oftenAsked = 5;
/** How much an entry that sums up the whole subject counts above others where a question names nothing narrower. */
const summing = 1.05;
/** How like an entry a question is that stands in its title as it was typed. */
const inTitle = 1.1;
/** How much a word of another language counts that could not be put into English. */
const ofForeign = 0.5;
/** An entry with less than this share of the best score is left out. */
const worthShowing = 0.15;
/**
 * How sure an entry is to answer, of 2: how like the question is to one that others asked, and how much of it the entry
 * has. Who reports an error or wants to be told step by step is seldom asking what this guide answers.
 */
const sure = { ofAnswer: 1, ofHelp: 1.5 };

/** What is fetched only once it is needed. Rejects where it does not arrive. */
export interface Later {
  /** The text of the entry that stands at a path. */
  text(path: string): Promise<string>;
  topics(): Promise<Topic[]>;
  /** The words that stand in texts and are not indexed, with spaces between. */
  words(): Promise<string>;
  /** All claims and decisions. */
  evidence(): Promise<EvidenceRecord[]>;
}

/** The search over an index. */
export function engineOf(pagefind: Pick<Pagefind, 'search'>, guide: Guide, later: Later): Engine {
  const { entries, words } = guide;
  const index = wordSearch(pagefind, guide.ids.split(' '));
  const indexed = [words, ...entries.flatMap(({ title, answer }) => [title, answer])].flatMap(wordsOf);
  const summaries = new Set(guide.summaries);
  const ways = entries.map(({ title }, at) => [
    meaningOf(title),
    ...(guide.ways[at] ? guide.ways[at].split('|').map((way) => way.split(' ')) : []),
  ]);
  /** For each stem, in how many ways of asking it stands, by the place of the entry. */
  const placesByStem = new Map<string, Map<number, number>>();
  ways.forEach((own, place) =>
    own.flat().forEach((one) => {
      const counts = placesByStem.get(one) ?? new Map<number, number>();
      placesByStem.set(one, counts.set(place, (counts.get(place) ?? 0) + 1));
    }),
  );
  const vocabulary = vocabularyOf(indexed, placesByStem.keys());
  const weights = weightsOf(guide.common, entries.length, new Set(entries.flatMap(({ title }) => meaningOf(title))));
  const likenesses = likenessTo(
    ways.flatMap((own, place) => own.map((stems) => ({ place, stems }))),
    (one) => weights.ofStem(one, placesByStem.get(one)?.size ?? 0),
  );
  const titles = entries.map(({ title }) => ` ${wordsOf(title).join(' ')} `);
  const named = entries.map(({ title }) => wordsOf(title).filter(isName));
  const remembered = new Map<string, Promise<unknown>>();

  /** Does what was done before only once; what failed is tried again. */
  function once<Result>(key: string, work: () => Promise<Result>): Promise<Result> {
    const known = remembered.get(key) as Promise<Result> | undefined;
    const doing = known ?? work();
    remembered.set(key, doing);
    doing.catch(() => remembered.delete(key));
    return doing;
  }

  const places = (word: string) => once<ReadonlyMap<number, readonly Part[]>>(`search ${word}`, () => index(word));
  const text = (path: string): Promise<string> => once(path, () => later.text(path));
  const topics = (): Promise<Topic[]> => once('topics', () => later.topics());
  const wholeVocabulary = () =>
    once('words', async () => vocabularyOf(indexed, [...placesByStem.keys(), ...(await later.words()).split(' ')]));

  /** The entries that have a word, or all words of a phrase. */
  async function strengths(phrase: string): Promise<Map<number, number>> {
    const [first, ...rest] = await Promise.all(
      phrase.split(' ').map(async (word) => {
        const inParts = vocabulary.isIndexed(word) ? await places(word) : [];
        const found = new Map([...inParts].map(([place, parts]) => [place, strengthOf(parts)]));
        for (const [place, count] of placesByStem.get(stem(word)) ?? []) {
          const strength = inWay + (1 - inWay) * Math.min(1, (count - 1) / oftenAsked);
          found.set(place, Math.max(found.get(place) ?? 0, strength));
        }
        return found;
      }),
    );
    return new Map(
      [...first!].flatMap(([place, strength]) =>
        rest.every((other) => other.has(place))
          ? [[place, Math.min(strength, ...rest.map((other) => other.get(place)!))]]
          : [],
      ),
    );
  }

  async function foundBy({ word, also, typed }: Term): Promise<Found> {
    const best = new Map<number, number>();
    const lists = await Promise.all([word, ...also].map(strengths));
    const entriesWithIt = [...lists[0]!.values()].reduce((sum, strength) => sum + strength, 0);
    lists.forEach((list, at) =>
      list.forEach((strength, place) =>
        best.set(place, Math.max(best.get(place) ?? 0, strength * (at === 0 ? 1 : synonym))),
      ),
    );
    return { strengths: best, weight: weights.ofWord(typed, entriesWithIt) };
  }

  /** What a question says: the stems of its words, and with less certainty of what means the same. */
  function saidBy(terms: readonly Term[], question: string): Map<string, number> {
    const said = new Map<string, number>();
    for (const { also } of terms)
      for (const other of also) for (const one of wordsOf(other)) said.set(stem(one), synonym);
    for (const { word } of terms) for (const one of wordsOf(word)) said.set(stem(one), 1);
    for (const one of meaningOf(question)) if (one.includes('>')) said.set(one, 1);
    return said;
  }

  /** The entries in whose titles a question of several words stands as it was typed. */
  function verbatim(question: string): number[] {
    const typed = wordsOf(question);
    if (typed.length < 2) return [];
    return titles.flatMap((title, place) => (title.includes(` ${typed.join(' ')} `) ? [place] : []));
  }

  /** Where a question names one of the two frameworks, an entry about the other one is less likely meant. */
  function agreement(question: string): (place: number) => number {
    const asked = new Set(wordsOf(question).filter(isName));
    if (asked.size !== 1) return () => 1;
    return (place) => {
      const own = new Set(named[place]);
      return own.size === 1 && !own.has([...asked][0]!) ? 0.8 : 1;
    };
  }

  function hitOf({ place }: Ranked, highlights: string): Hit {
    const entry = entries[place]!;
    return { ...entry, excerpt: async () => excerptOf(await text(entry.path), highlights) };
  }

  async function topicsFor(query: string): Promise<SuggestedTopic[]> {
    const all = await topics();
    const near = suggestTopics(query, all);
    const rest = all.filter((topic) => !near.includes(topic)).sort((a, b) => b.entries.length - a.entries.length);
    return [...near, ...rest]
      .slice(0, mostTopics)
      .map(({ label, path }, at) => ({ label, path, near: at < near.length }));
  }

  /**
   * Why the best entry may not answer the question.
   * @param known how much of what the question says is known here, from 0 to 1
   */
  function doubtOf(question: string, best: Ranked, known: number, ignored: readonly string[]): Doubt | undefined {
    const surety = best.likeness + best.coverage * known;
    const isAbout = (name: string) => placesByStem.get(stem(name))?.has(best.place);
    if (!otherFrameworks(question).every(isAbout)) return 'other-framework';
    if (surety < sure.ofHelp && isError(question)) return 'error';
    if (surety < sure.ofHelp && isHowTo(question)) return 'how-to';
    if (surety < sure.ofAnswer) return ignored.length > 0 ? 'unknown' : 'part';
    return undefined;
  }

  /** Claims and decisions, and how alike a question is to each. */
  const evidence = () =>
    once('evidence', async () => {
      const records = await later.evidence();
      const stems = records.map(({ title, says }) => meaningOf(`${title} ${says}`));
      const counts = new Map<string, number>();
      for (const one of stems.flat()) counts.set(one, (counts.get(one) ?? 0) + 1);
      return { records, stems: stems.map((own) => new Set(own)), counts };
    });

  return {
    async evidence(query) {
      const { records, stems, counts } = await evidence();
      const said = meaningOf(foreign(query)?.english ?? query).filter((one) => !weights.saysLittle(one));
      const weightOf = (one: string) => weights.ofStem(one, counts.get(one) ?? 0);
      const whole = said.reduce((sum, one) => sum + weightOf(one), 0);
      return records
        .map((record, at) => ({
          record,
          share: said.reduce((sum, one) => sum + (stems[at]!.has(one) ? weightOf(one) : 0), 0) / whole,
        }))
        .filter(({ share }) => share >= bearing)
        .sort((a, b) => b.share - a.share)
        .slice(0, mostEvidence)
        .map(({ record }) => record);
    },

    async search(query, reading = {}) {
      const other = reading.literal ? undefined : foreign(query);
      const question = other?.english ?? query;
      const quick = parseQuery(question, vocabulary, reading);
      // Before anything is left out or repaired: it may stand in a text, and be right.
      const isRepaired = quick.changes.some(({ typed }) => synonymsOf(typed).length === 0);
      const isWhole = quick.ignored.length === 0 && !isRepaired;
      const { terms, changes, ignored, begun } = isWhole
        ? quick
        : parseQuery(question, await wholeVocabulary(), reading);
      const asked = terms.map(({ word }) => word).join(' ');
      const highlights = terms.flatMap(({ word, also }) => [word, ...also]).join(' ');
      const answer: Answer = {
        hits: [],
        changes: other ? [] : changes,
        ignored: other ? [] : ignored,
        asked,
        highlights,
        topics: [],
        describesProject: describesProject(query),
        manuals: guide.manuals,
        ...(guide.report && { report: guide.report }),
      };
      if (other) answer.language = other.language;
      const found = await Promise.all(terms.map(foundBy));
      const isGeneral =
        terms.length > 0 &&
        !meaningOf(question).some((one) => one.includes('>')) &&
        terms.every(({ typed, word }) => weights.saysLittle(typed) && word !== 'poor');
      const agrees = agreement(question);
      const unknown =
        [...ignored, ...begun].reduce((sum, word) => sum + weights.ofWord(word, 0), 0) * (other ? ofForeign : 1);
      const alike = new Map(reading.literal ? [] : likenesses(saidBy(terms, question), unknown));
      if (other)
        for (const [place, likeness] of likenesses(new Map(meaningOf(query).map((one) => [one, 1])), 0))
          alike.set(place, Math.max(alike.get(place) ?? 0, likeness));
      for (const place of verbatim(query)) alike.set(place, inTitle);
      const likenessOf = new Map(alike);
      if (isGeneral) for (const place of summaries) alike.set(place, Math.max(alike.get(place) ?? 0, summing));
      const isDefinition = /^what(?:'s|’s| is| are| does)\b/i.test(question.trim()) || terms.length === 1;
      const kindOf = (place: number) =>
        isDefinition && entries[place]!.kind === 'term' ? 'question' : entries[place]!.kind;
      const ranked = rank(found, alike, (place) => kindOf(place), agrees);
      const best = ranked[0];
      if (!best) {
        answer.topics = await topicsFor(query);
        return answer;
      }
      const shown = ranked.filter(({ score }) => score >= best.score * worthShowing);
      const sought = found.reduce((sum, { weight }) => sum + weight, 0);
      const doubt =
        isGeneral && ignored.every(weights.saysLittle)
          ? undefined
          : doubtOf(
              question,
              { ...best, likeness: likenessOf.get(best.place) ?? 0 },
              sought / (sought + unknown),
              other ? [] : ignored,
            );
      if (!doubt) answer.hits = shown.map((one) => hitOf(one, highlights));
      else {
        const matched = terms.filter((_, at) => found[at]!.strengths.has(best.place)).map(({ word }) => word);
        answer.partial = {
          doubt,
          words: matched.join(' '),
          begun: matched.length > 0 && matched.every((word) => begun.includes(word)),
          hits: shown.slice(0, mostPartial).map((one) => hitOf(one, highlights)),
        };
      }
      return answer;
    },
  };
}
