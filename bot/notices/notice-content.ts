/** What a queued notice holds: the words, and their fields for channels that may send an approved form alone. */
import { z } from 'zod';

export const noticeContent = z.object({
  text: z.string().min(1),
  /** Neither name nor whole code: a phone lies open on a table. */
  fields: z.object({ procedure: z.string(), end: z.string(), state: z.string() }).optional(),
});
