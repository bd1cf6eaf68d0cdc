import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { loadPlaces } from '../../places/load-places.ts';
import { loadLocal } from '../load-local.ts';
import { testProvince, writeLocal } from '../test-local.ts';
import { setUpWard } from './set-up-ward.ts';
import { wardAtTerminal, wardOfAnswers } from './wards.ts';

const places = loadPlaces();
const laoCai = places.province('15')!;

let folder: string;
let said: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'setup-'));
  said = [];
});
afterEach(() => rmSync(folder, { recursive: true }));

const setUp = (ward: Parameters<typeof setUpWard>[0]['ward']) =>
  setUpWard({ ward, places, folder, today: '2026-11-22' });
const typed = (...lines: readonly string[]) =>
  setUp(wardAtTerminal(Readable.from(lines.map((line) => `${line}\n`)), (text) => said.push(text)));
const week = '7h30-11h30, 13:30-17:00';
/** Province, commune, name, address, phone, fields, counters, weekdays, Saturday, season, more?, channels, confirm. */
const plain = ['Lào Cai', 'xã Bát Xát', '', '', '0900 000 011', '', '', week, '', '', 'không', '', 'có'];
const file = () => join(folder, 'commune-02683.yaml');
const loaded = () => loadLocal(folder, places).communes.get('02683');

describe('setting up at a terminal', () => {
  it('asks one thing after the other and writes one file that loads', async () => {
    expect(await typed(...plain)).toBe(file());
    expect(said).toHaveLength(plain.length);
    expect(readdirSync(folder)).toEqual(['commune-02683.yaml']);
    expect(loaded()?.points[0]).toMatchObject({
      name: 'Trung tâm Phục vụ hành chính công Xã Bát Xát',
      phone: '0900 000 011',
      hours: { monday: ['07:30-11:30', '13:30-17:00'], friday: ['07:30-11:30', '13:30-17:00'] },
    });
    expect(loaded()?.points[0]?.hours).not.toHaveProperty('saturday');
  });

  it('takes several points, each with its fields, counters, Saturday and season', async () => {
    await typed(
      ...['lao cai', 'bat xat', 'Điểm một', 'số 1 đường Thí Dụ', '', 'hộ tịch, chứng thực'],
      ...['Quầy 1: hộ tịch; Quầy 2: chứng thực', week, '7:30-11:30', '16/4-15/10: 7:00-11:00', 'có'],
      ...['Điểm hai', 'số 2 đường Thí Dụ', '', 'đất đai', '', '8:00-11:00', '', '', 'không'],
      ...['batxat.laocai.gov.vn, https://zalo.me/1234567890123456789, 1900 0000', 'có'],
    );
    const [one, two] = loaded()?.points ?? [];
    expect(one).toMatchObject({
      fields: ['hộ tịch', 'chứng thực'],
      counters: [{ name: 'Quầy 1', fields: ['hộ tịch'] }, { name: 'Quầy 2' }],
      hours: { saturday: ['07:30-11:30'] },
      seasons: [{ from: '04-16', to: '10-15', hours: { monday: ['07:00-11:00'], saturday: ['07:30-11:30'] } }],
    });
    expect(two).toMatchObject({ name: 'Điểm hai', fields: ['đất đai'], hours: { monday: ['08:00-11:00'] } });
    expect(loaded()?.channels.map(({ kind }) => kind)).toEqual(['domain', 'app', 'number']);
  });

  it.each([
    ['a province of before', 0, 'Yên Bái', /Tỉnh Yên Bái nay thuộc Tỉnh Lào Cai/],
    ['a province that is none', 0, 'Trường Sa Lớn', /Không có tỉnh/],
    ['a commune of before', 1, 'Cốc Mỳ', /tên cũ; nay thuộc: Xã Trịnh Tường/],
    ['a commune that is none', 1, 'Thí Dụ', /không có xã, phường tên như vậy/],
    ['a bank account for a phone', 4, '123456789012', /Số điện thoại bắt đầu bằng 0/],
    ['a bank account for an address', 3, 'nộp vào 123456789012', /Không nhận số tài khoản/],
    ['hours that end before they begin', 7, '17:00-13:30', /Xin viết giờ như/],
    ['no hours where nobody gives any', 7, '', /Xin viết giờ làm việc/],
    ['a season of days that are none', 9, '31/4-15/10: 7:00-11:00', /Xin viết như 16\/4/],
    ['counters without fields', 6, 'Quầy 1', /Xin viết như Quầy 1/],
    ['neither yes nor no', 10, 'chắc vậy', /"có" hoặc "không"/],
    ['a page that is not the State’s', 11, 'batxat.com', /chỉ ghi tên miền \.gov\.vn/],
  ])('says what is wrong with %s, and asks again', async (_what, at, wrong, complaint) => {
    await typed(...plain.slice(0, at), wrong, ...plain.slice(at));
    expect(said.filter((text) => complaint.test(text))).toHaveLength(1);
    expect(loaded()).toBeDefined();
  });

  it('lets the hours be the province’s where that gives some', async () => {
    writeLocal(folder, testProvince(laoCai));
    await typed(...plain.slice(0, 7), '', 'không', '', 'có');
    expect(loaded()?.points[0]?.hours).toBeNull();
  });

  it('writes nothing when the answers end, wherever that is', async () => {
    for (let at = 0; at < plain.length; at += 1)
      await expect(typed(...plain.slice(0, at))).rejects.toThrow('chưa ghi tệp nào');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('writes nothing when the summary is not agreed to', async () => {
    await expect(typed(...plain.slice(0, -1), 'không')).rejects.toThrow('Chưa ghi gì');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('never overwrites without asking, and keeps the version before', async () => {
    await typed(...plain);
    const first = readFileSync(file(), 'utf8');
    await expect(typed(...plain.with(4, '0900 000 022'), 'không')).rejects.toThrow('Giữ nguyên tệp');
    expect(readFileSync(file(), 'utf8')).toBe(first);
    await typed(...plain.with(4, '0900 000 022'), 'có');
    expect(readFileSync(file(), 'utf8')).toContain('0900 000 022');
    expect(readFileSync(`${file()}.old`, 'utf8')).toBe(first);
  });
});

describe('setting up from a file of answers', () => {
  const answers = {
    province: 'Lào Cai',
    commune: 'Bát Xát',
    points: [
      { weekdays: week },
      { name: 'Điểm hai', address: 'số 2 đường Thí Dụ', weekdays: week, fields: ['đất đai'] },
    ],
  };

  it('takes what a person would type, what is absent as left empty', async () => {
    await setUp(wardOfAnswers(answers));
    expect(loaded()?.points.map(({ name, fields }) => [name, fields])).toEqual([
      ['Trung tâm Phục vụ hành chính công Xã Bát Xát', null],
      ['Điểm hai', ['đất đai']],
    ]);
  });

  it('stops at the first answer that does not serve, with its key, and writes nothing', async () => {
    const wrong = { ...answers, points: [{ weekdays: '7 giờ' }] };
    await expect(setUp(wardOfAnswers(wrong))).rejects.toThrow(/^points\.0\.weekdays: Xin viết giờ/);
    await expect(setUp(wardOfAnswers({ ...answers, channels: { a: 1 } }))).rejects.toThrow(
      /^channels: viết thành một dòng/,
    );
    await expect(setUp(wardOfAnswers(null))).rejects.toThrow(/^province: /);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('overwrites only where the file says so', async () => {
    await setUp(wardOfAnswers(answers));
    await expect(setUp(wardOfAnswers(answers))).rejects.toThrow('Giữ nguyên tệp');
    await setUp(wardOfAnswers({ ...answers, overwrite: true }));
    expect(existsSync(`${file()}.old`)).toBe(true);
  });
});
