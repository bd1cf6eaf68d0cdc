import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestStore, type TestStore } from './test-store.ts';

const now = new Date('2026-11-23T02:00:00Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
const days = { anonymous: 90, signedIn: 365, sealedNumbers: 30, settledParcels: 30, withdrawnConsents: 730 };

describe('what is kept of a citizen', () => {
  let test: TestStore;
  beforeAll(async () => {
    test = await openTestStore();
  }, 60_000);
  afterAll(() => test?.close());

  /** A citizen who asked once, some days ago. */
  async function citizen(age = 0): Promise<string> {
    const { store, database } = test;
    const { id, citizenId } = await store.openConversation({ channel: 'web', externalId: randomUUID(), locale: 'vi' });
    const asked = {
      conversationId: id,
      citizenId,
      messageId: 'm1',
      askedMasked: 'số của tôi là [số căn cước 1]',
      slots: { '[số căn cước 1]': '010190000011' },
      at: daysAgo(age),
    };
    const { turnId } = await store.receive(asked);
    await store.giveFeedback({ citizenId, turnId, verdict: 'up', at: daysAgo(age) });
    await database.query('update conversation set updated_at = $2 where id = $1', [id, daysAgo(age)]);
    return citizenId;
  }
  const place = { channel: 'web', address: 'thread' };
  const agree = (citizenId: string) =>
    test.store.consents.turnOn({
      citizenId,
      purpose: 'notices',
      said: 'Nhắn khi có kết quả.',
      channel: 'web',
      at: now,
      place,
    });
  const read = (citizenId: string) => test.store.personalData.read(citizenId);
  const ask = (citizenId: string) =>
    test.store.personalData.askErasure({ citizenId, at: now, notBefore: new Date(now.getTime() + 60_000) });
  const inAnHour = new Date(now.getTime() + 3_600_000);

  it('is shown to him whole, and to him alone', async () => {
    const [one, other] = [await citizen(), await citizen()];
    await agree(one);
    expect(await read(one)).toMatchObject({
      conversations: 1,
      turns: [{ asked: 'số của tôi là [số căn cước 1]', channel: 'web' }],
      feedback: [{ verdict: 'up' }],
      consents: [{ purpose: 'notices', said: 'Nhắn khi có kết quả.', withdrawnAt: null }],
      notices: [{ channel: 'web', stoppedAt: null }],
      erasureAt: null,
      onHold: false,
    });
    expect(await read(other)).toMatchObject({ consents: [], notices: [] });
  });

  it('is erased when its time has come, and only his; the proof of consent stays, taken back', async () => {
    const [one, other] = [await citizen(), await citizen()];
    await agree(one);
    await ask(one);
    await ask(one);
    expect(await test.store.personalData.eraseDue(now)).toBe(0);
    expect(await test.store.personalData.eraseDue(inAnHour)).toBe(1);
    expect(await read(one)).toMatchObject({ conversations: 0, turns: [], feedback: [], notices: [], erasureAt: null });
    expect((await read(one)).consents).toMatchObject([{ purpose: 'notices', withdrawnAt: inAnHour }]);
    expect((await read(other)).turns).toHaveLength(1);
    expect((await test.store.verifyAudit()).brokenAt).toBeNull();
  });

  it('stays when the wish was taken back', async () => {
    const one = await citizen();
    await ask(one);
    expect(await test.store.personalData.cancelErasure(one)).toBe(true);
    expect(await test.store.personalData.cancelErasure(one)).toBe(false);
    await test.store.personalData.eraseDue(inAnHour);
    expect((await read(one)).turns).toHaveLength(1);
  });

  it('stays while a legal hold lasts, whatever asks for it to go, and goes when it is lifted', async () => {
    const one = await citizen(4_000);
    const holdId = await test.store.personalData.hold({
      citizenId: one,
      reason: 'Công văn giữ chứng cứ',
      orderedBy: 'admin-1',
      at: now,
    });
    await ask(one);
    await test.store.personalData.eraseDue(inAnHour);
    await test.store.personalData.sweep(days, now);
    expect(await read(one)).toMatchObject({ onHold: true, conversations: 1 });
    expect(await test.store.personalData.release({ holdId, by: 'admin-1', at: now })).toBe(true);
    expect(await test.store.personalData.release({ holdId, by: 'admin-1', at: now })).toBe(false);
    expect(await test.store.personalData.eraseDue(inAnHour)).toBe(1);
    expect(await read(one)).toMatchObject({ onHold: false, conversations: 0 });
  });

  it('goes by itself after its time: numbers first, then the talk, later for who signed in', async () => {
    const [fresh, month, old, known] = [await citizen(1), await citizen(40), await citizen(100), await citizen(100)];
    await test.database.query('update citizen set person_key = $2 where id = $1', [known, Buffer.alloc(32, 9)]);
    await test.store.personalData.sweep(days, now);
    const left = async (id: string) => {
      const [row] = await test.database.query(
        'select count(*)::int as turns, count(slots_sealed)::int as numbers from turn where citizen_id = $1',
        [id],
      );
      return row;
    };
    expect(await left(fresh)).toEqual({ turns: 1, numbers: 1 });
    expect(await left(month)).toEqual({ turns: 1, numbers: 0 });
    expect(await left(old)).toEqual({ turns: 0, numbers: 0 });
    expect(await left(known)).toEqual({ turns: 1, numbers: 0 });
  });

  it('leaves the consents: taken back with the last place that is told', async () => {
    const one = await citizen();
    await agree(one);
    await test.store.consents.turnOn({
      citizenId: one,
      purpose: 'notices',
      said: 'Nhắn.',
      channel: 'web',
      at: now,
      place: { channel: 'web', address: 'second' },
    });
    expect(await test.store.consents.stop({ citizenId: one, place, at: now })).toBe(1);
    expect((await test.store.consents.list(one)).every(({ withdrawnAt }) => withdrawnAt === null)).toBe(true);
    expect(await test.store.consents.stop({ citizenId: one, at: now })).toBe(1);
    expect((await test.store.consents.list(one)).every(({ withdrawnAt }) => withdrawnAt !== null)).toBe(true);
  });
});
