/** What approving the waiting drafts would change of what serves. */
import type { Guide } from '../guide.ts';
import type { Knowledge } from '../load-knowledge.ts';
import { diffFields, type FieldChange } from './diff-fields.ts';
import { type Imported, stateOf } from './draft.ts';
import { guideOfRecord } from './guide-of-record.ts';

export interface CodeDiff {
  readonly code: string;
  readonly title: string;
  /** What serves now: `hand-made` is shown beside and never replaced, an `edited` one only by another edit. */
  readonly serves: 'nothing' | 'card' | 'imported' | 'edited' | 'hand-made';
  readonly changes: readonly FieldChange[];
}

/** Of the codes given, or of every draft that nobody has decided about. Nothing is listed for one that says the same. */
export function diffImport(imported: Imported, own: Knowledge, codes: readonly string[]): CodeDiff[] {
  const handMade = new Map(own.guides.map((guide) => [guide.code, guide]));
  const cards = new Set(own.cards.map(({ code }) => code));
  const wanted = new Set(codes);
  const chosen = [...imported.drafts.values()].filter((draft) =>
    wanted.size > 0 ? wanted.has(draft.code) : stateOf(draft, imported) === 'draft',
  );
  return chosen.flatMap((draft) => {
    const after = guideOfRecord(draft.record);
    const approved = imported.approved.get(draft.code);
    const before = handMade.get(draft.code) ?? approved?.guide ?? null;
    const serves = servedBy({ handMade: handMade.has(draft.code), approved, card: cards.has(draft.code) });
    const changes = before ? diffFields(before, after) : [];
    if (before && changes.length === 0) return [];
    return [{ code: draft.code, title: after.title, serves, changes }];
  });
}

interface Serving {
  readonly handMade: boolean;
  readonly approved: { readonly edited: boolean; readonly guide: Guide } | undefined;
  readonly card: boolean;
}

function servedBy({ handMade, approved, card }: Serving): CodeDiff['serves'] {
  if (handMade) return 'hand-made';
  if (approved) return approved.edited ? 'edited' : 'imported';
  return card ? 'card' : 'nothing';
}
