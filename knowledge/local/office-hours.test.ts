import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { hoursOn } from '../calendar/index.ts';
import { type OfficeHours, officeHoursShape, weekOf, weekOn } from './office-hours.ts';

const schema = z.strictObject(officeHoursShape);
const office: OfficeHours = {
  hours: { monday: ['07:30-11:30', '13:30-17:00'], saturday: ['07:30-11:30'] },
  seasons: [
    { name: 'mùa hè', from: '04-16', to: '10-15', hours: { monday: ['07:00-11:00'] } },
    { name: 'cuối năm', from: '12-20', to: '01-10', hours: { monday: ['08:00-11:00'] } },
  ],
  exceptions: [
    { day: '2026-11-23', hours: [], note: 'nghỉ kiểm kê' },
    { day: '2026-11-29', hours: ['08:00-10:00'], note: 'làm bù' },
  ],
};

describe('the hours of a day', () => {
  it.each([
    ['a Monday in November', '2026-11-16', ['07:30-11:30', '13:30-17:00']],
    ['a Saturday with hours of its own', '2026-11-21', ['07:30-11:30']],
    ['a day without an entry', '2026-11-17', []],
    ['a Monday of the summer', '2026-06-01', ['07:00-11:00']],
    ['a Saturday of a season that gives none', '2026-06-06', []],
    ['the first day of a season', '2029-04-16', ['07:00-11:00']],
    ['the last day of a season', '2029-10-15', ['07:00-11:00']],
    ['the day after it', '2029-10-22', ['07:30-11:30', '13:30-17:00']],
    ['a season over New Year, before it', '2026-12-28', ['08:00-11:00']],
    ['a season over New Year, after it', '2027-01-04', ['08:00-11:00']],
    ['a single day that is closed', '2026-11-23', []],
    ['a single Sunday that is open', '2026-11-29', ['08:00-10:00']],
  ])('knows %s', (_what, day, spans) => {
    expect(hoursOn(weekOf(office), null, day).spans).toEqual(spans);
  });

  it('takes the plain week where there are no seasons', () => {
    expect(weekOn({ hours: office.hours }, '2026-06-01')).toBe(office.hours);
  });
});

describe('the parts of a file that say hours', () => {
  it.each([
    ['a day of the year that is none', { hours: {}, seasons: [{ name: 'hè', from: '04-31', to: '10-15', hours: {} }] }],
    [
      'a day of the year written day first',
      { hours: {}, seasons: [{ name: 'hè', from: '16/4', to: '10-15', hours: {} }] },
    ],
    ['a date that the calendar lacks', { hours: {}, exceptions: [{ day: '2026-02-29', hours: [], note: 'nghỉ' }] }],
    ['an exception without its reason', { hours: {}, exceptions: [{ day: '2026-03-01', hours: [], note: '' }] }],
  ])('refuse %s', (_what, value) => {
    expect(schema.safeParse(value).success).toBe(false);
  });
});
