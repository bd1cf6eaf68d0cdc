/** The officer's side of held answers: he sends one as it is or as he made it, answers himself, and may keep it as knowledge. */
import type { Answer } from '../answer.ts';
import { nameOf, type OfficerDeskParts, officerOf } from '../handover/officer-desk-parts.ts';
import { maskOfficerWords } from '../handover/officer-words.ts';
import { sayReturned } from '../handover/say-to-citizen.ts';
import { readMemory } from '../memory.ts';
import type { StaffMember } from '../staff/staff.ts';
import { HandOffError, type HeldDraft, type Store } from '../store/index.ts';
import { plainAnswer, rememberHeld, saySent } from './say-held.ts';

export interface SeenDraft {
  readonly id: string;
  /** What was asked, masked. */
  readonly question: string;
  readonly answer: Answer;
  /** The answer as words, to be changed. */
  readonly text: string;
  readonly state: HeldDraft['state'];
  readonly heldAt: Date;
  /** When it goes out by itself. */
  readonly releaseAt: Date;
  readonly by: string | null;
  /** Whether a draft for the editors was made of it. */
  readonly isKept: boolean;
}

export interface Sending {
  readonly handOffId: string;
  readonly draftId: string;
  /** Of his claim; `null`: he does not hold the talk, and decides in passing. */
  readonly fence: number | null;
  /** His own words; `null`: as the bot wrote it. */
  readonly text: string | null;
  /** Also makes a draft for the editors, with a regression question. */
  readonly keep: boolean;
}

export interface HeldDesk {
  list(member: StaffMember, handOffId: string): Promise<readonly SeenDraft[]>;
  /** @throws {@link HandOffError} `taken` when a colleague was quicker, `lost` when it has gone out by itself. */
  send(member: StaffMember, sending: Sending): Promise<{ readonly isOver: boolean; readonly isKept: boolean }>;
  /** He answers himself, in a talk that he holds. */
  drop(member: StaffMember, claim: Pick<Sending, 'handOffId' | 'draftId'> & { readonly fence: number }): Promise<void>;
}

/** What becomes a draft of the editors. */
export interface Suggestion {
  readonly question: string;
  readonly code: string | null;
  readonly turnId: string | null;
  /** What the officer sent, masked. */
  readonly words: string;
}

export interface HeldDeskParts extends Pick<OfficerDeskParts, 'speak' | 'settings' | 'now'> {
  readonly store: Pick<Store, 'held'>;
  /** Makes a draft that an editor still approves; resolves with its id. */
  readonly suggest: (member: StaffMember, suggestion: Suggestion) => Promise<string>;
}

const longest = 4_000;

export function createHeldDesk(parts: HeldDeskParts): HeldDesk {
  const { held } = parts.store;
  return {
    async list(member, handOffId) {
      const drafts = await held.drafts(officerOf(member), handOffId);
      return drafts.map((draft) => seenOf(parts, draft));
    },
    send: (member, sending) => sendOne(parts, member, sending),
    drop: (member, dropping) =>
      held.drop(officerOf(member, 'answer'), { ...dropping, officer: nameOf(member), now: parts.now() }),
  };
}

/** Held by us: it is an answer of ours. */
const answerOf = ({ answer }: Pick<HeldDraft, 'answer'>): Answer => answer as Answer;

function seenOf(parts: Pick<HeldDeskParts, 'speak'>, draft: HeldDraft): SeenDraft {
  const { id, question, state, heldAt, releaseAt, officer, knowledgeId } = draft;
  const answer = answerOf(draft);
  const text = plainAnswer(answer, parts.speak('vi', null));
  return {
    id,
    question,
    answer,
    text,
    state,
    heldAt,
    releaseAt,
    by: officer?.name ?? null,
    isKept: knowledgeId !== null,
  };
}

async function sendOne(parts: HeldDeskParts, member: StaffMember, sending: Sending) {
  const officer = officerOf(member, 'answer');
  const { handOffId, draftId, fence, keep } = sending;
  const own = sending.text === null ? null : maskOfficerWords(sending.text);
  if (own !== null && (own === '' || own.length > longest)) throw new HandOffError('bad-input');
  const wordsOf = (draft: HeldDraft, locale: string) => own ?? plainAnswer(answerOf(draft), speechIn(parts, locale));
  const edited = own !== null;
  const { draft, isOver } = await parts.store.held.send(officer, {
    handOffId,
    draftId,
    officer: nameOf(member),
    fence,
    edited,
    now: parts.now(),
    leaseMs: parts.settings.leaseMs,
    words: (found, locale) => saySent(wordsOf(found, locale), member.name, { speech: speechIn(parts, locale), edited }),
    options: (found) => (edited ? [] : answerOf(found).options),
    say: (locale) => sayReturned(speechIn(parts, locale), member.name),
    remember: (memory, found) => rememberHeld(readMemory(memory), answerOf(found)),
  });
  if (!keep || draft.knowledgeId !== null) return { isOver, isKept: draft.knowledgeId !== null };
  const { question, turnId } = draft;
  const suggestion = { question, turnId, code: answerOf(draft).codes[0] ?? null, words: wordsOf(draft, 'vi') };
  await parts.store.held.noteKnowledge(officer, draft.id, await parts.suggest(member, suggestion));
  return { isOver, isKept: true };
}

const speechIn = ({ speak }: Pick<HeldDeskParts, 'speak'>, locale: string) =>
  speak(locale === 'en' ? 'en' : 'vi', null);
