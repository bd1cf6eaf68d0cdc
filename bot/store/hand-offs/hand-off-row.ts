/** A row of the queue as the program has it, and the columns it is made of. */
import type { Selectable } from 'kysely';
import type { HandOffTable } from '../hand-off-tables.ts';

/** All that the queue's job may see of one: no word of a citizen's, no contact. */
export interface QueuedHandOff {
  readonly id: string;
  readonly code: string;
  readonly citizenId: string;
  readonly conversationId: string;
  readonly channel: string;
  readonly locale: string;
  readonly unit: string | null;
  readonly field: string | null;
  readonly desk: string | null;
  /** Only its desk sees it. */
  readonly guarded: boolean;
  readonly keptFrom: readonly string[];
  readonly cause: string;
  readonly state: HandOffTable['state'];
  readonly closedAs: string | null;
  readonly owner: { readonly id: string; readonly name: string } | null;
  /** Who alone is to take it while it waits; `null`: anybody. */
  readonly keptFor: { readonly id: string; readonly name: string } | null;
  readonly lastOwner: string | null;
  readonly fence: number;
  readonly leaseUntil: Date | null;
  readonly askedAt: Date;
  readonly dueAt: Date | null;
  /** Since when the citizen waits for an officer's word; `null`: he has it. */
  readonly waitsSince: Date | null;
  readonly spokeAt: Date | null;
  readonly calledAt: Date | null;
  readonly callCount: number;
  readonly claimedAt: Date | null;
  readonly firstReplyAt: Date | null;
  readonly closedAt: Date | null;
  readonly escalation: number;
  readonly practice: boolean;
}

export interface StoredHandOff extends QueuedHandOff {
  readonly summary: unknown;
  readonly personalDataAgreed: boolean | null;
  readonly contactMasked: string | null;
  readonly labels: readonly string[];
  readonly rating: number | null;
  readonly ratingWord: string | null;
}

export const queueColumns = [
  'hand_off.id',
  'code',
  'hand_off.citizen_id',
  'conversation_id',
  'hand_off.channel',
  'hand_off.locale',
  'hand_off.unit',
  'field',
  'desk',
  'guarded',
  'hand_off.kept_from',
  'cause',
  'state',
  'closed_as',
  'hand_off.owner_officer',
  'owner_name',
  'kept_for_officer',
  'last_owner',
  'fence',
  'lease_until',
  'asked_at',
  'due_at',
  'waits_since',
  'spoke_at',
  'called_at',
  'call_count',
  'claimed_at',
  'first_reply_at',
  'closed_at',
  'escalation',
  'practice',
] as const;

/** Everything but the sealed contact, which is read alone, with a reason. */
export const handOffColumns = [
  ...queueColumns,
  'summary',
  'personal_data_agreed',
  'contact_masked',
  'labels',
  'rating',
  'rating_word',
] as const;

type Bare<Name> = Name extends `hand_off.${infer Rest}` ? Rest : Name;
type Columns<Names extends readonly string[]> = Pick<
  Selectable<HandOffTable>,
  Bare<Names[number]> & keyof HandOffTable
>;
export type QueueRow = Columns<typeof queueColumns>;
export type HandOffRow = Columns<typeof handOffColumns>;

export const queuedOf = (row: QueueRow): QueuedHandOff => ({
  id: row.id,
  code: row.code,
  citizenId: row.citizen_id,
  conversationId: row.conversation_id,
  channel: row.channel,
  locale: row.locale,
  unit: row.unit,
  field: row.field,
  desk: row.desk,
  guarded: row.guarded,
  keptFrom: row.kept_from,
  cause: row.cause,
  state: row.state,
  closedAs: row.closed_as,
  owner: row.owner_officer === null ? null : { id: row.owner_officer, name: row.owner_name ?? '' },
  keptFor: row.kept_for_officer === null ? null : { id: row.kept_for_officer, name: row.owner_name ?? '' },
  lastOwner: row.last_owner,
  fence: row.fence,
  leaseUntil: row.lease_until,
  askedAt: row.asked_at,
  dueAt: row.due_at,
  waitsSince: row.waits_since,
  spokeAt: row.spoke_at,
  calledAt: row.called_at,
  callCount: row.call_count,
  claimedAt: row.claimed_at,
  firstReplyAt: row.first_reply_at,
  closedAt: row.closed_at,
  escalation: row.escalation,
  practice: row.practice,
});

export const handOffOf = (row: HandOffRow): StoredHandOff => ({
  ...queuedOf(row),
  summary: row.summary,
  personalDataAgreed: row.personal_data_agreed,
  contactMasked: row.contact_masked,
  labels: row.labels,
  rating: row.rating,
  ratingWord: row.rating_word,
});
