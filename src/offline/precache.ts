/** Which files of a build a reader's browser keeps for reading without a network. */

export interface BuiltFile {
  /** Its path in the build's folder, such as `faq/index.html`. */
  path: string;
  /** How many bytes a host sends for it. */
  sent: number;
}

/** What is kept at the most: bytes as sent. */
export const limit = 3_000_000;

/** Kept first: without these nothing works. Then what readers came for; then the rest. The first pattern that fits counts. */
const order: readonly RegExp[] = [
  /^(_astro\/|favicon\.svg$|offline\/|index\.html$|404\.html$)/,
  /^(guide|verdict|calculator)\//,
  /^(pagefind\/|search\/(index\.html|guide\.json)$)/,
  /^search\//,
  /^faq\//,
  /^use-cases\//,
  /^(compare|evidence|glossary|paths|about)\//,
  /./,
];

/** Never kept: pictures, what other programs read, copies for hosts, and the worker itself. */
const never =
  /(\.(png|jpe?g|webp|avif|gif|md|csv|xml|json|webmanifest|br|gz|map)$|^(_headers|robots\.txt|llms\.txt|fonts-licence\.txt|sw\.js|embed\/))/;
/** The search's own data is JSON, and must be there. */
const searchData = /^(pagefind\/|search\/(?!description))/;

const rank = ({ path }: BuiltFile) => order.findIndex((pattern) => pattern.test(path));

export interface Precached {
  kept: BuiltFile[];
  /** What goes beyond the limit; a page among it is kept once a reader has seen it. */
  left: BuiltFile[];
  /** Bytes of the kept files as sent. */
  sent: number;
}

/** Fills the limit with files in the order of their use; what does not fit is left, and what follows may still fit. */
export function choose(files: readonly BuiltFile[], most = limit): Precached {
  const candidates = files
    .filter(({ path }) => (searchData.test(path) ? !/\.(br|gz)$/.test(path) : !never.test(path)))
    .sort((a, b) => rank(a) - rank(b) || (a.path < b.path ? -1 : 1));
  const chosen: Precached = { kept: [], left: [], sent: 0 };
  for (const file of candidates) {
    if (chosen.sent + file.sent > most) {
      chosen.left.push(file);
    } else {
      chosen.kept.push(file);
      chosen.sent += file.sent;
    }
  }
  return chosen;
}

/** The address of a file below the worker: a page is asked for by its folder. */
export const addressOf = (path: string): string => path.replace(/(^|\/)index\.html$/, '$1') || './';
