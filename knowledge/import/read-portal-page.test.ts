import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import exceljs from 'exceljs';
import type { Found } from './found.ts';
import { guideOfRecord } from './guide-of-record.ts';
import { readImportFile } from './read-import-file.ts';
import { testFolder } from './test-record.ts';

// Each file is read in a thread of its own.
jest.setTimeout(60_000);

const table = (...rows: readonly (readonly string[])[]) =>
  `<table>${rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;

const page = (code = '1.900009') => `<html><head><meta charset="utf-8"></head><body>
<h1>CHI TIẾT THỦ TỤC HÀNH CHÍNH</h1>
<p>Mã thủ tục: ${code}</p><p>Số quyết định: 12/QĐ-BNV</p>
<p>Tên thủ tục: Thủ tục đăng ký nuôi ngỗng</p><p>Cấp thực hiện: Cấp Xã, Cấp Tỉnh</p>
<p>Lĩnh vực: Chăn nuôi</p><p>Trình tự thực hiện:</p>
<p>Bước 1: Nộp tờ khai.</p><p>Bước 2: Nhận kết quả trong 3 ngày làm việc.</p>
<p>Cách thức thực hiện:</p>
${table(['Hình thức nộp', 'Thời hạn giải quyết', 'Phí, lệ phí', 'Mô tả'], ['Trực tiếp', '03 Ngày làm việc', 'Lệ phí : 8.000 Đồng', 'Nộp tại xã'])}
<p>Thành phần hồ sơ:</p><p>Trường hợp nuôi trên mười con:</p>
${table(['Tên giấy tờ', 'Mẫu đơn, tờ khai', 'Số lượng'], ['Tờ khai', 'TK01.docx', 'Bản chính: 1; Bản sao: 0'], ['Xuất trình căn cước', '', 'Bản chính: 0; Bản sao: 0'])}
<p>Đối tượng thực hiện: Công dân Việt Nam</p><p>Cơ quan thực hiện: Ủy ban nhân dân cấp xã</p>
<p>Kết quả thực hiện: Giấy chứng nhận nuôi ngỗng</p><p>Căn cứ pháp lý:</p>
${table(['Số ký hiệu', 'Trích yếu', 'Ngày ban hành', 'Cơ quan ban hành'], ['12/2024/NĐ-CP', 'Quy định về nuôi ngỗng', '01-02-2024', 'Chính phủ'])}
<p>Yêu cầu, điều kiện thực hiện: Không</p></body></html>`;

describe('the files of an import', () => {
  let folder = '';
  beforeEach(() => {
    folder = testFolder();
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  async function read(file: string): Promise<Found[]> {
    const found: Found[] = [];
    for await (const one of readImportFile(file)) found.push(one);
    return found;
  }
  async function readPage(name: string, text: string): Promise<Found[]> {
    writeFileSync(join(folder, name), text);
    return read(join(folder, name));
  }

  it("reads the portal's export of one procedure, a .doc that is HTML inside", async () => {
    const [found] = await readPage('1.900009.doc', page());
    if (found?.kind !== 'record') throw new Error(JSON.stringify(found));
    const guide = guideOfRecord(found.record);
    expect(guide).toMatchObject({
      code: '1.900009',
      title: 'Thủ tục đăng ký nuôi ngỗng',
      levels: ['commune', 'province'],
      field: 'Chăn nuôi',
      decidedBy: 'Ủy ban nhân dân cấp xã',
      steps: ['Bước 1: Nộp tờ khai.', 'Bước 2: Nhận kết quả trong 3 ngày làm việc.'],
      conditions: [],
      results: [{ name: 'Giấy chứng nhận nuôi ngỗng' }],
      legalBasis: [{ number: '12/2024/NĐ-CP', title: 'Quy định về nuôi ngỗng', issuer: 'Chính phủ' }],
      source: { decision: '12/QĐ-BNV', url: null },
    });
    expect(guide.filing).toMatchObject([
      { via: 'in-person', time: { value: 3, unit: 'working-day' }, fee: { dong: 8000, kind: 'fixed' } },
    ]);
    expect(guide.papers).toMatchObject([
      { name: 'Tờ khai', originals: 1, copies: 0, when: 'Trường hợp nuôi trên mười con', form: { code: 'TK01' } },
    ]);
    expect(guide.leftOut).toHaveLength(1);
  });

  it.each([
    ['no code', page('không có'), 'no "Mã thủ tục" inside'],
    ['two codes', page('1.900009, 1.900010'), 'several codes'],
    ['no name', page().replace('Tên thủ tục:', 'Tựa:'), 'no "Tên thủ tục"'],
    ['no level', page().replace('Cấp Xã, Cấp Tỉnh', ''), 'no "Cấp thực hiện"'],
    ['nothing', '<html><body></body></html>', ''],
  ])('refuses a page with %s', async (_what, text, because) => {
    const found = await readPage('trang.html', text);
    expect(found).toEqual([{ kind: 'refused', where: 'trang.html', because: expect.stringContaining(because) }]);
  });

  it('refuses what is no office file at all', async () => {
    expect(await readPage('x.docx', 'PK\u0003\u0004 không phải zip')).toMatchObject([{ kind: 'refused' }]);
  });

  it("reads a ministry's list: heads anywhere near the top, fields as headings, codes as numbers or with an office behind", async () => {
    const book = new exceljs.Workbook();
    const sheet = book.addWorksheet('Danh mục');
    sheet.addRows([
      ['DANH MỤC THỦ TỤC HÀNH CHÍNH'],
      ['STT', 'Mã thủ tục', 'Tên thủ tục hành chính', 'Cơ quan ban hành', 'Số quyết định'],
      ['Lĩnh vực: Hộ tịch'],
      [1, '1.001193', 'Đăng ký khai sinh', 'Bộ Tư pháp', '163/QĐ-BTP'],
      [2, 1.00119, 'Đăng ký gì đó', 'Bộ Tư pháp', null],
      [3, '2.000635.000.00.00.H38', 'Cấp bản sao trích lục', 'Bộ Tư pháp', null],
      [4, 'chưa có', 'Thủ tục mới', 'Bộ Tư pháp', null],
    ]);
    const file = join(folder, 'danh-muc.xlsx');
    await book.xlsx.writeFile(file);
    const found = await read(file);
    expect(found.map((one) => (one.kind === 'listed' ? one.listed.code : one.kind))).toEqual([
      '1.001193',
      '1.001190',
      '2.000635',
      'refused',
    ]);
    expect(found[0]).toMatchObject({
      listed: { name: 'Đăng ký khai sinh', field: 'Hộ tịch', issuer: 'Bộ Tư pháp', decision: '163/QĐ-BTP' },
    });
    expect(found[3]).toMatchObject({ where: 'danh-muc.xlsx Danh mục:7' });
  });

  it('says of a sheet without such heads that it is no list', async () => {
    const book = new exceljs.Workbook();
    book.addWorksheet('Chi').addRows([
      ['Ngày', 'Số tiền'],
      [1, 2],
    ]);
    const file = join(folder, 'chi.xlsx');
    await book.xlsx.writeFile(file);
    expect(await read(file)).toMatchObject([{ kind: 'refused', because: expect.stringContaining('Mã thủ tục') }]);
  });
});
