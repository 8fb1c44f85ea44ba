/** Where an entry stands in the site, and where it once stood. Pure. */

interface Addressed {
  collection: string;
  id: string;
  data: object;
}

/** The path from the root; a section, row or term is a place in a page. Nothing for entries without an address. */
export function addressOf({ collection, id, data }: Addressed): string | undefined {
  const { chapter, path } = data as { chapter?: unknown; path?: unknown };
  switch (collection) {
    case 'chapters':
      return `/guide/${id}/`;
    case 'sections':
      return `/guide/${String(chapter)}/#${id}`;
    case 'capabilities':
      return `/compare/#${id}`;
    case 'decisions':
      return `/decisions/#${id}`;
    case 'paths':
      return `/paths/#${id}`;
    case 'glossary':
      return `/glossary/#${id}`;
    case 'pages':
      return typeof path === 'string' ? path : `/${id}/`;
    case 'claims':
      return `/evidence/${id}/`;
    case 'use-cases':
    case 'faq':
      return `/${collection}/${id}/`;
    default:
      return undefined;
  }
}

/** The addresses that an entry once had. A page that stands at a path of its own names whole paths. */
export function formerAddresses(entry: Addressed): string[] {
  const { chapter, redirectFrom = [] } = entry.data as { chapter?: unknown; redirectFrom?: string[] };
  return redirectFrom.flatMap((old) =>
    old.startsWith('/') ? [old] : (addressOf({ ...entry, id: old, data: { chapter } }) ?? []),
  );
}
