import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { keepDays } from '../privacy/keep-days.ts';
import type { BegunTurn } from './calls.ts';
import { openTestStore, type TestStore } from './test-store.ts';

const now = new Date('2026-11-23T03:00:00Z');
const later = (ms: number) => new Date(now.getTime() + ms);
const leaseMs = 6_500;

describe('calls in the store', () => {
  let test: TestStore;
  beforeAll(async () => {
    test = await openTestStore();
  }, 60_000);
  afterAll(() => test?.close());

  const newCall = async () => {
    const talk = { channel: 'hotline', externalId: `jambonz:${randomUUID()}`, locale: 'vi', unit: null };
    const { id: conversationId, citizenId } = await test.store.openConversation(talk);
    return { conversationId, citizenId };
  };
  const begun = (turn: BegunTurn) => {
    if (turn.kind !== 'begun') throw new Error(`It is ${turn.kind}`);
    return turn;
  };

  it('give a turn to one, keep what came of it, and give that to whoever tells of it again', async () => {
    const { calls } = test.store;
    const call = await newCall();
    const first = begun(await calls.begin({ ...call, turn: 0, now, leaseMs }));
    expect(first.content).toBeNull();
    expect(await calls.begin({ ...call, turn: 0, now, leaseMs })).toEqual({ kind: 'in-work' });
    expect(await calls.finish(first.claim, { said: 'chào bà' }, now)).toBe(true);
    expect(await calls.begin({ ...call, turn: 0, now, leaseMs })).toEqual({
      kind: 'answered',
      content: { said: 'chào bà' },
    });
    expect(begun(await calls.begin({ ...call, turn: 1, now, leaseMs })).content).toEqual({ said: 'chào bà' });
  });

  it('let two hooks of a new call at once have one turn between them', async () => {
    const call = await newCall();
    const both = await Promise.all([0, 0].map((turn) => test.store.calls.begin({ ...call, turn, now, leaseMs })));
    expect(both.map(({ kind }) => kind).toSorted()).toEqual(['begun', 'in-work']);
  });

  it('let a later turn take the call from an earlier one, which then keeps nothing', async () => {
    const { calls } = test.store;
    const call = await newCall();
    const early = begun(await calls.begin({ ...call, turn: 1, now, leaseMs }));
    const later = begun(await calls.begin({ ...call, turn: 2, now, leaseMs }));
    expect(await calls.finish(early.claim, 'sớm', now)).toBe(false);
    expect(await calls.begin({ ...call, turn: 1, now, leaseMs })).toEqual({ kind: 'in-work' });
    expect(await calls.finish(later.claim, 'muộn', now)).toBe(true);
    expect(await calls.finish(later.claim, 'lần nữa', now)).toBe(false);
    expect(await calls.read(call)).toEqual({ content: 'muộn' });
  });

  it('take a turn from a copy that died with it, after its lease', async () => {
    const { calls } = test.store;
    const call = await newCall();
    begun(await calls.begin({ ...call, turn: 0, now, leaseMs }));
    expect((await calls.begin({ ...call, turn: 0, now: later(leaseMs - 1), leaseMs })).kind).toBe('in-work');
    expect((await calls.begin({ ...call, turn: 0, now: later(leaseMs + 1), leaseMs })).kind).toBe('begun');
  });

  it('forget what was said at the end, and stay over', async () => {
    const { calls } = test.store;
    const call = await newCall();
    const { claim } = begun(await calls.begin({ ...call, turn: 0, now, leaseMs }));
    await calls.finish(claim, { said: 'hồ sơ của bà' }, now);
    const sealed = 'select content_sealed from phone_call where content_sealed is not null';
    const [row] = (await test.database.query(sealed)) as { content_sealed: Buffer }[];
    expect(row?.content_sealed.toString('latin1')).not.toContain('said');
    expect(await calls.end(call, now)).toEqual({ content: { said: 'hồ sơ của bà' } });
    expect(await calls.end(call, now)).toBeNull();
    expect(await calls.begin({ ...call, turn: 1, now, leaseMs })).toEqual({ kind: 'over' });
    expect(await calls.finish(claim, 'nữa', now)).toBe(false);
  });

  it('are seen by nobody else', async () => {
    const mine = await newCall();
    const other = await newCall();
    begun(await test.store.calls.begin({ ...mine, turn: 0, now, leaseMs }));
    expect(await test.store.calls.read({ ...mine, citizenId: other.citizenId })).toBeNull();
    const seen = await test.store.database.withCitizen(other.citizenId, (handle) =>
      handle.selectFrom('phone_call').select('id').execute(),
    );
    expect(seen).toEqual([]);
  });

  it('go with the talk when its citizen is erased', async () => {
    const call = await newCall();
    begun(await test.store.calls.begin({ ...call, turn: 0, now, leaseMs }));
    await test.store.personalData.askErasure({ citizenId: call.citizenId, at: now, notBefore: now });
    await test.store.personalData.eraseDue(later(1));
    const left = await test.database.query(`select 1 from phone_call where citizen_id = '${call.citizenId}'`);
    expect(left).toEqual([]);
  });

  it('are emptied when their end was never told, and what tells repeats is dropped after two days', async () => {
    const { calls, personalData } = test.store;
    const call = await newCall();
    const { claim } = begun(await calls.begin({ ...call, turn: 0, now, leaseMs }));
    await calls.finish(claim, 'lời', now);
    const hours = (count: number) => later(count * 3_600_000);
    await personalData.sweep(keepDays, hours(3));
    expect(await calls.read(call)).toEqual({ content: 'lời' });
    await personalData.sweep(keepDays, hours(5));
    expect(await calls.read(call)).toBeNull();
    await personalData.sweep(keepDays, hours(54));
    expect(await test.database.query(`select 1 from phone_call where citizen_id = '${call.citizenId}'`)).toEqual([]);
  });
});
