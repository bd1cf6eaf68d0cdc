/** One version of everything imported: a folder that is written whole, then never changed. */
import { z } from 'zod';

/** What made a version. */
export const deeds = ['import', 'approve', 'reject', 'rollback'] as const;

export const versionSchema = z.object({
  number: z.number().int().positive(),
  /** The version it was made from; 0 for none. */
  base: z.number().int().nonnegative(),
  did: z.enum(deeds),
  by: z.string(),
  at: z.string(),
  /** One sentence for the list. */
  says: z.string(),
  counts: z.object({
    drafts: z.number(),
    approved: z.number(),
    rejected: z.number(),
    listed: z.number(),
  }),
  /** Hash of each file: a version that was cut off or changed by hand is refused. */
  files: z.record(z.string(), z.string()),
});
export type Version = z.infer<typeof versionSchema>;

/** Folder of a version: the highest number serves. */
export const folderName = (number: number): string => String(number).padStart(6, '0');

export const describeVersion = ({ number, at, by, did, says, counts }: Version): string =>
  `${folderName(number)}  ${at.slice(0, 16).replace('T', ' ')}  ${did.padEnd(8)}  ${by}  ${says}  (${counts.drafts} drafts, ${counts.approved} approved, ${counts.rejected} rejected)`;
