import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import exceljs from 'exceljs';
import { readOfficeFile } from './read-office-file.ts';
import { readXlsx } from './read-xlsx.ts';

describe('an Excel file', () => {
  let folder: string;
  const workbook = new exceljs.Workbook();
  const sheet = workbook.addWorksheet('Danh mục TTHC');
  sheet.addRow(['STT', 'Lĩnh vực', 'Tên thủ tục', 'Ngày ban hành']);
  sheet.addRow([1, 'Hộ tịch', { richText: [{ text: 'Đăng ký ' }, { text: 'khai sinh' }] }, new Date('2026-07-01')]);
  sheet.addRow([
    2,
    'Hộ tịch',
    { text: 'Đăng ký kết hôn', hyperlink: 'https://dichvucong.gov.vn' },
    { formula: '1+1', result: 2 },
  ]);
  sheet.mergeCells('B2:B3');
  sheet.mergeCells('A4:D4');
  sheet.getCell('A4').value = 'Tổng cộng';
  workbook.addWorksheet('Nháp', { state: 'hidden' }).addRow(['không ai thấy']);
  workbook.title = 'Danh mục thủ tục của phường';
  const rows = [
    ['STT', 'Lĩnh vực', 'Tên thủ tục', 'Ngày ban hành'],
    ['1', 'Hộ tịch', 'Đăng ký khai sinh', '01/07/2026'],
    ['2', 'Hộ tịch', 'Đăng ký kết hôn', '2'],
    ['Tổng cộng', '', '', ''],
  ];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'files-xlsx-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('gives each visible worksheet as a table: merged cells downwards repeated, dates as people write them', async () => {
    const file = join(folder, 'danh-muc.xlsx');
    await workbook.xlsx.writeFile(file);
    const read = await readOfficeFile(file);
    expect(read).toMatchObject({ kind: 'xlsx', title: 'Danh mục thủ tục của phường', tables: [rows] });
    expect(read.warnings).toEqual(['Trang tính ẩn «Nháp» không được đọc.']);
  });

  it('reads a large one row by row, to the same cells', async () => {
    const bytes = Buffer.from(await workbook.xlsx.writeBuffer());
    const { parts } = await readXlsx(bytes, 1e9);
    expect(parts[0]).toMatchObject({ kind: 'table', name: 'Danh mục TTHC' });
    expect(parts[0]?.kind === 'table' && parts[0].rows[1]).toEqual(rows[1]);
  });
});
