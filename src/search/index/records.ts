/** What the search knows of each entry, beside its text: one record for each. */
import {
  articles,
  capabilities,
  claims,
  decisions,
  nameOfDecision,
  pathOf,
  paths,
  source,
  studies,
  terms,
  titleOf,
  topics,
  verdictOf,
  type Article,
  type Capability,
  type Path,
  type Term,
} from '../../entries/queries.ts';
import type { EntryVerdict } from '../../verdict.ts';
import { supports } from '../../vocabulary.ts';
import type { EvidenceRecord, Kind, Manual } from '../query/answer.ts';
import { textOf } from '../../entries/text.ts';

/** One entry as the search finds and shows it. */
export interface SearchRecord {
  /** The path from the root. */
  path: string;
  kind: Kind;
  title: string;
  verdict?: EntryVerdict;
  /** The short answer. */
  answer: string;
  /** What readers call it. */
  aliases: string[];
  /** Ways in which people ask for it. Searched, and never shown. */
  asked: string[];
  topics: string[];
}

/** A topic that the search can offer, with the entry that treats it first. */
export interface SearchTopic {
  id: string;
  label: string;
  path: string;
}

const kinds = { sections: 'section', 'use-cases': 'use-case', faq: 'question', pages: 'page' } as const;
const plain = (text: string) => text.replaceAll('`', '');
/** The first sentences of a text, up to ten words or more: enough to tell whether to open it. */
const opening = (text: string) => /^(?:\S+\s+){9,}?\S*[.](?=\s|$)/.exec(text)?.[0] ?? text;

/** Every entry that the search finds, in reading order. */
export const searchRecords = (): SearchRecord[] => [
  ...articles.map(ofArticle),
  ...paths.map(ofPath),
  ...terms.map(ofTerm),
  ...capabilities.map(ofCapability),
];

/** The text of each of them, in the same order. */
export const searchTexts = (): string[] => [...articles, ...paths, ...terms, ...capabilities].map(textOf);

/** The claims, what teams decided and what we tried: found below all entries. */
export const evidenceRecords = (): EvidenceRecord[] => [
  ...claims.map((claim): EvidenceRecord => {
    const { statement, note } = claim.data;
    return { path: pathOf(claim), kind: 'claim', title: plain(statement), says: plain(note) };
  }),
  ...decisions.map((decision): EvidenceRecord => {
    const { decided, why } = decision.data;
    return {
      path: pathOf(decision),
      kind: 'decision',
      title: nameOfDecision(decision),
      says: plain(`${decided} ${why}`),
    };
  }),
  ...studies.map(({ id, data }): EvidenceRecord => ({
    path: `/evidence/measurements/${id}/`,
    kind: 'study',
    title: plain(data.title),
    says: plain(opening(data.result)),
  })),
];

/** Every topic that some entry treats as its main one. */
export function searchTopics(): SearchTopic[] {
  const records = searchRecords();
  return topics.flatMap(({ id, data }) => {
    const path = records.find((record) => record.topics[0] === id)?.path;
    return path ? [{ id, label: plain(data.label), path }] : [];
  });
}

/** The manuals of the two frameworks: the sites of documents that the guide rests on. */
export const manuals = (): Manual[] => [
  { title: 'Flask', url: siteOf('flask-docs-index') },
  { title: 'Django', url: siteOf('django-docs-admin') },
];
const siteOf = (document: string): string => new URL('/', source(document).data.url).href;

function ofArticle(entry: Article): SearchRecord {
  const verdict = verdictOf(entry);
  const { aliases, asked, topics } = entry.data;
  return {
    path: pathOf(entry),
    kind: kinds[entry.collection],
    title: plain(titleOf(entry)),
    ...(verdict && { verdict }),
    answer: plain('answer' in entry.data ? entry.data.answer : entry.data.summary),
    aliases,
    asked,
    topics,
  };
}

function ofPath(path: Path): SearchRecord {
  const { title, aim, asked } = path.data;
  return { path: pathOf(path), kind: 'page', title: plain(title), answer: plain(aim), aliases: [], asked, topics: [] };
}

function ofTerm(term: Term): SearchRecord {
  const { term: title, definition, aliases, topics } = term.data;
  return {
    path: pathOf(term),
    kind: 'term',
    title: plain(title),
    answer: plain(opening(definition)),
    aliases,
    asked: [],
    topics,
  };
}

function ofCapability(row: Capability): SearchRecord {
  const { title, flask, django, aliases, asked, topics } = row.data;
  return {
    path: pathOf(row),
    kind: 'capability',
    title: plain(title),
    answer: plain(`Flask: ${provided(flask)}. Django: ${provided(django)}.`),
    aliases,
    asked,
    topics,
  };
}

const provided = ({ support, what }: Capability['data']['flask']): string =>
  support ? `${supports[support].toLowerCase()}, ${what}` : what;
