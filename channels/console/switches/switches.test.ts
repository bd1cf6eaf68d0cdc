import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import express from 'express';
import request from 'supertest';
import {
  type FollowedSwitches,
  followSwitches,
  loadSpeech,
  openSwitchDesk,
  type StaffMember,
} from '../../../bot/index.ts';
import { openTestStore, type TestStore } from '../../../bot/store/test-store.ts';
import { consoleRoutes } from '../routes.ts';
import { signInTestStaff, type TestStaff, testGate } from '../test-staff.ts';
import { switchRoutes } from './routes.ts';

const provinces: Readonly<Record<string, readonly string[]>> = { '01': ['00004', '00008'], '10': ['02728'] };
const communes = Object.entries(provinces).flatMap(([province, codes]) =>
  codes.map((code) => [code, province] as const),
);
// The desk asks places for codes alone.
const places = {
  commune: (code: string) => (communes.some(([one]) => one === code) ? ({ code } as never) : null),
  province: (code: string) =>
    provinces[code] ? ({ communes: provinces[code].map((commune) => ({ code: commune })) } as never) : null,
};
const hour = 3_600_000;
const ahead = (hours: number) => new Date(Date.now() + hours * hour).toISOString();
const off = { what: 'web', unit: '00004', because: 'Sai lệ phí', until: null };
const banner = () => ({
  vi: 'Bão số 9: quầy đóng cửa từ 14 giờ hôm nay.',
  en: 'Storm 9: the desk closes at 2 p.m. today.',
  severity: 'danger',
  units: ['00004'] as string[] | null,
  from: ahead(-1),
  to: ahead(5),
});

describe('switches and banners over the console’s API', () => {
  let test: TestStore;
  let board: FollowedSwitches;
  let app: express.Express;
  let told = 0;
  const staff: Record<string, TestStaff> = {};
  beforeAll(async () => {
    test = await openTestStore();
    board = await followSwitches({ store: test.store.switches, onError: () => {}, everyMs: 600_000 });
    board.locate({ provinceOf: (code) => communes.find(([one]) => one === code)?.[1] ?? null, home: '00004' });
    const gate = testGate(test);
    const desk = openSwitchDesk({
      store: test.store.switches,
      board,
      places,
      onChanged: () => {
        told += 1;
      },
    });
    const switches = switchRoutes({
      gate,
      desk,
      board,
      unitName: (code) => `Xã ${code}`,
      speak: loadSpeech(),
      onError: (error) => {
        throw error;
      },
    });
    app = express().use(consoleRoutes({ switches }));
    const roles: readonly StaffMember['role'][] = ['officer', 'editor', 'supervisor', 'admin'];
    for (const role of roles) staff[role] = await signInTestStaff(test, { role, unit: '00004', name: `Lan ${role}` });
    staff.province = await signInTestStaff(test, { role: 'supervisor', unit: '01', name: 'Minh' });
  }, 60_000);
  afterAll(async () => {
    await board?.stop();
    await test?.close();
  });

  const as = (who: string) => staff[who]!.headers;
  const post = (who: string, path: string, body: object) =>
    request(app).post(`/console/api/switches${path}`).set(as(who)).send(body);
  const statusOf = async (who: string, body: object) => (await post(who, '/off', body)).status;

  it('turns a channel off for a commune, says by whom and why, and on again', async () => {
    expect((await post('supervisor', '/off', { ...off, until: ahead(2) })).status).toBe(204);
    expect(board.isOff('web', '00004', new Date())).toBe(true);
    expect(told).toBeGreaterThan(0);
    const { body } = await request(app).get('/console/api/switches').set(as('supervisor')).expect(200);
    expect(body.off).toMatchObject([
      { what: 'web', unitName: 'Xã 00004', because: 'Sai lệ phí', by: 'Lan supervisor', inForce: true },
    ]);
    expect(body.reach).toEqual([{ code: '00004', name: 'Xã 00004' }]);
    const on = { what: 'web', unit: '00004', because: 'Đã sửa xong' };
    await post('supervisor', '/on', on).expect(204);
    expect(board.isOff('web', '00004', new Date())).toBe(false);
    const again = await post('supervisor', '/on', on).expect(404);
    expect(again.body.error.message).toMatch('không còn tắt');
    const audit = await test.database.query("select action, actor from audit where object = 'switch:web' order by seq");
    const actor = `staff:${staff.supervisor!.member.id}`;
    expect(audit).toEqual([
      { action: 'switch-off', actor },
      { action: 'switch-on', actor },
    ]);
  });

  it('lists everything to an admin, with a banner for everybody, and lets him name any place', async () => {
    const { body } = await post('admin', '/banners', { ...banner(), units: null }).expect(201);
    const list = await request(app).get('/console/api/switches').set(as('admin')).expect(200);
    expect(list.body).toMatchObject({ reach: null, banners: [{ id: body.id, unitNames: null, state: 'shown' }] });
    await request(app).delete(`/console/api/switches/banners/${body.id}`).set(as('supervisor')).expect(403);
    await request(app).delete(`/console/api/switches/banners/${body.id}`).set(as('admin')).expect(204);
  });

  it.each([
    ['officer', off, 403],
    ['editor', off, 403],
    ['supervisor', off, 204],
    ['supervisor', { ...off, unit: '00008' }, 403],
    ['supervisor', { ...off, unit: '01' }, 403],
    ['supervisor', { ...off, unit: null }, 403],
    ['supervisor', { ...off, what: 'bot' }, 403],
    ['supervisor', { ...off, what: 'model' }, 403],
    ['province', { ...off, unit: '00008' }, 204],
    ['province', { ...off, unit: '01' }, 204],
    ['province', { ...off, unit: '02728' }, 403],
    ['province', { ...off, what: 'bot', unit: '00004' }, 403],
    ['admin', { ...off, what: 'bot', unit: null }, 204],
    ['admin', { ...off, what: 'model', unit: '02728' }, 204],
    ['admin', { ...off, unit: '99999' }, 404],
  ])('lets %s turn off %j: %i', async (who, body, status) => {
    expect(await statusOf(who, body)).toBe(status);
    const { what, unit } = body;
    if (status === 204) await post('admin', '/on', { what, unit, because: 'thử xong' }).expect(204);
  });

  it.each([
    ['no reason', { ...off, because: '  ' }],
    ['a reason of two letters', { ...off, because: 'ok' }],
    ['an endless reason', { ...off, because: 'x'.repeat(501) }],
    ['a thing that is none', { ...off, what: 'console' }],
    ['an end that is past', { ...off, until: ahead(-1) }],
    ['an end without a zone', { ...off, until: '2099-01-01T00:00:00' }],
    ['an end in ten years', { ...off, until: ahead(24 * 3650) }],
    ['a unit that is none', { ...off, unit: "'; drop table switch" }],
    ['a field too many', { ...off, force: true }],
    ['nothing', {}],
  ])('refuses %s and changes nothing', async (_what, body) => {
    const { body: said, status } = await post('admin', '/off', body);
    expect([status, said.error.code]).toEqual([400, 'bad-input']);
    expect(board.isOff('web', '00004', new Date())).toBe(false);
  });

  it('needs a sign-in, the token of the page, and our own page', async () => {
    await request(app).get('/console/api/switches').expect(401);
    await request(app).get('/console/api/switches/now').expect(401);
    const { cookie } = as('admin');
    await request(app).post('/console/api/switches/off').set({ cookie }).send(off).expect(403);
    const foreign = { ...as('admin'), 'sec-fetch-site': 'cross-site' };
    await request(app).post('/console/api/switches/off').set(foreign).send(off).expect(403);
    expect(board.isOff('web', '00004', new Date())).toBe(false);
  });

  it('previews, publishes and takes down a banner, which the whole console then shows or not', async () => {
    const spaced = { ...banner(), vi: '  Bão số 9:\n quầy   đóng cửa. ' };
    const preview = await post('supervisor', '/banners/preview', spaced).expect(200);
    expect(preview.body.vi).toBe('Bão số 9: quầy đóng cửa.');
    expect((await request(app).get('/console/api/switches/now').set(as('officer'))).body.banners).toEqual([]);
    const { body } = await post('supervisor', '/banners', banner()).expect(201);
    const shown = await request(app).get('/console/api/switches/now').set(as('officer')).expect(200);
    expect(shown.body.banners).toMatchObject([{ id: body.id, vi: banner().vi, severity: 'danger' }]);
    const remove = (who: string, id: string) => request(app).delete(`/console/api/switches/banners/${id}`).set(as(who));
    await remove('officer', body.id).expect(403);
    await remove('supervisor', 'x').expect(404);
    await remove('supervisor', body.id).expect(204);
    await remove('supervisor', body.id).expect(404);
    expect(board.bannersFor('00004', new Date())).toEqual([]);
  });

  it.each([
    ['supervisor', { units: null }],
    ['supervisor', { units: ['00004', '00008'] }],
    ['province', { units: ['02728'] }],
    ['editor', {}],
  ])('keeps %s from a banner beyond his reach: %j', async (who, change) => {
    await post(who, '/banners', { ...banner(), ...change }).expect(403);
  });

  it.each([
    ['markup', { vi: 'Xem <b>ngay</b> tại đây' }],
    ['a sign that cannot be seen', { vi: 'Quầy\u202e đóng cửa' }],
    ['a bank account', { vi: 'Chuyển tiền vào 19001234567890 để giữ chỗ' }],
    ['301 characters', { en: 'x'.repeat(301) }],
    ['one language alone', { en: '' }],
    ['an end before its beginning', { to: ahead(-2) }],
    ['three months', { to: ahead(24 * 90) }],
    ['no unit at all', { units: [] }],
    ['a weight of its own', { severity: 'apocalypse' }],
  ])('refuses a banner with %s', async (_what, change) => {
    await post('admin', '/banners', { ...banner(), ...change }).expect(400);
    await post('admin', '/banners/preview', { ...banner(), ...change }).expect(400);
    expect(board.bannersFor('00004', new Date())).toEqual([]);
  });
});
