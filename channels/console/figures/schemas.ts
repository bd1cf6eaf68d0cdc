/** What the API of figures takes and gives. The page's types are made from these. */
import { z } from 'zod';
import { channelNames } from '../../../bot/index.ts';
import { moment } from '../api/parts.ts';

export const figuresQuerySchema = z.object({
  week: z
    .string()
    .regex(/^\d{4}-W\d{2}$/)
    .optional()
    .describe('ISO week, Vietnam’s days; this one without it.'),
  unit: z
    .string()
    .regex(/^\d{5}$/)
    .optional(),
  channel: z.enum(channelNames).optional(),
});

const count = z.int().nonnegative();
const counts = z.record(z.string(), count);
const spread = z.object({
  count,
  mean: z.number().nullable(),
  median: z.number().nullable(),
  p90: z.number().nullable(),
});

const ratings = z.object({ counts: z.array(count).length(5), count, mean: z.number().nullable() });

const weekSchema = z.object({
  turns: count,
  questions: count,
  begun: count,
  byEnd: counts,
  byOutcome: counts,
  byChannel: counts,
  byField: z.array(z.object({ field: z.string().nullable(), questions: count })),
  procedures: z.array(z.object({ code: z.string(), title: z.string(), questions: count })),
  byUnit: z.array(z.object({ unit: z.string().nullable(), name: z.string(), questions: count, answered: count })),
  up: count,
  down: count,
  handOffs: z.object({
    total: count,
    byCause: counts,
    byChannel: counts,
    lost: counts,
    wait: spread,
    openWait: spread,
    handling: spread,
    ratings,
    ratingsByChannel: z.record(z.string(), ratings),
  }),
});
export type WeekReply = z.infer<typeof weekSchema>;

export const figuresSchema = z.object({
  week: z.string(),
  from: z.string(),
  to: z.string(),
  over: z.boolean(),
  countedAt: moment.nullable(),
  now: weekSchema,
  before: weekSchema,
  weeks: z.array(z.object({ week: z.string(), questions: count, answered: count, handOffs: count })),
  dossiers: z.object({ late: count, soon: count, byProcedure: z.array(z.object({ title: z.string(), late: count })) }),
  sample: z.object({ marked: count, harmful: count, rate: z.number(), low: z.number(), high: z.number() }).nullable(),
  units: z.array(z.object({ code: z.string(), name: z.string() })).describe('Communes he may choose from.'),
  unitName: z.string().nullable().describe('Whose figures these are; null: of the whole installation.'),
  mayReadWords: z.boolean(),
});
export type FiguresReply = z.infer<typeof figuresSchema>;

/** What a language model was asked for, for admins. */
export const modelUseSchema = z.object({
  model: z.string().nullable().describe('null: none is set.'),
  state: z.enum(['none', 'off', 'works', 'waits', 'rests', 'tries']),
  days: z.array(
    z.object({
      day: z.string(),
      purpose: z.string(),
      calls: count,
      failed: count,
      tokensIn: count,
      tokensOut: count,
      medianMs: count,
      cost: z.number().nullable(),
    }),
  ),
});
export type ModelUseReply = z.infer<typeof modelUseSchema>;

export const wordsSchema = z.array(z.object({ stars: z.int(), word: z.string(), day: z.string() }));
export type WordsReply = z.infer<typeof wordsSchema>;
