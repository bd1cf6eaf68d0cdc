/** The tables as the program sees them; `migrations/` makes them. */
import type { ColumnType, GeneratedAlways, Kysely, Transaction } from 'kysely';
import type { CallTables } from './call-tables.ts';
import type { EditorialTables } from './editorial-tables.ts';
import type { FigureTables } from './figure-tables.ts';
import type { HandOffTables } from './hand-off-tables.ts';
import type { HeldTables } from './held-tables.ts';
import type { KioskTables } from './kiosk-tables.ts';
import type { ModelTables } from './model-tables.ts';
import type { StaffTables } from './staff/staff-tables.ts';

/** JSON: read as a value, written as text made by `toJson`. */
type Json = ColumnType<unknown, string, string>;
type JsonOrNull = ColumnType<unknown, string | null, string | null>;

export interface CitizenTable {
  id: string;
  created_at: Date;
  /** Keyed hash of the 12-digit number; `null` for an anonymous one. */
  person_key: ColumnType<Buffer | null, Buffer | null | undefined, Buffer | null>;
}

export interface ConversationTable {
  id: string;
  citizen_id: string;
  channel: string;
  external_id: string;
  locale: string;
  memory: Json;
  /** Counts the turns finished. */
  version: ColumnType<number, number | undefined, number>;
  /** The officer who has taken it over; while set, the bot is silent. */
  owner_officer: string | null;
  /** Out of the memory, by the database. */
  calls_self: ColumnType<string | null, never, never>;
  /** The sign-in that it belongs to: once that is over, no door finds it. */
  session_id: ColumnType<string | null, string | null | undefined, string | null>;
  /** The linked account that it belongs to. */
  link_id: ColumnType<string | null, string | null | undefined, string | null>;
  /** Code of the commune whose portal the citizen came from. */
  unit: ColumnType<string | null, string | null | undefined, string | null>;
  /** Where a pushed channel answers, also when the talk was set aside; `null` elsewhere. */
  address: ColumnType<string | null, string | null | undefined, never>;
  /** The desk alone that may read the talk, after a denunciation; and desks and officers who may not. */
  kept_for: ColumnType<string | null, string | null | undefined, string | null>;
  kept_from: ColumnType<string[], string[] | undefined, string[]>;
  created_at: Date;
  updated_at: Date;
}

export interface TurnTable {
  id: string;
  conversation_id: string;
  citizen_id: string;
  /** Its conversation's channel, here as well so that figures need no conversation. */
  channel: string;
  seq: number;
  message_id: string;
  asked_masked: string;
  slots_sealed: Buffer | null;
  asked_at: Date;
  answer: JsonOrNull;
  status: string | null;
  answered_at: Date | null;
  ms: number | null;
  /** Why a person was asked for; from the answer. */
  hand_off_reason: GeneratedAlways<string | null>;
  /** Code of the commune it was answered for; `null` where none was known. */
  unit: ColumnType<string | null, undefined, string | null>;
  /** The procedure it was about, drawn from the answer by the database. */
  code: GeneratedAlways<string | null>;
  /** Nothing was said: an officer had the talk. */
  silent: GeneratedAlways<boolean>;
  /** Of the call that it came with; set by the database. */
  trace: ColumnType<string | null, undefined, never>;
}

export interface FeedbackTable {
  id: string;
  citizen_id: string;
  turn_id: string;
  verdict: string;
  reason: string | null;
  at: Date;
}

export interface UtteranceTable {
  id: string;
  conversation_id: string;
  citizen_id: string;
  position: number;
  key: string;
  speaker: 'citizen' | 'bot' | 'officer';
  turn_id: string | null;
  content: JsonOrNull;
  said_at: Date;
}

export interface ConsentTable {
  id: string;
  citizen_id: string;
  purpose: string;
  /** The words that were agreed to. */
  said: string;
  channel: string;
  given_at: Date;
  withdrawn_at: Date | null;
}

export interface NoticeChoiceTable {
  id: string;
  citizen_id: string;
  consent_id: string;
  channel: string;
  address: string;
  since: Date;
  stopped_at: Date | null;
}

export interface ToldNoticeTable {
  citizen_id: string;
  dossier_id: string;
  slot: string;
  about: string;
  count: ColumnType<number, number | undefined, number>;
  told_at: Date;
}

export interface OutboxTable {
  id: string;
  citizen_id: string;
  channel: string;
  address: string;
  kind: string;
  key: string;
  /** Emptied once it was sent. */
  content: JsonOrNull;
  state: ColumnType<'queued' | 'sent' | 'failed' | 'ambiguous', undefined, string>;
  not_before: Date;
  not_after: Date | null;
  attempts: ColumnType<number, undefined, number>;
  lease_until: ColumnType<Date | null, undefined, Date | null>;
  fence: ColumnType<number, undefined, number>;
  /** With `part` the order of what is said to one address. */
  seq: ColumnType<number, number | undefined, never>;
  /** Counts the parcels of one long answer from 1. */
  part: ColumnType<number, number | undefined, never>;
  reason: ColumnType<string | null, undefined, string | null>;
  created_at: Date;
  settled_at: ColumnType<Date | null, undefined, Date | null>;
  /** Of the call that it came of; set by the database. */
  trace: ColumnType<string | null, undefined, never>;
}

export interface ZaloReachTable {
  channel: string;
  address: string;
  citizen_id: string;
  /** When the citizen last did something there; `null`: never, as far as is known. */
  last_at: Date | null;
  /** `null` while unknown. */
  follows: boolean | null;
  /** Why nothing arrives there any more, until he writes again. */
  refused: string | null;
  /** A person answers in OA Manager: the bot is silent until then. */
  paused_until: Date | null;
  /** What waits for a yes of his, sealed. */
  pending_sealed: Buffer | null;
  pending_until: Date | null;
}

export interface ErasureTable {
  id: string;
  citizen_id: string;
  asked_at: Date;
  not_before: Date;
  done_at: ColumnType<Date | null, undefined, Date | null>;
  counts: ColumnType<unknown, undefined, string | null>;
}

export interface LegalHoldTable {
  id: string;
  citizen_id: string;
  reason: string;
  ordered_by: string;
  since: Date;
  released_at: ColumnType<Date | null, undefined, Date | null>;
}

/** Number, moment and hashes are set by the database. */
export interface AuditTable {
  seq: GeneratedAlways<number>;
  at: GeneratedAlways<Date>;
  actor: string;
  action: string;
  object: string;
  detail: Json;
  prev_hash: GeneratedAlways<Buffer>;
  hash: GeneratedAlways<Buffer>;
}

export interface DossierTable {
  id: string;
  code: string;
  /** The code's digits alone, for those who can only press keys. */
  code_digits: string;
  /** Name of the source that told of it first: no other may change it. */
  source: string;
  unit: string | null;
  procedure: string | null;
  status: string | null;
  received_at: Date | null;
  promised_at: Date | null;
  /** By the source's clock. */
  updated_at: Date | null;
  /** When its source was last heard of it. */
  kept_at: Date;
  /** Keyed hash of what it says; `null` where a version of before kept it. */
  content_key: Buffer | null;
  /** Phones on file, by role. */
  contacts: Json;
  details: Json;
}

export interface DossierPersonTable {
  dossier_id: string;
  person_key: Buffer;
  role: string;
}

export interface DossierProofTable {
  citizen_id: string;
  dossier_id: string;
  rung: string;
  granted_at: Date;
  expires_at: Date;
}

export interface SourceCursorTable {
  source: string;
  cursor: string | null;
  moved_at: Date | null;
  /** The copy of the program that reads it now, until `held_until`; `fence` grows with each that takes it. */
  holder: string | null;
  fence: ColumnType<number, number | undefined, number>;
  held_until: Date | null;
}

export interface SessionTable {
  id: string;
  citizen_id: string;
  token_hash: Buffer;
  name_masked: string;
  id_token_sealed: Buffer | null;
  /** Of a sign-in that lasts. */
  name_sealed: ColumnType<Buffer | null, Buffer | null | undefined, Buffer | null>;
  began_at: GeneratedAlways<Date>;
  seen_at: ColumnType<Date, never, Date>;
  ended_at: ColumnType<Date | null, never, Date>;
}

export interface LoginStateTable {
  state_hash: Buffer;
  browser_hash: Buffer;
  return_to: string;
  made_at: GeneratedAlways<Date>;
}

export interface TryCountTable {
  kind: string;
  /** Keyed hash of what is counted. */
  key: Buffer;
  count: number;
  last_at: Date;
  free_at: Date;
}

export interface LinkCodeTable {
  id: string;
  citizen_id: string;
  code_hash: Buffer;
  expires_at: Date;
}

export interface ChannelLinkTable {
  id: string;
  citizen_id: string;
  channel: string;
  /** The channel's own id of the account. */
  account: string;
  linked_at: GeneratedAlways<Date>;
}

export interface ChallengeTable {
  citizen_id: string;
  stage: 'code' | 'sent' | 'facts';
  /** `null` for one that no answer meets: there is no such dossier, and nobody is to notice. */
  dossier_id: string | null;
  /** Keyed hash of the code that was given: what tries are counted by. */
  code_key: Buffer | null;
  answer_hash: Buffer | null;
  tries: ColumnType<number, number | undefined, number>;
  expires_at: Date;
}

export interface PlatformDeliveryTable {
  id: string;
  /** Grows as they come to one copy of the program; those of two copies stand in no sure order. */
  seq: number;
  channel: string;
  account: string;
  event_key: string;
  /** Keyed hash of the thread: what comes in one lane is handled in its order. */
  lane: Buffer;
  name: string;
  masked: JsonOrNull;
  /** The original, until it is done. */
  sealed: Buffer | null;
  ordered_at: Date;
  received_at: Date;
  state: ColumnType<'queued' | 'done' | 'failed', undefined, string>;
  not_before: Date;
  attempts: ColumnType<number, undefined, number>;
  lease_until: ColumnType<Date | null, undefined, Date | null>;
  fence: ColumnType<number, undefined, number>;
  reason: ColumnType<string | null, undefined, string | null>;
  settled_at: ColumnType<Date | null, undefined, Date | null>;
}

export interface ZaloTokenTable {
  /** Id of the Official Account. */
  account: string;
  pair_sealed: Buffer | null;
  previous_sealed: Buffer | null;
  expires_at: Date | null;
  version: ColumnType<number, number | undefined, number>;
  proven: ColumnType<boolean, boolean | undefined, boolean>;
  /** Hash of the refresh token that was given by hand last. */
  began_with: Buffer | null;
  dead_because: string | null;
  renewing_until: Date | null;
  changed_at: Date;
}

export interface Tables
  extends CallTables,
    EditorialTables,
    FigureTables,
    HandOffTables,
    HeldTables,
    KioskTables,
    ModelTables,
    StaffTables {
  platform_delivery: PlatformDeliveryTable;
  zalo_token: ZaloTokenTable;
  session: SessionTable;
  login_state: LoginStateTable;
  try_count: TryCountTable;
  link_code: LinkCodeTable;
  channel_link: ChannelLinkTable;
  challenge: ChallengeTable;
  dossier: DossierTable;
  dossier_person: DossierPersonTable;
  dossier_proof: DossierProofTable;
  source_cursor: SourceCursorTable;
  citizen: CitizenTable;
  conversation: ConversationTable;
  turn: TurnTable;
  feedback: FeedbackTable;
  utterance: UtteranceTable;
  consent: ConsentTable;
  notice_choice: NoticeChoiceTable;
  told_notice: ToldNoticeTable;
  outbox: OutboxTable;
  zalo_reach: ZaloReachTable;
  erasure: ErasureTable;
  legal_hold: LegalHoldTable;
  audit: AuditTable;
}

/** A handle that `withCitizen`, `withOfficer` or `withJob` gives, for as long as its function runs. */
export type Scoped = Transaction<Tables>;

/** Any handle, for statements that look at the catalogue alone. */
// biome-ignore lint/suspicious/noExplicitAny: the catalogue is not among our tables, and Kysely is invariant in them.
export type AnyHandle = Kysely<any>;
