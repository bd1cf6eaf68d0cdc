import { rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { approveEdited } from './approve-edited.ts';
import { approveDrafts, rejectDrafts } from './decide-drafts.ts';
import { stateOf } from './draft.ts';
import { guideOfRecord } from './guide-of-record.ts';
import { type ImportReport, importRecords } from './import-records.ts';
import { loadWithImported, servedGuides } from './served-guides.ts';
import { testFolder, testRecord, writeLines } from './test-record.ts';
import { currentVersion, readVersion } from './version-store.ts';

// The disk is asked to have written every version: on a busy machine that takes its time.
jest.setTimeout(60_000);

const at = new Date('2026-11-22T02:00:00Z');

describe('importRecords', () => {
  let place = '';
  let folder = '';
  beforeEach(() => {
    place = testFolder();
    folder = join(place, 'imported');
  });
  afterEach(() => rmSync(place, { recursive: true, force: true }));

  const fileOf = (name: string, lines: readonly unknown[]) => writeLines(join(place, name), lines);
  const importing = (files: readonly string[], code: string | null = null): Promise<ImportReport> =>
    importRecords({ folder, files, code, by: 'Lan', at });
  const now = () => readVersion(folder, currentVersion(folder));
  const deciding = {
    get folder() {
      return folder;
    },
    by: 'Lan',
    at,
  };
  const one = (code: string) => ({ codes: [code], clean: false, level: null });

  it('takes the good lines, names each bad one, and counts both', async () => {
    const file = fileOf('thu.jsonl', [
      testRecord(),
      '{"id": "1.900002", "name": ',
      '[]',
      '',
      testRecord({ id: 'không mã' }),
      { id: '1.900003', levels: ['Cấp xã'], steps: 'x' },
      testRecord({ id: '1.900004', levels: [] }),
      testRecord({ id: '1.900005', name: '<b></b>' }),
      'x'.repeat(5_000_000),
      testRecord({ id: '1.900006', name: 'Đăng ký nuôi ngỗng' }),
    ]);
    const report = await importing([file]);
    expect(report.added).toEqual(['1.900001', '1.900006']);
    expect(report.refused.map(({ where, because }) => [where, because.slice(0, 12)])).toEqual([
      ['thu.jsonl:2', 'not a JSON o'],
      ['thu.jsonl:3', 'not a JSON o'],
      ['thu.jsonl:5', 'id: "không m'],
      ['thu.jsonl:6', 'name: Invali'],
      ['thu.jsonl:7', 'levels: empt'],
      ['thu.jsonl:8', 'name: empty'],
      ['thu.jsonl:9', 'longer than '],
    ]);
    expect(report.version?.counts.drafts).toBe(2);
  });

  it('refuses bytes that are no UTF-8, a file that is far too large, an empty one and one that is not there', async () => {
    const latin = join(place, 'latin.jsonl');
    writeFileSync(latin, Buffer.from([0x7b, 0xff, 0x7d, 0x0a]));
    const large = join(place, 'large.jsonl');
    writeFileSync(large, '');
    truncateSync(large, 200_000_000);
    const empty = fileOf('empty.jsonl', []);
    const odd = fileOf('odd.exe', ['x']);
    const good = fileOf('good.jsonl', [testRecord()]);
    const report = await importing([latin, large, empty, odd, join(place, 'nowhere.jsonl'), good]);
    expect(report.refused.map(({ where, because }) => `${where} ${because}`)).toEqual([
      'latin.jsonl:1 not UTF-8 text',
      'large.jsonl 200 MB: larger than 100 MB, cut it into parts',
      'empty.jsonl is empty',
      expect.stringContaining('odd.exe .exe: takes .jsonl'),
      expect.stringContaining('nowhere.jsonl there is no file'),
    ]);
    expect(report.added).toEqual(['1.900001']);
  });

  it('keeps the first of two records with one code', async () => {
    const report = await importing([fileOf('a.jsonl', [testRecord(), testRecord({ name: 'Tên khác hẳn' })])]);
    expect(report.refused[0]?.because).toContain('stands at a.jsonl:1 already');
    expect(now().drafts.get('1.900001')?.record.name).toContain('bồ câu');
  });

  it('refuses another procedure than the one wanted, by the name of the file or by --code', async () => {
    const file = fileOf('1.900002.jsonl', [testRecord()]);
    expect((await importing([file])).refused[0]?.because).toContain('holds 1.900001, wanted was 1.900002');
    const other = fileOf('trang.jsonl', [testRecord()]);
    expect((await importing([other], '1.900007')).refused).toHaveLength(1);
    expect((await importing([other], '1.900001')).added).toEqual(['1.900001']);
  });

  it('makes no version when nothing is new', async () => {
    const file = fileOf('a.jsonl', [testRecord()]);
    await importing([file]);
    const again = await importing([file]);
    expect(again).toMatchObject({ unchanged: 1, added: [], changed: [], version: null });
    expect(currentVersion(folder)).toBe(1);
  });

  it('lets what was approved serve on while the changed record waits', async () => {
    await importing([fileOf('a.jsonl', [testRecord()])]);
    approveDrafts(one('1.900001'), deciding);
    const file = fileOf('b.jsonl', [testRecord({ decision: '99/QĐ-BNV' })]);
    expect((await importing([file])).changed).toEqual(['1.900001']);
    expect(servedGuides(folder).map(({ source }) => source.decision)).toEqual(['12/QĐ-BNV']);
    const draft = now().drafts.get('1.900001');
    expect(draft && stateOf(draft, now())).toBe('draft');
    approveDrafts(one('1.900001'), deciding);
    expect(servedGuides(folder).map(({ source }) => source.decision)).toEqual(['99/QĐ-BNV']);
  });

  it('moves the day on, and asks for no second approval, when the same words are seen again', async () => {
    await importing([fileOf('a.jsonl', [testRecord()])]);
    approveDrafts(one('1.900001'), deciding);
    await importing([fileOf('b.jsonl', [testRecord({ crawled: '2026-11' })])]);
    expect(servedGuides(folder).map(({ checkedOn }) => checkedOn)).toEqual(['2026-11-01']);
    const draft = now().drafts.get('1.900001');
    expect(draft && stateOf(draft, now())).toBe('approved');
  });

  it('never replaces what a person edited', async () => {
    await importing([fileOf('a.jsonl', [testRecord()])]);
    const guide = { ...guideOfRecord(testRecord()), plainTitle: 'Nuôi bồ câu đưa thư' };
    approveEdited(guide, deciding);
    expect((await importing([fileOf('b.jsonl', [testRecord({ decision: '99/QĐ-BNV' })])])).keptEdited).toEqual([
      '1.900001',
    ]);
    expect(approveDrafts({ codes: [], clean: false, level: null }, deciding).codes).toEqual([]);
    expect(approveDrafts(one('1.900001'), deciding).left[0]?.because).toContain('a person edited');
    expect(servedGuides(folder).map(({ plainTitle }) => plainTitle)).toEqual(['Nuôi bồ câu đưa thư']);
  });

  it('doubts a record whose code had quite another name, and two codes that share a page', async () => {
    await importing([fileOf('a.jsonl', [testRecord()])]);
    await importing([
      fileOf('b.jsonl', [
        testRecord({ name: 'Cấp giấy phép lái tàu' }),
        testRecord({ id: '1.900002', name: 'Đăng ký nuôi ngỗng' }),
      ]),
    ]);
    const kinds = [...now().drafts.values()].map(({ doubts }) => doubts.map(({ kind }) => kind));
    expect(kinds).toEqual([['name-changed', 'same-page'], ['same-page']]);
  });

  it("doubts what a ministry's list names otherwise or lacks", async () => {
    const listed = Array.from({ length: 220 }, (_, index) => ({
      id: `2.${String(index).padStart(6, '0')}`,
      name: 'Thủ tục nào đó',
      issuer: 'Bộ Tư pháp',
    }));
    await importing([fileOf('a.jsonl', [testRecord(), testRecord({ id: '2.000001', url: null })])]);
    expect((await importing([fileOf('list.jsonl', listed)])).listed).toBe(220);
    const kinds = [...now().drafts.values()].map(({ code, doubts }) => [code, doubts.map(({ kind }) => kind)]);
    expect(kinds).toEqual([
      ['1.900001', ['not-listed']],
      ['2.000001', ['no-url', 'name-not-listed']],
    ]);
  });
});

describe('deciding about drafts', () => {
  let place = '';
  let deciding = { folder: '', by: 'Lan', at };
  beforeEach(async () => {
    place = testFolder();
    deciding = { folder: join(place, 'imported'), by: 'Lan', at };
    const records = [
      testRecord(),
      testRecord({ id: '1.900002', url: 'https://dichvucong.gov.vn/2', methods: [] }),
      testRecord({ id: '1.900003', url: 'https://dichvucong.gov.vn/3', levels: ['Cấp tỉnh'] }),
    ];
    await importRecords({
      folder: deciding.folder,
      files: [writeLines(join(place, 'a.jsonl'), records)],
      code: null,
      by: 'Lan',
      at,
    });
  });
  afterEach(() => rmSync(place, { recursive: true, force: true }));
  const imported = () => readVersion(deciding.folder, currentVersion(deciding.folder));

  it('approves what has no open doubt, of one level where asked', () => {
    expect(approveDrafts({ codes: [], clean: true, level: 'commune' }, deciding).codes).toEqual(['1.900001']);
    expect(approveDrafts({ codes: [], clean: true, level: null }, deciding).codes).toEqual(['1.900003']);
    expect(imported().approved.get('1.900001')).toMatchObject({ by: 'Lan', at: at.toISOString(), edited: false });
  });

  it('says why one that was named is left', () => {
    const decided = approveDrafts({ codes: ['1.900002', '1.999999'], clean: true, level: null }, deciding);
    expect(decided.codes).toEqual([]);
    expect(decided.left.map(({ because }) => because)).toEqual([
      'nothing of this code was imported',
      'has open doubts: no-methods',
    ]);
    expect(decided.version).toBeNull();
  });

  it('takes a rejected guide from what serves, and offers it again when its record changes', async () => {
    approveDrafts({ codes: ['1.900001'], clean: false, level: null }, deciding);
    rejectDrafts({ codes: ['1.900001'], clean: false, level: null }, 'phường không làm', deciding);
    expect(servedGuides(deciding.folder)).toEqual([]);
    expect(imported().rejected.get('1.900001')).toMatchObject({ by: 'Lan', because: 'phường không làm' });
    expect(approveDrafts({ codes: [], clean: true, level: 'commune' }, deciding).codes).toEqual([]);
    const file = writeLines(join(place, 'b.jsonl'), [testRecord({ decision: '99/QĐ-BNV' })]);
    await importRecords({ folder: deciding.folder, files: [file], code: null, by: 'Lan', at });
    expect(approveDrafts({ codes: [], clean: true, level: 'commune' }, deciding).codes).toEqual(['1.900001']);
  });

  it('refuses an edited guide that says what the record does not', () => {
    const guide = guideOfRecord(testRecord());
    const [row] = guide.filing;
    if (!row) throw new Error('the test record has a way of filing');
    const dearer = { ...guide, filing: [{ ...row, fee: { ...row.fee, dong: 90_000 } }, ...guide.filing.slice(1)] };
    expect(() => approveEdited(dearer, deciding)).toThrow('filing.0.fee');
    expect(() => approveEdited({ ...guide, receivedBy: 'Ủy ban nhân dân cấp huyện' }, deciding)).toThrow(
      'no longer exists',
    );
    expect(() => approveEdited({ ...guide, code: '1.999999' }, deciding)).toThrow('import it first');
    expect(servedGuides(deciding.folder)).toEqual([]);
  });

  it('joins the hand-made knowledge, and never stands in its place', async () => {
    const own = join(import.meta.dirname, '..');
    const khaiSinh = testRecord({ id: '1.001193', name: 'Thủ tục đăng ký khai sinh', url: null });
    const cardOfProvince = testRecord({ id: '1.001456', name: 'Cấp hộ chiếu', url: null, levels: ['Cấp tỉnh'] });
    const cardOfCommune = testRecord({ id: '1.000593', name: 'Thủ tục đăng ký kết hôn lưu động', url: null });
    const file = writeLines(join(place, 'c.jsonl'), [khaiSinh, cardOfProvince, cardOfCommune]);
    await importRecords({ folder: deciding.folder, files: [file], code: null, by: 'Lan', at });
    approveDrafts({ codes: [], clean: false, level: null }, deciding);
    const { guides, cards } = loadWithImported(own, deciding.folder);
    expect(guides.filter(({ code }) => code === '1.001193').map(({ origin }) => origin)).toEqual([undefined]);
    expect(guides.some(({ code }) => code === '1.900001')).toBe(true);
    expect(cards.some(({ code }) => code === '1.001456') && !guides.some(({ code }) => code === '1.001456')).toBe(true);
    const mobile = guides.find(({ code }) => code === '1.000593');
    expect(mobile).toMatchObject({ origin: 'imported', receivedBy: expect.any(String) });
    expect(mobile?.ways.length).toBeGreaterThan(0);
    expect(cards.some(({ code }) => code === '1.000593')).toBe(false);
  });
});
