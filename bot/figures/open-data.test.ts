import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestStore, type TestStore } from '../store/test-store.ts';
import { openData, openDataCsv } from './open-data.ts';
import { rollUp } from './roll-up.ts';
import { addHandOff, addTurn } from './test-figures.ts';

const names = { procedure: (code: string) => ({ title: code, field: 'Hộ tịch' }), unit: (code: string) => code };
const at = new Date('2026-11-22T03:00:00Z');

describe('open data', () => {
  let test: TestStore;
  const read = (from = '2026-10-01', to = '2026-11-22') =>
    openData({ database: test.store.database, names, home: null }, { from, to, at });
  beforeAll(async () => {
    test = await openTestStore();
    const day = '2026-11-04T09:00';
    for (let count = 0; count < 7; count += 1)
      await addTurn(test, { at: day, status: 'answered', unit: '00004', code: '1.1' });
    for (let count = 0; count < 6; count += 1) await addTurn(test, { at: day, status: 'clarify', unit: '00008' });
    for (let count = 0; count < 2; count += 1)
      await addTurn(test, { at: day, status: 'declined-absent', unit: '00004', channel: 'kiosk' });
    await addTurn(test, { at: '2026-10-28T09:00', status: 'answered', unit: '00004' });
    await addTurn(test, { at: '2026-11-18T09:00', status: 'answered', unit: '00004' });
    await addHandOff(test, { at: day, unit: '00004' });
    await rollUp(test.store.database, () => 0, at);
  }, 60_000);
  afterAll(() => test?.close());

  it('is of whole weeks that are over and settled; small counts and what would tell them are hidden', async () => {
    const { weeks } = await read();
    const week = weeks.find(({ week: name }) => name === '2026-W45');
    expect(week?.questions).toEqual({
      total: 15,
      lines: {
        byOutcome: { answered: 7, 'asked-back': null, unknown: null },
        byChannel: { web: null, kiosk: null },
        byUnit: { '00004': 9, '00008': 6 },
      },
    });
    expect(week?.handOffs).toBeNull();
    expect(weeks.find(({ week: name }) => name === '2026-W44')?.questions).toBeNull();
    expect(weeks.map(({ week: name }) => name)).not.toContain('2026-W47');
  });

  it('keeps to the days that were named', async () => {
    expect((await read('2026-11-02', '2026-11-02')).weeks.map(({ week }) => week)).toEqual(['2026-W45']);
    expect((await read('2026-11-03', '2026-11-08')).weeks).toEqual([]);
  });

  it('says what each number is, and is the same as a table', async () => {
    const data = await read();
    const csv = openDataCsv(data);
    expect(csv).toContain('2026-W45,2026-11-02,2026-11-08,questions.byOutcome,answered,7,0\r\n');
    expect(csv).toContain('2026-W45,2026-11-02,2026-11-08,questions.byOutcome,unknown,,1\r\n');
    expect(csv).not.toMatch(/,[1-4],0\r/);
    const tables = new Set(
      csv
        .trim()
        .split('\r\n')
        .slice(1)
        .map((line) => line.split(',')[3] ?? ''),
    );
    for (const table of tables) expect(Object.keys(data.dictionary).some((key) => key.startsWith(table))).toBe(true);
  });
});
