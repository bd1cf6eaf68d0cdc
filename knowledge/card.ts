/** A card (thẻ thủ tục): a procedure that we know of without a full guide: who handles it and where to go, nothing more. */
import { z } from 'zod';
import { levelSchema, procedureCode, waySchema } from './guide.ts';
import { foldText } from './plain-text.ts';

const sentence = z.string().trim().min(1);

export const cardSchema = z.strictObject({
  /** Only with a source that gives it; else `null`. */
  code: procedureCode.nullable(),
  title: sentence,
  plainTitle: sentence,
  field: sentence,
  levels: z.array(levelSchema).min(1),
  decidedBy: sentence.nullable(),
  /** One plain sentence: which desk or which level, and how to find it. */
  whereToGo: sentence,
  family: z
    .string()
    .regex(/^[a-z0-9-]+$/)
    .nullable(),
  variant: sentence.nullable(),
  isDefault: z.boolean(),
  ways: z.array(waySchema).min(1),
  source: z.strictObject({ url: z.url().nullable(), decision: sentence.nullable(), edition: sentence }),
  checkedOn: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
});

export const cardFileSchema = z.array(cardSchema).min(1);

export type Card = z.infer<typeof cardSchema>;

/** What a card is called in the index and in a conversation: its code, or `card:<slug>` where no source gives one. */
export const idOfCard = ({ code, plainTitle }: Pick<Card, 'code' | 'plainTitle'>): string =>
  code ?? `card:${slug(plainTitle)}`;

const slug = (title: string) =>
  foldText(title)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
