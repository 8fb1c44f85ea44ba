/** What the text of an entry names through its components: claims, rows, terms and examples. */
import { bodyOf, components } from './body.ts';

export interface Mention {
  name: string;
  /** The line of the body, from 1. */
  line: number;
}

/** The values of an attribute of a component. A text that cannot be read names nothing; `rules/bodies.ts` says so. */
function mentions(body: string, component: string, attribute: string): Mention[] {
  try {
    return components(bodyOf(body), component).flatMap(({ attributes, line }) => {
      const name = attributes[attribute];
      return typeof name === 'string' ? [{ name, line }] : [];
    });
  } catch {
    return [];
  }
}

type WithBody = { body?: string | undefined };

/** The claims that a text cites, in the line or in the margin. */
export const citedClaims = ({ body = '' }: WithBody): Mention[] => [
  ...mentions(body, 'Cite', 'claim'),
  ...mentions(body, 'Annotated', 'claim'),
];

/** The rows of the comparison that a text cites. */
export const citedCapabilities = ({ body = '' }: WithBody): Mention[] => [
  ...mentions(body, 'Row', 'of'),
  ...mentions(body, 'Package', 'of'),
];

/** The packages that a text names, each with the row of the comparison that lists it. */
export function namedPackages({ body = '' }: WithBody): (Mention & { row: string })[] {
  const rows = mentions(body, 'Package', 'of');
  return mentions(body, 'Package', 'name').map((mention, at) => ({ ...mention, row: rows[at]?.name ?? '' }));
}

/** The glossary terms that a text opens. */
export const usedTerms = ({ body = '' }: WithBody): Mention[] => mentions(body, 'Term', 'of');

/** The examples whose code a text shows. */
export const shownExamples = ({ body = '' }: WithBody): Mention[] => mentions(body, 'CodePair', 'example');
