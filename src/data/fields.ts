/** The fields that several kinds of published data share. */
import { z } from 'astro/zod';
import { isoDay } from '../day.ts';
import { source, type Claim } from '../entries/queries.ts';
import { frameworks, keysOf } from '../vocabulary.ts';

export const id = z.string().describe('The name of the entry. It stays.');
export const url = z.string().describe('The address of the entry on this site.');
export const day = z.iso.date();
export const framework = z.enum(keysOf(frameworks));

export const sources = z
  .array(
    z.strictObject({
      title: z.string(),
      url: z.string().nullable().describe('Null for a record that stands on this site only.'),
      locator: z.string().describe('Where in the document it stands.'),
    }),
  )
  .describe('The documents that were opened for it.');

export const changes = z
  .array(z.strictObject({ date: day, what: z.string() }))
  .describe('What changed in the entry and when, the newest first.');

/** The citations of an entry, as they are published. */
export const citedSources = (citations: Claim['data']['sources']) =>
  citations.map(({ source: stem, locator }) => ({
    title: source(stem).data.title,
    url: source(stem).data.url ?? null,
    locator,
  }));

/** The changes of an entry, as they are published. */
export const datedChanges = (notes: readonly { date: Date; what: string }[]) =>
  notes.map(({ date, what }) => ({ date: isoDay(date), what }));
