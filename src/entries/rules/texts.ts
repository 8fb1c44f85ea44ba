/** What a line of text cannot hold, whatever it says. */
import { writtenByLab } from '../schema/index.ts';
import { articleCollections, inBody, inField, of, textsIn, titleOf, type Entry, type Problem } from '../entry.ts';

/** What editing and copying leave in a file unseen. */
export function strayCharacters(file: string, text: string): Problem[] {
  return text.split('\n').flatMap((line, at) => {
    const say = (reason: string) => [{ file, line: at + 1, field: '', reason }];
    if (/^(<{7}|>{7}|={7})( |$)/.test(line)) return say(`"${line.slice(0, 7)}" is left over from a merge`);
    const hidden = /[^\P{C}\t]/u.exec(line);
    if (hidden) return say(`holds the invisible character ${codeOf(hidden[0])}`);
    return [];
  });
}

const codeOf = (character: string) => `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;

/** Backticks make code in every line of prose, so they come in pairs. */
export function unpairedBackticks(entries: readonly Entry[]): Problem[] {
  return entries
    .filter(({ collection }) => !writtenByLab.includes(collection))
    .flatMap((entry) =>
      textsIn(entry.data)
        .filter(({ text }) => text.split('`').length % 2 === 0)
        .map(({ path }) => inField(entry, path, 'a backtick has no partner')),
    );
}

/** What a new entry leaves to its author. */
export function unwritten(entries: readonly Entry[]): Problem[] {
  const reason = 'is still to be written';
  return entries.flatMap((entry) => [
    ...textsIn(entry.data)
      .filter(({ text }) => text.startsWith('TODO'))
      .map(({ path }) => inField(entry, path, reason)),
    ...entry.body
      .split('\n')
      .flatMap((line, at) => (line.startsWith('TODO:') ? [{ ...inBody(entry, at + 1, reason), field: 'text' }] : [])),
  ]);
}

/** A lean is a judgement, so whoever leans says why. Questions and use cases do so in their answer. */
export function unexplainedLeans(entries: readonly Entry[]): Problem[] {
  return of(entries, 'pages')
    .filter(({ data }) => data['lean'] !== undefined)
    .flatMap((entry) => [
      ...(says(entry, 'because') ? [] : [inField(entry, 'lean', 'has no "because": the reason in one line')]),
      ...(says(entry, 'flipsIf') ? [] : [inField(entry, 'lean', 'has no "flipsIf": what would turn it')]),
    ]);
}

const says = (entry: Entry, field: string): boolean => entry.data[field] !== undefined;

/** What flips the verdict completes a sentence of the page. */
export function unfinishedSentences(entries: readonly Entry[]): Problem[] {
  return of(entries, ...articleCollections)
    .filter(({ data }) => typeof data['flipsIf'] === 'string' && !/[.!?]$/.test(data['flipsIf']))
    .map((entry) => inField(entry, 'flipsIf', 'completes "This flips if …", so it ends with a full stop'));
}

/**
 * Titles stand on the pictures that other sites show, which are drawn in the fonts of the site.
 * @param characters what the fonts can draw
 */
export function undrawableTitles(entries: readonly Entry[], characters: string): Problem[] {
  return of(entries, ...articleCollections, 'chapters').flatMap((entry) => {
    const missing = [...titleOf(entry)].find((character) => !characters.includes(character));
    if (!missing) return [];
    const field = entry.collection === 'faq' ? 'question' : 'title';
    return [inField(entry, field, `the fonts have no “${missing}” (${codeOf(missing)}); write it otherwise`)];
  });
}
