/** Records and folders for the tests of imports. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type PortalRecord, portalRecordSchema } from '../records/portal-record.ts';

export const testFolder = (): string => mkdtempSync(join(tmpdir(), 'hoi-mot-cua-import-'));

/** A whole record with nothing doubtful in it, as the portal would write it; `change` replaces fields. */
export const testRecord = (change: Readonly<Record<string, unknown>> = {}): PortalRecord =>
  portalRecordSchema.parse({ ...plain, ...change });

const plain = {
  id: '1.900001',
  name: 'Thủ tục đăng ký nuôi chim bồ câu đưa thư',
  agencyGroup: 'bo-tu-phap',
  levels: ['Cấp xã'],
  field: 'Chăn nuôi',
  decision: '12/QĐ-BNV',
  audience: 'Công dân Việt Nam',
  authority: 'Ủy ban nhân dân cấp xã',
  performedBy: 'Ủy ban nhân dân cấp xã',
  receivedAt: null,
  steps:
    'Bước 1: Người đăng ký nộp tờ khai tại Ủy ban nhân dân cấp xã.\nBước 2: Công chức trả kết quả trong 5 ngày làm việc.',
  methods: [
    { channel: 'Trực tiếp', time: '5 Ngày làm việc', fee: '20.000 Đồng' },
    { channel: 'Trực tuyến', time: '5 Ngày làm việc', fee: '20.000 Đồng' },
  ],
  documents: [{ name: 'Tờ khai đăng ký nuôi chim', copies: '1 bản chính', group: null, form: null }],
  legalNumbers: ['12/2024/NĐ-CP'],
  legal: [],
  conditions: null,
  results: [{ name: 'Giấy chứng nhận nuôi chim', code: null }],
  url: 'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/chim',
  source: 'thử',
  crawled: '2026-07',
};

/** Writes lines, each an object or a text as it stands. */
export function writeLines(file: string, lines: readonly unknown[]): string {
  writeFileSync(file, lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join(''));
  return file;
}
