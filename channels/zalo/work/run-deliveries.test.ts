import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestStore, type TestStore } from '../../../bot/store/test-store.ts';
import { deliveryOf } from '../webhook/delivery-of.ts';
import { readOaEvent } from '../webhook/read-oa-event.ts';
import { oaText, testKeys } from '../webhook/test-webhook.ts';
import type { HandleZaloEvent } from '../zalo-event.ts';
import { readDelivery } from './read-delivery.ts';
import { runDeliveries } from './run-deliveries.ts';

describe('the worker', () => {
  let test: TestStore;
  beforeAll(async () => {
    test = await openTestStore();
  }, 60_000);
  afterAll(() => test?.close());

  const at = new Date();
  const say = async (text: string, from: string, seconds = 0) => {
    const timestamp = String(at.getTime() + seconds * 1000 - 60_000);
    const body = oaText(text, { sender: { id: from }, message: { text, msg_id: `${from}-${text}` }, timestamp });
    const arrival = readOaEvent(JSON.parse(body), { oaId: testKeys.oaId, receivedAt: at });
    if (!('event' in arrival)) throw new Error('no event');
    await test.store.deliveries.keep([deliveryOf(arrival.event, body)]);
  };
  const run = (
    handle: HandleZaloEvent,
    more: { atOnce?: () => number; leaseMs?: number; onError?: (error: unknown) => void } = {},
  ) =>
    runDeliveries({
      deliveries: test.store.deliveries,
      read: readDelivery,
      handle,
      onError: () => {},
      everyMs: 5,
      ...more,
    });
  const untilSettled = async () => {
    for (;;) {
      const counts = await test.store.deliveries.counts();
      if (!counts.some(({ state }) => state === 'queued')) return counts;
    }
  };

  it('hands each delivery on once in the order of its thread, from four copies of the program', async () => {
    const told: string[] = [];
    let inHand = 0;
    let most = 0;
    const handle: HandleZaloEvent = async ({ userId, text }) => {
      inHand += 1;
      most = Math.max(most, inHand);
      await new Promise(setImmediate);
      told.push(`${userId} ${text}`);
      inHand -= 1;
    };
    for (let number = 9; number >= 0; number -= 1)
      for (const user of ['an', 'bình', 'chi']) await say(`câu ${number}`, user, number);
    const workers = Array.from({ length: 4 }, () => run(handle, { atOnce: () => 2 }));
    await untilSettled();
    await Promise.all(workers.map((worker) => worker.stop()));
    expect(told).toHaveLength(30);
    for (const user of ['an', 'bình', 'chi'])
      expect(told.filter((line) => line.startsWith(user))).toEqual(
        Array.from({ length: 10 }, (_, number) => `${user} câu ${number}`),
      );
    expect(most).toBeGreaterThan(1);
  });

  it('hands one on again when it failed, and lets its thread wait for it', async () => {
    const told: string[] = [];
    const errors: unknown[] = [];
    let failures = 1;
    await say('hỏng một lần', 'dung', 1);
    await say('sau đó', 'dung', 2);
    const worker = run(
      async ({ text }) => {
        if (text === 'hỏng một lần' && failures-- > 0) throw new Error('store away');
        told.push(text ?? '');
      },
      { onError: (error) => errors.push(error) },
    );
    await untilSettled();
    await worker.stop();
    expect(told).toEqual(['hỏng một lần', 'sau đó']);
    expect(errors).toHaveLength(1);
  });

  it('leaves to another copy what a dead one held', async () => {
    await say('giữ', 'em', 1);
    const dead = await test.store.deliveries.claim({ now: new Date(), leaseMs: 200, limit: 1 });
    expect(dead).toHaveLength(1);
    const told: string[] = [];
    const worker = run(async ({ text }) => void told.push(text ?? ''));
    await untilSettled();
    await worker.stop();
    expect(told).toEqual(['giữ']);
  });

  it('keeps what it works on for longer than a lease', async () => {
    await say('lâu', 'giang', 1);
    let begun = 0;
    let end = () => {};
    const handle: HandleZaloEvent = async () => {
      begun += 1;
      if (begun === 1)
        await new Promise<void>((resolve) => {
          end = resolve;
        });
    };
    const [first, second] = [run(handle, { leaseMs: 300 }), run(handle, { leaseMs: 300 })];
    const renewed = test.store.database.withJob.bind(test.store.database);
    const until = Date.now() + 700;
    while (Date.now() < until)
      await renewed('deliveries', (sql) =>
        sql.selectFrom('platform_delivery').select('fence').where('state', '=', 'queued').execute(),
      );
    expect(begun).toBe(1);
    end();
    await untilSettled();
    await Promise.all([first.stop(), second.stop()]);
    expect(begun).toBe(1);
  });

  it('stops when what is in hand is done', async () => {
    await say('cuối', 'hà', 1);
    let done = false;
    let started = () => {};
    const begun = new Promise<void>((resolve) => {
      started = resolve;
    });
    const worker = run(async () => {
      started();
      await new Promise(setImmediate);
      done = true;
    });
    await begun;
    await worker.stop();
    expect(done).toBe(true);
  });
});
