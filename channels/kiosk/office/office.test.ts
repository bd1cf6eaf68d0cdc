import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { mostAsked, openUnits } from '../../../bot/index.ts';
import { testParts } from '../../test-parts.ts';
import { officeSchema } from '../api/schemas.ts';
import { mondayMorning, openTestKiosk, type TestKiosk, type TestScreen } from '../test-kiosk.ts';
import { defaultList } from './default-list.ts';

const desk = {
  name: 'Trung tâm Phục vụ hành chính công phường Thí Dụ',
  address: 'số 1 đường Thí Dụ, phường Thí Dụ',
  phone: '0214 3822 111',
  hours: {
    monday: ['07:30-11:30', '13:30-17:00'],
    tuesday: ['07:30-11:30', '13:30-17:00'],
    wednesday: ['07:30-11:30', '13:30-17:00'],
  },
  counters: [
    {
      name: 'Quầy 1',
      fields: ['Hộ tịch', 'Chứng thực'],
      number: 1,
      floor: 'Tầng 1',
      position: 'bên trái cửa vào',
      square: { column: 1, row: 1 },
    },
    { name: 'Quầy 2', fields: ['Đất đai'], number: 2, floor: 'Tầng 1', square: { column: 3, row: 1 } },
    { name: 'Quầy <b>3</b>', fields: ['Bảo hiểm & trợ cấp'], floor: 'Tầng 2' },
  ],
};

describe('the office on the screen of a kiosk', () => {
  let kiosk: TestKiosk;
  let screen: TestScreen;
  let at = mondayMorning;
  let codes: readonly string[] = [];
  const off = new Set<string>();
  beforeAll(async () => {
    const { tools, places } = await testParts();
    const files = { provinces: new Map(), communes: new Map() };
    const units = openUnits({ desk, files, places } as unknown as Parameters<typeof openUnits>[0]);
    kiosk = await openTestKiosk({
      tools: () => ({ ...tools, units }),
      now: () => at,
      mostAsked: async () => codes,
      switches: {
        isOff: (what) => off.has(what),
        offNow: () => null,
        bannerFor: () => null,
        bannersFor: () => [
          {
            ...{ id: 'b', vi: 'Mưa bão: quầy đóng sớm.', en: 'Storm: the desk closes early.', severity: 'danger' },
            ...{ from: at, to: at },
          } as const,
        ],
      },
    });
    screen = await kiosk.screen();
  }, 60_000);
  afterAll(() => kiosk?.close());
  beforeEach(() => {
    at = mondayMorning;
    codes = [];
    off.clear();
  });
  const office = async (query = '', by = screen) =>
    officeSchema.parse((await by.call('GET', `/kiosk/api/office${query}`)).body);

  it('names the ward, its clock, its hours of today and its counters', async () => {
    const read = await office();
    expect(read).toMatchObject({
      name: desk.name,
      desk: { name: desk.name, address: desk.address, phone: desk.phone },
      now: '2026-11-23T09:00:00+07:00',
      hours: { open: true, today: '7 giờ 30 đến 11 giờ 30, 13 giờ 30 đến 17 giờ', opensNext: null, note: null },
    });
    expect(read.counters[0]).toEqual({
      ...{ id: '1-1', name: 'Quầy 1', number: 1, floor: 'Tầng 1', place: 'bên trái cửa vào' },
      ...{ subjects: ['Hộ tịch', 'Chứng thực'], point: desk.name },
      hours: '7 giờ 30 đến 11 giờ 30, 13 giờ 30 đến 17 giờ',
    });
  });

  it('says that it is closed, since when and why: noon, evening, weekend, Tết', async () => {
    at = new Date('2026-11-23T05:00:00Z');
    expect((await office()).hours).toMatchObject({ open: false, opensNext: 'thứ Hai, 13 giờ 30' });
    at = new Date('2026-11-28T02:00:00Z');
    expect((await office()).hours).toMatchObject({ open: false, today: '', opensNext: 'thứ Hai, 7 giờ 30' });
    at = new Date('2027-02-08T02:00:00Z');
    expect((await office()).hours).toMatchObject({ open: false, today: '', note: expect.stringMatching(/Tết/) });
  });

  it('draws a plan a floor, whose lines say the same to a screen reader, and in which no name is markup', async () => {
    const { map } = await office();
    expect(map.map(({ floor }) => floor)).toEqual(['Tầng 1', 'Tầng 2']);
    expect(map[0]?.lines).toEqual(['Quầy 1: Hộ tịch, Chứng thực; bên trái cửa vào', 'Quầy 2: Đất đai']);
    const [first = '', second = ''] = map.map(({ svg }) => svg);
    expect(first.match(/<g /g)).toHaveLength(2);
    expect(second).toContain('Quầy &lt;b&gt;3&lt;/b&gt;');
    expect(second).toContain('Bảo hiểm &amp;');
    for (const svg of [first, second]) expect(svg).not.toMatch(/style=|<script|on\w+=|href/);
    const [left, right] = [...first.matchAll(/<rect x="(\d+)" y="(\d+)" width="200"/g)].map(([, x, y]) => [x, y]);
    expect(Number(right?.[0])).toBeGreaterThan(Number(left?.[0]) + 200);
    expect(right?.[1]).toBe(left?.[1]);
  });

  it('shows what is asked most here, or where too little is asked, what is asked everywhere', async () => {
    expect(await office()).toMatchObject({ mostAskedFrom: 'default' });
    codes = ['1.000894', '1.004222', 'gone', '1.001193', '2.000815'];
    const read = await office();
    expect(read.mostAskedFrom).toBe('week');
    expect(read.mostAsked.map(({ code }) => code)).toEqual(['1.000894', '1.004222', '1.001193', '2.000815']);
  });

  it('has a default for every screen that the knowledge knows', () => {
    const known = defaultList.filter((code) => kiosk.parts.tools.library.find(code) !== null);
    expect(known).toEqual(defaultList);
  });

  it('opens dossiers, numbers and sound at a registered screen alone', async () => {
    expect((await office()).has).toMatchObject({ device: true, dossiers: true });
    expect((await office('', kiosk.browser())).has).toEqual({
      ...{ device: false, dossiers: false, tickets: false, listen: false, say: false },
      ...{ handOff: true, checklistQr: false },
    });
  });

  it('says where people are while it is switched off, and shows banners in both languages', async () => {
    expect((await office()).off).toBeNull();
    off.add('kiosk');
    expect((await office()).off).toMatch(/tạm nghỉ.*quầy Một cửa.*số 1 đường Thí Dụ/);
    expect((await office('?locale=en')).banners).toEqual([{ text: 'Storm: the desk closes early.', emergency: true }]);
  });
});

describe('what is asked most in a commune', () => {
  let kiosk: TestKiosk;
  beforeAll(async () => {
    kiosk = await openTestKiosk();
  }, 60_000);
  afterAll(() => kiosk?.close());

  it('is told without counts, for its own days and commune, and never of what few asked for', async () => {
    const rows = [
      ['2026-11-20', '00004', '1.000894', 9],
      ['2026-11-21', '', '1.001193', 3],
      ['2026-11-22', '00004', '1.001193', 7],
      ['2026-11-20', '00004', '1.004873', 4],
      ['2026-11-20', '00008', '1.004222', 50],
      ['2026-11-10', '00004', '2.000815', 50],
      ['2026-11-20', '00004', '', 90],
    ] as const;
    for (const [day, unit, code, turns] of rows)
      await kiosk.store.database.query(
        `insert into figure_turn (day, unit, channel, status, code, turns, begun, up, down)
         values ('${day}', '${unit}', 'web', 'answered', '${code}', ${turns}, 0, 0, 0)`,
      );
    const ask = { from: '2026-11-16', to: '2026-11-22', most: 8, home: '00004' };
    const { database } = kiosk.store.store;
    expect(await mostAsked(database, { ...ask, unit: null })).toEqual(['1.001193', '1.000894']);
    expect(await mostAsked(database, { ...ask, unit: '00008' })).toEqual(['1.004222']);
    expect(await mostAsked(database, { ...ask, unit: '00010' })).toEqual([]);
  });
});
