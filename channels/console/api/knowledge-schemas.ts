/** What officers look up: the search in official mode, and canned replies. */
import { z } from 'zod';
import { answerSchema, blockSchema, text } from './parts.ts';

const code = z
  .string()
  .regex(/^(\d\.\d{6}|hd\.[a-z0-9-]+|card:[\w.-]+)$/)
  .max(100);

export const searchQuerySchema = z.object({
  q: text(500),
  code: code.optional().describe('Of one that was offered under `others`.'),
  unit: z
    .string()
    .regex(/^\d{5}$/)
    .optional()
    .describe('Commune whose rules are shown; his own without it.'),
});

export const officialReplySchema = z.object({
  answer: answerSchema.describe('What a citizen would hear.'),
  procedure: z
    .object({
      code: z.string().nullable(),
      title: z.string(),
      field: z.string(),
      url: z.string().nullable(),
      sections: z
        .array(
          z.object({
            kind: z.enum(['legal', 'competence', 'steps', 'changes', 'corrections', 'local']),
            title: z.string(),
            blocks: z.array(blockSchema),
          }),
        )
        .describe('Legal basis, competence, inner steps, what changed since 1 July 2025, corrections, local rules.'),
      citation: z.string().describe('For copying into a document.'),
    })
    .nullable()
    .describe('null: no procedure was found.'),
  others: z.array(z.object({ code: z.string(), title: z.string() })),
});
export type OfficialReply = z.infer<typeof officialReplySchema>;

export const cannedQuerySchema = z.object({ code: code.optional() });
export const cannedReplySchema = z.array(
  z.object({
    id: z.string(),
    title: z.string(),
    text: z.string().describe('Fields are filled from the record; what it does not say is said as unknown.'),
  }),
);
export type CannedReply = z.infer<typeof cannedReplySchema>;
