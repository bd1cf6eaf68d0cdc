/** What the API of the co-pilot takes and gives. The page's types are made from these. */
import { z } from 'zod';
import { copilotEnds, copilotTools } from '../../../bot/index.ts';
import { text } from '../api/parts.ts';

export const copilotAskSchema = z.strictObject({
  text: text(1000).describe('What is to be written or looked up.'),
  handOffId: z.uuid().nullable().describe('The talk that he holds; null: none.'),
});
export const copilotUsedSchema = z.strictObject({ receipt: z.string().min(1).max(2000) });

const sentenceSchema = z.object({
  text: z.string(),
  caught: z.array(z.string()).describe('Rules that it broke: it is shown struck. [] for one that passed.'),
  sources: z.array(
    z.object({ code: z.string().nullable(), title: z.string(), url: z.string().nullable(), checkedOn: z.string() }),
  ),
});
export type CopilotSentence = z.infer<typeof sentenceSchema>;

const stepSchema = z.object({
  number: z.int(),
  tool: z.enum(copilotTools).nullable(),
  words: z.string().describe('What was looked up, masked.'),
  state: z.enum(['begun', 'done', 'refused']),
  found: z.string().nullable(),
  ms: z.number().nullable(),
});
export type CopilotStepReply = z.infer<typeof stepSchema>;

const draftSchema = z.object({
  end: z.enum(copilotEnds),
  sentences: z.array(sentenceSchema),
  fields: z.array(sentenceSchema).describe('As the record has it, in the place of what did not pass.'),
  codes: z.array(z.string()),
  steps: z.int(),
  modelCalls: z.int(),
  ms: z.number(),
  receipt: z.string().nullable().describe('Given back when the draft is used.'),
});
export type CopilotDraftReply = z.infer<typeof draftSchema>;

/** One line of a run: its steps as they happen, then the draft. Nothing comes after it. */
export const copilotEventSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('step'), step: stepSchema }),
  z.object({ kind: z.literal('draft'), draft: draftSchema }),
  z.object({ kind: z.literal('failed'), message: z.string() }),
]);
export type CopilotEvent = z.infer<typeof copilotEventSchema>;
