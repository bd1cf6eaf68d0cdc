import { describe, expect, it } from '@jest/globals';
import { nextDaytime } from './daytime.ts';
import { dueNotices } from './due-notices.ts';

const dossier = (over: object) => ({
  id: 'd1',
  code: '000.00.12.H38-261116-0042',
  procedure: '1.001193',
  status: 'in-process',
  promisedAt: new Date('2026-11-25T17:00:00+07:00'),
  ...over,
});
const kinds = (over: object, at: string) => dueNotices(dossier(over), new Date(at)).map(({ kind }) => kind);

describe('what is worth telling', () => {
  it('tells the day before, not the same day, and then that it is late', () => {
    expect(kinds({}, '2026-11-23T09:00:00+07:00')).toEqual(['changed']);
    expect(kinds({}, '2026-11-24T09:00:00+07:00')).toEqual(['changed', 'due-tomorrow']);
    expect(kinds({}, '2026-11-25T09:00:00+07:00')).toEqual(['changed']);
    expect(kinds({}, '2026-11-26T00:30:00+07:00')).toEqual(['changed', 'late']);
  });

  it('counts no day while the office waits for papers, money or the citizen', () => {
    for (const status of ['needs-papers', 'needs-payment', 'ready', 'returned', 'collected'])
      expect(kinds({ status }, '2026-12-25T09:00:00+07:00')).toHaveLength(1);
  });

  it('says nothing of a case whose status is unknown, and no day where none was promised', () => {
    expect(kinds({ status: null }, '2026-12-25T09:00:00+07:00')).toEqual([]);
    expect(kinds({ promisedAt: null }, '2026-12-25T09:00:00+07:00')).toEqual(['changed']);
  });
});

describe('daytime', () => {
  it.each([
    ['2026-11-23T03:00:00+07:00', '2026-11-23T07:30:00+07:00'],
    ['2026-11-23T07:29:59+07:00', '2026-11-23T07:30:00+07:00'],
    ['2026-11-23T12:00:00+07:00', '2026-11-23T12:00:00+07:00'],
    ['2026-11-23T20:00:00+07:00', '2026-11-24T07:30:00+07:00'],
    ['2026-12-31T23:59:00+07:00', '2027-01-01T07:30:00+07:00'],
  ])('%s is told at %s', (at, told) => {
    expect(nextDaytime(new Date(at)).toISOString()).toBe(new Date(told).toISOString());
  });
});
