/** What the API of held answers takes and gives. The page's types are made from these. */
import { z } from 'zod';
import { holdableStatuses, holdMinutes } from '../../../bot/index.ts';
import { answerSchema, moment, text } from '../api/parts.ts';

export const sendSchema = z.strictObject({
  fence: z.number().int().nonnegative().nullable().describe('Of the claim; null: decided without taking the talk.'),
  text: text(4000).nullable().describe('In place of what the bot wrote; null: as it is.'),
  keep: z.boolean().describe('Also makes a draft for the editors, with a regression question.'),
});
export const dropSchema = z.strictObject({ fence: z.number().int().nonnegative() });
export const sentSchema = z.object({ isOver: z.boolean(), isKept: z.boolean() });
export type SentReply = z.infer<typeof sentSchema>;

export const draftsSchema = z.object({
  drafts: z.array(
    z.object({
      id: z.string(),
      question: z.string(),
      answer: answerSchema,
      text: z.string().describe('The answer as words, to be changed.'),
      state: z.enum(['held', 'sent', 'dropped', 'released', 'cancelled']),
      heldAt: moment,
      releaseAt: moment.describe('When it goes out by itself, unchecked.'),
      by: z.string().nullable(),
      isKept: z.boolean(),
    }),
  ),
});
export type DraftsReply = z.infer<typeof draftsSchema>;
export type HeldDraft = DraftsReply['drafts'][number];

const unit = z
  .string()
  .regex(/^(\d{2}|\d{5})$/)
  .nullable()
  .describe('Commune of five digits, province of two; null: everywhere.');

export const ruleSchema = z.strictObject({
  unit,
  statuses: z.array(z.enum(holdableStatuses)).max(holdableStatuses.length),
  fields: z.array(text(120)).max(60),
  minutes: z.number().int().min(holdMinutes.least).max(holdMinutes.most),
});

export const rulesSchema = z.object({
  rules: z.array(
    z.object({
      unit: z.string().nullable(),
      unitName: z.string().nullable(),
      statuses: z.array(z.string()),
      fields: z.array(z.string()),
      minutes: z.number(),
      by: z.string(),
      at: moment,
    }),
  ),
  statuses: z.array(z.string()).describe('Ends of answers that may be held.'),
  fields: z.array(z.string()).describe('Fields of procedures, as the knowledge names them.'),
  reach: z
    .array(z.object({ code: z.string(), name: z.string() }))
    .nullable()
    .describe('Units he may name; null: any, and everywhere.'),
});
export type RulesReply = z.infer<typeof rulesSchema>;
