import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { loadKnowledge } from '../load-knowledge.ts';
import { counted, countKnowledge, type FieldCounts } from './count-knowledge.ts';
import { statsTable } from './stats-table.ts';

const knowledge = loadKnowledge(join(import.meta.dirname, '..'));
const [guide] = knowledge.guides.filter(({ code }) => code === '1.001193');
const [card] = knowledge.cards;

/** A birth guide of which every figure below is known, and a card of another field. */
const known = {
  ...guide!,
  field: 'Hộ tịch',
  papers: guide!.papers!.slice(0, 3),
  ways: guide!.ways.slice(0, 2),
  checkedOn: '2026-01-01',
  filing: [
    { ...guide!.filing[0]!, fee: { dong: null, kind: 'unknown' as const, note: null }, time: null },
    { ...guide!.filing[0]!, time: { value: 1, unit: null, text: 'chỉ ghi số 1' } },
    {
      ...guide!.filing[0]!,
      fee: { dong: null, kind: 'by-province' as const, note: null },
      time: { value: 3, unit: 'day' as const, text: '3 ngày' },
    },
  ],
  corrections: [true, false, false].map((doubtful) => ({
    path: 'steps.0',
    published: 'a',
    corrected: 'b',
    because: 'c',
    source: 'd',
    on: '2026-01-01',
    doubtful,
  })),
};
const other = { ...card!, field: 'Đất đai', ways: card!.ways.slice(0, 1), checkedOn: '2026-11-20' };

describe('knowledge stats', () => {
  const counts = countKnowledge({ guides: [known, { ...known, papers: null }], cards: [other] }, '2026-11-21');

  it('counts by field what is known and what is not', () => {
    expect(counts.fields).toEqual([
      {
        field: 'Hộ tịch',
        guides: 2,
        cards: 0,
        papers: 3,
        ways: 4,
        corrections: 6,
        doubtful: 2,
        unknownFees: 2,
        unknownTimes: 4,
        stale: 2,
      },
      {
        field: 'Đất đai',
        guides: 0,
        cards: 1,
        papers: 0,
        ways: 1,
        corrections: 0,
        doubtful: 0,
        unknownFees: 0,
        unknownTimes: 0,
        stale: 0,
      },
    ]);
  });

  it('sums every column, over the real knowledge too', () => {
    const real = countKnowledge(knowledge, '2026-11-21');
    expect(real.total).toMatchObject({ guides: knowledge.guides.length, cards: knowledge.cards.length });
    for (const { fields, total } of [counts, real]) {
      const sums = counted.map((name) => fields.reduce((sum, row) => sum + row[name], 0));
      expect(sums).toEqual(counted.map((name) => total[name]));
    }
  });

  it('prints a line a field between the headings and the total, all of one width', () => {
    const lines = statsTable(counts).split('\n');
    expect(lines.map((line) => line.split(/\s{2,}/)[0])).toEqual(['field', 'Hộ tịch', 'Đất đai', 'total']);
    expect(new Set(lines.map((line) => line.length)).size).toBe(1);
    expect(lines[1]?.split(/\s{2,}/).slice(1)).toEqual(['2', '0', '3', '4', '6', '2', '2', '4', '2']);
  });

  it('cuts a name that would push the figures off the screen', () => {
    const long: FieldCounts = { ...counts.total, field: 'Lĩnh vực '.repeat(20) };
    expect(statsTable({ fields: [long], total: counts.total }).split('\n')[1]?.length).toBeLessThan(150);
  });
});
