import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import express, { type Express } from 'express';
import request from 'supertest';
import { createCaughtDesk } from '../../../bot/index.ts';
import { openTestStore, type TestStore } from '../../../bot/store/test-store.ts';
import { testParts } from '../../test-parts.ts';
import { signInTestStaff, type TestStaff, testGate } from '../test-staff.ts';
import { makeEditorialApi } from './editorial-api.ts';

describe('the API of refused drafts', () => {
  let test: TestStore;
  let app: Express;
  let thu: TestStaff;
  let lan: TestStaff;
  beforeAll(async () => {
    test = await openTestStore();
    const { tools, speak } = await testParts();
    const caught = createCaughtDesk({
      database: test.store.database,
      serving: () => ({ tools, speak }),
      now: () => new Date(),
    });
    const onError = (error: unknown) => {
      throw error;
    };
    const parts = { gate: testGate(test), caught, speak, onError, ...{ desk: {}, samples: {}, practice: {} } };
    app = express().use(makeEditorialApi(parts as never));
    [thu, lan] = [await signInTestStaff(test, { role: 'editor' }), await signInTestStaff(test, { role: 'officer' })];
    await test.store.model.keepCaught({
      ...{ at: new Date(), person: { kind: 'nobody', id: '1' }, purpose: 'word', model: 'double', codes: ['1.000656'] },
      draft: 'Lệ phí là 50.000 đồng.',
      caught: [{ rule: 'figure', sentence: 0, because: '50000' }],
    });
  }, 120_000);
  afterAll(() => test?.close());
  const get = (query = '', by = thu) => request(app).get(`/caught${query}`).set(by.headers);

  it('lists, filters, and takes a verdict', async () => {
    const { body } = await get('?rule=figure&verdict=open').expect(200);
    expect(body).toMatchObject({
      items: [{ draft: 'Lệ phí là 50.000 đồng.' }],
      counts: [{ rule: 'figure', count: 1 }],
    });
    const path = `/caught/${body.items[0].id}`;
    await request(app).put(path).set(thu.headers).send({ verdict: 'invented' }).expect(204);
    expect((await get('?verdict=open').expect(200)).body.items).toEqual([]);
    expect((await get('?verdict=invented').expect(200)).body.items).toHaveLength(1);
  });

  it('says from where older ones go on, and leaves none out that came in the same moment', async () => {
    const all = 53;
    for (let n = 0; n < all; n++)
      await test.store.model.keepCaught({
        at: new Date(Date.UTC(2026, 10, 1, 0, 0, n < 10 ? 0 : n < 13 ? 1 : n)),
        ...{ person: { kind: 'nobody', id: '1' }, purpose: 'word', model: 'double', codes: [] },
        draft: `Bản ${n}.`,
        caught: [{ rule: 'promise', sentence: 0, because: 'chắc chắn' }],
      });
    const first = (await get('?rule=promise').expect(200)).body;
    expect(first.items).toHaveLength(all);
    await test.database.query("update model_caught set at = at - interval '1 minute' where draft = any($1)", [
      ['Bản 0.', 'Bản 1.'],
    ]);
    const page = (await get('?rule=promise').expect(200)).body;
    expect([page.items.length, page.older]).toEqual([51, '2026-11-01T00:00:00.000Z']);
    const rest = (await get(`?rule=promise&before=${page.older}`).expect(200)).body;
    expect([rest.items.map(({ draft }: { draft: string }) => draft).toSorted(), rest.older]).toEqual([
      ['Bản 0.', 'Bản 1.'],
      null,
    ]);
  });

  it('is for editors with the token of the page alone, and refuses what it does not know', async () => {
    await get('', lan).expect(403);
    await request(app).get('/caught').expect(401);
    for (const query of ['?verdict=maybe', "?rule=x'--", '?before=never']) await get(query).expect(400);
    const path = '/caught/00000000-0000-4000-8000-000000000009';
    await request(app).put(path).set(thu.headers).send({ verdict: 'invented' }).expect(404);
    await request(app).put(path).set(thu.headers).send({ verdict: 'fine' }).expect(400);
    await request(app).put('/caught/x').set(thu.headers).send({ verdict: null }).expect(404);
    await request(app).put(path).set({ cookie: thu.cookie }).send({ verdict: null }).expect(403);
  });
});
