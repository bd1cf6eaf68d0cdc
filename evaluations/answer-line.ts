/** What goes into and comes out of `npm run ask -- --jsonl`: the one way in which evaluations talk to the bot. */
import { z } from 'zod';
import { type Status, statuses } from '../bot/answer.ts';
import { type Facet, facets } from '../knowledge/index.ts';

/** One question, or a dialogue as `turns`. */
export interface AskedLine {
  readonly id: string;
  readonly text?: string;
  readonly turns?: readonly string[];
  readonly channel?: string;
  /** The moment of asking, ISO 8601. */
  readonly at?: string;
  readonly signedInAs?: string;
  readonly dossiers?: readonly unknown[];
}

export interface AnswerLine {
  readonly id: string;
  readonly status: Status;
  readonly codes: readonly string[];
  readonly facet: Facet | null;
  readonly text: string;
  readonly options: readonly { readonly code?: string | undefined; readonly text: string }[];
  readonly sources: readonly {
    readonly code: string | null;
    readonly section: string | null;
    readonly url: string | null;
  }[];
  readonly ms: number;
  /** Every turn of a dialogue; the line itself is the last. */
  readonly turns?: readonly AnswerLine[] | undefined;
}

/** Answers questions and dialogues, as many lines as asked and in the same order. */
export type Ask = (lines: readonly AskedLine[]) => Promise<readonly AnswerLine[]>;

/** Read as tolerantly as JSON lines of another program must be: what is not listed is ignored. */
export const answerLineSchema: z.ZodType<AnswerLine> = z.object({
  id: z.string(),
  status: z.enum(statuses),
  codes: z.array(z.string()).default([]),
  facet: z.enum(facets).nullable().default(null),
  text: z.string().default(''),
  options: z.array(z.object({ code: z.string().optional(), text: z.string() })).default([]),
  sources: z
    .array(
      z.object({
        code: z.string().nullable(),
        section: z.string().nullable().default(null),
        url: z.string().nullable(),
      }),
    )
    .default([]),
  ms: z.number().default(0),
  get turns(): z.ZodOptional<z.ZodArray<z.ZodType<AnswerLine>>> {
    return z.array(answerLineSchema).optional();
  },
});
