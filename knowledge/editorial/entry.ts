/** What editors approved from citizens' questions: it lies over the shipped knowledge, in the data folder. */
import { z } from 'zod';
import { cardSchema } from '../card.ts';
import { guideSchema, waySchema } from '../guide.ts';

/** What is added: a way of asking for what is there already, a card, or a guide. */
export const additionSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('way'),
    /** Code of the guide or card; `card:…` for a card without one. */
    target: z.string().min(1).max(200),
    way: waySchema,
  }),
  z.strictObject({ kind: z.literal('card'), card: cardSchema }),
  z.strictObject({ kind: z.literal('guide'), guide: guideSchema }),
]);
export type Addition = z.infer<typeof additionSchema>;

const approvedSchema = z.object({
  /** Of the draft it was made of. */
  id: z.string(),
  author: z.string(),
  approver: z.string(),
  /** ISO 8601. */
  approvedAt: z.string(),
  because: z.string(),
  addition: additionSchema,
});
export type EditorialEntry = z.infer<typeof approvedSchema>;

/** A question that must go on being answered by this code. */
const regressionSchema = z.object({ id: z.string(), text: z.string(), code: z.string() });
export type RegressionQuestion = z.infer<typeof regressionSchema>;

export const editorialVersionSchema = z.object({
  number: z.number().int().positive(),
  did: z.enum(['approve', 'take-back']),
  by: z.string(),
  at: z.string(),
  /** One sentence for the list. */
  says: z.string(),
  entries: z.array(approvedSchema),
  questions: z.array(regressionSchema),
});
/** Everything approved at one moment. */
export type EditorialVersion = z.infer<typeof editorialVersionSchema>;
