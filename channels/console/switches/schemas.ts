/** What the API of switches and banners takes and gives. The page's types are made from these. */
import { z } from 'zod';
import { switchNames } from '../../../bot/index.ts';
import { moment, text } from '../api/parts.ts';

const unit = z
  .string()
  .regex(/^(\d{2}|\d{5})$/)
  .nullable()
  .describe('Commune of five digits, province of two; null: everywhere.');
const what = z.enum(switchNames);
const because = text(500).refine((given) => given.length >= 3, 'at least 3 characters');

/** A day so far ahead is a slip of the hand. */
const ahead = (days: number) => (at: Date) => at.getTime() < Date.now() + days * 86_400_000;

export const turnOnSchema = z.strictObject({ what, unit, because });
export const turnOffSchema = turnOnSchema.extend({
  until: z
    .union([z.null(), z.iso.datetime({ offset: true }).transform((given) => new Date(given))])
    .refine((until) => until === null || (until.getTime() > Date.now() && ahead(366)(until)), 'in the coming year'),
});

const switchSchema = z.object({
  id: z.string(),
  what: z.string(),
  unit: z.string().nullable(),
  unitName: z.string().nullable(),
  because: z.string(),
  by: z.string(),
  since: moment,
  until: moment.nullable(),
  endedAt: moment.nullable(),
  endedBy: z.string().nullable(),
  endedBecause: z.string().nullable(),
  inForce: z.boolean(),
});

const bannerRowSchema = z.object({
  id: z.string(),
  vi: z.string(),
  en: z.string(),
  severity: z.enum(['notice', 'warning', 'danger']),
  units: z.array(z.string()).nullable(),
  unitNames: z.array(z.string()).nullable(),
  from: moment,
  to: moment,
  by: z.string(),
  madeAt: moment,
  endedAt: moment.nullable(),
  endedBy: z.string().nullable(),
  state: z.enum(['coming', 'shown', 'over']),
});

export const switchesSchema = z.object({
  off: z.array(switchSchema),
  banners: z.array(bannerRowSchema),
  reach: z
    .array(z.object({ code: z.string(), name: z.string() }))
    .nullable()
    .describe('Units he may name; null: any, and everywhere.'),
  readAt: moment.describe('When this server last read what is off.'),
});
export type SwitchesReply = z.infer<typeof switchesSchema>;

/** What everybody in the console is shown at the top. */
export const nowSchema = z.object({
  off: z.array(z.string()).describe('Names of what is off where he works.'),
  banners: z.array(z.object({ id: z.string(), vi: z.string(), severity: z.string(), to: moment })),
});
export type NowReply = z.infer<typeof nowSchema>;
