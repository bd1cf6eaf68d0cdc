import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { OpenConversation } from './store.ts';
import { openTestStore, type TestStore } from './test-store.ts';

describe('conversations', () => {
  let test: TestStore;
  beforeAll(async () => {
    test = await openTestStore();
  }, 60_000);
  afterAll(() => test?.close());

  const open = (externalId: string = randomUUID()) =>
    test.store.openConversation({ channel: 'zalo-oa', externalId, locale: 'vi' });
  const ids = ({ id, citizenId }: OpenConversation) => ({ conversationId: id, citizenId });
  const say = (conversation: OpenConversation, messageId: string, askedMasked = 'lệ phí khai sinh?', slots = {}) =>
    test.store.receive({ ...ids(conversation), messageId, askedMasked, slots, at: new Date() });
  const done = {
    answer: { text: 'Miễn phí' },
    status: 'answered',
    ms: 12.4,
    memory: { topics: ['1.001193'] },
    at: new Date('2026-09-15T02:00:00Z'),
  };

  it('gives a new thread an anonymous citizen of its own, and finds both again', async () => {
    const first = await open('thread-1');
    expect(await open('thread-1')).toEqual(first);
    expect(first).toMatchObject({
      id: first.id,
      citizenId: first.citizenId,
      memory: {},
      ownedByOfficer: false,
      locale: 'vi',
    });
    expect((await open('thread-2')).citizenId).not.toBe(first.citizenId);
  });

  it('makes one conversation when the same new thread is opened ten times at once, and leaves no citizen over', async () => {
    // All connections are made first: else one of the ten is through before the others have begun.
    await Promise.all(Array.from({ length: 10 }, () => open()));
    const [{ count: before } = {}] = await test.database.query('select count(*) from citizen');
    const opened = await Promise.all(Array.from({ length: 10 }, () => open('thread-race')));
    expect(new Set(opened.map(({ id }) => id)).size).toBe(1);
    const [{ count: after } = {}] = await test.database.query('select count(*) from citizen');
    expect(Number(after)).toBe(Number(before) + 1);
  });

  it('only looks for a thread with findConversation', async () => {
    expect(await test.store.findConversation({ channel: 'web', externalId: 'nowhere' })).toBeNull();
    expect(await test.store.findConversation({ channel: 'zalo-oa', externalId: 'thread-1' })).toEqual(
      await open('thread-1'),
    );
  });

  it('stores a message once, though it comes twice, at once or after its answer', async () => {
    const conversation = await open();
    const [one, two] = await Promise.all([say(conversation, 'm1'), say(conversation, 'm1')]);
    expect([one?.repeated, two?.repeated].sort()).toEqual([false, true]);
    expect(one).toMatchObject({ turnId: two?.turnId, seq: 1, answer: null });
    await test.store.finish({ ...ids(conversation), turnId: one?.turnId ?? '', ...done });
    expect(await say(conversation, 'm1')).toMatchObject({
      turnId: one?.turnId,
      seq: 1,
      repeated: true,
      answer: done.answer,
    });
  });

  it('numbers messages that come at once from 1, without gaps', async () => {
    const conversation = await open();
    const turns = await Promise.all(Array.from({ length: 12 }, (_, index) => say(conversation, `m${index}`)));
    expect(turns.map(({ seq }) => seq).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 12 }, (_, index) => index + 1),
    );
  });

  it('stores answer and memory together, once', async () => {
    const conversation = await open('thread-memory');
    const { turnId } = await say(conversation, 'm1');
    await test.store.finish({ ...ids(conversation), turnId, ...done });
    await test.store.finish({ ...ids(conversation), turnId, ...done, answer: 'another', memory: { late: true } });
    expect((await open('thread-memory')).memory).toEqual(done.memory);
    const [turn] = await test.store.turns(ids(conversation));
    expect(turn).toMatchObject({
      turnId,
      seq: 1,
      answer: done.answer,
      status: 'answered',
      ms: 12,
      answeredAt: done.at,
    });
  });

  it('gives the newest turns, in order', async () => {
    const conversation = await open();
    for (const messageId of ['a', 'b', 'c']) await say(conversation, messageId);
    const turns = await test.store.turns({ ...ids(conversation), limit: 2 });
    expect(turns.map((turn) => [turn.seq, turn.messageId])).toEqual([
      [2, 'b'],
      [3, 'c'],
    ]);
  });

  it("knows nothing of a conversation or turn that is another citizen's", async () => {
    const mine = await open();
    const { citizenId } = await open();
    const { turnId } = await say(mine, 'm1');
    await expect(say({ ...mine, citizenId }, 'm2')).rejects.toMatchObject({ code: 'unknown-conversation' });
    await expect(test.store.finish({ ...ids(mine), citizenId, turnId, ...done })).rejects.toMatchObject({
      code: 'unknown-conversation',
    });
    await expect(test.store.slotsOf({ citizenId, turnId })).rejects.toMatchObject({ code: 'unknown-turn' });
    expect(await test.store.turns({ ...ids(mine), citizenId })).toEqual([]);
  });

  it('keeps what was masked sealed: the database holds no digit of it', async () => {
    const conversation = await open();
    const slots = { '⟦cccd-1⟧': '079123456789', '⟦phone-1⟧': '0901234567' };
    const { turnId } = await say(conversation, 'm1', 'tôi là ⟦cccd-1⟧, số ⟦phone-1⟧', slots);
    expect(await test.store.slotsOf({ citizenId: conversation.citizenId, turnId })).toEqual(slots);
    const [row] = await test.database.query(
      "select turn::text || encode(slots_sealed, 'escape') as everything from turn where id = $1",
      [turnId],
    );
    expect(row?.everything).not.toMatch(/079123456789|0901234567/);
  });

  it('lets a citizen change his opinion of an answer', async () => {
    const conversation = await open();
    const { turnId } = await say(conversation, 'm1');
    const opinion = { citizenId: conversation.citizenId, turnId, at: new Date() };
    await test.store.giveFeedback({ ...opinion, verdict: 'good' });
    await test.store.giveFeedback({ ...opinion, verdict: 'bad', reason: 'sai lệ phí\0' });
    expect(await test.database.query('select verdict, reason from feedback where turn_id = $1', [turnId])).toEqual([
      { verdict: 'bad', reason: 'sai lệ phí\uFFFD' },
    ]);
  });

  it('stores any text and any JSON, NUL and broken characters replaced', async () => {
    const conversation = await open('thread-any');
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary' }),
        fc.jsonValue(),
        fc.constantFrom('', '\0', '\uD800', '\uDC00x'),
        async (text, memory, bad) => {
          const { turnId } = await say(conversation, randomUUID(), text + bad);
          const answer = { [`k${bad}`]: [text + bad], memory };
          await test.store.finish({ ...ids(conversation), turnId, ...done, answer, memory });
          const [turn] = await test.store.turns({ ...ids(conversation), limit: 1 });
          const clean = (value: string) => value.replaceAll('\0', '\uFFFD').toWellFormed();
          expect(turn?.askedMasked).toBe(clean(text + bad));
          expect(turn?.answer).toMatchObject({ [clean(`k${bad}`)]: [clean(text + bad)] });
        },
      ),
      { numRuns: 50 },
    );
  }, 30_000);

  it.each(['', '\0', 'a\0b', '\uD800', 'x'.repeat(513)])(
    'refuses an id that cannot be kept unchanged (%j)',
    async (id) => {
      await expect(open(id)).rejects.toMatchObject({ code: 'bad-id' });
      const conversation = await open();
      await expect(say(conversation, id)).rejects.toMatchObject({ code: 'bad-id' });
    },
  );

  it('refuses a moment that is none', async () => {
    const conversation = await open();
    const turn = { ...ids(conversation), messageId: 'm', askedMasked: 'x', slots: {} };
    await expect(test.store.receive({ ...turn, at: new Date('x') })).rejects.toMatchObject({ code: 'bad-date' });
    await expect(test.store.receive({ ...turn, conversationId: 'x', at: new Date() })).rejects.toMatchObject({
      code: 'bad-id',
    });
  });

  it('keeps a message of a megabyte whole', async () => {
    const conversation = await open();
    const text = 'ờ'.repeat(500_000);
    await say(conversation, 'm1', text);
    const [turn] = await test.store.turns(ids(conversation));
    expect(turn?.askedMasked).toBe(text);
  });
});
