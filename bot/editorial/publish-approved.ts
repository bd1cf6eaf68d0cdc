/** Writes what is approved in the store to the folder that the program loads it from. */
import {
  codeOfAddition,
  dayInVietnam,
  type EditorialEntry,
  readEditorial,
  writeEditorial,
} from '../../knowledge/index.ts';
import type { EditorialDrafts, KeptDraft } from '../store/index.ts';
import { additionOf, draftContentSchema, regressionOf } from './draft-content.ts';

export interface PublishParts {
  readonly drafts: Pick<EditorialDrafts, 'approved' | 'versionNumber'>;
  /** `data/editorial`. */
  readonly folder: string;
}

/**
 * Brings the folder up to the store: every copy of the program does so by itself, again and again, so that an approval
 * made on another copy, or just before a crash, is written all the same. Resolves with `true` when it wrote.
 */
export async function publishApproved({ drafts, folder }: PublishParts): Promise<boolean> {
  const written = numberIn(folder);
  if ((await drafts.versionNumber()) === written) return false;
  const approved = await drafts.approved();
  // A folder without a store of its own: somebody keeps it by hand.
  if (!approved) return false;
  const { number, did, by, at, draftId } = approved.version;
  const kept = approved.drafts.map((draft) => ({ draft, addition: readAddition(draft) }));
  const served = kept.flatMap(({ draft, addition }) => (addition ? [{ draft, addition }] : []));
  const about = approved.drafts.find(({ id }) => id === draftId);
  writeEditorial(folder, {
    number,
    did,
    by,
    at: at.toISOString(),
    says: `${about?.kind ?? 'draft'} ${draftId}`,
    entries: served.map(({ draft, addition }) => entryOf(draft, addition)),
    questions: served.flatMap(({ draft, addition }) => {
      const question = regressionOf(addition);
      return question ? [{ id: draft.id, ...question }] : [];
    }),
  });
  return true;
}

/** What cannot be read is written anew. */
function numberIn(folder: string): number {
  try {
    return readEditorial(folder)?.number ?? 0;
  } catch {
    return -1;
  }
}

/** `null` for one that a later version of the program cannot read any more: it does not serve. */
export function readAddition({ content, madeAt }: Pick<KeptDraft, 'content' | 'madeAt'>) {
  const read = draftContentSchema.safeParse(content);
  if (!read.success) return null;
  const made = additionOf(read.data, dayInVietnam(madeAt));
  return 'addition' in made ? made.addition : null;
}

const entryOf = (draft: KeptDraft, addition: EditorialEntry['addition']): EditorialEntry => ({
  id: draft.id,
  author: draft.author.name,
  approver: draft.approver?.name ?? '',
  approvedAt: (draft.decidedAt ?? draft.madeAt).toISOString(),
  because: draft.because || `${draft.askedBy} người hỏi ${codeOfAddition(addition)}`,
  addition,
});
