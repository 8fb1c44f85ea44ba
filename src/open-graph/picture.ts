/** The picture that other sites show beside a link to a page: what is on it, where it stands, what it says. */
import {
  titleOf,
  pathOf,
  chapters,
  articles,
  claims,
  verdictOf,
  type Article,
  type Chapter,
  type Claim,
} from '../entries/queries.ts';
import { site } from '../site.ts';
import { verdictWords, type EntryVerdict } from '../verdict.ts';
import { themes, verdicts } from '../vocabulary.ts';

/** What is on a picture. */
export interface Picture {
  /** The file, from the root. */
  path: string;
  title: string;
  /** What kind of entry it is of, in the reader's words. */
  kind?: string;
  verdict?: EntryVerdict;
  /** What the page is about; printed where no verdict takes its place. */
  summary?: string;
}

/** Stands for every page that is not an entry. */
export const sitePicture: Picture = { path: '/pictures/index.png', title: site.title, summary: site.description };

export function pictureOf(entry: Article | Chapter | Claim): Picture {
  const path = `/pictures${pathOf(entry).replace(/\/$/, '.png')}`;
  if (entry.collection === 'claims') {
    const { number, statement, verdict } = entry.data;
    return { path, title: statement, kind: `Claim ${number}`, summary: `${verdicts[verdict]}.` };
  }
  const verdict = verdictOf(entry);
  return {
    path,
    title: titleOf(entry),
    ...(kindOf(entry) && { kind: kindOf(entry)! }),
    ...(verdict ? { verdict } : { summary: entry.data.summary }),
  };
}

function kindOf(entry: Article | Chapter): string | undefined {
  switch (entry.collection) {
    case 'chapters':
      return `Chapter ${entry.data.order} of ${chapters.length}`;
    case 'use-cases':
      return 'Use case';
    case 'faq':
      return `Question · ${themes[entry.data.theme]}`;
    default:
      return undefined;
  }
}

/** What a picture says, for those who do not see it. */
export const alternativeOf = ({ title, verdict }: Picture): string =>
  verdict ? `${title}${/[.?!]$/.test(title) ? '' : '.'} ${verdictWords(verdict)}.` : title;

/** Every entry with a page of its own has a picture. Sections stand in the pages of their chapters. */
export const picturedEntries: (Article | Chapter | Claim)[] = [
  ...chapters,
  ...articles.filter(({ collection }) => collection !== 'sections'),
  ...claims,
];
