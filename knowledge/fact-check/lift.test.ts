import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Guide } from '../guide.ts';
import { loadKnowledge } from '../load-knowledge.ts';
import { findRecords, recordFolder } from '../records/find-records.ts';
import { checkGuide } from './check-guide.ts';
import { lifts } from './lift.ts';

const correction = (path: string, published: string, corrected: string) => ({
  path,
  published,
  corrected,
  because: 'bản ghi sai',
  source: 'chính bản ghi',
  on: '2026-11-21',
  doubtful: false,
});
const finding = (path: string, says: string, record: string) => ({ code: '1.000001', path, says, record });
const lifted = lifts;

describe('a correction lifts the finding that it explains and no other', () => {
  const fee = correction('filing.0.fee', '700 VNĐ', '700.000 đồng/cơ sở');
  it.each([
    ['the fee it gives', finding('filing.0.fee', 'fixed 700000', '700 VNĐ'), true],
    ['another fee', finding('filing.0.fee', 'fixed 70000', '700 VNĐ'), false],
    ['no fee at all', finding('filing.0.fee', 'free 0', '700 VNĐ'), false],
    ['a record that has changed since', finding('filing.0.fee', 'fixed 700000', '900 VNĐ'), false],
    ['another row', finding('filing.1.fee', 'fixed 700000', '700 VNĐ'), false],
    ['a row whose number begins alike', finding('filing.0.feedback', 'fixed 700000', '700 VNĐ'), false],
  ])('a fee: %s', (_what, found, expected) => {
    expect(lifted(fee, found)).toBe(expected);
  });

  const time = correction('filing.0.time', '20 Ngày', '20 ngày làm việc');
  it.each([
    ['20 working-day', true],
    ['20 day', false],
    ['21 working-day', false],
    ['null', false],
  ])('a limit: %s', (says, expected) => {
    expect(lifted(time, finding('filing.0.time', says, '20 Ngày'))).toBe(expected);
  });

  const copies = correction('papers.0', '181 bản chính,1 bản sao', 'theo Mẫu số 18; 1 bản chính, 1 bản sao');
  it.each([
    ['papers.0.copies', '1 / 1', '181 bản chính,1 bản sao', true],
    ['papers.0.copies', '2 / 1', '181 bản chính,1 bản sao', false],
    ['papers.0.copies', '0 / 1', '181 bản chính,1 bản sao', false],
    ['papers.0.name', 'Đơn theo Mẫu số 18', 'no "18 " there', true],
    ['papers.0.name', 'Đơn theo Mẫu số 19', 'no "19 " there', false],
    ['papers.0.name', 'Giấy khai sinh của người chết', 'Đơn đăng ký biến động', false],
  ])('a paper: %s %s', (path, says, record, expected) => {
    expect(lifted(copies, finding(path, says, record))).toBe(expected);
  });

  it('a way of filing', () => {
    const via = correction('filing.2.via', 'Trực tuyến', 'Trực tiếp');
    expect(lifted(via, finding('filing.2.via', 'in-person', 'Trực tuyến'))).toBe(true);
    expect(lifted(via, finding('filing.2.via', 'post', 'Trực tuyến'))).toBe(false);
  });

  it('never a row of the record that was dropped in silence', () => {
    const row = correction('documents.3', 'Sổ hộ khẩu', 'không còn dùng');
    expect(lifted(row, finding('documents.3', '(nothing)', 'Sổ hộ khẩu'))).toBe(false);
  });
});

/** The value at the path of a correction, made false once more. */
function spoil(entry: Guide, path: string): Guide | null {
  const [list, at, part] = path.split('.');
  const index = Number(at);
  if (list === 'filing' && part === 'fee') {
    const filing = entry.filing.map((row, i) => (i === index ? { ...row, fee: { ...row.fee, dong: 123_000 } } : row));
    return { ...entry, filing };
  }
  if (list === 'filing' && part === 'time') {
    const filing = entry.filing.map((row, i) =>
      i === index && row.time ? { ...row, time: { ...row.time, value: 97 } } : row,
    );
    return { ...entry, filing };
  }
  if (list !== 'papers' || !(part === undefined || part === 'copies')) return null;
  const papers = (entry.papers ?? []).map((paper, i) => (i === index ? { ...paper, originals: 9 } : paper));
  return { ...entry, papers };
}

const there = existsSync(recordFolder);
(there ? describe : describe.skip)('a second mistake beside a correction', () => {
  it('is still found in every guide', async () => {
    const records = await findRecords();
    const spoiled = loadKnowledge(join(import.meta.dirname, '..')).guides.flatMap((entry) =>
      entry.corrections.flatMap(({ path }) => {
        const record = records.get(entry.code);
        const wrong = record ? spoil(entry, path) : null;
        return record && wrong ? [{ path, wrong, record }] : [];
      }),
    );
    expect(spoiled.length).toBeGreaterThan(50);
    const hidden = spoiled.filter(
      ({ path, wrong, record }) =>
        !checkGuide(wrong, record).some((found) =>
          `${found.path}.`.startsWith(`${path.split('.').slice(0, 2).join('.')}.`),
        ),
    );
    expect(hidden.map(({ path, wrong }) => `${wrong.code} ${path}`)).toEqual([]);
  });
});
