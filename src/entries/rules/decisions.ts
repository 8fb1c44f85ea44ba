/** What must be true of the decisions of teams beside the shape of each file. */
import { fromVersion1 } from '../../calculator/version-1.ts';
import { inField, of, type Entry, type Problem } from '../entry.ts';

interface Decision {
  outcome: { state: string; url?: string; seen?: string; opened?: Date };
  mapped?: { choices: Record<string, string> };
}

/** An outcome that is known names what shows it, and when one of us opened that. */
export function unshownOutcomes(entries: readonly Entry[]): Problem[] {
  return of(entries, 'decisions').flatMap((entry) => {
    const { outcome } = entry.data as unknown as Decision;
    if (!outcome || outcome.state === 'not-known') return [];
    const missing = (['url', 'seen', 'opened'] as const).filter((field) => outcome[field] === undefined);
    return missing.map((field) =>
      inField(entry, ['outcome', field], `is missing: an outcome that is known says what shows it, and when`),
    );
  });
}

/** Where a team stood before and where it came back to can be told from every entry. */
export function untoldMoves(entries: readonly Entry[]): Problem[] {
  return of(entries, 'decisions').flatMap((entry) => {
    const { move, from, outcome } = entry.data as {
      move?: string;
      from?: string;
      outcome?: { state: string; to?: string };
    };
    const open = move === 'both' || move === 'neither';
    return [
      ...(open && from === undefined
        ? [inField(entry, 'from', `is missing: "${move}" does not say what ran before`)]
        : []),
      ...(!open && move && from !== undefined ? [inField(entry, 'from', `"${move}" says it already`)] : []),
      ...(move === 'both' && outcome?.state === 'reversed' && outcome.to === undefined
        ? [inField(entry, ['outcome', 'to'], 'is missing: it says which of the two the team came back to')]
        : []),
    ];
  });
}

/** People are not named: a handle stands in no text. Names inside addresses are where they lead. */
export function namedPeople(entries: readonly Entry[]): Problem[] {
  return of(entries, 'decisions').flatMap((entry) =>
    textsIn(entry.data)
      .filter(({ text }) => /(^|[^\w/])@[a-z0-9][a-z0-9-]*/i.test(text))
      .map(({ path }) => inField(entry, path, 'names a person by a handle; say what they do instead')),
  );
}

function textsIn(value: unknown, path: (string | number)[] = []): { path: (string | number)[]; text: string }[] {
  if (typeof value === 'string') return path.at(-1) === 'url' ? [] : [{ path, text: value }];
  if (Array.isArray(value)) return value.flatMap((item, at) => textsIn(item, [...path, at]));
  if (typeof value !== 'object' || value === null || value instanceof Date) return [];
  return Object.entries(value).flatMap(([field, inner]) => textsIn(inner, [...path, field]));
}

/** One record is told once for each move. */
export function repeatedDecisions(entries: readonly Entry[]): Problem[] {
  const firsts = new Map<string, Entry>();
  return of(entries, 'decisions').flatMap((entry) => {
    const { record, move } = entry.data as { record?: { url: string }; move?: string };
    const key = `${record?.url} ${move}`;
    const first = firsts.get(key);
    firsts.set(key, first ?? entry);
    return first ? [inField(entry, ['record', 'url'], `is also the record of ${first.file}`)] : [];
  });
}

/** The answers that a blind reader gave are answers that the calculator knows. */
export function unknownMappings(entries: readonly Entry[]): Problem[] {
  const questions = new Map(
    of(entries, 'calculator-questions').map(({ id, data }) => [
      id,
      (data['options'] as { id: string }[]).map((option) => option.id),
    ]),
  );
  if (questions.size === 0) return [];
  return of(entries, 'decisions').flatMap((entry) =>
    Object.entries(fromVersion1((entry.data as unknown as Decision).mapped?.choices ?? {}).choices).flatMap(
      ([question, option]) => {
        const options = questions.get(question);
        const at = ['mapped', 'choices', question];
        if (!options) return [inField(entry, at, `"${question}" is no question of the calculator`)];
        return options.includes(option)
          ? []
          : [inField(entry, at, `"${option}" is no answer to ${question}; its answers are ${options.join(', ')}`)];
      },
    ),
  );
}
