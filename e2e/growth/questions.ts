/** Writes made-up questions into a copy of the guide, as valid and as long as the real ones, and as plain Markdown. */
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import { leans, themes, keysOf } from '../../src/vocabulary.ts';
import { proseWords, writerFrom, type Writer } from './text.ts';

/** A made-up question. */
export interface MadeUp {
  stem: string;
  /** As an author of this guide writes it. */
  mdx: string;
  /** As an author of a site for documentation writes it: the same words without what only this guide has. */
  markdown: string;
}

/** Always the same text for the same number of questions. */
const seed = 20_261_125;

/** The measure of the guide's own questions: the middle of their lengths, in words or in characters. */
const typical = { body: 270, question: 44, answer: 165, summary: 140, aliases: 5, claims: 4, topics: 2, related: 3 };

/**
 * @param project the folder of the project, with its content and its installed packages
 * @param count how many questions to make up
 */
export function madeUpQuestions(project: string, count: number): MadeUp[] {
  const texts = (pattern: string) =>
    globSync(pattern, { cwd: project })
      .sort()
      .map((name) => readFileSync(join(project, name), 'utf8'));
  // What people who write about software write, nearest at hand: the manuals of the packages that we install.
  const further = [
    ...texts('node_modules/**/*.md'),
    ...texts('node_modules/{typescript,@types,playwright-core}/**/*.d.ts').flatMap(comments),
  ];
  const writer = writerFrom(seed, texts('content/**/*.{mdx,yaml}').flatMap(proseWords), byFrequency(further));
  const stems = (collection: string) =>
    globSync(`content/${collection}/*`, { cwd: project })
      .map((name) => parse(name).name)
      .sort();
  const known = {
    claims: stems('claims'),
    terms: stems('glossary'),
    sections: stems('sections').map((stem) => `sections/${stem}`),
    topics: [...texts('content/topics.yaml')[0]!.matchAll(/id: ([\w-]+)/g)].map((match) => match[1]!),
    versions: stems('releases').slice(0, 2),
  };
  const taken = new Set<string>();
  return Array.from({ length: count }, (_, index) => madeUp(writer, known, index, taken));
}

/** Writes the questions beside the real ones of a copy. */
export function addQuestions(copy: string, questions: readonly MadeUp[]): void {
  for (const { stem, mdx } of questions) writeFileSync(join(copy, 'content/faq', `${stem}.mdx`), mdx);
}

/** Writes the questions as the pages of a Starlight site. */
export function addPages(folder: string, questions: readonly MadeUp[]): void {
  mkdirSync(folder, { recursive: true });
  for (const { stem, markdown } of questions) writeFileSync(join(folder, `${stem}.md`), markdown);
}

function comments(source: string): string[] {
  return source.match(/\/\*\*.*?\*\//gs) ?? [];
}

function byFrequency(texts: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const word of texts.flatMap(proseWords)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([word]) => word);
}

interface Known {
  claims: string[];
  terms: string[];
  sections: string[];
  topics: string[];
  versions: string[];
}

function madeUp(writer: Writer, known: Known, index: number, taken: Set<string>): MadeUp {
  const subjects = Array.from({ length: 6 }, writer.subject);
  // A text comes back to what it is about.
  const word = () => (writer.random() < 0.1 ? writer.oneOf(subjects) : writer.word());
  const question = `${newTitle(() => sentence(word, typical.question - 1), taken)}?`;
  const answer = `${sentence(word, typical.answer - 1)}.`;
  const summary = `${sentence(word, typical.summary - 1)}.`;
  const claims = writer.someOf(known.claims, typical.claims);
  const paragraphs = Array.from({ length: 5 }, () => paragraph(word, typical.body / 5));
  const body = paragraphs.map((text, at) => (claims[at] ? `${text} <Cite claim="${claims[at]}" />` : text));
  const term = writer.oneOf(known.terms);
  body.splice(
    2,
    0,
    `## ${sentence(word, 30)}`,
    `${paragraph(word, 12)} <Term of="${term}">${writer.subject()}</Term>.`,
  );
  const stem = question
    .toLowerCase()
    .replace(/[^a-z]+/g, '-')
    .replace(/-$/, '');
  const front = [
    `question: ${question}`,
    `answer: ${answer}`,
    `summary: ${summary}`,
    `theme: ${writer.oneOf(keysOf(themes))}`,
    `order: ${1001 + index}`,
    `topics: [${writer.someOf(known.topics, typical.topics).join(', ')}]`,
    `lean: ${writer.oneOf(keysOf(leans))}`,
    `flipsIf: ${sentence(word, 80)}.`,
    `aliases: [${Array.from({ length: typical.aliases }, () => `${word()} ${writer.subject()}`).join(', ')}]`,
    `claims: [${claims.join(', ')}]`,
    `related: [${writer.someOf(known.sections, typical.related).join(', ')}]`,
    `versions: [${known.versions.join(', ')}]`,
    'reviewed: 2026-11-22',
    'changes: [{ date: 2026-11-22, what: First published. }]',
  ];
  return {
    stem,
    mdx: `---\n${front.join('\n')}\n---\n\n${body.join('\n\n')}\n`,
    markdown: `---\ntitle: ${question}\ndescription: ${summary}\n---\n\n${[answer, ...body].join('\n\n').replace(/<[^>]*>/g, '')}\n`,
  };
}

function newTitle(make: () => string, taken: Set<string>): string {
  for (;;) {
    const title = make();
    if (taken.has(title)) continue;
    taken.add(title);
    return title;
  }
}

/** Words up to a number of characters. */
function sentence(word: () => string, characters: number): string {
  const first = word();
  let text = first[0]!.toUpperCase() + first.slice(1);
  for (let next = word(); text.length + next.length < characters; next = word()) text += ` ${next}`;
  return text;
}

function paragraph(word: () => string, count: number): string {
  const text = Array.from({ length: Math.round(count / 15) }, () => `${sentence(word, 85)}.`);
  return text.join(' ');
}
