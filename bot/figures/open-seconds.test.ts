import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { loadCalendar } from '../../knowledge/index.ts';
import { openSeconds, usualWeek } from './open-seconds.ts';

const calendar = loadCalendar(join(import.meta.dirname, '../../knowledge/calendar'));
const at = (text: string) => new Date(`${text}:00+07:00`);
const minutes = (from: string, to: string) => openSeconds({ week: usualWeek, calendar }, at(from), at(to)) / 60;

describe('waiting while the desk is open', () => {
  it.each([
    ['within one morning', '2026-11-18T08:00', '2026-11-18T08:25', 25],
    ['over noon', '2026-11-18T11:20', '2026-11-18T13:40', 20],
    ['over night', '2026-11-18T16:50', '2026-11-19T07:40', 20],
    ['over a weekend', '2026-11-20T16:50', '2026-11-23T07:31', 11],
    ['over a holiday (24 November)', '2026-11-23T16:50', '2026-11-25T07:35', 15],
    ['asked and answered on a Sunday', '2026-11-22T09:00', '2026-11-22T10:00', 0],
    ['answered before it was asked', '2026-11-18T09:00', '2026-11-18T08:00', 0],
  ])('%s', (_what, from, to, expected) => {
    expect(minutes(from, to)).toBe(expected);
  });

  it('ends even where nobody ever answered', () => {
    expect(minutes('2026-01-05T08:00', '2036-01-05T08:00')).toBeGreaterThan(15_000);
  });
});
