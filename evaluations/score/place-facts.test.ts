import { describe, expect, it } from '@jest/globals';
import type { AnswerLine } from '../answer-line.ts';
import { openKnowing } from '../knowing.ts';

const knowing = openKnowing();
const line = (text: string, status: AnswerLine['status'] = 'place'): AnswerLine => ({
  ...{ id: '1', status, codes: [], facet: null, text, options: [], sources: [], ms: 0 },
});

describe('what an answer about a place may state', () => {
  it('is what the tables say of the units that it names', () => {
    const text = 'Xã Trịnh Tường, Tỉnh Lào Cai. Nghị quyết 1673/NQ-UBTVQH15 ngày 16/06/2025, từ 01/07/2025.';
    expect(knowing.invented(line(text))).toEqual([]);
  });

  it('is not the resolution of another province, another day, or a seat that is nowhere', () => {
    const text = 'Xã Trịnh Tường, Tỉnh Lào Cai. Nghị quyết 1656/NQ-UBTVQH15 ngày 17/06/2025. Trụ sở: số 4711.';
    expect(knowing.invented(line(text))).toHaveLength(3);
  });

  it('does not hold for an answer about a procedure', () => {
    const text = 'Xã Trịnh Tường, Tỉnh Lào Cai: Nghị quyết 1673/NQ-UBTVQH15.';
    expect(knowing.invented(line(text, 'answered'))).toHaveLength(1);
  });
});
