/** One line of `ask --jsonl`: what comes in, what goes out. */
import { z } from 'zod';
import { type Answer, channelNames, type TurnReport, textOf } from '../../bot/index.ts';

const moment = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}(?:$|T\d{2}:\d{2})/, 'a moment is written 2026-09-15T09:00:00+07:00')
  .transform((text) => new Date(/T[\d:.,]+$/.test(text) ? `${text}+07:00` : text))
  .refine((at) => !Number.isNaN(at.getTime()), 'no such moment');

export const askedLineSchema = z
  .object({
    id: z.union([z.string(), z.number()]).transform(String),
    text: z.string().optional(),
    turns: z.array(z.string()).min(1).max(100).optional(),
    channel: z.enum(channelNames).default('web'),
    locale: z.enum(['vi', 'en']).default('vi'),
    /** The moment of asking, ISO 8601; a clock without a zone is that of Vietnam. */
    at: moment.nullish(),
    /** Commune code of the portal or kiosk that is asked at. */
    unit: z
      .string()
      .regex(/^\d{5}$/, 'a commune code has 5 digits')
      .nullish(),
    signedInAs: z.union([z.string(), z.number()]).transform(String).nullish(),
    dossiers: z.array(z.unknown()).nullish(),
  })
  .refine((line) => line.text !== undefined || line.turns !== undefined, 'a line has `text` or `turns`');

export type AskedLine = z.infer<typeof askedLineSchema>;

/** A card without a published code is known by an id of our own, which is no code. */
const isOwnId = (code: string | null) => code?.startsWith('card:') === true;

/** An answer in the form of one line. @param ms how long the turn took. */
export function answerLine(id: string, answer: Answer, ms: number) {
  return {
    id,
    status: answer.status,
    codes: answer.codes.filter((code) => !isOwnId(code)),
    facet: answer.facet,
    text: textOf(answer),
    options: answer.options.map(({ code, text }) => (code === undefined || isOwnId(code) ? { text } : { code, text })),
    sources: answer.sources.map(({ code, section, url }) => ({ code: isOwnId(code) ? null : code, section, url })),
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
