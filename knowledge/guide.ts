/** A guide (thủ tục hành chính): everything the assistant may say about one procedure, and where it knows it from. */
import { z } from 'zod';
import { day } from './day.ts';

const sentence = z.string().trim().min(1);

/** Where in the portal's record a fact lies: `methods.0`, `documents.3`, `results.0`; several when one fact merges rows. */
const recordRow = z.string().regex(/^(methods|documents)\.\d+$/, 'a row is written methods.0 or documents.3');
const recordRows = z.array(recordRow).min(1);

/** A national code (`1.001193`), or `hd.…` for a how-to guide of our own (hướng dẫn). */
export const procedureCode = z
  .string()
  .regex(/^(\d\.\d{6}|hd\.[a-z0-9-]+)$/, 'a code is written 1.001193, or hd.ten-huong-dan for a how-to of our own');

export const levelSchema = z.enum(['commune', 'province', 'ministry', 'other']);

export const waySchema = z.strictObject({
  /** How a citizen says it, in topic words alone: no "cần giấy gì", no greeting. */
  say: sentence,
  /** A whole question that this way must bring to this guide. */
  mustCatch: sentence,
  /** A near question that belongs to another guide (or none) and must not come here. */
  mustNotCatch: sentence,
});

export const timeUnit = z.enum(['working-day', 'day', 'hour']);

/** What a single fact may say for itself; a field that is absent is the guide's own (see `validity/basis-of.ts`). */
const ownValidity = {
  /** The number of the text of `legalBasis` that this very fact rests on. */
  restsOn: sentence.optional(),
  validFrom: day.nullable().optional(),
  /** The last day on which it holds. */
  validTo: day.nullable().optional(),
};

const filingSchema = z.strictObject({
  via: z.enum(['in-person', 'online', 'post']),
  /** When the row is really a case ("nhà ở riêng lẻ"), what case; `null` when it holds for everybody. */
  case: sentence.nullable(),
  time: z
    .strictObject({
      value: z.number().positive().nullable(),
      /** `null` where the record lost it: the answer then says that the unit is not published. */
      unit: timeUnit.nullable(),
      text: sentence,
      ...ownValidity,
    })
    .nullable(),
  fee: z.strictObject({
    /** In đồng; the lower end for `from-to`; `null` when there is no single published amount. */
    dong: z.number().int().nonnegative().nullable(),
    kind: z.enum(['free', 'fixed', 'from-to', 'by-province', 'unknown']),
    note: sentence.nullable(),
    ...ownValidity,
  }),
  from: recordRows,
});

const paperSchema = z.strictObject({
  ...ownValidity,
  name: sentence,
  /** Number of originals; 0 means only shown or only copied; `null` when the record does not say. */
  originals: z.number().int().nonnegative().nullable(),
  copies: z.number().int().nonnegative().nullable(),
  /** In which case it is needed; `null` when everybody needs it. */
  when: sentence.nullable(),
  form: z.strictObject({ code: sentence.nullable(), name: sentence, url: z.url().nullable() }).nullable(),
  /** True when the record says that data in a national database replaces the paper. */
  replacedByData: z.boolean(),
  note: sentence.nullable(),
  from: recordRows,
});

/** What is asked about a guide (ý hỏi). */
export const facets = [
  'documents',
  'fee',
  'time',
  'place',
  'steps',
  'conditions',
  'legal',
  'online',
  'result',
  'overview',
] as const;
export type Facet = (typeof facets)[number];

/** What held before: said only to somebody who asks for a day up to `validTo`, never as today's rule. */
const formerFactSchema = z.strictObject({
  facet: z.enum(facets),
  says: sentence,
  validFrom: day.nullable(),
  /** The last day on which it held. */
  validTo: day,
  source: sentence,
});

const legalTextSchema = z.strictObject({
  number: sentence,
  title: sentence.nullable(),
  issuer: sentence.nullable(),
  inForceFrom: day.nullable(),
  inForceTo: day.nullable(),
});

/** A place where the published record is out of date or contradicts itself. The only way past the fact tests. */
const correctionSchema = z.strictObject({
  /** Path in the guide, e.g. `filing.0.fee` or `papers.2.copies`. */
  path: sentence,
  published: sentence,
  corrected: sentence,
  because: sentence,
  source: sentence,
  on: day,
  doubtful: z.boolean().default(false),
});

export const guideSchema = z.strictObject({
  code: procedureCode,
  aliases: z.array(z.strictObject({ code: procedureCode, from: day.nullable(), to: day.nullable(), source: sentence })),
  title: sentence,
  plainTitle: sentence,
  field: sentence,
  levels: z.array(levelSchema).min(1),
  forWhom: sentence.nullable(),
  receivedBy: sentence.nullable(),
  decidedBy: sentence.nullable(),
  collectAt: sentence.nullable(),
  filing: z.array(filingSchema),
  papers: z.array(paperSchema).nullable(),
  steps: z.array(sentence),
  conditions: z.array(sentence),
  results: z.array(z.strictObject({ name: sentence, code: sentence.nullable() })),
  legalBasis: z.array(legalTextSchema),
  online: z.enum(['full', 'part', 'none']).nullable(),
  mistakes: z.array(sentence),
  tips: z.array(sentence),
  family: z
    .string()
    .regex(/^[a-z0-9-]+$/)
    .nullable(),
  /** What tells this one from its siblings, as a citizen would say it. */
  variant: sentence.nullable(),
  isDefault: z.boolean(),
  ways: z.array(waySchema),
  corrections: z.array(correctionSchema),
  /** Rows of the record that are no paper to bring or no way to file here, each with the reason. */
  leftOut: z.array(z.strictObject({ from: recordRows, because: sentence })),
  formerly: z.array(formerFactSchema).optional(),
  source: z.strictObject({ url: z.url().nullable(), decision: sentence.nullable(), edition: sentence }),
  validFrom: day.nullable(),
  validTo: day.nullable(),
  checkedOn: day,
  /** Made of a portal record by rules and approved by an editor; a guide written by hand has none. */
  origin: z.literal('imported').optional(),
});

export type Guide = z.infer<typeof guideSchema>;
export type Filing = Guide['filing'][number];
export type Paper = NonNullable<Guide['papers']>[number];
export type FormerFact = z.infer<typeof formerFactSchema>;
export type Way = z.infer<typeof waySchema>;
export type Level = z.infer<typeof levelSchema>;
