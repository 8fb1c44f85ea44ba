/** From a question to an answer, over an index that has been opened. */
import type { Guide, Topic } from '../index/files.ts';
import type { Answer, Doubt, Engine, EvidenceRecord, Hit, SuggestedTopic } from './answer.ts';
import { excerptOf } from './excerpt.ts';
import { foreign } from './languages.ts';
import { parseQuery, type Reading, type Term } from './parse-query.ts';
import { isMarker, likenessTo, meaningOf } from './phrases.ts';
import { wordSearch, type Pagefind } from './pagefind.ts';
import { inText, postingsOf } from './postings.ts';
import { rank, type Found, type Ranked } from './rank.ts';
import {
  describesProject,
  asksWhatItIs,
  isAboutOthers,
  isError,
  isFramework,
  isHowTo,
  namesExtension,
  otherFrameworks,
} from './scope.ts';
import { isSure } from './sureness.ts';
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
/** How much an entry that sums up the whole subject counts above others where a question names nothing narrower. */
const summing = 1.05;
/** With such a likeness, people ask for an entry in these very words. */
const asAsked = 0.85;
/** How like an entry a question is that stands in its title as it was typed. */
const inTitle = 1.1;
/** How much a word of another language counts that could not be put into English. */
const ofForeign = 0.5;
/** An entry with less than this share of the best score is left out. */
const worthShowing = 0.15;
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

/** Names or ways of asking, each as its stems. */
const stemsOf = (list = ''): string[][] => (list ? list.split('|').map((one) => one.split(' ')) : []);

/** The search over an index. */
export function engineOf(pagefind: Pick<Pagefind, 'search'>, guide: Guide, later: Later): Engine {
  const { entries, words, keywords } = guide;
  const index = wordSearch(pagefind, guide.ids.split(' '));
  const indexed = [words, keywords, ...entries.flatMap(({ title, answer }) => [title, answer])].flatMap(wordsOf);
  const summaries = new Set(guide.summaries);
  const treated = entries.map(({ title, answer }, at) => {
    const names = [meaningOf(title), ...stemsOf(guide.names[at])];
    return { name: names.flat(), answer: meaningOf(answer), ways: [...names, ...stemsOf(guide.ways[at])] };
  });
  const postings = postingsOf(treated);
  const ways = treated.map((own) => own.ways);
  /** For each stem, the places of the entries for which people ask with it. */
  const placesByStem = new Map<string, Set<number>>();
  ways.forEach((own, place) =>
    own.flat().forEach((one) => placesByStem.set(one, (placesByStem.get(one) ?? new Set<number>()).add(place))),
  );
  const vocabulary = vocabularyOf(indexed, placesByStem.keys());
  const inTexts = vocabularyOf(wordsOf(keywords));
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

  const places = (word: string) => once<ReadonlySet<number>>(`search ${word}`, () => index(word));
  const text = (path: string): Promise<string> => once(path, () => later.text(path));
  const topics = (): Promise<Topic[]> => once('topics', () => later.topics());
  const wholeVocabulary = () =>
    once('words', async () => vocabularyOf(indexed, [...placesByStem.keys(), ...(await later.words()).split(' ')]));

  /** The entries that have a word, or all words of a phrase. */
  async function strengths(phrase: string): Promise<Map<number, number>> {
    const [first, ...rest] = await Promise.all(
      phrase.split(' ').map(async (word) => {
        const found = new Map(postings.of(word));
        if (inTexts.isIndexed(word))
          for (const place of await places(word)) found.set(place, Math.max(found.get(place) ?? 0, inText));
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
  function saidBy(terms: readonly Term[], question: string, query: string): Map<string, number> {
    const said = new Map<string, number>();
    for (const { also } of terms)
      for (const other of also) for (const one of wordsOf(other)) said.set(stem(one), synonym);
    for (const { word } of terms) for (const one of wordsOf(word)) said.set(stem(one), 1);
    for (const one of [...meaningOf(question), ...meaningOf(query)]) if (isMarker(one)) said.set(one, 1);
    if (namesExtension(question)) for (const one of ['extens', 'packag']) if (!said.has(one)) said.set(one, synonym);
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
   * @param share how much of what the question says the entry has
   */
  function doubtOf(
    question: string,
    best: Ranked,
    share: number,
    ignored: readonly string[],
    isForeign: boolean,
  ): Doubt | undefined {
    if (isAboutOthers(question)) return 'other-framework';
    const { kind, title } = entries[best.place]!;
    const others = otherFrameworks(question);
    const namesOther = others.some((name) => !wordsOf(title).includes(name));
    const signs = { isError: isError(question), isHowTo: isHowTo(question), namesOther, isForeign };
    const sure = isSure({
      ...signs,
      likeness: best.likeness,
      share,
      isHelp: kind === 'term' || kind === 'capability',
      namesOne: wordsOf(question).some(isName),
      words: question.trim().split(/\s+/).length,
    });
    if (sure) return undefined;
    if (namesOther) return 'other-framework';
    if (signs.isError) return 'error';
    if (signs.isHowTo) return 'how-to';
    return ignored.length > 0 ? 'unknown' : 'part';
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
      const read: Reading = { ...reading, foreign: other !== undefined };
      const quick = parseQuery(question, vocabulary, read);
      // Before anything is left out or repaired: it may stand in a text, and be right.
      const isRepaired = quick.changes.some(({ typed }) => synonymsOf(typed).length === 0);
      const isWhole = quick.ignored.length === 0 && !isRepaired;
      const { terms, changes, ignored, begun } = isWhole ? quick : parseQuery(question, await wholeVocabulary(), read);
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
      // With both named, one more framework makes it no other question.
      const namesBoth = new Set(wordsOf(question).filter(isName)).size === 2;
      const isGeneral =
        terms.length > 0 &&
        (wordsOf(question).some(isName) || !asksWhatItIs(query)) &&
        !meaningOf(query).some(isMarker) &&
        !meaningOf(question).some(isMarker) &&
        terms.every(
          ({ typed, word }) => (weights.saysLittle(typed) && word !== 'poor') || (namesBoth && isFramework(typed)),
        );
      const agrees = agreement(question);
      const unknown =
        [...ignored, ...begun].reduce((sum, word) => sum + weights.ofWord(word, 0), 0) * (other ? ofForeign : 1);
      const { nearest, several } = likenesses(saidBy(terms, question, query), unknown);
      const alike = new Map(reading.literal ? [] : nearest);
      if (other)
        for (const [place, likeness] of likenesses(new Map(meaningOf(query).map((one) => [one, 1])), 0).nearest)
          alike.set(place, Math.max(alike.get(place) ?? 0, likeness));
      for (const place of verbatim(query)) alike.set(place, inTitle);
      const likenessOf = new Map(alike);
      const isAskedSo = [...alike].some(([place, likeness]) => likeness >= asAsked && !summaries.has(place));
      if (isGeneral && !isAskedSo)
        for (const place of summaries) alike.set(place, Math.max(alike.get(place) ?? 0, summing));
      const isDefinition = asksWhatItIs(query) || terms.length === 1;
      const kindOf = (place: number) =>
        isDefinition && entries[place]!.kind === 'term' ? 'question' : entries[place]!.kind;
      const ranked = rank(found, alike, kindOf, reading.literal ? undefined : several, agrees);
      const best = ranked[0];
      if (!best) {
        answer.topics = await topicsFor(query);
        return answer;
      }
      const shown = ranked.filter(({ score }) => score >= best.score * worthShowing);
      const sought = found.reduce((sum, { weight }) => sum + weight, 0);
      // What stands in an answer only in other words is had in part.
      const had = found.reduce(
        (sum, { strengths, weight }) => sum + weight * Math.min(1, (1 + (strengths.get(best.place) ?? -1)) / 2),
        0,
      );
      const doubt =
        isGeneral && ignored.every(weights.saysLittle)
          ? undefined
          : doubtOf(
              query,
              { ...best, likeness: likenessOf.get(best.place) ?? 0 },
              had / (sought + unknown || 1),
              other ? [] : ignored,
              other !== undefined,
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
