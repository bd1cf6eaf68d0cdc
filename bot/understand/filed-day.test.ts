import { describe, expect, it } from '@jest/globals';
import { filedDayIn } from './filed-day.ts';
import { wordingOf } from './wording.ts';

/** A Friday. */
const friday = new Date('2026-11-20T02:00:00Z');

describe('filedDayIn', () => {
  it.each([
    ['hồ sơ nộp hôm thứ hai', '2026-11-16', '2026-11-16'],
    ['ho so toi nop thu hai tuan truoc', '2026-11-09', '2026-11-09'],
    ['tôi nộp hôm thứ sáu', '2026-11-20', '2026-11-20'],
    ['tôi nộp hồ sơ hôm chủ nhật', '2026-11-15', '2026-11-15'],
    ['em nộp hôm qua', '2026-11-19', '2026-11-19'],
    ['nộp bữa kia', '2026-11-18', '2026-11-18'],
    ['tôi nộp sáng nay', '2026-11-20', '2026-11-20'],
    ['tôi nộp ngày 16', '2026-11-16', '2026-11-16'],
    ['nộp ngày 25 mà chưa thấy', '2026-10-25', '2026-10-25'],
    ['nộp hôm mùng 9', '2026-11-09', '2026-11-09'],
    ['nộp ngày 16/11', '2026-11-16', '2026-11-16'],
    ['nộp 16/11/2025', '2025-11-16', '2025-11-16'],
    ['gửi ngày 30 tháng 12', '2025-12-30', '2025-12-30'],
    ['nộp tuần trước', '2026-11-09', '2026-11-15'],
    ['nop thang truoc', '2026-10-01', '2026-10-31'],
    ['nộp từ tháng 12', '2025-12-01', '2025-12-31'],
  ])('%s', (text, from, to) => {
    expect(filedDayIn(wordingOf(text), friday)).toEqual({ from, to });
  });

  it.each(['hồ sơ thứ hai', 'hẹn trả thứ hai', 'hồ sơ của tôi tới đâu rồi', 'nộp ngày 41', 'nộp 3 bản'])(
    'names no day of filing: %s',
    (text) => expect(filedDayIn(wordingOf(text), friday)).toBeNull(),
  );

  it('counts days as they are in Vietnam', () => {
    expect(filedDayIn(wordingOf('nộp hôm qua'), new Date('2026-11-19T18:00:00Z'))).toEqual({
      from: '2026-11-19',
      to: '2026-11-19',
    });
  });
});
