/** A notice or a local rule of a ward (thông báo, quy định của phường), as it is kept and quoted. */
import { z } from 'zod';
import { day, dayInVietnam } from '../day.ts';
import { officeKinds } from '../files/index.ts';

/** A part of the text under one heading. */
export const sectionSchema = z.strictObject({
  /** `null` for what stands before the first heading. */
  heading: z.string().nullable(),
  /** Paragraphs and rows of tables, word for word; a row names its columns: `Ngày: 05/12/2026; Khu phố: 3`. */
  lines: z.array(z.string()).min(1),
});
export type Section = z.infer<typeof sectionSchema>;

/** `document.json`. */
export const factsSchema = z.strictObject({
  id: z.string().regex(/^tb-[0-9a-f]{10}$/),
  title: z.string().min(5).max(200),
  /** Which desk or person answers for it. */
  desk: z.string().min(3).max(200),
  /** Commune code; `null` for all communes of the installation. */
  unit: z.string().nullable(),
  /** First and last day on which it is quoted, Vietnam time; `to` null: until it is removed. */
  from: day,
  to: day.nullable(),
  addedAt: z.iso.datetime(),
  /** Name of the file it came from, without its folder. */
  file: z.string(),
  kind: z.enum(officeKinds),
  /** Of the file itself, lower-case hex. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Of `sections.json`: what was approved is what is quoted. */
  sectionsSha256: z.string().regex(/^[0-9a-f]{64}$/),
  warnings: z.array(z.string()),
});
export type DocumentFacts = z.infer<typeof factsSchema>;

/** `approved-<unit or all>.json`: an editor read the text and lets citizens see it. */
export const approvalSchema = z.strictObject({
  /** Commune code; `null` for every commune that the document is for. */
  unit: z.string().nullable(),
  by: z.string().nullable(),
  at: z.iso.datetime(),
  /** Which text was approved. */
  sectionsSha256: z.string(),
});
export type Approval = z.infer<typeof approvalSchema>;

export interface WardDocument extends DocumentFacts {
  readonly sections: readonly Section[];
  readonly approvals: readonly Approval[];
}

/** Whether an editor lets citizens of this commune see it; `null`: the commune is not known. */
export const isApprovedFor = (document: WardDocument, unit: string | null): boolean =>
  (document.unit === null || document.unit === unit) &&
  document.approvals.some((approval) => approval.unit === null || approval.unit === unit);

export type Validity = 'not-yet' | 'valid' | 'expired';

export function validityAt({ from, to }: Pick<DocumentFacts, 'from' | 'to'>, at: Date): Validity {
  const today = dayInVietnam(at);
  if (today < from) return 'not-yet';
  return to !== null && today > to ? 'expired' : 'valid';
}
