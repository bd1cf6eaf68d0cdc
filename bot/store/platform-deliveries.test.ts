import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NewDelivery } from './platform-deliveries.ts';
import { openTestStore, type TestStore } from './test-store.ts';

const at = new Date('2026-11-23T03:00:00Z');
const later = (seconds: number) => new Date(at.getTime() + seconds * 1000);
const leaseMs = 30_000;

describe('what platforms delivered', () => {
  let test: TestStore;
  let account = 0;
  beforeAll(async () => {
    test = await openTestStore();
  }, 60_000);
  afterAll(() => test?.close());

  const deliveries = () => test.store.deliveries;
  /** Each test has an account of its own, and leaves nothing waiting. */
  const begin = async () => {
    await test.database.query('delete from platform_delivery');
    account += 1;
  };
  const delivery = (key: string, more: Partial<NewDelivery> = {}): NewDelivery => ({
    channel: 'zalo-oa',
    account: `oa-${account}`,
    key,
    thread: 'an',
    name: 'user_send_text',
    original: `{"text":"số của tôi là 010190000011","key":"${key}"}`,
    masked: { text: 'số của tôi là [CCCD]' },
    orderedAt: at,
    receivedAt: at,
    ...more,
  });
  const claim = (now = at, limit = 10) => deliveries().claim({ now, leaseMs, limit });

  it('are kept once, however often and in whatever company they come', async () => {
    await begin();
    expect(await deliveries().keep([delivery('m1'), delivery('m1'), delivery('m2')])).toEqual([true, false, true]);
    expect(await deliveries().keep([delivery('m2'), delivery('m3')])).toEqual([false, true]);
    const twice = await Promise.all([deliveries().keep([delivery('m4')]), deliveries().keep([delivery('m4')])]);
    expect(twice.flat().toSorted()).toEqual([false, true]);
    expect(await deliveries().keep([delivery('m1', { account: 'another' })])).toEqual([true]);
  });

  it('are handed on also when the clock was an hour ahead as they came, or as their holder died', async () => {
    await begin();
    await deliveries().keep([delivery('ahead')]);
    expect((await claim(later(-3_600))).map(({ key }) => key)).toEqual(['ahead']);
    await begin();
    await deliveries().keep([delivery('held', { receivedAt: later(-7_200) })]);
    expect(await claim(at)).toHaveLength(1);
    expect((await claim(later(-3_600))).map(({ key }) => key)).toEqual(['held']);
  });

  it('are handed on as they came, one of a thread at a time and in its order', async () => {
    await begin();
    await deliveries().keep([delivery('second', { orderedAt: later(2) }), delivery('other', { thread: 'bình' })]);
    await deliveries().keep([delivery('first', { orderedAt: later(1) })]);
    const held = await claim();
    expect(held.map(({ key }) => key)).toEqual(['other', 'first']);
    expect(held[1]?.original).toContain('010190000011');
    expect(await claim()).toEqual([]);
    await deliveries().settle(held[1]!, { state: 'done' }, at);
    expect((await claim()).map(({ key }) => key)).toEqual(['second']);
  });

  it('are held by one copy of the program when many ask at once', async () => {
    await begin();
    const many = Array.from({ length: 20 }, (_, index) => delivery(`m${index}`, { thread: `t${index}` }));
    await deliveries().keep(many);
    const held = (await Promise.all(Array.from({ length: 8 }, () => claim(at, 5)))).flat();
    expect(new Set(held.map(({ key }) => key)).size).toBe(held.length);
    const rest = await claim(at, 50);
    expect(held.length + rest.length).toBe(20);
  });

  it('go to another copy when their holder died, and the dead one settles nothing any more', async () => {
    await begin();
    await deliveries().keep([delivery('m1')]);
    const [dead] = await claim();
    expect(await claim(later(29))).toEqual([]);
    const [heir] = await claim(later(31));
    expect(heir).toMatchObject({ key: 'm1', attempt: 2, fence: 2 });
    expect(await deliveries().settle(dead!, { state: 'done' }, later(31))).toBe(false);
    expect(await deliveries().renew(dead!, later(90))).toBe(false);
    expect(await deliveries().renew(heir!, later(90))).toBe(true);
    expect(await deliveries().settle(heir!, { state: 'done' }, later(40))).toBe(true);
    expect(await deliveries().settle(heir!, { state: 'done' }, later(41))).toBe(false);
  });

  it('keep what comes after them in their thread waiting while they are tried again, and no other thread', async () => {
    await begin();
    await deliveries().keep([delivery('m1'), delivery('m2', { orderedAt: later(1) })]);
    const [held] = await claim();
    await deliveries().settle(held!, { state: 'later', at: later(10), reason: 'store-away' }, at);
    await deliveries().keep([delivery('other', { thread: 'bình' })]);
    expect((await claim(later(5))).map(({ key }) => key)).toEqual(['other']);
    expect((await claim(later(11))).map(({ key }) => key)).toEqual(['m1']);
  });

  it('lose their words once they are done, keep them sealed when they failed, and name nobody in the clear', async () => {
    await begin();
    await deliveries().keep([delivery('good', { thread: '246845883529197922' }), delivery('bad', { thread: 'x' })]);
    const rows = JSON.stringify(await test.database.query('select * from platform_delivery'));
    expect(rows).not.toContain('010190000011');
    expect(rows).not.toContain('246845883529197922');
    const [good, bad] = await claim();
    await deliveries().settle(good!, { state: 'done' }, at);
    await deliveries().settle(bad!, { state: 'failed', reason: 'handler-threw' }, at);
    expect(
      await test.database.query(
        'select event_key, state, masked is null as masked_gone, sealed is null as sealed_gone, reason from platform_delivery order by seq',
      ),
    ).toEqual([
      { event_key: 'good', state: 'done', masked_gone: true, sealed_gone: true, reason: null },
      { event_key: 'bad', state: 'failed', masked_gone: false, sealed_gone: false, reason: 'handler-threw' },
    ]);
    // A repeat that comes long after is still known.
    expect(await deliveries().keep([delivery('good')])).toEqual([false]);
  });

  it('are counted, and forgotten when no platform can repeat them any more', async () => {
    await begin();
    await deliveries().keep([delivery('old'), delivery('waits', { thread: 'bình' })]);
    const [held] = await claim();
    await deliveries().settle(held!, { state: 'done' }, at);
    expect(await deliveries().counts()).toEqual([
      { channel: 'zalo-oa', state: 'done', count: 1, oldest: at },
      { channel: 'zalo-oa', state: 'queued', count: 1, oldest: at },
    ]);
    expect(await deliveries().sweep(at)).toBe(0);
    expect(await deliveries().sweep(later(1))).toBe(1);
    expect(await deliveries().counts()).toMatchObject([{ state: 'queued', count: 1 }]);
  });

  it('are seen by no role but their own', async () => {
    await begin();
    await deliveries().keep([delivery('m1')]);
    await expect(test.store.database.outer.selectFrom('platform_delivery').selectAll().execute()).rejects.toMatchObject(
      { code: '42501' },
    );
    await expect(
      test.store.database.withJob('outbox', (handle) => handle.selectFrom('zalo_token').selectAll().execute()),
    ).rejects.toMatchObject({ code: '42501' });
  });
});
