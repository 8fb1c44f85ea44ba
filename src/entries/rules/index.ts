/** The rules that reach across entries. Each takes entries and returns what an author has to mend. */
import type { Entry, Problem } from '../entry.ts';
import { faultyBodies } from './bodies.ts';
import { calculatorProblems } from './calculator.ts';
import { changesOutOfOrder, futureDates } from './dates.ts';
import { namedPeople, repeatedDecisions, unknownMappings, unshownOutcomes, untoldMoves } from './decisions.ts';
import {
  dependentRuns,
  duplicateAddresses,
  duplicateNumbers,
  duplicateOrders,
  duplicateTitles,
  duplicateTopics,
  gapsInChapters,
  repeatedQuestions,
} from './duplicates.ts';
import {
  citationMismatches,
  citingChapters,
  contradictions,
  groundlessNumbers,
  groundlessParts,
  repeatedPublishers,
  undeniedNotes,
} from './evidence.ts';
import { unrunExamples } from './examples.ts';
import { faultyFigures } from './figures.ts';
import { repeatedJudgements } from './judgement.ts';
import { namesOfParts, takenAddresses, unreadableStems } from './names.ts';
import {
  danglingReferences,
  repeatedReferences,
  unlistedInFeatures,
  unlistedPackages,
  unusedExamples,
  unusedSources,
} from './references.ts';
import { unrunStudies } from './studies.ts';
import { undrawableTitles, unexplainedLeans, unfinishedSentences, unpairedBackticks } from './texts.ts';

/** What the rules have to know beside the entries. */
export interface Surroundings {
  /** The moment of the check. */
  now: Date;
  /** The fingerprints of an example's files as they are. */
  fingerprints: (example: string) => Record<string, string>;
  /** Those of a study's files, and of the examples that it runs over. */
  studyFingerprints: (study: string, over: readonly string[]) => Record<string, string>;
  /** The addresses that files in `src/pages/` have of their own, such as `/print/`. */
  routes: readonly string[];
  /** What the fonts of the site can draw. */
  characters: string;
}

/** Every problem that shows only beside other entries, in the order of the rules. */
export function problemsAmong(entries: readonly Entry[], surroundings: Surroundings): Problem[] {
  const { now, fingerprints, studyFingerprints, routes, characters } = surroundings;
  return [
    danglingReferences(entries),
    unlistedPackages(entries),
    unlistedInFeatures(entries),
    repeatedReferences(entries),
    duplicateTitles(entries),
    duplicateOrders(entries),
    gapsInChapters(entries),
    duplicateNumbers(entries),
    duplicateAddresses(entries),
    duplicateTopics(entries),
    repeatedQuestions(entries),
    dependentRuns(entries),
    unreadableStems(entries),
    namesOfParts(entries),
    takenAddresses(entries, routes),
    futureDates(entries, now),
    changesOutOfOrder(entries),
    citationMismatches(entries),
    citingChapters(entries),
    groundlessParts(entries),
    undeniedNotes(entries),
    contradictions(entries),
    repeatedPublishers(entries),
    groundlessNumbers(entries),
    unshownOutcomes(entries),
    untoldMoves(entries),
    namedPeople(entries),
    repeatedDecisions(entries),
    unknownMappings(entries),
    unusedSources(entries),
    unusedExamples(entries),
    unrunExamples(entries, fingerprints),
    unrunStudies(entries, studyFingerprints),
    faultyBodies(entries, routes),
    faultyFigures(entries),
    unpairedBackticks(entries),
    unexplainedLeans(entries),
    unfinishedSentences(entries),
    repeatedJudgements(entries),
    undrawableTitles(entries, characters),
    calculatorProblems(entries),
  ].flat();
}
