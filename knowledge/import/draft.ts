/** What an import keeps of a procedure: the record as read, and what an editor decided about it. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { guideSchema, procedureCode } from '../guide.ts';
import { type PortalRecord, portalRecordSchema } from '../records/portal-record.ts';
import { type DoubtKind, doubtKinds } from './doubt.ts';

const kinds = Object.keys(doubtKinds) as [DoubtKind, ...DoubtKind[]];

/** The newest record of a code, as an import read it. */
export const draftSchema = z.object({
  code: procedureCode,
  /** Of what the record says; the same for a later crawl of the same words. */
  digest: z.string(),
  doubts: z.array(z.object({ kind: z.enum(kinds), path: z.string(), found: z.string() })),
  /** File and line, `national_2026.jsonl:17`. */
  from: z.string(),
  record: portalRecordSchema,
});
export type Draft = z.infer<typeof draftSchema>;

/** A guide that serves; its draft may have changed since, and then waits for a decision of its own. */
export const approvedSchema = z.object({
  code: procedureCode,
  /** Of the draft it was made of. */
  digest: z.string(),
  by: z.string(),
  at: z.string(),
  /** True when a person changed what the rules had made: no import and no bulk approval replaces it. */
  edited: z.boolean(),
  guide: guideSchema,
});
export type Approved = z.infer<typeof approvedSchema>;

/** A draft that nobody wants; it comes up again when the record changes. */
export const rejectedSchema = z.object({
  code: procedureCode,
  digest: z.string(),
  by: z.string(),
  at: z.string(),
  because: z.string(),
});
export type Rejected = z.infer<typeof rejectedSchema>;

/** A code on a ministry's list (danh mục). */
export const listedSchema = z.object({
  code: procedureCode,
  name: z.string(),
  field: z.string().nullable(),
  issuer: z.string().nullable(),
  decision: z.string().nullable(),
  from: z.string(),
});
export type Listed = z.infer<typeof listedSchema>;

/** Everything imported at one moment, by code. */
export interface Imported {
  readonly drafts: ReadonlyMap<string, Draft>;
  readonly approved: ReadonlyMap<string, Approved>;
  readonly rejected: ReadonlyMap<string, Rejected>;
  readonly listed: ReadonlyMap<string, Listed>;
}

export const nothingImported: Imported = {
  drafts: new Map(),
  approved: new Map(),
  rejected: new Map(),
  listed: new Map(),
};

/** What a draft is waiting for: `draft` when nobody has decided about these very words. */
export function stateOf({ code, digest }: Pick<Draft, 'code' | 'digest'>, imported: Imported) {
  if (imported.approved.get(code)?.digest === digest) return 'approved' as const;
  return imported.rejected.get(code)?.digest === digest ? ('rejected' as const) : ('draft' as const);
}

/** When and by whom a record was fetched is no part of what it says. */
export function digestOf({ crawled: _crawled, source: _source, ...said }: PortalRecord): string {
  return createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 16);
}
