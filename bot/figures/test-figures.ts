/** A store with turns and hand-offs in it, for suites that count. Invented people and moments. */
import { randomUUID } from 'node:crypto';
import type { TestStore } from '../store/test-store.ts';

export interface TestTurn {
  /** With its clock in Vietnam: `2026-11-18T09:00`. */
  readonly at: string;
  readonly status: string | null;
  readonly code?: string;
  readonly unit?: string | null;
  readonly channel?: string;
  readonly verdict?: 'up' | 'down';
  /** The talk it belongs to; each its own without one. */
  readonly talk?: string;
  /** An officer had the talk. */
  readonly silent?: boolean;
}

const moment = (at: string) => new Date(`${at}:00+07:00`);

/** Kept and answered as the assistant does it. Resolves with the talk's ids. */
export async function addTurn({ store }: TestStore, turn: TestTurn) {
  const { channel = 'web', talk = randomUUID(), unit = null, status, code, silent = false } = turn;
  const { id, citizenId } = await store.openConversation({ channel, externalId: talk, locale: 'vi' });
  const at = moment(turn.at);
  const ids = { conversationId: id, citizenId };
  const asked = { ...ids, messageId: randomUUID(), askedMasked: 'tôi tên Nguyễn Văn Thử, hỏi lệ phí', slots: {}, at };
  const { turnId } = await store.receive(asked);
  if (status === null) return { ...ids, turnId };
  const blocks = silent ? [] : [{ kind: 'say', text: 'Lệ phí 8.000 đồng' }];
  const answer = { opening: null, answer: { status, codes: code ? [code] : [], blocks } };
  await store.finish({ ...ids, turnId, answer, status, ms: 40, memory: {}, at, silent, unit });
  if (turn.verdict) await store.giveFeedback({ citizenId, turnId, verdict: turn.verdict, at });
  return { ...ids, turnId };
}

export interface TestHandOff {
  readonly at: string;
  readonly unit?: string | null;
  readonly channel?: string;
  readonly cause?: string;
  readonly repliedAt?: string;
  readonly closedAt?: string;
  readonly closedAs?: string;
  readonly rating?: number;
  readonly word?: string;
  readonly calls?: number;
  readonly escalation?: number;
  readonly opensAt?: string;
  readonly practice?: boolean;
}

let made = 0;

/** Straight into its table: how hand-offs come about is tested where they are made. */
export async function addHandOff(test: TestStore, handOff: TestHandOff): Promise<void> {
  const {
    unit = null,
    channel = 'web',
    cause = 'citizen-asked',
    calls = 1,
    escalation = 0,
    practice = false,
  } = handOff;
  const { id, citizenId } = await test.store.openConversation({ channel, externalId: randomUUID(), locale: 'vi' });
  const or = (at: string | undefined) => (at === undefined ? null : moment(at));
  made += 1;
  await test.database.query(
    `insert into hand_off (id, citizen_id, conversation_id, channel, locale, unit, cause, state, code, summary, asked_at,
       claimed_at, first_reply_at, closed_at, closed_as, rating, rating_word, call_count, escalation, told_opens_at, practice)
     values ($1, $2, $3, $4, 'vi', $5, $6, $7, $8, '{}', $9, $10, $10, $11, $12, $13, $14, $15, $16, $17, $18)`,
    [
      randomUUID(),
      citizenId,
      id,
      channel,
      unit,
      cause,
      handOff.closedAt ? 'closed' : 'waiting',
      `T${made}`,
      moment(handOff.at),
      or(handOff.repliedAt),
      or(handOff.closedAt),
      handOff.closedAs ?? null,
      handOff.rating ?? null,
      handOff.word ?? null,
      calls,
      escalation,
      or(handOff.opensAt),
      practice,
    ],
  );
}
