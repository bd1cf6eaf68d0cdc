import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import express from 'express';
import request from 'supertest';
import { loadSpeech, openFiguresDesk, rollUp } from '../../../bot/index.ts';
import { openTestStore, type TestStore } from '../../../bot/store/test-store.ts';
import { consoleRoutes } from '../routes.ts';
import { signInTestStaff, type TestStaff, testGate } from '../test-staff.ts';
import { figuresRoutes } from './routes.ts';

const communes = ['00004', '00008', '02728'];
const places = {
  commune: (code: string) => (communes.includes(code) ? ({ code } as never) : null),
  province: (code: string) => (code === '01' ? ({ communes: [{ code: '00004' }, { code: '00008' }] } as never) : null),
};
const week = '2026-W47';
const at = new Date('2026-11-18T03:00:00Z');
const used = {
  model: 'qwen3',
  state: 'works' as const,
  days: [
    {
      ...{ day: '2026-11-18', purpose: 'word', calls: 12, failed: 1 },
      ...{ tokensIn: 45_480, tokensOut: 5_571, medianMs: 381, cost: null },
    },
  ],
};

describe('figures over the console’s API', () => {
  let test: TestStore;
  let app: express.Express;
  let withoutModel: express.Express;
  const staff: Record<string, TestStaff> = {};
  const ask = async (unit: string, text: string, word: string | null = null) => {
    const { store, database } = test;
    const { id, citizenId } = await store.openConversation({
      channel: 'web',
      externalId: `${unit} ${text}`,
      locale: 'vi',
    });
    const ids = { conversationId: id, citizenId };
    const { turnId } = await store.receive({ ...ids, messageId: 'm', askedMasked: text, slots: {}, at });
    const answer = {
      opening: null,
      answer: { status: 'answered', codes: ['=1.001193'], blocks: [{ kind: 'say', text }] },
    };
    await store.finish({ ...ids, turnId, answer, status: 'answered', ms: 1, memory: {}, at, unit });
    if (word !== null)
      await database.query(
        `insert into hand_off (id, citizen_id, conversation_id, channel, locale, unit, cause, state, code, summary, asked_at,
           closed_at, closed_as, rating, rating_word)
         values (gen_random_uuid(), $1, $2, 'web', 'vi', $3, 'complaint', 'closed', $4, '{}', $5, $5, 'finished', 2, $6)`,
        [citizenId, id, unit, `C${unit}`, at, word],
      );
  };
  beforeAll(async () => {
    test = await openTestStore();
    await ask('00004', 'Ông Trần Văn Kín hỏi khai sinh', 'Chờ lâu, gọi tôi 0900000011');
    await ask('00008', 'Bà Lê Thị Giấu hỏi thường trú', 'Cán bộ nhiệt tình');
    await rollUp(test.store.database, () => 0, at);
    const gate = testGate(test);
    const names = {
      procedure: () => ({ title: '=HYPERLINK("x")', field: 'Hộ tịch' }),
      unit: (code: string) => `Xã ${code}`,
    };
    const desk = openFiguresDesk({ database: test.store.database, places, names, home: () => null });
    const onError = (error: unknown) => {
      throw error;
    };
    const parts = { gate, desk, unitName: (code: string) => `Xã ${code}`, speak: loadSpeech(), onError };
    app = express().use(consoleRoutes({ figures: figuresRoutes({ ...parts, modelUse: async () => used }) }));
    withoutModel = express().use(consoleRoutes({ figures: figuresRoutes(parts) }));
    for (const role of ['officer', 'editor', 'supervisor', 'admin'] as const)
      staff[role] = await signInTestStaff(test, { role, unit: '00004' });
    staff.province = await signInTestStaff(test, { role: 'supervisor', unit: '01' });
  }, 60_000);
  afterAll(() => test?.close());
  const get = (who: string, path = '', query: object = { week }) =>
    request(app).get(`/console/api/figures${path}`).query(query).set('cookie', staff[who]!.cookie);

  it.each([
    ['officer', 403, null],
    ['editor', 200, 1],
    ['supervisor', 200, 1],
    ['province', 200, 2],
    ['admin', 200, 2],
  ])('lets %s see what is his: %i, %s questions', async (who, status, questions) => {
    const { status: got, body } = await get(who);
    expect([got, body.now?.questions ?? null]).toEqual([status, questions]);
  });

  it('says whose figures they are, and which others may be chosen', async () => {
    expect((await get('province')).body).toMatchObject({
      unitName: 'Xã 01',
      units: [{ code: '00004' }, { code: '00008' }],
    });
    expect((await get('admin')).body).toMatchObject({ unitName: null, units: [], mayReadWords: false });
    expect((await get('province', '', { week, unit: '00008' })).body).toMatchObject({ now: { questions: 1 } });
  });

  it.each([
    ['another commune', { week, unit: '00008' }, 404],
    ['a week that is none', { week: '2025-W53' }, 400],
    ['a week in words', { week: 'tuần này' }, 400],
    ['a channel that is none', { week, channel: 'fax' }, 400],
    ['several units', { week, unit: ['00004', '00008'] }, 400],
  ])('refuses %s', async (_what, query, status) => {
    const { body } = await get('supervisor', '', query).expect(status);
    expect(body.error.message).toMatch(/Mời/);
  });

  it('lets nobody see anything who is not signed in', async () => {
    for (const path of ['', '/file.csv', '/words']) await request(app).get(`/console/api/figures${path}`).expect(401);
  });

  it('holds no word and no name of a citizen', async () => {
    const { text } = await get('admin');
    expect(text).not.toMatch(/Kín|Giấu|0900000011|lâu/);
  });

  it('gives a file for Excel, of which the audit log knows, without a formula in it', async () => {
    const { text, headers } = await get('supervisor', '/file.csv').expect(200);
    expect(headers['content-disposition']).toBe('attachment; filename=so-lieu-2026-W47.csv');
    expect(text.startsWith('\ufefftuan,bang,muc,ky_nay,ky_truoc\r\n')).toBe(true);
    expect(text).toContain('2026-W47,tong,cau_hoi,1,0\r\n');
    expect(text).toContain('"\'=1.001193 =HYPERLINK(""x"")"');
    expect(text).not.toMatch(/(^|,)[=+@]/m);
    const rows = await test.database.query("select actor from audit where action = 'figures-download'");
    expect(rows).toEqual([{ actor: `staff:${staff.supervisor!.member.id}` }]);
  });

  it('shows the words beside the stars to who sees the talks: his unit’s, masked, and written down', async () => {
    expect((await get('supervisor', '/words')).body).toEqual([
      { stars: 2, word: 'Chờ lâu, gọi tôi [số điện thoại 1]', day: '2026-11-18' },
    ]);
    await get('admin', '/words').expect(403);
    await get('editor', '/words').expect(403);
    await get('officer', '/words').expect(403);
    expect(await test.database.query("select 1 from audit where action = 'rating-words-read'")).toHaveLength(1);
  });

  it('tells the admin alone what the model was asked for, and that there is none', async () => {
    expect((await get('admin', '/model', {}).expect(200)).body).toEqual(used);
    for (const who of ['officer', 'editor', 'supervisor', 'province']) await get(who, '/model', {}).expect(403);
    await request(app).get('/console/api/figures/model').expect(401);
    const { body } = await request(withoutModel)
      .get('/console/api/figures/model')
      .set('cookie', staff.admin!.cookie)
      .expect(200);
    expect(body).toEqual({ model: null, state: 'none', days: [] });
  });
});
