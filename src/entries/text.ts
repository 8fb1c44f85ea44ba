/** The plain text of an entry: its words as they are searched and quoted. */
import { bodyOf } from './body.ts';
import { plainBody, plainText } from './plain.ts';
import type { Article, Capability, Chapter, Path, Term } from './queries.ts';
import { references } from './references.ts';

/** In one line, without notes, labels, code and backticks. */
export function textOf(entry: Article | Chapter | Term | Capability | Path): string {
  switch (entry.collection) {
    case 'glossary':
      return joined([entry.data.definition, entry.data.inFlask, entry.data.inDjango]);
    case 'paths':
      return joined(entry.data.steps.map(({ why }) => why));
    case 'capabilities':
      return joined([entry.data.flask.what, entry.data.django.what, entry.data.nuance]);
    default:
      return plainText(plainBody(bodyOf(entry.body ?? ''), references));
  }
}

const joined = (lines: readonly (string | undefined)[]) =>
  lines
    .filter((line) => line !== undefined)
    .join(' ')
    .replaceAll('`', '')
    .replace(/\s+/g, ' ');
