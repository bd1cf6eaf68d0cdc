/** One line of `ask --jsonl`: what comes in, what goes out. */
import { z } from 'zod';
import { type Answer, channelNames, type TurnReport, textOf } from '../../bot/index.ts';

export const askedLineSchema = z
  .object({
    id: z.union([z.string(), z.number()]).transform(String),
    text: z.string().optional(),
    turns: z.array(z.string()).min(1).max(100).optional(),
    channel: z.enum(channelNames).default('web'),
    locale: z.enum(['vi', 'en']).default('vi'),
    /** The moment of asking, ISO 8601. */
    at: z.coerce.date().optional(),
    signedInAs: z.union([z.string(), z.number()]).transform(String).nullish(),
    dossiers: z.array(z.unknown()).optional(),
  })
  .refine((line) => line.text !== undefined || line.turns !== undefined, 'a line has `text` or `turns`');

export type AskedLine = z.infer<typeof askedLineSchema>;

export function answerLine(id: string, answer: Answer, ms: number) {
  return {
    id,
    status: answer.status,
    // A card without a published code is known by an id of our own, which is no code.
    codes: answer.codes.filter((code) => !code.startsWith('card:')),
    facet: answer.facet,
    text: textOf(answer),
    options: answer.options.map(({ code, text }) =>
      code === undefined || code.startsWith('card:') ? { text } : { code, text },
    ),
    sources: answer.sources.map(({ code, section, url }) => ({ code, section, url })),
    ms: Math.round(ms * 10) / 10,
  };
}

export const reportLine = (id: string, report: TurnReport) => answerLine(id, report.answer, report.ms);

/** What stands in the place of a line that cannot be read. */
export const failedLine = (id: string, text: string) =>
  answerLine(
    id,
    { status: 'failed', codes: [], facet: null, blocks: [{ kind: 'say', text }], options: [], sources: [] },
    0,
  );
