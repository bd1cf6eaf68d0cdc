/** The same words seen again at a later date need no second approval: only the edition and the day move on. */
import type { Approved, Draft } from './draft.ts';
import { guideOfRecord } from './guide-of-record.ts';

export function refreshApproved(
  approved: ReadonlyMap<string, Approved>,
  drafts: ReadonlyMap<string, Draft>,
): ReadonlyMap<string, Approved> {
  return new Map([...approved].map(([code, one]) => [code, refreshed(one, drafts.get(code))]));
}

function refreshed(one: Approved, draft: Draft | undefined): Approved {
  if (!draft || one.edited || draft.digest !== one.digest) return one;
  const { source, checkedOn } = guideOfRecord(draft.record);
  if (checkedOn <= one.guide.checkedOn) return one;
  return { ...one, guide: { ...one.guide, source, checkedOn } };
}
