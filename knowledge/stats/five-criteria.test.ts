import { describe, expect, it } from '@jest/globals';
import { card, guide } from '../lint/test-entries.ts';
import { criteriaTable } from './criteria-table.ts';
import { coreCovered, criteriaByCommune, criteriaByField, criteriaOf, type Measured } from './five-criteria.ts';

const doubt = {
  path: 'steps.0',
  published: 'a',
  corrected: 'b',
  because: 'c',
  source: 'd',
  on: '2026-01-01',
  doubtful: true,
};
const whole = guide('1.000001', {
  forWhom: 'Mọi người',
  collectAt: 'Tại quầy',
  online: 'none',
  papers: [],
  results: [{ name: 'Giấy khai sinh', code: null }],
});
const measured = (change: Partial<Measured> = {}): Measured => ({
  guides: [],
  cards: [],
  compared: new Set(['1.000001', '1.000002']),
  contradicted: new Set(),
  unclean: new Set(),
  today: '2026-11-21',
  ...change,
});
const of = (change: Partial<Measured>) => criteriaOf('tất cả', measured(change));

describe('the five criteria', () => {
  it('right: compared with a record, nothing found, nothing doubtful', () => {
    const guides = [guide('1.000001'), guide('1.000002', { corrections: [doubt] }), guide('hd.nop')];
    expect(of({ guides }).right).toEqual({ have: 1, of: 2 });
    expect(of({ guides, contradicted: new Set(['1.000001']) }).right).toEqual({ have: 0, of: 2 });
    expect(of({ guides, compared: new Set() }).right.of).toBe(0);
  });

  it('complete: what is known of what citizens ask; the fee of the test entry is unknown', () => {
    expect(of({ guides: [whole] }).complete).toEqual({ have: 10, of: 11 });
    const bare = guide('1.000001', { decidedBy: null, steps: [] });
    expect(of({ guides: [bare] }).complete).toEqual({ have: 3, of: 11 });
    expect(of({ guides: [guide('hd.nop')], cards: [card(null)] }).complete.of).toBe(0);
  });

  it('clean: no lint error, by guide or by card', () => {
    const all = { guides: [whole], cards: [card(null), card('1.000005')] };
    expect(of(all).clean).toEqual({ have: 3, of: 3 });
    expect(of({ ...all, unclean: new Set(['card:xin-viec-ay', '1.000005']) }).clean).toEqual({ have: 1, of: 3 });
  });

  it('alive: checked in 180 days and not expired', () => {
    const guides = [
      whole,
      guide('1.000002', { checkedOn: '2026-05-24' }),
      guide('1.000003', { validTo: '2026-11-20' }),
    ];
    expect(of({ guides }).alive).toEqual({ have: 1, of: 3 });
  });

  it('shareable: another can follow the source', () => {
    expect(of({ guides: [whole], cards: [card(null)] }).shareable).toEqual({ have: 1, of: 2 });
  });

  it('by field, the fullest first, the parts making the whole', () => {
    const all = measured({ guides: [whole, guide('1.000002')], cards: [card(null, { field: 'Đất đai' })] });
    const rows = criteriaByField(all);
    expect(rows.map(({ name }) => name)).toEqual(['Hộ tịch', 'Đất đai']);
    expect(rows.reduce((sum, row) => sum + row.clean.of, 0)).toBe(criteriaOf('tất cả', all).clean.of);
  });

  it('by commune, from what its local file gives', () => {
    const facts = { hours: true, phone: false };
    const [row] = criteriaByCommune(
      [{ name: 'Phường Hòa Bình', facts, sourced: true, checkedOn: '2026-01-01', wrong: 0 }],
      '2026-11-21',
    );
    expect(row).toMatchObject({ complete: { have: 1, of: 2 }, alive: { have: 0, of: 1 }, clean: { have: 1, of: 1 } });
  });

  it('counts the guides of the procedures asked about most', () => {
    expect(coreCovered(['1.000001', '1.000009'], [whole])).toEqual({ have: 1, of: 2 });
  });

  it('prints a share with its figures, and a dash where nothing can be said', () => {
    const table = criteriaTable([of({ guides: [whole], compared: new Set() })]);
    expect(table).toMatch(/đúng\s+đủ\s+sạch\s+sống\s+chia sẻ được/u);
    expect(table).toMatch(/tất cả\s+–\s+90\.9 % \(10\/11\)\s+100\.0 % \(1\/1\)/u);
    expect(new Set(table.split('\n').map((line) => line.length)).size).toBe(1);
  });
});
