/** A number with a unit is a figure that the build prints, or says whose it is. */
import { figure, type Records, type Wanted } from '../../records/figure.ts';
import { bodyOf, components } from '../body.ts';
import { attributesOfFigure, attributesOfGiven, hasBrokenTag, recordsFrom, tagsIn } from '../figures.ts';
import { inBody, inField, list, of, textsIn, type Entry, type Path, type Problem } from '../entry.ts';
import { proseOf } from '../prose.ts';
import { writtenByLab } from '../schema/index.ts';

/** A tag of a text, and how to say what is wrong with it. */
interface Use {
  name: 'Figure' | 'Given';
  attributes: Record<string, unknown>;
  entry: Entry;
  line: number | undefined;
  problem: (reason: string) => Problem;
}

/** Every figure and every given number of the texts, in MDX and in data files. */
export function usesIn(entries: readonly Entry[]): Use[] {
  return entries
    .filter(({ collection }) => !writtenByLab.includes(collection))
    .flatMap((entry) => {
      const inData = textsIn(entry.data).flatMap(({ path, text }) =>
        tagsIn(text).map((tag): Use => {
          const problem = (reason: string) => inField(entry, path, reason);
          return { ...tag, entry, problem, line: problem('').line };
        }),
      );
      const inText = (['Figure', 'Given'] as const).flatMap((name) =>
        componentsOf(entry.body, name).map(({ attributes, line }): Use => {
          const problem = (reason: string) => inBody(entry, line, reason);
          return { name, attributes, entry, problem, line: problem('').line };
        }),
      );
      return [...inData, ...inText];
    });
}

/** Why a text cannot be read is told by the rule about texts. */
function componentsOf(body: string, name: string) {
  if (!body.includes(`<${name}`)) return [];
  try {
    return components(bodyOf(body), name);
  } catch {
    return [];
  }
}

/** Figures that cannot be printed or that quote an older run, and givers that there are not. */
export function faultyFigures(entries: readonly Entry[]): Problem[] {
  const records = recordsFrom(entries);
  const known = (collection: string) => new Set(of(entries, collection).map(({ id }) => id));
  const givers = { source: known('sources'), claim: known('claims') };
  const broken = entries.flatMap((entry) =>
    textsIn(entry.data)
      .filter(({ text }) => hasBrokenTag(text))
      .map(({ path }) => inField(entry, path, 'holds a <Figure /> or <Given> that cannot be read; write name="value"')),
  );
  const faults = usesIn(entries).flatMap(({ name, attributes, problem }) => {
    const reason = name === 'Figure' ? figureFault(attributes, records) : givenFault(attributes, givers);
    return reason ? [problem(`<${name}> ${reason}`)] : [];
  });
  return [...broken, ...faults];
}

const strange = (attributes: Record<string, unknown>, known: readonly string[]) =>
  Object.keys(attributes).find((name) => !known.includes(name) && !known.includes(`${name}?`));

function figureFault(attributes: Record<string, unknown>, records: Records): string | undefined {
  const unknown = strange(attributes, attributesOfFigure);
  if (unknown) return `has no attribute "${unknown}"; it takes ${attributesOfFigure.join(', ').replaceAll('?', '')}`;
  try {
    figure(records, attributes as Wanted);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

function givenFault(
  attributes: Record<string, unknown>,
  givers: Record<'source' | 'claim', ReadonlySet<string>>,
): string | undefined {
  const [giver, ...more] = Object.keys(attributes);
  if (!giver || more.length > 0 || strange(attributes, attributesOfGiven))
    return 'says by one attribute who gives the number: source, claim or estimate';
  const value = String(attributes[giver]);
  if (giver === 'estimate') return value.trim() === '' ? 'does not say what it estimates from' : undefined;
  return givers[giver as 'source' | 'claim'].has(value)
    ? undefined
    : `names the ${giver} "${value}", which there is not`;
}

const digits = String.raw`\d[\d,]*(?:\.\d+)?`;
const words =
  '(?:a |one )?(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|half|dozens?|hundreds?|thousands?|millions?)';
const number = `(?:${digits}|${words}(?:[ -]${words})*)(?: (?:hundred|thousand|million))?`;
/** Up to two words that may stand between a number and its unit, as in "six other packages". */
const between = String.raw`(?:[ -](?!(?:a|an|and|are|as|at|by|for|from|has|in|is|it|of|on|or|per|than|that|the|their|to|was|were|which|with|takes|took|prepares|removes)\b)[A-Za-z-]+){0,2}?`;
const units =
  '(?:[KMG]i?B|kB|ms|milliseconds?|s|seconds?|per cent|percent|times|fold|lines?|packages?|requests?|instructions?|statements?)';
const pattern = new RegExp(
  String.raw`(?<![\w.·–-])${number}(?:(?:\s?[–-]\s?| to | and | or )${number})?(?:${between}[ -]${units}(?![\w-])|\s?%)`,
  'gi',
);

/**
 * Every number with a unit that stands in a text as it was typed. What an entry tells of its own sources is given by
 * them, unless a measurement of ours is among them: then each number says whose it is.
 * @param idioms phrases that only look like a number, in lower case
 */
export function typedNumbers(entries: readonly Entry[], idioms: readonly string[]): Problem[] {
  const ours = new Set(
    of(entries, 'sources')
      .filter(({ data }) => data['kind'] === 'measurement')
      .map(({ id }) => id),
  );
  return entries
    .filter((entry) => mustSay(entry, ours))
    .flatMap((entry) =>
      proseOf(entry).flatMap(({ text, problemAt, path }) =>
        path?.some((step) => past.has(String(step))) || (entry.collection === 'claims' && isAsserted(path))
          ? []
          : [...text.matchAll(pattern)]
              .filter(([found]) => !idioms.includes(found.toLowerCase()))
              .map(({ 0: found, index }) =>
                problemAt(
                  index,
                  `types the number "${found}": name the figure of a run, <Figure of="…" measure="…" as="…" run="…" />, or who gives it, <Given source="…">${found}</Given> (or claim, or estimate)`,
                ),
              ),
      ),
    );
}

/** What was so on a day that is named beside it: history, and what a search came upon. */
const past = new Set(['changes', 'searched']);

/** What a claim asserts, and each of its parts, is held against the sources as it is said. */
const isAsserted = (path: Path | undefined) => ['statement', 'says'].includes(String(path?.at(-1)));

/** Records of what somebody found: the entry is the source, or tells what its sources say. */
const tellsOfSources = ['claims', 'capabilities', 'decisions', 'releases'];
const isRecord = [...writtenByLab, 'counts', 'examples', 'sources', 'topics'];

function mustSay({ collection, data }: Entry, ours: ReadonlySet<string>): boolean {
  // A number of the calculator has a kind and names its source, unless it is our judgement.
  if (isRecord.includes(collection) || collection.startsWith('calculator-')) return false;
  if (!tellsOfSources.includes(collection)) return true;
  const cited = textsIn(list(data['parts']))
    .concat(textsIn(list(data['sources'])), textsIn(list(data['also'])))
    .filter(({ path }) => path.at(-1) === 'source');
  return cited.some(({ text }) => ours.has(text));
}
