/** Compares what was acknowledged with what the store holds and with what the simulated platform was given. */
import type { ZaloSimulator } from '../../channels/zalo/simulator/start-zalo-simulator.ts';
import type { RunningLoad } from './load/start-load.ts';

export type Ask = <Row extends object>(text: string, values?: readonly unknown[]) => Promise<readonly Row[]>;

export interface Losses {
  readonly acknowledged: number;
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  /** Turns that nobody ever answered, work that never ended. */
  readonly stuck: readonly string[];
  /** Replies that may have arrived: nobody sends them again. */
  readonly ambiguous: number;
  readonly turns: number;
  readonly replies: number;
}

/** What must not be, a line each. @param ended what had come to no end when it was waited for. */
export const tellLosses = (
  { lost, doubled, stuck }: Pick<Losses, 'lost' | 'doubled' | 'stuck'>,
  ended: readonly string[],
): readonly string[] => [
  ...lost.map((what) => `lost: ${what}`),
  ...doubled.map((what) => `twice: ${what}`),
  ...new Set([...stuck, ...ended].map((what) => `no end: ${what}`)),
];

export async function lookForLoss(ask: Ask, load: RunningLoad, zalo: ZaloSimulator): Promise<Losses> {
  const [lost, doubled]: [string[], string[]] = [[], []];
  const seen = (times: number, what: string): void => {
    if (times === 0) lost.push(what);
    if (times > 1) doubled.push(what);
  };
  await lookAtWeb(ask, load, seen);
  await lookAtZalo(ask, load, seen);
  await lookAtHotline(ask, load, seen);
  const ambiguous = await lookAtReplies(ask, zalo, { lost, doubled });
  lost.push(...load.hotline.broken.map((why) => `a call: ${why}`));
  if (load.zalo.counts.givenUp > 0) lost.push(`${load.zalo.counts.givenUp} deliveries were never acknowledged`);
  const [{ turns = 0, replies = 0 } = {}] = await ask<{ turns: number; replies: number }>(
    `select (select count(*)::int from turn) as turns, (select count(*)::int from utterance where key like 'a:%') as replies`,
  );
  const twice = await ask<{ turn_id: string }>(
    `select turn_id from utterance where key like 'a:%' group by turn_id having count(*) > 1`,
  );
  doubled.push(...twice.map(({ turn_id }) => `two answers to turn ${turn_id}`));
  const stuck = await stuckIn(ask);
  return { acknowledged: load.acknowledged(), lost, doubled, stuck, ambiguous, turns, replies };
}

type Seen = (times: number, what: string) => void;

async function lookAtWeb(ask: Ask, { web }: RunningLoad, seen: Seen): Promise<void> {
  const rows = await ask<{ id: string; thread: string; key: string }>(
    `select u.id, c.external_id as thread, t.message_id as key from utterance u
       join conversation c on c.id = u.conversation_id join turn t on t.id = u.turn_id
      where u.speaker = 'citizen' and c.channel = 'web'`,
  );
  const byKey = Map.groupBy(rows, ({ thread, key }) => `${thread} ${key}`);
  for (const { conversationId, acked } of web.talks)
    for (const { id, key } of acked) {
      const found = byKey.get(`${conversationId} c:${key}`) ?? [];
      seen(found.length, `web message ${key}`);
      if (found.length === 1 && found[0]?.id !== id) seen(0, `web message ${key} under the id that was acknowledged`);
    }
  const shown = await web.readAgain();
  const kept = Map.groupBy(
    await ask<{ id: string; thread: string }>(
      `select u.id, c.external_id as thread from utterance u join conversation c on c.id = u.conversation_id
        where c.channel = 'web'`,
    ),
    ({ thread }) => thread,
  );
  for (const [thread, ids] of shown) {
    if (new Set(ids).size !== ids.length) seen(2, `something shown in ${thread}`);
    for (const { id } of kept.get(thread) ?? []) if (!ids.includes(id)) seen(0, `${id}, kept and never shown`);
  }
}

async function lookAtZalo(ask: Ask, { zalo }: RunningLoad, seen: Seen): Promise<void> {
  const deliveries = await ask<{ event_key: string }>('select event_key from platform_delivery');
  const turns = await ask<{ message_id: string }>(`select message_id from turn where channel = 'zalo-oa'`);
  const counted = (ids: readonly string[]) => Map.groupBy(ids, (id) => id.slice(-20));
  const kept = counted(deliveries.map(({ event_key }) => event_key));
  const answered = counted(turns.map(({ message_id }) => message_id));
  for (const id of zalo.acknowledged.keys()) {
    seen(kept.get(id)?.length ?? 0, `Zalo delivery ${id}`);
    seen(answered.get(id)?.length ?? 0, `turn of Zalo message ${id}`);
  }
}

async function lookAtHotline(ask: Ask, { hotline }: RunningLoad, seen: Seen): Promise<void> {
  const rows = await ask<{ thread: string; text: string }>(
    `select c.external_id as thread, t.asked_masked as text from turn t
       join conversation c on c.id = t.conversation_id where c.channel = 'hotline'`,
  );
  const said = Map.groupBy(rows, ({ thread, text }) => `${thread} ${text.toLowerCase()}`);
  for (const { thread, asked } of hotline.calls)
    for (const text of asked) seen(said.get(`${thread} ${text}`)?.length ?? 0, `"${text}" of ${thread}`);
}

/** Each parcel reached the platform once; one in doubt once or not at all. */
async function lookAtReplies(
  ask: Ask,
  { sent }: ZaloSimulator,
  { lost, doubled }: { readonly lost: string[]; readonly doubled: string[] },
): Promise<number> {
  const rows = await ask<{ address: string; state: string; count: number }>(
    `select address, state, count(*)::int as count from outbox where channel = 'zalo-oa' group by 1, 2`,
  );
  const arrived = Map.groupBy(
    sent.all.filter(({ channel }) => channel === 'zalo-oa'),
    ({ to }) => to,
  );
  // An address is the account's id and the citizen's.
  for (const [address, states] of Map.groupBy(rows, (row) => row.address.replace(/^.*:/, ''))) {
    const of = (state: string) => states.find((row) => row.state === state)?.count ?? 0;
    const there = arrived.get(address)?.length ?? 0;
    if (there < of('sent')) lost.push(`${of('sent') - there} replies to ${address} that are marked sent`);
    if (there > of('sent') + of('ambiguous')) doubled.push(`replies to ${address}: ${there} for ${of('sent')}`);
    if (of('failed') > 0) lost.push(`${of('failed')} replies to ${address} failed`);
  }
  const unsent = await ask<{ id: string }>(
    `select u.id from utterance u join conversation c on c.id = u.conversation_id
      where u.key like 'a:%' and c.channel = 'zalo-oa' and not exists (select from outbox o where o.key = 'said:' || u.id)`,
  );
  lost.push(...unsent.map(({ id }) => `answer ${id} has no row in the outbox`));
  return rows.filter(({ state }) => state === 'ambiguous').reduce((sum, row) => sum + row.count, 0);
}

const unfinished = `select
  (select count(*)::int from turn where answered_at is null) as "turns without an answer",
  (select count(*)::int from platform_delivery where state <> 'done') as "deliveries that are not done",
  (select count(*)::int from outbox where state = 'queued') as "replies that wait",
  (select count(*)::int from (select 1 from hand_off where closed_at is null group by conversation_id having count(*) > 1) h)
    as "talks with two hand-offs"`;

/** What is not at its end; [] when all is. */
export async function stuckIn(ask: Ask): Promise<readonly string[]> {
  const [row = {}] = await ask<Record<string, number>>(unfinished);
  return Object.entries(row).flatMap(([what, times]) => (times > 0 ? [`${times} ${what}`] : []));
}
