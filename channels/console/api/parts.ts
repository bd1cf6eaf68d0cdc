/** Pieces of the API's schemas that several files use. */
import { z } from 'zod';
import { statuses } from '../../../bot/index.ts';

export const moment = z.iso.datetime();

/** Words that somebody typed: not empty, not endless, nothing that PostgreSQL could not keep. */
export const text = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .refine((given) => given.isWellFormed() && !given.includes('\0'), 'must be text without NUL or half characters');

export const blockSchema = z.object({
  kind: z.enum(['title', 'say', 'list', 'note', 'warning']),
  text: z.string().optional(),
  label: z.string().nullable().optional(),
  items: z.array(z.string()).optional(),
  ordered: z.boolean().optional(),
});

export const sourceSchema = z.object({
  code: z.string().nullable(),
  section: z.string(),
  title: z.string(),
  url: z.string().nullable(),
  decision: z.string().nullable(),
  edition: z.string(),
  validFrom: z.string().nullable(),
  checkedOn: z.string(),
});

export const answerSchema = z.looseObject({
  status: z.enum(statuses),
  codes: z.array(z.string()),
  facet: z.string().nullable(),
  blocks: z.array(blockSchema),
  options: z.array(z.object({ text: z.string(), code: z.string().optional(), send: z.string() })),
  sources: z.array(sourceSchema),
});
