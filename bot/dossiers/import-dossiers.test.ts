import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openTestStore, type TestStore } from '../store/test-store.ts';
import { importDossiers } from './import-dossiers.ts';

const folder = mkdtempSync(join(tmpdir(), 'dossier-import-'));
const write = (name: string, text: string): string => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
};
const dossier = (serial: number, more: object = {}) => ({
  code: `H10.01-261109-${String(serial).padStart(4, '0')}`,
  procedure: '1.004194',
  applicant: { name: 'Lò Văn Sính', identityNumber: '010190000021', phone: '0900000021' },
  status: 'in-process',
  updatedAt: '2026-11-19T15:30:00+07:00',
  ...more,
});

describe('importDossiers', () => {
  let test: TestStore;
  beforeAll(async () => {
    test = await openTestStore();
  }, 60_000);
  afterAll(async () => {
    await test?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(() => test.database.query('truncate dossier cascade'));
  const rows = () => test.database.query('select code, status, details from dossier order by code');

  it('takes JSON lines, and says of every line that it did not take why', async () => {
    const later = { status: 'ready', updatedAt: '2026-11-19T16:00:00+07:00' };
    const file = write(
      'dossiers.jsonl',
      `\uFEFF${JSON.stringify(dossier(1))}\r\n\r\n{"code": "H10.01-2611\n${JSON.stringify(dossier(2))}\n${JSON.stringify(dossier(1, later))}\n[]\n`,
    );
    const report = await importDossiers(test.store, file, { source: 'file' });
    expect(report).toMatchObject({ lines: 5, added: 2, changed: 1, left: 2 });
    expect(report.remarks).toEqual([
      'line 3: left out: no JSON: the line was cut, or is not written as one object',
      'line 5: has the code of line 1; the later updatedAt holds',
      'line 6: left out: it has no code',
    ]);
    expect((await rows()).map(({ status }) => status)).toEqual(['ready', 'in-process']);
  });

  it('reads CSV with the same names: dotted columns, lists as JSON, empty cells unknown', async () => {
    const file = write(
      'dossiers.csv',
      'code,procedure,applicant.name,applicant.identityNumber,status,promisedAt,fee.dong,fee.paid,missing,updatedAt,ghiChu\n' +
        'h10 01 261109 0007,1.004194,"Lò Văn Sính",010190000021,needs-papers,2026-11-27T17:00:00+07:00,15000,FALSE,"[{""paper"":""Tờ khai"",""reason"":""thiếu chữ ký""}]",2026-11-19T15:30:00+07:00,gấp\n' +
        'H10.01-261109-0008,,,,ready,27/11/2026,hai mươi nghìn,,,2026-11-19T15:30:00+07:00,\n',
    );
    const report = await importDossiers(test.store, file, { source: 'file' });
    expect(report.remarks).toEqual(['line 3: taken: it names nobody by twelve digits, so nobody can see it']);
    expect(await rows()).toMatchObject([
      {
        code: 'H10.01-261109-0007',
        details: {
          fee: { dong: 15_000, paid: false },
          missing: [{ paper: 'Tờ khai', reason: 'thiếu chữ ký' }],
          promisedAt: '2026-11-27T17:00:00+07:00',
          other: { ghiChu: 'gấp' },
        },
      },
      { code: 'H10.01-261109-0008', details: { promisedAt: null, fee: { dong: null, paid: null }, missing: null } },
    ]);
  });

  it('keeps what stands before a quote that is left open, and names the place', async () => {
    const file = write(
      'broken.csv',
      `code,applicant.identityNumber,status,updatedAt\nH10.01-261109-0009,010190000021,ready,2026-11-19T15:30:00+07:00\n"H10.01-2611,`,
    );
    const report = await importDossiers(test.store, file, { source: 'file' });
    expect(report).toMatchObject({ added: 1, left: 1 });
    expect(report.remarks.at(-1)).toMatch(/line \d+: left out: no CSV from here on/);
  });

  it('imports the same file twice without a second effect', async () => {
    const file = write(
      'twice.jsonl',
      Array.from({ length: 1200 }, (_, index) => JSON.stringify(dossier(index))).join('\n'),
    );
    expect(await importDossiers(test.store, file, { source: 'file' })).toMatchObject({ added: 1200, remarks: [] });
    expect(await importDossiers(test.store, file, { source: 'file' })).toMatchObject({
      added: 0,
      changed: 0,
      left: 1200,
      remarks: [],
    });
  }, 60_000);
});
