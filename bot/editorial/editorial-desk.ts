/** The editors' desk: from questions that came to nothing to knowledge that answers them. Every act is in the audit log. */
import { dayInVietnam } from '../../knowledge/index.ts';
import type { SearchEngine } from '../../retrieval/index.ts';
import type { Library } from '../library.ts';
import { staffMay } from '../staff/rights.ts';
import type { StaffMember } from '../staff/staff.ts';
import type { DraftState, EditorialDrafts, KeptDraft, OpenQuestions } from '../store/index.ts';
import { additionOf, type DraftContent, draftContentSchema } from './draft-content.ts';
import { EditorialError } from './editorial-error.ts';
import type { Verdict } from './judge-addition.ts';
import { type ImportedRecords, type Likely, likelyFor, proposeDraft, type Wish } from './propose-draft.ts';
import { groupQuestions, type QuestionGroup } from './question-groups.ts';
import { type OfficerSuggestion, suggestDraft } from './suggest-draft.ts';
import type { Tryer } from './try-once.ts';

export interface EditorialParts {
  readonly openQuestions: OpenQuestions;
  readonly drafts: EditorialDrafts;
  /** Those that serve now. */
  readonly engine: () => SearchEngine;
  readonly library: () => Library;
  readonly records: ImportedRecords;
  /** Tries a draft's addition on the real engine; the same draft on the same knowledge once. */
  readonly tryer: Tryer;
  /** Brings what is approved to where the program loads it. */
  readonly publish: () => Promise<unknown>;
  /** Who wrote a draft does not approve it. */
  readonly fourEyes: boolean;
  readonly now: () => Date;
}

export interface EditorialDesk {
  groups(member: StaffMember): Promise<readonly QuestionGroup[]>;
  likely(member: StaffMember, question: string): Promise<readonly Likely[]>;
  propose(member: StaffMember, wish: Wish): DraftContent;
  /** @param from ids of the questions it is made of, and how many persons had asked. */
  make(
    member: StaffMember,
    content: DraftContent,
    from: { turnIds: readonly string[]; askedBy: number },
  ): Promise<KeptDraft>;
  /** From an officer's answer: he lacks the right to edit, an editor approves it as any. */
  suggest(member: StaffMember, suggestion: OfficerSuggestion): Promise<KeptDraft>;
  list(member: StaffMember, states: readonly DraftState[]): Promise<readonly KeptDraft[]>;
  find(member: StaffMember, id: string): Promise<KeptDraft>;
  /** A draft that waits falls back to its author. */
  change(member: StaffMember, key: DraftKey, content: DraftContent): Promise<KeptDraft>;
  /** `null`: the trial goes on; ask again. */
  try(member: StaffMember, id: string): Promise<Verdict | null>;
  /** Hands it to the approver. `null` as above. @throws {EditorialError} `faulty` when the trial found something. */
  submit(member: StaffMember, key: DraftKey): Promise<KeptDraft | null>;
  approve(member: StaffMember, key: DraftKey): Promise<KeptDraft | null>;
  refuse(member: StaffMember, key: DraftKey, because: string): Promise<KeptDraft>;
  /** What serves stops serving. */
  takeBack(member: StaffMember, key: DraftKey, because: string): Promise<KeptDraft>;
}

export interface DraftKey {
  readonly id: string;
  /** As it was looked at. */
  readonly edition: number;
}

const lookBackDays = 90;
/** Grouping grows with the square. */
const mostQuestions = 1500;

export function createEditorialDesk(parts: EditorialParts): EditorialDesk {
  const { openQuestions, drafts, engine, library, records, now } = parts;
  const tools = () => ({ engine: engine(), library: library(), records, today: dayInVietnam(now()) });
  return {
    async groups(member) {
      mayEdit(member);
      const at = now();
      const since = new Date(at.getTime() - lookBackDays * 86_400_000);
      const [found, handled] = await Promise.all([
        openQuestions.find({ since, now: at, limit: mostQuestions }),
        drafts.handledTurns(),
      ]);
      return groupQuestions(found, { sketch: (text) => engine().sketch(text), handled, now: at });
    },
    async likely(member, question) {
      mayEdit(member);
      return likelyFor(question.slice(0, 400), tools());
    },
    propose(member, wish) {
      mayEdit(member);
      return proposeDraft({ ...wish, question: wish.question.slice(0, 400) }, tools());
    },
    async make(member, content, { turnIds, askedBy }) {
      mayEdit(member);
      return drafts.make({ kind: content.kind, content, turnIds, askedBy, author: member, at: now() });
    },
    suggest: (member, suggestion) => suggestDraft(member, suggestion, { ...tools(), drafts, at: now() }),
    async list(member, states) {
      mayEdit(member);
      return drafts.list(states);
    },
    find: (member, id) => findFor(parts, member, id),
    ...changes(parts),
  };
}

function changes(
  parts: EditorialParts,
): Pick<EditorialDesk, 'change' | 'try' | 'submit' | 'approve' | 'refuse' | 'takeBack'> {
  const { drafts, now } = parts;
  const move = async (
    member: StaffMember,
    { id, edition }: DraftKey,
    to: Parameters<EditorialDrafts['change']>[1] & { readonly from: readonly DraftState[] },
  ) => {
    const draft = await findFor(parts, member, id);
    if (!to.from.includes(draft.state)) throw new EditorialError('wrong-state', `The draft is ${draft.state}.`);
    const { from: _from, ...change } = to;
    const done = await drafts.change({ id, edition, by: member, at: now() }, change);
    if (!done) throw new EditorialError('lost', 'Somebody else changed this draft in the meantime.');
    return findFor(parts, member, id);
  };
  return {
    change: (member, key, content) =>
      move(member, key, {
        from: ['draft', 'waiting', 'refused', 'taken-back'],
        state: 'draft',
        content,
        action: 'draft-changed',
      }),
    async try(member, id) {
      return verdictOf(parts, await findFor(parts, member, id));
    },
    async submit(member, key) {
      if (!(await isSound(parts, await findFor(parts, member, key.id)))) return null;
      return move(member, key, {
        from: ['draft', 'refused', 'taken-back'],
        state: 'waiting',
        action: 'draft-submitted',
      });
    },
    async approve(member, key) {
      const draft = await findFor(parts, member, key.id);
      if (parts.fourEyes && draft.author.id === member.id)
        throw new EditorialError('own-draft', 'Who wrote a draft does not approve it.');
      if (draft.state !== 'waiting') throw new EditorialError('wrong-state', `The draft is ${draft.state}.`);
      if (!(await isSound(parts, draft))) return null;
      const approved = await move(member, key, { from: ['waiting'], state: 'approved', action: 'draft-approved' });
      await parts.publish();
      return approved;
    },
    refuse: (member, key, because) =>
      move(member, key, {
        from: ['draft', 'waiting'],
        state: 'refused',
        because: reasonOf(because),
        action: 'draft-refused',
      }),
    async takeBack(member, key, because) {
      const to = {
        from: ['approved'],
        state: 'taken-back',
        because: reasonOf(because),
        action: 'draft-taken-back',
      } as const;
      const taken = await move(member, key, to);
      await parts.publish();
      return taken;
    },
  };
}

function mayEdit(member: StaffMember): void {
  if (!staffMay(member.role, 'edit-knowledge'))
    throw new EditorialError('forbidden', `A ${member.role} does not edit the knowledge.`);
}

async function findFor({ drafts }: EditorialParts, member: StaffMember, id: string): Promise<KeptDraft> {
  mayEdit(member);
  const draft = await drafts.find(id);
  if (!draft) throw new EditorialError('unknown', 'There is no such draft.');
  return draft;
}

/** `false`: the trial goes on. @throws {EditorialError} `faulty` */
async function isSound(parts: EditorialParts, draft: KeptDraft): Promise<boolean> {
  if (draft.kind === 'ignored') return true;
  const verdict = await verdictOf(parts, draft);
  if (verdict === null) return false;
  if (verdict.faults.length > 0)
    throw new EditorialError('faulty', `The trial found: ${verdict.faults.map(({ kind }) => kind).join(', ')}.`);
  return true;
}

async function verdictOf({ tryer }: EditorialParts, { content, madeAt }: KeptDraft): Promise<Verdict | null> {
  const read = draftContentSchema.safeParse(content);
  if (!read.success) return { faults: [{ kind: 'form', path: '', found: 'content' }], asked: [] };
  const made = additionOf(read.data, dayInVietnam(madeAt));
  return 'faults' in made ? { faults: made.faults, asked: [] } : tryer(made.addition);
}

const reasonOf = (because: string): string => {
  const reason = because.trim().slice(0, 400);
  if (reason === '') throw new EditorialError('bad-input', 'Say why.');
  return reason;
};
