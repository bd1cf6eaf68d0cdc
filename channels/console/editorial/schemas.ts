/** What the editors' API takes. What it gives is what the desks of `bot/editorial` say, as JSON. */
import { z } from 'zod';
import { draftContentSchema } from '../../../bot/index.ts';

const text = (most: number) => z.string().trim().min(1).max(most);
const edition = z.int().positive();

export const likelyQuerySchema = z.object({ question: text(400) });
export const proposalSchema = z.strictObject({
  kind: z.enum(['way', 'card', 'not-ours', 'guide', 'ignored']),
  question: text(400),
  code: text(200).nullable(),
});
export const newDraftSchema = z.strictObject({
  content: draftContentSchema,
  turnIds: z.array(z.uuid()).max(1500),
  askedBy: z.int().nonnegative(),
});
export const draftsQuerySchema = z.object({
  state: z
    .string()
    .transform((list) => list.split(','))
    .pipe(z.array(z.enum(['draft', 'waiting', 'approved', 'refused', 'taken-back']))),
});
export const changeSchema = z.strictObject({ edition, content: draftContentSchema });
export const keySchema = z.strictObject({ edition });
export const reasonedKeySchema = z.strictObject({ edition, because: text(400) });
export const markSchema = z.strictObject({
  verdict: z.enum(['right', 'incomplete', 'wrong']),
  harmful: z.boolean(),
  why: z.string().trim().max(400),
});
export const weekQuerySchema = z.object({ week: z.string().regex(/^\d{4}-\d{2}-\d{2}$/) });
export const beginSchema = z.strictObject({ scenario: text(100) });
export const wordsSchema = z.strictObject({ edition, text: text(4000) });
