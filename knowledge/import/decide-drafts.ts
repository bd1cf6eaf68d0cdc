/** Approves and rejects drafts: who, when, which words. An edited guide gives way to nothing but another edit. */
import type { Level } from '../guide.ts';
import { levelOf } from '../records/portal-record.ts';
import { isOpen } from './doubt.ts';
import { type Approved, type Draft, type Imported, stateOf } from './draft.ts';
import { guideOfRecord } from './guide-of-record.ts';
import type { Version } from './version.ts';
import { changeVersion, currentVersion, readVersion } from './version-store.ts';

export interface Deciding {
  readonly folder: string;
  readonly by: string;
  readonly at: Date;
}

/** Which drafts are meant; what is given must all hold. */
export interface Choice {
  /** [] for every draft. */
  readonly codes: readonly string[];
  /** Only those without an open doubt. */
  readonly clean: boolean;
  readonly level: Level | null;
}

export interface Decided {
  readonly codes: readonly string[];
  /** Chosen by code and yet not taken, each with the reason. */
  readonly left: readonly { readonly code: string; readonly because: string }[];
  readonly version: Version | null;
}

interface Chosen {
  readonly drafts: readonly Draft[];
  readonly left: Decided['left'];
}

export function approveDrafts(choice: Choice, deciding: Deciding): Decided {
  return decideDrafts('approve', { choice, deciding }, (now, drafts) => {
    const approved = new Map(now.approved);
    const rejected = new Map(now.rejected);
    for (const draft of drafts) {
      approved.set(draft.code, approvalOf(draft, deciding));
      rejected.delete(draft.code);
    }
    return { ...now, approved, rejected };
  });
}

/** A rejected draft does not serve; what was approved of an older record goes on serving. */
export function rejectDrafts(choice: Choice, because: string, deciding: Deciding): Decided {
  const { by, at } = deciding;
  return decideDrafts('reject', { choice, deciding }, (now, drafts) => {
    const approved = new Map(now.approved);
    const rejected = new Map(now.rejected);
    for (const { code, digest } of drafts) {
      rejected.set(code, { code, digest, by, at: at.toISOString(), because });
      if (approved.get(code)?.digest === digest) approved.delete(code);
    }
    return { ...now, approved, rejected };
  });
}

interface Request {
  readonly choice: Choice;
  readonly deciding: Deciding;
}

function decideDrafts(
  did: 'approve' | 'reject',
  { choice, deciding }: Request,
  apply: (now: Imported, drafts: readonly Draft[]) => Imported,
): Decided {
  const { folder, by, at } = deciding;
  // What was looked at: a record that an import changes in the meantime is not approved unseen.
  const seen = readVersion(folder, currentVersion(folder)).drafts;
  let chosen: Chosen = { drafts: [], left: [] };
  const version = changeVersion(folder, { did, by, at }, (now) => {
    chosen = choose(now, { choice, seen, did });
    if (chosen.drafts.length === 0) return null;
    return { imported: apply(now, chosen.drafts), says: codesIn(chosen.drafts) };
  });
  return { codes: chosen.drafts.map(({ code }) => code), left: chosen.left, version };
}

const codesIn = (drafts: readonly Draft[]) =>
  drafts.length > 5 ? `${drafts.length} drafts, ${drafts[0]?.code} …` : drafts.map(({ code }) => code).join(', ');

interface Choosing {
  readonly choice: Choice;
  readonly seen: ReadonlyMap<string, Draft>;
  readonly did: 'approve' | 'reject';
}

function choose(now: Imported, { choice, seen, did }: Choosing): Chosen {
  const { codes, clean, level } = choice;
  const wanted = codes.length > 0 ? new Set(codes) : null;
  const unknown = codes
    .filter((code) => !now.drafts.has(code))
    .map((code) => ({ code, because: 'nothing of this code was imported' }));
  const left: { code: string; because: string }[] = [...unknown];
  const drafts = [...now.drafts.values()].filter((draft) => {
    if (wanted && !wanted.has(draft.code)) return false;
    if (level !== null && !draft.record.levels.map(levelOf).includes(level)) return false;
    const because = whyNot(draft, { now, seen, did, clean, named: wanted !== null });
    if (because && wanted) left.push({ code: draft.code, because });
    return because === null;
  });
  return { drafts, left };
}

function whyNot(
  draft: Draft,
  {
    now,
    seen,
    did,
    clean,
    named,
  }: Omit<Choosing, 'choice'> & { readonly now: Imported; readonly clean: boolean; readonly named: boolean },
): string | null {
  const state = stateOf(draft, now);
  if (state === (did === 'approve' ? 'approved' : 'rejected')) return `is ${state} already`;
  if (state === 'rejected' && !named) return 'was rejected';
  if (seen.get(draft.code)?.digest !== draft.digest) return 'was changed by an import just now: look at it again';
  if (did === 'approve' && now.approved.get(draft.code)?.edited)
    return 'serves as a person edited it: approve an edited file instead';
  const open = draft.doubts.filter(isOpen).map(({ kind }) => kind);
  return clean && open.length > 0 ? `has open doubts: ${[...new Set(open)].join(', ')}` : null;
}

const approvalOf = (draft: Draft, { by, at }: Deciding): Approved => ({
  code: draft.code,
  digest: draft.digest,
  by,
  at: at.toISOString(),
  edited: false,
  guide: guideOfRecord(draft.record),
});
