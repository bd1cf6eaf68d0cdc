/** The form of `docs/scorecard/scorecard.json`: every figure there is of this program, and every figure there is not. */
import { z } from 'zod';

/** The same in Vietnamese and in English. */
export const saidSchema = z.object({ vi: z.string().min(1), en: z.string().min(1) });
export type Said = z.infer<typeof saidSchema>;

export const machineSchema = z.object({
  cpu: z.string(),
  cores: z.number().int().positive(),
  memoryMb: z.number().positive(),
  node: z.string(),
});
export type Machine = z.infer<typeof machineSchema>;

/** Exactly one of these, in the unit of the figure. */
export const targetSchema = z.union([
  z.strictObject({ atLeast: z.number() }),
  z.strictObject({ atMost: z.number() }),
  z.strictObject({ below: z.number() }),
]);
export type Target = z.infer<typeof targetSchema>;

/**
 * Where the questions come from. `own`: written by us, rules were tuned on most of them. `development`: the half of a set
 * made by others that was seen while building; a blind half comes out lower. `outside`: attacks collected by others.
 * `simulated`: invented people, messages, calls and faults.
 */
export const dataSchema = z.enum(['own', 'development', 'outside', 'simulated']);
export type Data = z.infer<typeof dataSchema>;

export const figureSchema = z.strictObject({
  /** Unique in the scorecard: `answer.development.code`. */
  id: z.string().regex(/^[\w.@+-]+$/),
  /** What it is, for a reader who was not there. */
  words: saidSchema,
  data: dataSchema,
  /** `%`, `ms`, `MB`, `1/s`, … or empty for a count. */
  unit: z.string(),
  /** `null`: asked for, and nothing to measure it on. */
  value: z.number().nullable(),
  /** The 95 % interval; `null` where none was reckoned. */
  interval: z.strictObject({ low: z.number(), high: z.number() }).nullable(),
  /** How many it was measured on, and how many of them it holds for; `null` where it is no share. */
  n: z.number().int().nonnegative().nullable(),
  hits: z.number().int().nonnegative().nullable(),
  /** What it is held to; `null` where nothing was promised. */
  target: targetSchema.nullable(),
  /** `null` where nothing was promised. A figure without a value reaches nothing. */
  met: z.boolean().nullable(),
});
export type Figure = z.infer<typeof figureSchema>;

export const runSchema = z.strictObject({
  /** Name of the evaluation, the bench or the long run. */
  id: z.string(),
  title: saidSchema,
  /** What prints these figures again. */
  command: z.string(),
  /** When it ended, on which code and machine, in how many seconds; `null` where it was not measured. */
  measured: z
    .strictObject({
      at: z.iso.datetime(),
      commit: z.string(),
      /** False: the program has changed since. */
      current: z.boolean(),
      machine: machineSchema,
      seconds: z.number().nonnegative().nullable(),
    })
    .nullable(),
  /** What of it was not measured, and why; all of it where `measured` is null. */
  missing: z.array(saidSchema),
  figures: z.array(figureSchema),
});
export type Run = z.infer<typeof runSchema>;

export const scorecardSchema = z.strictObject({
  form: z.literal(1),
  writtenAt: z.iso.datetime(),
  /** Of the program when it was written; `-dirty` behind it when files had changed. */
  commit: z.string(),
  counts: z.strictObject({
    figures: z.number().int(),
    withTarget: z.number().int(),
    met: z.number().int(),
    missed: z.number().int(),
    /** Figures of another state of the program. */
    older: z.number().int(),
    runsNotMeasured: z.number().int(),
  }),
  runs: z.array(runSchema),
});
export type Scorecard = z.infer<typeof scorecardSchema>;
