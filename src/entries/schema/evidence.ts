/** What claims rest on: documents, and what we counted by hand. */
import { z } from 'astro/zod';
import { sourceKinds, keysOf } from '../../vocabulary.ts';
import { day, ourDay, ref, text } from './fields.ts';

const figureName = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'use lower-case words joined by hyphens' });

/** One document that claims rest on. The only place with addresses of other sites. */
export const source = z
  .strictObject({
    title: text(140),
    publisher: text(80),
    kind: z.enum(keysOf(sourceKinds)),
    url: z.url({ protocol: /^https$/, error: 'must be an address that begins with https://' }).optional(),
    /** The date that the document itself carries. */
    published: day().optional(),
    /** When one of us last opened it. */
    opened: ourDay(),
    /** Exactly what was read: which file at which version, or that it was an excerpt. For a run of ours: what ran. */
    read: text(500),
    /** The first measuring run of the lab that the source stands for; the page shows later ones beside it. */
    measurement: ref('measurements').optional(),
    /** The tables of what we counted by hand. */
    count: ref('counts').optional(),
    /** What a run of ours found in numbers, so that texts can name them: `<Figure of="<file stem>" measure="<name>" …>`. */
    figures: z
      .record(
        figureName,
        z.strictObject({
          /** A number, or a range such as "3.1–3.3". */
          value: z.string().regex(/^[\d.,]+(–[\d.,]+)?$/, { error: 'must be a number or a range such as "3.1–3.3"' }),
          unit: text(20),
          /** What was looked at. */
          what: text(120),
          /** The day, where it is not that on which the document is dated. */
          day: ourDay().optional(),
          /** The day of a second run that agreed. */
          again: ourDay().optional(),
        }),
      )
      .default({}),
  })
  .refine(({ kind, figures }) => kind === 'measurement' || Object.keys(figures).length === 0, {
    error: 'are for runs of ours; what others measured is told by the claim',
    path: ['figures'],
  })
  .refine(({ kind, url }) => (kind === 'measurement') === (url === undefined), {
    error: 'every source but a measurement has an address',
    path: ['url'],
  });

/** What follows from what we measured for the choice, in three sentences. */
export const conclusion = z.strictObject({
  title: text(80),
  date: ourDay(),
  follows: z.array(text(320)).length(3),
});

/** What we counted or tried by hand, with its method and its limits. */
export const count = z.strictObject({
  title: text(120),
  date: ourDay(),
  environment: z.array(text(160)).min(1),
  method: z.array(text(500)).min(1),
  limits: z.array(text(500)).min(1),
  tables: z
    .array(
      z
        .strictObject({
          title: text(160),
          columns: z.array(text(80)).min(2),
          rows: z.array(z.array(z.string())).min(1),
          /** Rows that texts may name in `<Figure of="…">`: the name, and the first cell of the row. */
          rowNames: z.record(figureName, text(160)).default({}),
          /** Columns that texts may name in `<Figure measure="…">`: the name, and the head of the column. */
          columnNames: z.record(figureName, text(80)).default({}),
        })
        .superRefine(({ columns, rows, rowNames, columnNames }, context) => {
          const say = (field: string, name: string, message: string) =>
            context.addIssue({ code: 'custom', path: [field, name], message });
          for (const [name, label] of Object.entries(rowNames))
            if (!rows.some(([first]) => first === label)) say('rowNames', name, `there is no row "${label}"`);
          for (const [name, head] of Object.entries(columnNames))
            if (!columns.includes(head)) say('columnNames', name, `there is no column "${head}"`);
        }),
    )
    .min(1),
});
