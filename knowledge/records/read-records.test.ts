import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { findRecords } from './find-records.ts';
import { levelOf, type PortalRecord, viaOf } from './portal-record.ts';
import { RecordFileError, readRecords } from './read-records.ts';

const record = (id: string, more: object = {}) =>
  JSON.stringify({ id, name: 'Đăng ký khai sinh', levels: ['Cấp xã'], ...more });

describe('readRecords', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'records-'));
    file = join(folder, 'national_2026.jsonl');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const readAll = async (text: string) => {
    writeFileSync(file, text);
    const records: PortalRecord[] = [];
    for await (const read of readRecords(file)) records.push(read);
    return records;
  };

  it('reads one record a line, in order, over blank lines and Windows line ends', async () => {
    const records = await readAll(`${record('1.000001')}\r\n\r\n${record('1.000002')}\n`);
    expect(records.map(({ id }) => id)).toEqual(['1.000001', '1.000002']);
  });

  it('knows a missing cell as null and a missing table as empty, and guesses neither', async () => {
    const [first] = await readAll(record('1.000001', { methods: [{ channel: 'Trực tiếp' }] }));
    expect(first?.methods[0]).toMatchObject({ time: null, fee: null, feeNote: null, timeRaw: null });
    expect(first?.documents).toEqual([]);
    expect(first?.authority).toBeNull();
  });

  it('names file, line and reason of a line that is no JSON', async () => {
    await expect(readAll(`${record('1.000001')}\n\n{"id": `)).rejects.toThrow(`${file}:3: not JSON`);
  });

  it('names file, line and field of a line that is no record', async () => {
    await expect(readAll(record('1.000001', { methods: [{ channel: 7 }] }))).rejects.toThrow(
      `${file}:1: methods.0.channel: `,
    );
    await expect(readAll('[]')).rejects.toThrow(RecordFileError);
  });
});

describe('findRecords', () => {
  it('finds nothing, and says so by an empty map, where the folder is absent', async () => {
    expect((await findRecords(join(tmpdir(), 'no-such-folder'))).size).toBe(0);
  });

  it('takes the national and the defence records together', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'records-'));
    writeFileSync(join(folder, 'national_2026.jsonl'), `${record('1.000001')}\n`);
    writeFileSync(join(folder, 'bqp_2025.jsonl'), `${record('1.000002')}\n`);
    expect([...(await findRecords(folder)).keys()]).toEqual(['1.000001', '1.000002']);
    rmSync(folder, { recursive: true });
  });
});

describe("the portal's words", () => {
  it.each([
    ['Cấp xã', 'commune'],
    ['Cấp tỉnh', 'province'],
    ['Cấp bộ', 'ministry'],
    ['Cấp huyện', 'other'],
  ])('%s is the level %s', (word, level) => {
    expect(levelOf(word)).toBe(level);
  });

  it('knows the three ways of filing and no fourth', () => {
    expect(['Trực tiếp', 'Trực tuyến', 'Dịch vụ bưu chính', 'Qua điện thoại'].map(viaOf)).toEqual([
      'in-person',
      'online',
      'post',
      null,
    ]);
  });
});
