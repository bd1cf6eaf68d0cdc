/** What the rest of the program may ask of the store. */
import type { AuditVerdict } from './audit.ts';
import type { AuditLog } from './audit-log.ts';
import type { CallStore } from './calls.ts';
import type { ChecklistStore } from './checklists.ts';
import type { Consents } from './consents.ts';
import type { Database } from './database.ts';
import type { DossierStore } from './dossiers.ts';
import type { EditorialDrafts } from './editorial-drafts.ts';
import type { GrownThreads } from './grown-threads.ts';
import type { HandOffStore } from './hand-offs.ts';
import type { HeldStore } from './held-answers.ts';
import type { IdentityStore } from './identity-store.ts';
import type { KioskStore } from './kiosks.ts';
import type { ModelStore } from './model-calls.ts';
import type { NoticeStore } from './notices.ts';
import type { OpenQuestions } from './open-questions.ts';
import type { Outbox } from './outbox.ts';
import type { PersonalDataStore } from './personal-data.ts';
import type { PlatformDeliveries } from './platform-deliveries.ts';
import type { PlatformTokens } from './platform-tokens.ts';
import type { PracticeTalks } from './practice-talks.ts';
import type { ProvenAccounts } from './proven-accounts.ts';
import type { ReachStore } from './reach.ts';
import type { Samples } from './samples.ts';
import type { Slots } from './seal-slots.ts';
import type { SourceCursors } from './source-cursors.ts';
import type { StaffStore } from './staff/staff-store.ts';
import type { SwitchStore } from './switches.ts';
import type { TypingSignal, UtteranceSignals } from './utterance-signals.ts';
import type { WatchFigures } from './watch-figures.ts';

/** A thread of a channel. */
export interface ThreadKey {
  readonly channel: string;
  /** The channel's own id of the thread, at most 512 characters. */
  readonly externalId: string;
  /** The sign-in session it was opened in: the channel has checked that whoever asks holds it. None: a talk of no session. */
  readonly sessionId?: string | null;
}

export interface OpenConversation {
  readonly id: string;
  /** The channel's own id of the thread. */
  readonly externalId: string;
  readonly citizenId: string;
  /** As the last finished turn left it; `{}` at first. */
  readonly memory: unknown;
  /** While true the bot stays silent. */
  readonly ownedByOfficer: boolean;
  readonly locale: string;
  /** Code of the commune whose portal the citizen came from; `null` when none was named. */
  readonly unit: string | null;
  /** The session it belongs to; `null` for none. */
  readonly sessionId: string | null;
  /** How sure it is who talks; `null` when the sign-in that the talk belongs to is over: then nothing of his may be read. */
  readonly rung: 'anonymous' | 'second-factor' | 'linked' | 'signed-in' | null;
  /** A secret was asked for: what comes next may be one, and is masked. */
  readonly awaitsSecret: boolean;
}

/** A conversation by our own ids; the citizen's decides what can be seen. */
export interface ConversationKey {
  readonly conversationId: string;
  readonly citizenId: string;
}

export interface IncomingTurn extends ConversationKey {
  /** The channel's own id of the message: the same one is stored once. */
  readonly messageId: string;
  readonly askedMasked: string;
  readonly slots: Slots;
  /** The two where a secret was asked for, as is known under the lock alone: what may be one is masked as well. */
  readonly ifSecret?: () => { readonly askedMasked: string; readonly slots: Slots };
  readonly at: Date;
  /** What a channel needs to show the message again, masked like the message. */
  readonly echo?: unknown;
  /** The channel's own id of the thread: when the conversation has another one by now, it is `unknown-conversation`. */
  readonly externalId?: string;
}

export interface ReceivedTurn {
  readonly turnId: string;
  /** The message among the utterances. */
  readonly utteranceId: string;
  /** Counts the conversation's messages from 1, without gaps. */
  readonly seq: number;
  /** This message had been stored before. */
  readonly repeated: boolean;
  /** What was said to it; `null` while it is still being worked on, or was when the program was killed. */
  readonly answer: unknown | null;
  /** As it stood when the message was kept. */
  readonly conversation: OpenConversation;
}

export interface FinishedTurn extends ConversationKey {
  readonly turnId: string;
  readonly answer: unknown;
  readonly status: string;
  readonly ms: number;
  readonly memory: unknown;
  readonly at: Date;
  /** Nothing was said: an officer owns the conversation. Then no utterance is added. */
  readonly silent?: boolean;
  /** Code of the commune it was answered for. */
  readonly unit?: string | null;
  /** It is said although an officer owns the conversation: a life is in danger. */
  readonly evenIfOwned?: boolean;
  /** What stands for the answer should an officer have taken the conversation meanwhile: the answer is kept beside it, unsaid. */
  readonly unsaid?: object;
}

export interface StoredTurn {
  readonly turnId: string;
  readonly seq: number;
  readonly messageId: string;
  readonly askedMasked: string;
  readonly askedAt: Date;
  readonly answer: unknown | null;
  readonly status: string | null;
  readonly answeredAt: Date | null;
  readonly ms: number | null;
}

/** One thing to be said, beside what turns say by themselves. */
export interface NewUtterance {
  /** Names what it stands for, at most 512 characters: the same key is added once to a conversation. */
  readonly key: string;
  readonly speaker: 'citizen' | 'bot' | 'officer';
  readonly turnId?: string | null;
  /** Masked by the caller. */
  readonly content?: unknown;
  readonly at: Date;
}

export interface StoredUtterance {
  readonly id: string;
  /** Grows within a conversation; the same number hardly ever stands in two. */
  readonly position: number;
  readonly speaker: 'citizen' | 'bot' | 'officer';
  readonly turnId: string | null;
  readonly content: unknown | null;
  readonly at: Date;
  /** Of its turn, masked. */
  readonly asked: string | null;
  /** Of its turn. */
  readonly answer: unknown | null;
}

export interface UtterancePage {
  readonly utterances: readonly StoredUtterance[];
  /** Where to go on reading. */
  readonly last: number;
  readonly more: boolean;
}

export interface Feedback {
  readonly citizenId: string;
  readonly turnId: string;
  readonly verdict: string;
  /** Masked by the caller, as every text of a citizen's. */
  readonly reason?: string | null;
  readonly at: Date;
}

export interface UnansweredTurn extends ConversationKey {
  readonly turnId: string;
  readonly channel: string;
  readonly messageId: string;
  readonly askedAt: Date;
  /** Of the call that it came with. */
  readonly trace: string | null;
}

/** Every method is one short transaction or two; none is open while the caller does anything else. */
export interface ConversationStore {
  /**
   * Finds or makes the conversation of this channel thread. A new one gets an anonymous citizen of its own, or the one
   * of its session or of the account that is linked.
   *
   * @throws {@link StoreInputError} `conversation-over` when it belongs to a session that is over, or to another one.
   */
  openConversation(
    key: ThreadKey & { readonly locale: string; readonly unit?: string | null },
  ): Promise<OpenConversation>;
  /** Finds it and makes nothing: for looking at a thread that may not exist. */
  findConversation(key: ThreadKey): Promise<OpenConversation | null>;
  /** By our own ids; `null` when it has been deleted. */
  readConversation(key: ConversationKey): Promise<OpenConversation | null>;
  /**
   * Stores the message before anything else is done with it: once this resolves, a power cut does not lose it.
   *
   * @throws {@link StoreInputError} `unknown-conversation` when it is not this citizen's.
   */
  receive(turn: IncomingTurn): Promise<ReceivedTurn>;
  /**
   * Stores the answer and the conversation's new memory together. A second call for the same turn changes nothing.
   * `said` is false when an officer owned the conversation at that moment: then it was kept and not said.
   */
  finish(turn: FinishedTurn): Promise<{ readonly said: boolean }>;
  /** Turns in order, the newest `limit` of them (50). */
  turns(key: ConversationKey & { readonly limit?: number }): Promise<readonly StoredTurn[]>;
  /** One turn; `null` when this citizen has none of this id. */
  turn(key: { readonly citizenId: string; readonly turnId: string }): Promise<StoredTurn | null>;
  /**
   * Adds them in order, each key once; resolves with their ids. Turns add their own question and answer. While an officer
   * owns the conversation, what the bot would say is left out.
   */
  addUtterances(key: ConversationKey & { readonly utterances: readonly NewUtterance[] }): Promise<readonly string[]>;
  /** What was said after a position (0: from the start), at most `limit` (200); `null` when nothing stands there. */
  utterances(key: ConversationKey & { readonly after: number; readonly limit?: number }): Promise<UtterancePage | null>;
  /** The newest 200 that belong to no turn, oldest first, the opening apart. */
  beside(key: ConversationKey): Promise<readonly StoredUtterance[]>;
  /** One of them; `null` when this citizen has none of this id. */
  utterance(key: { readonly citizenId: string; readonly utteranceId: string }): Promise<StoredUtterance | null>;
  /** The last that was said to the citizen; `null` while nothing was. */
  lastSaid(key: ConversationKey): Promise<StoredUtterance | null>;
  /** 0 while nothing was said. */
  lastPosition(key: ConversationKey): Promise<number>;
  /** What was masked in a turn's message, unsealed: for this citizen's own turn, and never for a log. */
  slotsOf(key: { readonly citizenId: string; readonly turnId: string }): Promise<Slots>;
  /** Stores what a citizen thinks of an answer of his; a second opinion replaces the first. */
  giveFeedback(feedback: Feedback): Promise<void>;
  /** Turns received before this moment whose answer never came (a killed server), oldest first, at most 1,000. */
  unanswered(olderThan: Date): Promise<readonly UnansweredTurn[]>;
}

export interface Store extends ConversationStore, GrownThreads, IdentityStore {
  readonly outbox: Outbox;
  /** What platforms such as Zalo delivered. */
  readonly deliveries: PlatformDeliveries;
  /** What they are called with. */
  readonly platformTokens: PlatformTokens;
  readonly consents: Consents;
  readonly notices: NoticeStore;
  /** Of the channels that are pushed. */
  readonly reach: ReachStore;
  readonly personalData: PersonalDataStore;
  readonly database: Database;
  readonly dossiers: DossierStore;
  /** Conversations that need a person. */
  readonly handOffs: HandOffStore;
  /** Answers that wait for an officer's look, and the rules of that. */
  readonly held: HeldStore;
  /** Telephone calls that go on. */
  readonly calls: CallStore;
  /** Devices in ward offices, and visits at them. */
  readonly kiosks: KioskStore;
  /** What to bring, to be carried away under a short code. */
  readonly checklists: ChecklistStore;
  /** Linked accounts of whom somebody proved to be. */
  readonly provenAccounts: ProvenAccounts;
  /** How far each source has been read. */
  readonly sourceCursors: SourceCursors;
  /** Questions that came to nothing, and what editors make of them. */
  readonly openQuestions: OpenQuestions;
  readonly editorialDrafts: EditorialDrafts;
  readonly samples: Samples;
  readonly practiceTalks: PracticeTalks;
  readonly staff: StaffStore;
  /** Hears of utterances, also of those that another copy of the program added. A hint: look from time to time too. */
  readonly onUtterance: UtteranceSignals['onUtterance'];
  /** Hears that something waits in the outbox for a channel. The same kind of hint. */
  readonly onParcel: UtteranceSignals['onParcel'];
  /** What is switched off, and the banners. */
  readonly switches: SwitchStore;
  /** The same of hand-offs. */
  readonly onHandOff: UtteranceSignals['onHandOff'];
  readonly onTyping: UtteranceSignals['onTyping'];
  /** Tells all copies of the program that somebody types. */
  tellTyping(signal: TypingSignal): Promise<void>;
  /** Computes the audit log's chain anew. */
  verifyAudit(notedRow?: number): Promise<AuditVerdict>;
  readonly auditLog: AuditLog;
  /** What calls to a language model cost and said. */
  readonly model: ModelStore;
  /** What waits and what went wrong, for monitors. */
  readonly watch: WatchFigures;
  /** Lets statements under way finish, then stops the program's own server. Safe to call twice. */
  close(): Promise<void>;
}
