import { describe, expect, it } from '@jest/globals';
import { ago, now } from '../test/test-talks.ts';
import { dayOf, dueWords, momentWords, sinceWords, spanWords } from './waiting-words.ts';

const minute = 60_000;
const at = new Date(now);

describe('how long somebody has waited', () => {
  it.each([
    [20_000, 'chưa đầy một phút'],
    [12 * minute, '12 phút'],
    [60 * minute, '1 giờ'],
    [65 * minute, '1 giờ 5 phút'],
    [50 * 60 * minute, '2 ngày'],
  ])('%i ms are said as «%s»', (ms, words) => {
    expect(spanWords(ms)).toBe(words);
  });

  it('is never less than nothing, should the clocks differ', () => {
    expect(sinceWords(ago(-5), at)).toBe('chờ chưa đầy một phút');
  });
});

describe('by when an answer is due', () => {
  it('is said before, at and after', () => {
    expect(dueWords(ago(-30), at)).toEqual({ text: 'còn 30 phút', urgency: 'calm' });
    expect(dueWords(new Date(now + 90_000).toISOString(), at)).toEqual({ text: 'còn 1 phút', urgency: 'soon' });
    expect(dueWords(new Date(now + 30_000).toISOString(), at)).toEqual({
      text: 'đến hạn trong một phút',
      urgency: 'soon',
    });
    expect(dueWords(ago(4), at)).toEqual({ text: 'quá hạn 4 phút', urgency: 'late' });
    expect(dueWords(null, at)).toBeNull();
  });
});

describe('moments', () => {
  it('are those of Vietnam, with the day where it is not today', () => {
    expect(momentWords('2026-11-23T01:05:00Z', at)).toBe('08:05');
    expect(momentWords('2026-11-21T17:30:00Z', at)).toBe('00:30 22/11/2026');
    expect(dayOf('2026-11-20')).toBe('20/11/2026');
    expect(dayOf('không rõ')).toBe('không rõ');
  });
});
