/** Answers of an installation that serves many communes: each gets its own desk, its own fee, and the text they rest on. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Commune, fullName, loadLocal, loadPlaces } from '../../knowledge/index.ts';
import {
  openFeeCode,
  testCommune,
  testProvince,
  testResolution,
  writeLocal,
} from '../../knowledge/local/test-local.ts';
import type { Answer } from '../answer.ts';
import { checkAgainstSources } from '../steps/check-against-sources.ts';
import { openTestBot, saidBy, type TestBot } from '../test-bot.ts';

const places = loadPlaces();
const commune = (code: string) => places.commune(code) as Commune;
const batXat = commune('02683');
const weekend = ['08:00-11:00'];
const home = { unit: '02683' };
const deathFee = 'Đăng ký khai tử lệ phí bao nhiêu';
const deathPlace = 'Đăng ký khai tử nộp ở đâu';

let folder: string;
let bot: TestBot;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'answers-'));
  places.provinces.forEach((province, index) => {
    writeLocal(folder, testProvince(province, 10_000 + 100 * index));
    for (const one of province.communes.slice(0, 4)) {
      const [point] = testCommune(one).points;
      const own = { ...point, address: `số ${1000 + Number(one.code)} đường Thí Dụ` };
      if (one !== batXat) writeLocal(folder, testCommune(one, { points: [own] }));
    }
  });
  writeLocal(
    folder,
    testCommune(batXat, {
      fees: [
        {
          procedure: openFeeCode,
          kind: 'fixed',
          dong: 5000,
          via: ['online'],
          resolution: { number: '3/2026/NQ-HĐND' },
          from: '2026-01-01',
          to: '2026-11-30',
        },
      ],
      points: [
        {
          name: 'Điểm Hộ tịch',
          address: 'số 5 đường Thí Dụ',
          fields: ['hộ tịch'],
          counters: [{ name: 'Quầy 2', fields: ['hộ tịch'] }],
          hours: { saturday: weekend },
          seasons: [{ name: 'hè', from: '06-01', to: '08-31', hours: { sunday: weekend } }],
        },
        { name: 'Điểm Đất đai', address: 'số 6 đường Thí Dụ', fields: ['đất đai'] },
      ],
    }),
  );
  bot = await openTestBot(null, loadLocal(folder, places));
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

describe('a fee that the record leaves to the province', () => {
  it('is said with who sets it and by which text, and its source is named', async () => {
    const report = await bot.ask(deathFee, undefined, home);
    const dong = new Intl.NumberFormat('vi-VN').format(10_000 + 100 * places.provinces.indexOf(batXat.province));
    expect(saidBy(report)).toContain(
      `Theo quy định của tỉnh Lào Cai (Nghị quyết ${testResolution.number}): ${dong} đồng.`,
    );
    expect(saidBy(report)).toContain(
      'Nộp qua mạng: Theo quy định của xã Bát Xát (Nghị quyết 3/2026/NQ-HĐND): 5.000 đồng.',
    );
    expect(report.answer.status).toBe('answered');
    expect(report.answer.sources.map(({ decision }) => decision)).toEqual(
      expect.arrayContaining([testResolution.number, '3/2026/NQ-HĐND']),
    );
  });

  it('is the one in force on the day that is asked', async () => {
    const december = await bot.ask(deathFee, undefined, { ...home, at: new Date('2026-12-01T03:00:00Z') });
    expect(saidBy(december)).not.toContain('5.000 đồng');
    const before = await bot.ask(deathFee, undefined, { ...home, at: new Date('2025-07-15T03:00:00Z') });
    expect(saidBy(before)).not.toMatch(/\d đồng/);
    expect(saidBy(before)).toContain('áp dụng từ 01/08/2025');
  });

  it('is said with a warning when nobody has looked at the file for half a year', async () => {
    expect(saidBy(await bot.ask(deathFee, undefined, home))).not.toContain('180 ngày');
    const later = { ...home, at: new Date('2027-06-01T03:00:00Z') };
    expect(saidBy(await bot.ask(deathFee, undefined, later))).toMatch(/10\.600 đồng\..* quá 180 ngày/);
  });

  it('is not said where nobody knows which commune is meant', async () => {
    expect(saidBy(await bot.ask(deathFee))).not.toMatch(/\d đồng/);
  });
});

describe('where to file', () => {
  it('names the point for the field with its counter, whether it is open, and the province’s list', async () => {
    const report = await bot.ask(deathPlace, undefined, home);
    expect(saidBy(report)).toContain(
      'Ở Xã Bát Xát, Tỉnh Lào Cai, ông/bà nộp tại Điểm Hộ tịch (quầy 2), số 5 đường Thí Dụ; bây giờ đang đóng, mở lại thứ Bảy, 8 giờ.',
    );
    expect(saidBy(report)).toContain(
      'bất kỳ điểm nào trong danh sách của tỉnh Lào Cai (Quyết định 77/QĐ-UBND: https://',
    );
    expect(saidBy(report)).not.toContain('số 6 đường');
    expect(report.answer.sources.map(({ decision }) => decision)).toContain('77/QĐ-UBND');
  });

  it('goes by the season', async () => {
    const summer = await bot.ask(deathPlace, undefined, { ...home, at: new Date('2026-07-05T02:00:00Z') });
    expect(saidBy(summer)).toContain('bây giờ đang mở');
  });

  it('sends nobody to the centre for what the police take', async () => {
    const said = saidBy(await bot.ask('Đăng ký thường trú nộp ở đâu', undefined, home));
    expect(said).not.toContain('đường Thí Dụ');
    expect(said).not.toContain('danh sách');
  });

  it('says of a commune without a file that it has none, with the seat of the tables alone', async () => {
    const without = batXat.province.communes.find(
      ({ code, seat }) => !bot.tools.units.of(code).desk && seat,
    ) as Commune;
    const report = await bot.ask(deathPlace, undefined, { unit: without.code });
    expect(saidBy(report)).toContain(`Quầy và giờ làm việc của ${fullName(without)}, Tỉnh Lào Cai chưa được khai báo`);
    expect(saidBy(report)).toContain(without.seat?.replace(/\.$/, ''));
    expect(saidBy(report)).not.toContain('đường Thí Dụ');
  });

  it('names the desk for what is known by a card alone, and no list', async () => {
    const report = await bot.ask('xin trợ cấp xã hội hằng tháng thì đến đâu', undefined, { unit: '02647' });
    expect(report.answer.status).toBe('partial');
    expect(saidBy(report)).toContain('số 3647 đường Thí Dụ');
    expect(saidBy(report)).not.toContain('danh sách của tỉnh');
  });

  it('says that the list is not here where it is not', async () => {
    expect(saidBy(await bot.ask(deathPlace))).toContain('chưa có trên máy này');
  });
});

describe('where the citizen says that he lives', () => {
  it('is remembered, and what was asked before is answered for it', async () => {
    const [, told, next] = await bot.talk('khai tử nộp ở đâu', 'tôi ở xã Bát Xát, Lào Cai', 'thế lệ phí?');
    expect(told && saidBy(told)).toContain('số 5 đường Thí Dụ');
    expect(next && saidBy(next)).toContain('tỉnh Lào Cai');
    expect(next?.memory.unit).toBe('02683');
  });

  it('comes before the portal he came by', async () => {
    const other = batXat.province.communes[0] as Commune;
    const report = await bot.ask('tôi ở xã Bát Xát, Lào Cai, khai tử nộp ở đâu', undefined, { unit: other.code });
    expect(saidBy(report)).toContain('số 5 đường Thí Dụ');
  });

  it('leaves the question readable: the name of a place is no topic', async () => {
    for (const text of [
      'dang ky khai tu can giay to gi, nha em o xa bat xat lao cai',
      'làm khai tử ở xã Bát Xát, Lào Cai thì nộp ở đâu',
    ])
      expect((await bot.ask(text)).answer.codes).toEqual([openFeeCode]);
  });

  it('is no question about the place, though papers are "made of" something as well', async () => {
    const report = await bot.ask('Tôi ở xã Bát Xát, tỉnh Lào Cai. Đăng ký kết hôn thì hồ sơ gồm những gì?');
    expect(report.answer.codes).toEqual(['1.000894']);
  });

  it('is asked back where several places have the name, and no desk is given for it', async () => {
    const alone = await bot.ask('tôi ở xã Tân Thành', undefined, home);
    expect([alone.answer.status, alone.memory.unit]).toEqual(['clarify', null]);
    const asked = saidBy(await bot.ask('tôi ở xã Tân Thành, khai tử nộp ở đâu', undefined, home));
    expect(asked).toContain('chưa rõ Xã Tân Thành');
    expect(asked).not.toContain('đường Thí Dụ');
  });

  it('is not the portal’s commune when he names another province', async () => {
    expect(saidBy(await bot.ask('tôi ở Hà Nội, khai tử nộp ở đâu', undefined, home))).not.toContain('đường Thí Dụ');
  });

  it('is noted when nothing was asked', async () => {
    expect(saidBy(await bot.ask('em ở xã Bát Xát, Lào Cai'))).toContain('ghi nhận');
  });
});

describe('hours and telephone', () => {
  it('are those of the commune, and say whose rule they are', async () => {
    const other = batXat.province.communes[0] as Commune;
    const said = saidBy(await bot.ask('Phường làm việc mấy giờ?', undefined, { unit: other.code }));
    expect(said).toContain(fullName(other));
    expect(said).toContain('quy định chung của tỉnh Lào Cai');
    const phone = saidBy(await bot.ask('Số điện thoại của phường?', undefined, { unit: other.code }));
    expect(phone).toContain('0900 000 011');
    expect(phone).toContain('1900 0000');
  });
});

describe('what goes out', () => {
  const tampered = (text: string): Answer => ({
    status: 'answered',
    codes: [openFeeCode],
    facet: 'fee',
    blocks: [
      { kind: 'say', text: 'Đăng ký khai tử.' },
      { kind: 'say', text },
    ],
    options: [],
    sources: [],
  });

  it.each([
    ['the fee of this commune’s province', 'Lệ phí 10.600 đồng.', true],
    ['the fee of another province', 'Lệ phí 10.000 đồng.', false],
    ['the desk of this commune', 'Nộp tại số 5 đường Thí Dụ.', true],
    ['the desk of another commune', 'Nộp tại số 3647 đường Thí Dụ.', false],
    ['a fee that is nobody’s', 'Lệ phí 12.345 đồng.', false],
    ['the resolution', 'Theo Nghị quyết 12/2025/NQ-HĐND.', true],
    ['another resolution', 'Theo Nghị quyết 13/2025/NQ-HĐND.', false],
  ])('may state %s: %s, %s', async (_what, text, may) => {
    expect(places.provinces.indexOf(batXat.province)).toBe(6);
    const { turn } = await bot.ask(deathFee, undefined, home);
    const done = await checkAgainstSources(bot.tools).run({ ...turn, draft: tampered(text) });
    expect('answer' in done && JSON.stringify(done.answer.blocks).includes(text)).toBe(may);
  });

  it('never holds the desk or the fee of another commune, whichever asks', async () => {
    const withFiles = places.provinces
      .flatMap(({ communes }) => communes.slice(0, 4))
      .filter((one) => one !== batXat)
      .map(({ code }) => code);
    const ownFee = (one: Commune) =>
      new Intl.NumberFormat('vi-VN').format(10_000 + 100 * places.provinces.indexOf(one.province));
    await fc.assert(
      // Codes, not places: a failure is printed, and a place holds all others.
      fc.asyncProperty(fc.constantFrom(...withFiles), fc.constantFrom(deathFee, deathPlace), async (code, text) => {
        const one = commune(code);
        const said = saidBy(await bot.ask(text, undefined, { unit: one.code }));
        const desks = said.match(/số \d+ đường Thí Dụ/g) ?? [];
        expect(desks.every((address) => address === `số ${1000 + Number(one.code)} đường Thí Dụ`)).toBe(true);
        const fees = (said.match(/[\d.]+ đồng/g) ?? []).map((fee) => fee.replace(' đồng', ''));
        expect(fees.every((fee) => fee === ownFee(one))).toBe(true);
        expect(desks.length + fees.length).toBeGreaterThan(0);
      }),
      { numRuns: 60, endOnFailure: true },
    );
  });
});
