import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestStore, type TestStore } from './test-store.ts';

const now = new Date('2026-11-22T03:00:00Z');
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1_000);

let test: TestStore;
beforeAll(async () => {
  test = await openTestStore();
}, 60_000);
afterAll(() => test?.close());

const figures = async () =>
  Object.fromEntries(
    (await test.store.watch.read(now)).map(({ figure, channel, state, value }) => [
      [figure, channel, state].filter(Boolean).join(' '),
      Math.round(value),
    ]),
  );

describe('what an operator watches of the store', () => {
  it('is nothing at all in an empty one', async () => {
    expect(await figures()).toEqual({ waiting: 0, calls: 0, 'tokens-today': 0, 'cost-today': 0 });
  });

  it('counts what waits and what went wrong, and says how long the oldest has waited', async () => {
    const { store, database } = test;
    const open = await store.openConversation({ channel: 'zalo-oa', externalId: '1:an', locale: 'vi' });
    const key = { conversationId: open.id, citizenId: open.citizenId };
    const asked = { askedMasked: 'lệ phí khai sinh?', slots: {} };
    await store.receive({ ...key, ...asked, messageId: 'm1', at: ago(60) });
    await store.receive({ ...key, ...asked, messageId: 'm2', at: ago(5) });
    const parcel = async (state: string, dueAgo: number, settledAgo: number | null) => {
      const settled = settledAgo === null ? 'null' : `'${ago(settledAgo).toISOString()}'`;
      await database.query(`insert into outbox (id, citizen_id, channel, address, kind, key, content, state, not_before, created_at, settled_at)
        values ('${randomUUID()}', '${open.citizenId}', 'zalo-oa', 'a', 'said', '${randomUUID()}', '{}', '${state}', '${ago(dueAgo).toISOString()}', now(), ${settled})`);
    };
    await parcel('queued', 90, null);
    await parcel('queued', -600, null);
    await parcel('ambiguous', 900, 600);
    await parcel('ambiguous', 900_000, 800_000);
    await parcel('sent', 900, 600);
    await store.model.reserve(
      { person: { kind: 'citizen', id: open.citizenId }, tokens: 1_200, at: now },
      { all: 5_000, person: 5_000 },
    );
    const call = { person: { kind: 'nobody', id: '' }, purpose: 'word', model: 'm', outcome: 'answered' } as const;
    const said = { tokensIn: 1_000, tokensOut: 200, ms: 10, cost: 25, request: '', reply: '' };
    await store.model.keepCall({ ...call, ...said, at: now });
    await store.model.keepCall({ ...call, ...said, at: ago(86_400) });
    expect(await figures()).toEqual({
      ...{ waiting: 0, calls: 0, 'tokens-today': 1_200, 'cost-today': 25 },
      'outbox zalo-oa queued': 2,
      'outbox zalo-oa ambiguous': 1,
      'outbox-oldest zalo-oa': 90,
      'unanswered zalo-oa': 1,
    });
  });

  it('sees no word and nobody: the role has no right to', async () => {
    const look = (statement: string) =>
      test.store.database.withJob('watch', (handle) =>
        handle.executeQuery({ sql: statement, parameters: [], query: { kind: 'RawNode' } } as never),
      );
    await expect(look('select asked_masked from turn')).rejects.toThrow(/permission denied/);
    await expect(look('select citizen_id from outbox')).rejects.toThrow(/permission denied/);
    await expect(look('select request from model_call')).rejects.toThrow(/permission denied/);
  });
});
