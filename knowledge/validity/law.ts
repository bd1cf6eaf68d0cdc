/** A legal text (văn bản) and the days from and to which it holds: the portal's records carry none. */
import { z } from 'zod';
import { day } from '../day.ts';
import type { Guide } from '../guide.ts';

export const lawSchema = z.strictObject({
  /** As the records write it: `60/2014/QH13`. */
  number: z.string().trim().min(1),
  inForceFrom: day,
  /** The last day on which it held; `null` where no end is known. */
  inForceTo: day.nullable(),
  replacedBy: z.string().trim().min(1).nullable(),
  /** The article that says so. */
  source: z.string().trim().min(10),
});

export const lawsSchema = z
  .array(lawSchema)
  .refine((laws) => new Set(laws.map(({ number }) => number)).size === laws.length, 'a law stands twice: keep one');

export type Law = z.infer<typeof lawSchema>;

/** The guide with the days of its laws filled in where the guide itself leaves them `null`. */
export function withLawDates(guide: Guide, laws: ReadonlyMap<string, Law>): Guide {
  const legalBasis = guide.legalBasis.map((text) => {
    const law = laws.get(text.number);
    return law
      ? { ...text, inForceFrom: text.inForceFrom ?? law.inForceFrom, inForceTo: text.inForceTo ?? law.inForceTo }
      : text;
  });
  return { ...guide, legalBasis };
}
