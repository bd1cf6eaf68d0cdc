import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { queueParcel } from './outbox.ts';
import { openTestStore, type TestStore } from './test-store.ts';

const now = new Date('2026-11-23T02:00:00Z');

describe('an anonymous talk whose citizen signs in', () => {
  let test: TestStore;
  beforeAll(async () => {
    test = await openTestStore();
  }, 60_000);
  afterAll(() => test?.close());

  async function talk() {
    const from = { channel: 'web', externalId: randomUUID() };
    const { id, citizenId } = await test.store.openConversation({ ...from, locale: 'vi' });
    const asked = { conversationId: id, citizenId, messageId: 'm1', askedMasked: 'chào', slots: {}, at: now };
    await test.store.receive(asked);
    return { from, conversationId: id, citizenId };
  }
  const signIn = (from: { channel: string; externalId: string }) =>
    test.store.openSession({
      personKey: Buffer.from(randomUUID()),
      tokenHash: Buffer.from(randomUUID()),
      nameMasked: 'N** V** A',
      idToken: null,
      from,
    });
  const ownerOf = async (conversationId: string): Promise<unknown> => {
    const [row] = await test.database.query('select citizen_id as owner from conversation where id = $1', [
      conversationId,
    ]);
    return row && Object.values(row)[0];
  };

  it('goes over with what he agreed to and what is queued for him', async () => {
    const { from, citizenId, conversationId } = await talk();
    const { store } = test;
    await store.consents.give({
      citizenId,
      purpose: 'pass-to-officer',
      said: 'Chuyển cán bộ.',
      channel: 'web',
      at: now,
    });
    const parcel = {
      citizenId,
      channel: 'web',
      address: 'a',
      kind: 'officer',
      key: randomUUID(),
      content: { text: 'Dạ.' },
    };
    await store.database.withCitizen(citizenId, (handle) => queueParcel(handle, { ...parcel, notBefore: now }, now));
    const session = await signIn(from);
    expect(await ownerOf(conversationId)).toBe(session.citizenId);
    expect(await store.consents.list(session.citizenId)).toMatchObject([{ said: 'Chuyển cán bộ.' }]);
    expect(await store.outbox.claim({ channels: ['web'], now, leaseMs: 1_000 })).toMatchObject([
      { citizenId: session.citizenId, content: { text: 'Dạ.' } },
    ]);
    expect(await test.database.query('select 1 from citizen where id = $1', [citizenId])).toEqual([]);
  });

  it('is erased as he wished, without a word of what he asks from then on', async () => {
    const { from, citizenId, conversationId } = await talk();
    await test.store.personalData.askErasure({ citizenId, at: now, notBefore: now });
    const session = await signIn(from);
    const next = await test.store.openConversation({ ...from, sessionId: session.id, locale: 'vi' });
    expect(next).toMatchObject({ citizenId: session.citizenId, rung: 'signed-in' });
    expect(next.id).not.toBe(conversationId);
    expect(await test.store.personalData.eraseDue(now)).toBe(1);
    expect(await ownerOf(conversationId)).toBeUndefined();
    expect(await ownerOf(next.id)).toBe(session.citizenId);
  });

  it('stays where it is under a legal hold, and he is signed in all the same', async () => {
    const { from, citizenId, conversationId } = await talk();
    await test.store.personalData.hold({ citizenId, reason: 'Công văn giữ chứng cứ', orderedBy: 'admin-1', at: now });
    const session = await signIn(from);
    expect(session.citizenId).not.toBe(citizenId);
    expect(await ownerOf(conversationId)).toBe(citizenId);
    expect(await test.store.findConversation(from)).toBeNull();
  });
});
