import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { keepDays } from '../privacy/keep-days.ts';
import { openTestStore, type TestStore } from './test-store.ts';

const now = new Date();
const soon = new Date(now.getTime() + 60_000);

describe('what is said on a channel that is pushed', () => {
  let test: TestStore;
  beforeAll(async () => {
    test = await openTestStore();
  }, 60_000);
  afterAll(() => test?.close());

  async function talk(channel = 'zalo-oa') {
    const address = `oa1:${randomUUID()}`;
    const { id: conversationId, citizenId } = await test.store.openConversation({
      channel,
      externalId: address,
      locale: 'vi',
    });
    const say = (text: string, speaker: 'bot' | 'citizen' = 'bot', key: string = randomUUID()) =>
      test.store.addUtterances({
        citizenId,
        conversationId,
        utterances: [{ key, speaker, content: { text }, at: now }],
      });
    return { address, conversationId, citizenId, say };
  }
  const claim = (limit = 20) => test.store.outbox.claim({ channels: ['zalo-oa'], now: soon, leaseMs: 60_000, limit });
  const rows = (address: string) =>
    test.database.query('select state, kind, part, content from outbox where address = $1 order by seq, part', [
      address,
    ]);

  it('is queued with the utterance, once, to its address', async () => {
    const { address, say } = await talk();
    const [id] = await say('Dạ, chào chị.', 'bot', 'k');
    await say('Dạ, chào chị.', 'bot', 'k');
    expect(await rows(address)).toEqual([{ state: 'queued', kind: 'said', part: 1, content: { utteranceId: id } }]);
    const [parcel] = await claim();
    const read = await test.store.utterance({ citizenId: parcel!.citizenId, utteranceId: id! });
    expect(read).toMatchObject({ id, speaker: 'bot', content: { text: 'Dạ, chào chị.' } });
    await test.store.outbox.settle(parcel!, { state: 'sent' }, now);
  });

  it('is not what the citizen says, nor what is said where pages read it', async () => {
    const pushed = await talk();
    await pushed.say('Khai sinh cần giấy gì?', 'citizen');
    const web = await talk('web');
    await web.say('Dạ, chào anh.');
    expect(await rows(pushed.address)).toEqual([]);
    expect(await rows(web.address)).toEqual([]);
  });

  it('leaves in order to one address: what is under way or waits holds the rest back, to that address alone', async () => {
    const [one, other] = [await talk(), await talk()];
    await one.say('một');
    await one.say('hai');
    await other.say('ba');
    const claimed = await claim();
    const first = [one, other].map(({ address }) => claimed.find((parcel) => parcel.address === address));
    expect(claimed).toHaveLength(2);
    expect(await claim()).toEqual([]);
    await test.store.outbox.settle(
      first[0]!,
      { state: 'later', at: new Date(soon.getTime() + 1), reason: 'busy' },
      now,
    );
    expect(await claim()).toEqual([]);
    const again = await test.store.outbox.claim({
      channels: ['zalo-oa'],
      now: new Date(soon.getTime() + 2),
      leaseMs: 60_000,
    });
    expect(again.map(({ id }) => id)).toEqual([first[0]!.id]);
    await test.store.outbox.settle(again[0]!, { state: 'ambiguous', reason: 'timeout' }, now);
    await test.store.outbox.settle(first[1]!, { state: 'sent' }, now);
    const [next] = await claim();
    expect(next).toMatchObject({ address: one.address });
    await test.store.outbox.settle(next!, { state: 'sent' }, now);
  });

  it('goes in several parcels when it is long, each once, before what was said next', async () => {
    const { address, say } = await talk();
    await say('dài');
    await say('sau');
    const [parcel] = await claim();
    expect(await test.store.outbox.split(parcel!, ['một', 'hai', 'ba'], now)).toBe(true);
    expect((await rows(address)).map(({ part, content }) => [part, content]).slice(0, 3)).toEqual([
      [1, 'một'],
      [2, 'hai'],
      [3, 'ba'],
    ]);
    await test.store.outbox.settle(parcel!, { state: 'sent' }, now);
    const order: unknown[] = [];
    for (let [next] = await claim(); next; [next] = await claim()) {
      order.push(next.content);
      await test.store.outbox.settle(next, { state: 'sent' }, now);
    }
    expect(order).toEqual(['hai', 'ba', { utteranceId: expect.any(String) }]);
  });

  it('is not split by one who has lost it', async () => {
    const { say } = await talk();
    await say('một');
    const [parcel] = await claim();
    expect(await test.store.outbox.split({ ...parcel!, fence: parcel!.fence + 1 }, ['a', 'b'], now)).toBe(false);
    await test.store.outbox.settle(parcel!, { state: 'sent' }, now);
  });

  it('still answers in a talk that was set aside by the very message, and says nothing more in it', async () => {
    const { address, conversationId, citizenId } = await talk();
    const turn = { conversationId, citizenId, messageId: 'm1', askedMasked: 'liên kết', slots: {}, at: now };
    const { turnId } = await test.store.receive(turn);
    await test.database.query("update conversation set external_id = 'ended:' || id where id = $1", [conversationId]);
    const end = { conversationId, citizenId, turnId, answer: {}, status: 'login-required', ms: 1, memory: {}, at: now };
    await test.store.finish(end);
    await test.store.addUtterances({
      citizenId,
      conversationId,
      utterances: [{ key: 'x', speaker: 'bot', content: {}, at: now }],
    });
    expect(await rows(address)).toHaveLength(1);
  });
});

describe('how an address can be reached', () => {
  let test: TestStore;
  beforeAll(async () => {
    test = await openTestStore();
  }, 60_000);
  afterAll(() => test?.close());
  const place = { channel: 'zalo-oa', address: 'oa1:u1' };

  it('is noted from what the citizen does, the latest counting', async () => {
    const { store } = test;
    const { citizenId, id } = await store.openConversation({ channel: 'zalo-oa', externalId: 'oa1:u1', locale: 'vi' });
    expect(await store.reach.read(place)).toBeNull();
    await store.reach.heard(place, { citizenId, at: now, follows: true });
    await store.reach.heard(place, { citizenId, at: new Date(now.getTime() - 9_000) });
    expect(await store.reach.read(place)).toEqual({ lastAt: now, follows: true, refused: null, pausedUntil: null });
    await store.reach.left(place);
    expect(await store.reach.read(place)).toMatchObject({ follows: false, refused: 'unfollowed' });
    await store.addUtterances({
      citizenId,
      conversationId: id,
      utterances: [{ key: 'x', speaker: 'bot', content: {}, at: now }],
    });
    const [parcel] = await store.outbox.claim({ channels: ['zalo-oa'], now: soon, leaseMs: 1_000 });
    const wait = { state: 'later', at: new Date(soon.getTime() + 86_400_000), reason: 'outside-window' } as const;
    await store.outbox.settle(parcel!, wait, now);
    expect(await store.outbox.claim({ channels: ['zalo-oa'], now: soon, leaseMs: 1_000 })).toEqual([]);
    await store.reach.heard(place, { citizenId, at: soon });
    expect(await store.reach.read(place)).toMatchObject({ refused: null, lastAt: soon });
    expect(await store.outbox.claim({ channels: ['zalo-oa'], now: soon, leaseMs: 1_000 })).toHaveLength(1);
  });

  it('keeps what waits for a yes sealed, for its time, and drops it', async () => {
    const { store, database } = test;
    await store.reach.keepPending(place, { picture: 'https://f6.photo.talk.zdn.vn/a.jpg' }, soon);
    const [row] = await database.query('select pending_sealed from zalo_reach');
    expect(String(row!.pending_sealed)).not.toContain('zdn.vn');
    expect(await store.reach.readPending(place, now)).toEqual({ picture: 'https://f6.photo.talk.zdn.vn/a.jpg' });
    await store.reach.dropPending(place);
    expect(await store.reach.readPending(place, now)).toBeNull();
    await store.reach.keepPending(place, { picture: 'x' }, now);
    expect(await store.reach.readPending(place, soon)).toBeNull();
    await store.personalData.sweep(keepDays, soon);
    expect(await database.query('select pending_sealed from zalo_reach')).toEqual([{ pending_sealed: null }]);
  });
});
