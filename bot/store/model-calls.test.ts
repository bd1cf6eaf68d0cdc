import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ModelPerson } from '../model/port.ts';
import { keepDays } from '../privacy/keep-days.ts';
import { openTestStore, type TestStore } from './test-store.ts';

const at = new Date('2026-11-23T03:00:00Z');
const ceilings = { all: 1_000, person: 600 };

describe('calls to a language model in the store', () => {
  let test: TestStore;
  beforeAll(async () => {
    test = await openTestStore();
  }, 60_000);
  afterAll(() => test?.close());

  const citizen = async (): Promise<ModelPerson> => {
    const key = { channel: 'web', externalId: randomUUID(), locale: 'vi' };
    return { kind: 'citizen', id: (await test.store.openConversation(key)).citizenId };
  };
  const call = (person: ModelPerson, moment = at) => ({
    ...{ at: moment, person, purpose: 'word' as const, model: 'local', outcome: 'answered' as const },
    ...{ tokensIn: 100, tokensOut: 20, ms: 300, cost: 12, request: 'làm khai sinh', reply: 'Lệ phí: {{fee.1}}.' },
  });
  const rows = async (table: string, person: ModelPerson) =>
    (await test.database.query(`select * from ${table} where citizen_id = $1`, [person.id])).length;

  it('hold the ceiling of a person and of the day, of all who ask at once', async () => {
    const [one, other] = [await citizen(), await citizen()];
    const day = new Date('2026-12-01T03:00:00Z');
    const wish = (person: ModelPerson) => test.store.model.reserve({ person, tokens: 100, at: day }, ceilings);
    const own = await Promise.all(Array.from({ length: 9 }, () => wish(one)));
    expect(own.filter(Boolean)).toHaveLength(6);
    const others = await Promise.all(Array.from({ length: 9 }, () => wish(other)));
    expect(others.filter(Boolean)).toHaveLength(4);
  });

  it('put what was used in the place of what was set aside, day by day', async () => {
    const person = await citizen();
    const day = new Date('2026-12-02T03:00:00Z');
    const wish = { person, tokens: 600, at: day };
    expect(await test.store.model.reserve(wish, ceilings)).toBe(true);
    expect(await test.store.model.reserve({ ...wish, tokens: 1 }, ceilings)).toBe(false);
    await test.store.model.settle({ ...wish, used: 50 });
    expect(await test.store.model.reserve({ ...wish, tokens: 500 }, ceilings)).toBe(true);
    const next = new Date(day.getTime() + 86_400_000);
    expect(await test.store.model.reserve({ ...wish, at: next }, ceilings)).toBe(true);
  });

  it('are counted without a word of what was said', async () => {
    await test.store.model.keepCall(call(await citizen()));
    await test.store.model.keepCall(call({ kind: 'officer', id: 'o1' }));
    const figures = await test.store.model.figures(new Date(at.getTime() - 1_000));
    expect(figures).toEqual([
      { purpose: 'word', outcome: 'answered', calls: 2, tokensIn: 200, tokensOut: 40, medianMs: 300, cost: 24 },
    ]);
    const read = test.store.database.withJob('model', (handle) =>
      handle.selectFrom('model_call').select('request').execute(),
    );
    await expect(read).rejects.toThrow(/permission denied/);
  });

  it('are seen by their own citizen alone', async () => {
    const [one, other] = [await citizen(), await citizen()];
    await test.store.model.keepCall(call(one));
    const seenBy = (person: ModelPerson) =>
      test.store.database.withCitizen(person.id, (handle) => handle.selectFrom('model_call').selectAll().execute());
    expect([(await seenBy(one)).length, (await seenBy(other)).length]).toEqual([1, 0]);
  });

  it('keep refused drafts for the editors', async () => {
    const caught = [{ rule: 'claim' as const, sentence: 0, because: 'miễn phí' }];
    await test.store.model.keepCaught({
      at,
      person: await citizen(),
      purpose: 'word',
      model: 'local',
      draft: 'Miễn phí.',
      caught,
      codes: ['1.001193'],
    });
    expect(await test.store.model.caughtDrafts()).toMatchObject([{ draft: 'Miễn phí.', caught, codes: ['1.001193'] }]);
  });

  it('are erased with their citizen, and past thirty days', async () => {
    const [gone, stays] = [await citizen(), await citizen()];
    for (const person of [gone, stays]) await test.store.model.keepCall(call(person));
    await test.store.personalData.askErasure({ citizenId: gone.id, at, notBefore: at });
    await test.store.personalData.eraseDue(new Date(at.getTime() + 1_000));
    expect([await rows('model_call', gone), await rows('model_call', stays)]).toEqual([0, 1]);
    await test.store.personalData.sweep(keepDays, new Date(at.getTime() + 31 * 86_400_000));
    expect(await rows('model_call', stays)).toBe(0);
  });

  it('know the name of who is signed in as long as he is', async () => {
    const tokenHash = Buffer.from(randomUUID());
    const person = {
      personKey: Buffer.from(randomUUID()),
      name: 'Vàng Thị Mỷ',
      nameMasked: 'Vàng T. M.',
      idToken: null,
    };
    const { citizenId } = await test.store.openSession({ ...person, tokenHash, from: null });
    expect(await test.store.model.namesOf(citizenId)).toEqual(['Vàng Thị Mỷ']);
    const kept = await test.database.query('select * from session where citizen_id = $1', [citizenId]);
    expect(JSON.stringify(kept)).not.toContain('Mỷ');
    await test.store.endSession(tokenHash);
    expect(await test.store.model.namesOf(citizenId)).toEqual([]);
  });
});
