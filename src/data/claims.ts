/** The claims as data: each with its verdict, its parts, its sources and who says it. */
import { z } from 'astro/zod';
import { isoDay } from '../day.ts';
import { pathOf, type Claim } from '../entries/queries.ts';
import { absoluteHref, href } from '../site.ts';
import { keysOf, partStates, verdicts } from '../vocabulary.ts';
import { changes, citedSources, datedChanges, day, framework, id, sources, url } from './fields.ts';

export const claimItem = z.strictObject({
  id,
  url,
  number: z.int().positive().describe('Printed as “Claim 7”. It stays with the claim.'),
  statement: z.string().describe('What is commonly said, in our words.'),
  about: z.array(framework),
  verdict: z.enum(keysOf(verdicts)).describe('Computed from the parts and the limit.'),
  finding: z.string().describe('The finding in at most 35 words.'),
  detail: z.string().describe('The finding in full, with its limits.'),
  judgement: z.string().nullable().describe('Which part is our judgement, and why.'),
  limit: z.string().nullable(),
  parts: z
    .array(
      z.strictObject({
        says: z.string(),
        state: z.enum(keysOf(partStates)),
        main: z.boolean().describe('Whether the claim asserts this at its core.'),
        judgement: z.boolean().describe('Whether the part rests on our judgement.'),
        searched: z
          .strictObject({ day, for: z.string(), found: z.string() })
          .nullable()
          .describe('For an unproven part: what was searched for, and what came up.'),
        sources,
      }),
    )
    .describe('What the claim asserts, one by one.'),
  said_by: z
    .array(
      z.strictObject({
        title: z.string(),
        publisher: z.string(),
        url: z.string(),
        date: z.string().nullable(),
        quotation: z.string(),
        opened: day,
      }),
    )
    .describe('Public places that assert it; empty where none is named yet.'),
  against: z.array(z.string()).describe('Decisions whose records speak against it, by id.'),
  versions: z.array(z.string()).describe('Releases that it was checked against, by id.'),
  checked: day,
  sources,
  changes,
});

export const claimItems = (claims: readonly Claim[]): z.infer<typeof claimItem>[] =>
  claims.map((claim) => {
    const { data } = claim;
    const path = pathOf(claim);
    return {
      id: claim.id,
      url: absoluteHref(path) ?? href(path),
      number: data.number,
      statement: data.statement,
      about: data.about,
      verdict: data.verdict,
      finding: data.note,
      detail: data.nuance,
      judgement: data.judgement ?? null,
      limit: data.limit ?? null,
      parts: data.parts.map((part) => ({
        says: part.says,
        state: part.state,
        main: part.main ?? false,
        judgement: part.judgement ?? false,
        searched: part.searched ? { ...part.searched, day: isoDay(part.searched.day) } : null,
        sources: citedSources(part.sources),
      })),
      said_by: data.said.map(({ quote, date, opened, ...place }) => ({
        ...place,
        date: date ?? null,
        quotation: quote,
        opened: isoDay(opened),
      })),
      against: data.against,
      versions: data.versions,
      checked: isoDay(data.checked),
      sources: citedSources(data.sources),
      changes: datedChanges(data.changes),
    };
  });
