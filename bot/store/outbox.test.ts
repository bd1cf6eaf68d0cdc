import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { queueParcel } from './outbox.ts';
import { openTestStore, type TestStore } from './test-store.ts';

const morning = new Date('2026-11-23T02:00:00Z');
const later = (ms: number) => new Date(morning.getTime() + ms);

describe('the outbox', () => {
  let test: TestStore;
  beforeAll(async () => {
    test = await openTestStore();
  }, 60_000);
  afterAll(() => test?.close());

  async function queue(channel: string, over: { key?: string; notBefore?: Date; notAfter?: Date } = {}) {
    const { citizenId } = await test.store.openConversation({ channel, externalId: randomUUID(), locale: 'vi' });
    const parcel = {
      citizenId,
      channel,
      address: 'a1',
      kind: 'officer',
      key: randomUUID(),
      content: { text: 'Hồ sơ đã có kết quả.' },
      notBefore: morning,
      ...over,
    };
    return test.store.database.withCitizen(citizenId, (handle) => queueParcel(handle, parcel, morning));
  }
  const claim = (channel: string, now = morning) =>
    test.store.outbox.claim({ channels: [channel], now, leaseMs: 1_000 });
  const states = async (channel: string) =>
    (await test.store.outbox.counts())
      .filter((row) => row.channel === channel)
      .map(({ state, count }) => [state, count]);

  it('lets a key leave once, however often it is queued', async () => {
    const key = randomUUID();
    expect(await queue('once', { key })).toBe(true);
    const [parcel] = await claim('once');
    expect(parcel).toMatchObject({ content: { text: 'Hồ sơ đã có kết quả.' }, attempt: 1, fence: 1 });
    expect(await test.store.outbox.settle(parcel!, { state: 'sent' }, morning)).toBe(true);
    expect(await claim('once')).toEqual([]);
    expect(await states('once')).toEqual([['sent', 1]]);
  });

  it('gives each parcel to one claimer, many at once', async () => {
    for (let count = 0; count < 30; count += 1) await queue('many');
    const claimed = (await Promise.all(Array.from({ length: 6 }, () => claim('many')))).flat().map(({ id }) => id);
    expect(claimed).toHaveLength(30);
    expect(new Set(claimed).size).toBe(30);
  });

  it('holds nothing back for the hour that a wrong clock was ahead', async () => {
    await queue('ahead');
    const before = later(-3_600_000);
    const [parcel] = await claim('ahead', before);
    expect(await test.store.outbox.settle(parcel!, { state: 'sent' }, before)).toBe(true);
    await queue('ahead', { notBefore: later(1) });
    expect(await claim('ahead', before)).toEqual([]);
  });

  it('leaves in doubt what a sender of an hour ahead held when he died', async () => {
    await queue('dead ahead');
    await claim('dead ahead');
    await test.store.outbox.tidy(later(-3_600_000));
    expect(await states('dead ahead')).toEqual([['ambiguous', 1]]);
  });

  it('waits for its moment, and fails what came too late', async () => {
    await queue('timed', { notBefore: later(60_000), notAfter: later(120_000) });
    expect(await claim('timed')).toEqual([]);
    expect(await claim('timed', later(180_000))).toEqual([]);
    await test.store.outbox.tidy(later(180_000));
    expect(await states('timed')).toEqual([['failed', 1]]);
  });

  it('calls a parcel ambiguous whose holder died, and never gives it out again', async () => {
    await queue('dead');
    const [parcel] = await claim('dead');
    expect(await test.store.outbox.tidy(later(500))).toBe(0);
    expect(await test.store.outbox.tidy(later(2_000))).toBeGreaterThan(0);
    expect(await claim('dead', later(3_000))).toEqual([]);
    expect(await test.store.outbox.settle(parcel!, { state: 'sent' }, later(3_000))).toBe(false);
    expect(await states('dead')).toEqual([['ambiguous', 1]]);
  });

  it('refuses the settlement of one who was overtaken', async () => {
    await queue('fenced');
    const [first] = await claim('fenced');
    await test.store.outbox.settle(first!, { state: 'later', at: morning, reason: 'busy' }, morning);
    const [second] = await claim('fenced');
    expect(second).toMatchObject({ id: first!.id, attempt: 2, fence: 2 });
    expect(await test.store.outbox.settle(first!, { state: 'failed', reason: 'late' }, morning)).toBe(false);
    expect(await test.store.outbox.settle(second!, { state: 'sent' }, morning)).toBe(true);
  });

  it('lets no notice out to whoever has stopped them since it was queued', async () => {
    const { store } = test;
    const place = { channel: 'stopped', address: 'a1' };
    const { citizenId } = await store.openConversation({ channel: 'stopped', externalId: randomUUID(), locale: 'vi' });
    const wish = { citizenId, purpose: 'notices' as const, said: 'Nhắn.', channel: 'stopped', at: morning, place };
    const queueNotice = () =>
      store.database.withCitizen(citizenId, (handle) => {
        const content = { text: 'Hồ sơ đã có kết quả.' };
        return queueParcel(
          handle,
          { citizenId, ...place, kind: 'notice', key: randomUUID(), content, notBefore: morning },
          morning,
        );
      });
    await store.consents.turnOn(wish);
    await queueNotice();
    expect(await claim('stopped')).toHaveLength(1);
    await queueNotice();
    await store.consents.stop({ citizenId, place, at: morning });
    expect(await claim('stopped')).toEqual([]);
    await test.store.outbox.tidy(morning);
    expect(await states('stopped')).toEqual([
      ['failed', 1],
      ['queued', 1],
    ]);
  });

  it('keeps nothing of what was said once it is settled', async () => {
    await queue('emptied');
    const [parcel] = await claim('emptied');
    await test.store.outbox.settle(parcel!, { state: 'sent' }, morning);
    const rows = await test.database.query('select content from outbox where id = $1', [parcel!.id]);
    expect(rows).toEqual([{ content: null }]);
  });
});
