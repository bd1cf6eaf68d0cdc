/** What waits for an officer, what he holds, and all of his commune's: row-level security decides what is his to see. */
import { sql } from 'kysely';
import { dateOf, idOf } from '../clean-input.ts';
import type { Scoped } from '../tables.ts';
import { HandOffError } from './hand-off-error.ts';
import { handOffColumns, handOffOf, type StoredHandOff } from './hand-off-row.ts';

export interface InboxQuery {
  readonly officerId: string;
  readonly list: 'mine' | 'waiting' | 'all';
  readonly channel?: string;
  readonly field?: string;
  readonly unit?: string;
  readonly label?: string;
  readonly state?: string;
  /** As a page gave it. */
  readonly after?: string;
  readonly limit?: number;
  /** Closed ones of before are not listed. */
  readonly since: Date;
}

export interface StoredInbox {
  readonly items: readonly StoredHandOff[];
  readonly next: string | null;
  readonly counts: { readonly mine: number; readonly waiting: number; readonly callBack: number };
}

export async function readInbox(handle: Scoped, query: InboxQuery): Promise<StoredInbox> {
  const { limit = 50 } = query;
  const rows = await chosen(handle, query)
    .orderBy('escalation', 'desc')
    .orderBy('asked_at')
    .orderBy('hand_off.id')
    .limit(limit + 1)
    .execute();
  const items = rows.slice(0, limit).map(handOffOf);
  const last = items.at(-1);
  return {
    items,
    next: rows.length > limit && last ? `${last.escalation}.${last.askedAt.getTime()}.${last.id}` : null,
    counts: await counts(handle, query.officerId),
  };
}

function chosen(handle: Scoped, query: InboxQuery) {
  const { officerId, list, channel, field, unit, label, state, after, since } = query;
  const mine = sql<boolean>`(owner_officer = ${idOf(officerId)} or (state = 'waiting' and kept_for_officer = ${idOf(officerId)}))`;
  return handle
    .selectFrom('hand_off')
    .select(handOffColumns)
    .where(sql<boolean>`(closed_at is null or closed_at > ${dateOf(since)})`)
    .$if(list === 'mine', (rows) => rows.where(mine))
    .$if(list === 'waiting', (rows) => rows.where('state', 'in', ['waiting', 'call-back']))
    .$if(channel !== undefined, (rows) => rows.where('channel', '=', channel ?? ''))
    .$if(field !== undefined, (rows) => rows.where('field', '=', field ?? ''))
    .$if(unit !== undefined, (rows) => rows.where('unit', '=', unit ?? ''))
    .$if(label !== undefined, (rows) => rows.where(sql<boolean>`${label ?? ''} = any (labels)`))
    .$if(state !== undefined, (rows) => rows.where(sql<boolean>`state = ${state ?? ''}`))
    .$if(after !== undefined, (rows) => rows.where(behind(after ?? '')));
}

/** By the very order of the list, so that nothing is shown twice or left out while others come and go. */
function behind(after: string) {
  const [escalation = '', askedAt = '', id = ''] = after.split('.');
  if (!/^\d{1,4}$/.test(escalation) || !/^\d{1,16}$/.test(askedAt)) throw new HandOffError('bad-input');
  const at = dateOf(new Date(Number(askedAt)));
  return sql<boolean>`(-escalation, asked_at, hand_off.id) > (${-Number(escalation)}, ${at}, ${idOf(id)}::uuid)`;
}

async function counts(handle: Scoped, officerId: string): Promise<StoredInbox['counts']> {
  const row = await handle
    .selectFrom('hand_off')
    .select([
      sql<number>`count(*) filter (where owner_officer = ${idOf(officerId)})`.as('mine'),
      sql<number>`count(*) filter (where state = 'waiting')`.as('waiting'),
      sql<number>`count(*) filter (where state = 'call-back')`.as('callBack'),
    ])
    .where('closed_at', 'is', null)
    .executeTakeFirstOrThrow();
  return { mine: row.mine, waiting: row.waiting, callBack: row.callBack };
}
