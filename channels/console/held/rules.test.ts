import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import express from 'express';
import request from 'supertest';
import { createHeldDesk, handOffDefaults, loadSpeech, openHoldRules, type StaffMember } from '../../../bot/index.ts';
import { openTestStore, type TestStore } from '../../../bot/store/test-store.ts';
import { consoleRoutes } from '../routes.ts';
import { signInTestStaff, type TestStaff, testGate } from '../test-staff.ts';
import { type HeldRouteParts, heldRoutes } from './routes.ts';

const provinces: Readonly<Record<string, readonly string[]>> = { '01': ['00004', '00008'], '10': ['02728'] };
const provinceOf = (code: string) => Object.entries(provinces).find(([, communes]) => communes.includes(code))?.[0];
// The desk asks places for codes alone.
const places = {
  commune: (code: string) => (provinceOf(code) ? ({ code, province: { code: provinceOf(code) } } as never) : null),
  province: (code: string) =>
    provinces[code] ? ({ communes: provinces[code].map((commune) => ({ code: commune })) } as never) : null,
};
const rule = { unit: '00004', statuses: ['partial'], fields: [], minutes: 5 };

describe('which answers are held, over the console’s API', () => {
  let test: TestStore;
  let app: express.Express;
  let parts: HeldRouteParts;
  const staff: Record<string, TestStaff> = {};
  beforeAll(async () => {
    test = await openTestStore();
    const { store } = test;
    const speak = loadSpeech();
    parts = {
      gate: testGate(test),
      desk: createHeldDesk({ store, speak, settings: handOffDefaults, now: () => new Date(), suggest: async () => '' }),
      rules: openHoldRules({ store, places }),
      fields: () => ['Hộ tịch'],
      unitName: (code) => `Xã ${code}`,
      speak,
      onError: (error) => {
        throw error;
      },
    };
    app = express().use(consoleRoutes({ held: heldRoutes(parts) }));
    const roles: readonly StaffMember['role'][] = ['officer', 'editor', 'supervisor', 'admin'];
    for (const role of roles) staff[role] = await signInTestStaff(test, { role, unit: '00004', name: `Lan ${role}` });
    staff.province = await signInTestStaff(test, { role: 'supervisor', unit: '01', name: 'Minh' });
    staff.elsewhere = await signInTestStaff(test, { role: 'supervisor', unit: '02728', name: 'Hoa' });
  }, 60_000);
  afterAll(() => test?.close());
  const as = (who: string) => ({ ...staff[who]?.headers });
  const put = (who: string, body: object) => request(app).put('/console/api/held/rules').set(as(who)).send(body);
  const get = (who: string) => request(app).get('/console/api/held/rules').set(as(who));

  it.each([
    ['officer', rule, 403],
    ['editor', rule, 204],
    ['supervisor', rule, 204],
    ['supervisor', { ...rule, unit: '00008' }, 403],
    ['supervisor', { ...rule, unit: null }, 403],
    ['province', { ...rule, unit: '01' }, 204],
    ['province', { ...rule, unit: '00008' }, 204],
    ['province', { ...rule, unit: '02728' }, 403],
    ['admin', { ...rule, unit: null }, 204],
    ['admin', { ...rule, unit: '99999' }, 404],
  ])('lets %s set %j: %i', async (who, body, status) => {
    expect((await put(who, body)).status).toBe(status);
  });

  it.each([
    ['an emergency held', { ...rule, statuses: ['emergency'] }],
    ['a dossier held', { ...rule, statuses: ['dossier'] }],
    ['no time at all', { ...rule, minutes: 0 }],
    ['an hour', { ...rule, minutes: 60 }],
    ['a unit that is none', { ...rule, unit: "'; drop table hold_rule" }],
    ['a field too many', { ...rule, force: true }],
    ['nothing', {}],
  ])('refuses %s', async (_what, body) => {
    expect((await put('admin', body)).status).toBe(400);
  });

  it('shows whoever may set it what holds in his units, and nothing of elsewhere', async () => {
    await put('admin', { ...rule, unit: null }).expect(204);
    await put('province', { ...rule, unit: '01' }).expect(204);
    await put('supervisor', rule).expect(204);
    await get('officer').expect(403);
    const unitsFor = async (who: string) => (await get(who).expect(200)).body.rules.map((one: typeof rule) => one.unit);
    expect((await unitsFor('supervisor')).toSorted()).toEqual(['00004', '01', null]);
    expect(await unitsFor('elsewhere')).toEqual([null]);
  });

  it('writes down who changed it', async () => {
    await put('supervisor', { ...rule, minutes: 7 }).expect(204);
    const rows = await test.database.query(
      `select actor, object, detail->>'minutes' as minutes from audit where action = 'hold-rule-set' order by seq desc limit 1`,
    );
    expect(rows).toEqual([{ actor: `staff:${staff.supervisor?.member.id}`, object: 'hold-rule:00004', minutes: '7' }]);
  });

  it('needs a sign-in and the token of the page, and knows no talk that is not there', async () => {
    await request(app).get('/console/api/held/rules').expect(401);
    await request(app)
      .put('/console/api/held/rules')
      .set({ cookie: staff.admin?.cookie ?? '' })
      .send(rule)
      .expect(403);
    const nowhere = '/console/api/held/hand-offs/00000000-0000-4000-8000-000000000009';
    await request(app).get(nowhere).set(as('officer')).expect(404);
    await request(app).get('/console/api/held/hand-offs/x').set(as('officer')).expect(404);
    await request(app).get(nowhere).set(as('editor')).expect(403);
    const send = `${nowhere}/00000000-0000-4000-8000-000000000008/send`;
    await request(app).post(send).set(as('officer')).send({ fence: null, text: null, keep: false }).expect(404);
    await request(app).post(send).set(as('officer')).send({ text: '' }).expect(400);
  });

  it('is asked at most so often in a minute, as the rest of the console', async () => {
    const strict = express().use(consoleRoutes({ held: heldRoutes({ ...parts, limits: { looks: 2 }, now: () => 0 }) }));
    const look = () => request(strict).get('/console/api/held/rules').set(as('admin'));
    expect([(await look()).status, (await look()).status, (await look()).status]).toEqual([200, 200, 429]);
    expect((await look()).headers['retry-after']).toBe('60');
  });
});
