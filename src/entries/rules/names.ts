/** A file stem is an address and an anchor: it is readable, and it belongs to one thing. */
import { addressOf, formerAddresses } from '../addresses.ts';
import { inField, strings, type Entry, type Problem } from '../entry.ts';

export function unreadableStems(entries: readonly Entry[]): Problem[] {
  return entries
    .filter(
      ({ collection, id }) =>
        !['releases', 'topics', 'measurements', 'counts'].includes(collection) && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id),
    )
    .map((entry) => inField(entry, 'file name', 'use lower-case words joined by hyphens'));
}

/** What pages call their own parts. An entry that is a place in a page cannot have such a name. */
export const partsOfPages: Record<string, { names: string[]; prefixes: string[] }> = {
  sections: { names: ['evidence', 'your-project'], prefixes: ['term-'] },
  claims: { names: ['claims', 'sources'], prefixes: ['verdict-', 'topic-'] },
  capabilities: { names: ['show-differing', 'tally'], prefixes: ['part-'] },
  decisions: {
    names: ['courses', 'courses-table', 'limits', 'reasons', 'reversed', 'advice', 'decisions'],
    prefixes: ['move-', 'outcome-', 'kind-'],
  },
  glossary: { names: [], prefixes: [] },
};
export const partsOfEveryPage = { names: ['main', 'menu'], prefixes: ['appearance-'] };

export function namesOfParts(entries: readonly Entry[]): Problem[] {
  return entries.flatMap((entry) => {
    const own = partsOfPages[entry.collection];
    if (!own) return [];
    return [entry.id, ...strings(entry.data['redirectFrom'])]
      .filter(
        (stem) =>
          [...own.names, ...partsOfEveryPage.names].includes(stem) ||
          [...own.prefixes, ...partsOfEveryPage.prefixes].some((prefix) => stem.startsWith(prefix)),
      )
      .map((stem) => inField(entry, 'file name', `"${stem}" is what its page calls a part of its own; choose another`));
  });
}

/** Every address has one owner: a file in `src/pages/`, an entry, or an old name of an entry. */
export function takenAddresses(entries: readonly Entry[], routes: readonly string[]): Problem[] {
  const owners = new Map<string, Entry>();
  for (const entry of entries) {
    const address = addressOf(entry);
    if (address && !owners.has(address)) owners.set(address, entry);
  }
  const led = new Map<string, Entry>();
  return entries.flatMap((entry) => {
    const problems: Problem[] = [];
    const address = addressOf(entry);
    const ownPath = entry.data['path'] !== undefined;
    const owner = address && owners.get(address);
    if (owner && owner !== entry)
      problems.push(inField(entry, ownPath ? 'path' : 'file name', `${address} is the address of ${owner.file}`));
    if (address && ownPath && !routes.includes(address))
      problems.push(inField(entry, 'path', `no file in src/pages/ shows a page at ${address}`));
    if (address && !ownPath && routes.includes(address))
      problems.push(inField(entry, 'file name', `${address} is a page of the site already; choose another name`));
    for (const [at, former] of formerAddresses(entry).entries()) {
      const say = (reason: string) => problems.push(inField(entry, ['redirectFrom', at], reason));
      const other = led.get(former);
      led.set(former, entry);
      const present = owners.get(former);
      if (present) say(`${former} is the address of ${present === entry ? 'the entry itself' : present.file}`);
      else if (routes.includes(former)) say(`${former} is a page of the site`);
      else if (other) say(`${former} already leads to ${other.file}`);
    }
    return problems;
  });
}
