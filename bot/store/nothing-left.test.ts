/** Whatever table comes to hold something of a citizen: his wish to erase, a hold and time itself reach it. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { keepDays } from '../privacy/keep-days.ts';
import { openTestStore, type TestStore } from './test-store.ts';

const at = new Date('2026-11-23T02:00:00Z');
const later = (days: number) => new Date(at.getTime() + days * 86_400_000);
/** What proves that the law was kept, and what a court ordered. */
const staysAfterErasure = ['audit', 'citizen', 'consent', 'erasure', 'legal_hold'];

describe('of a citizen who called, stood at a kiosk and was read by a model', () => {
  let test: TestStore;
  beforeAll(async () => {
    test = await openTestStore();
  }, 60_000);
  afterAll(() => test?.close());

  /** One who has rows in every door's tables. */
  async function busyCitizen(): Promise<string> {
    const { store, database } = test;
    const key = { channel: 'hotline', externalId: `jambonz:${randomUUID()}`, locale: 'vi' };
    const { id: conversationId, citizenId } = await store.openConversation(key);
    const slots = { '[số điện thoại 1]': 'không chín không không không không không không một một' };
    const asked = { conversationId, citizenId, messageId: 'm1', askedMasked: 'số [số điện thoại 1]', slots, at };
    await store.receive(asked);
    const begun = await store.calls.begin({ conversationId, citizenId, turn: 0, now: at, leaseMs: 6_500 });
    if (begun.kind === 'begun') await store.calls.finish(begun.claim, { last: 'lời' }, at);
    const person = { kind: 'citizen', id: citizenId } as const;
    const spent = { tokensIn: 1, tokensOut: 1, ms: 1, cost: null, request: 'hỏi', reply: 'đáp' };
    await store.model.keepCall({ at, person, purpose: 'word', model: 'm', outcome: 'answered', ...spent });
    await store.model.keepCaught({ at, person, purpose: 'word', model: 'm', draft: 'x', caught: [], codes: [] });
    await database.query('update conversation set updated_at = $2 where id = $1', [conversationId, at]);
    return citizenId;
  }

  /** Tables that hold a row of his, by whatever name they point to him. */
  async function tablesOf(citizenId: string): Promise<string[]> {
    const tables = await test.database.query(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`,
    );
    const found: string[] = [];
    for (const { name } of tables) {
      const rows = await test.database.query(`select 1 from "${name}" t where t::text like $1 limit 1`, [
        `%${citizenId}%`,
      ]);
      if (rows.length > 0) found.push(String(name));
    }
    return found;
  }

  it('nothing is left when he wishes so, whatever the table', async () => {
    const [gone, stays] = [await busyCitizen(), await busyCitizen()];
    const before = await tablesOf(gone);
    expect(before).toEqual(
      expect.arrayContaining(['conversation', 'model_call', 'model_caught', 'phone_call', 'turn']),
    );
    await test.store.personalData.askErasure({ citizenId: gone, at, notBefore: at });
    await test.store.personalData.eraseDue(later(1));
    expect((await tablesOf(gone)).filter((name) => !staysAfterErasure.includes(name))).toEqual([]);
    expect(await tablesOf(stays)).toEqual(before);
  });

  it('everything stays under a hold, and goes by itself when it is lifted', async () => {
    const held = await busyCitizen();
    const before = await tablesOf(held);
    const holdId = await test.store.personalData.hold({ citizenId: held, reason: 'lệnh', orderedBy: 'tòa', at });
    await test.store.personalData.askErasure({ citizenId: held, at, notBefore: at });
    await test.store.personalData.eraseDue(later(1));
    await test.store.personalData.sweep(keepDays, later(400));
    expect(await tablesOf(held)).toEqual(expect.arrayContaining(before));
    await test.store.personalData.release({ holdId, by: 'tòa', at: later(400) });
    await test.store.personalData.eraseDue(later(401));
    expect((await tablesOf(held)).filter((name) => !staysAfterErasure.includes(name))).toEqual([]);
  });

  it('nothing is left when its time is over, nor of nobody’s visits, lists and costs', async () => {
    const citizenId = await busyCitizen();
    const { store } = test;
    await store.kiosks.beginVisit({ deviceId: null, thread: randomUUID() });
    const list = { code: 'K7M-2QX4', digits: '48210937', procedure: '1.001193', unit: null, locale: 'vi' } as const;
    await store.checklists.keep({ ...list, madeAt: at, until: later(7) });
    await store.model.reserve({ person: { kind: 'citizen', id: citizenId }, tokens: 5, at }, { all: 100, person: 100 });
    await store.personalData.sweep(keepDays, later(200));
    await store.personalData.sweep(keepDays, later(400));
    expect((await tablesOf(citizenId)).filter((name) => !staysAfterErasure.includes(name))).toEqual([]);
    for (const table of ['kiosk_visit', 'checklist', 'model_spend', 'model_call', 'model_caught', 'phone_call'])
      expect([table, await test.database.query(`select 1 from ${table}`)]).toEqual([table, []]);
  });

  it('he may read what a model was told of him', async () => {
    const citizenId = await busyCitizen();
    const { modelCalls } = await test.store.personalData.read(citizenId);
    expect(modelCalls).toEqual([{ at, purpose: 'word', request: 'hỏi', reply: 'đáp' }]);
  });
});
