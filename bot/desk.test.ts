import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { loadCalendar } from '../knowledge/index.ts';
import { type Desk, hoursOfDay, hoursText, inSeason, isOpen, loadDesk, nextOpening, noteOfDay } from './desk.ts';

const weekday = ['07:30-11:30', '13:30-17:00'];
const desk: Desk = {
  name: 'Trung tâm Phục vụ hành chính công phường Thí Dụ',
  address: 'số 1 đường Thí Dụ',
  phone: null,
  hours: { monday: weekday, tuesday: weekday, wednesday: weekday, thursday: weekday, friday: weekday },
};
/** The week of Monday, 16 November 2026, by the clock of Vietnam. */
const at = (day: number, clock: string) => new Date(`2026-11-${15 + day}T${clock}:00+07:00`);

describe('hoursText', () => {
  it('says days with the same hours as one span', () => {
    expect(hoursText(desk)).toBe('thứ Hai đến thứ Sáu: 7 giờ 30 đến 11 giờ 30, 13 giờ 30 đến 17 giờ');
  });

  it('parts spans where a day is closed or has other hours', () => {
    const { wednesday: _closed, ...hours } = desk.hours;
    expect(hoursText({ ...desk, hours: { ...hours, saturday: ['08:00-11:00'] } })).toBe(
      'thứ Hai đến thứ Ba: 7 giờ 30 đến 11 giờ 30, 13 giờ 30 đến 17 giờ; ' +
        'thứ Năm đến thứ Sáu: 7 giờ 30 đến 11 giờ 30, 13 giờ 30 đến 17 giờ; thứ Bảy: 8 giờ đến 11 giờ',
    );
  });

  it('says the clock as people do: 10 giờ, 10 giờ 05, 0 giờ', () => {
    expect(hoursText({ ...desk, hours: { sunday: ['10:00-10:05', '00:00-09:00'] } })).toBe(
      'Chủ nhật: 10 giờ đến 10 giờ 05, 0 giờ đến 9 giờ',
    );
  });

  it('is empty for a desk that never opens', () => {
    expect(hoursText({ ...desk, hours: {} })).toBe('');
  });
});

describe('isOpen', () => {
  it.each([
    [1, '07:29', false],
    [1, '07:30', true],
    [1, '11:29', true],
    [1, '11:30', false],
    [1, '12:00', false],
    [1, '16:59', true],
    [1, '17:00', false],
    [5, '10:00', true],
    [6, '10:00', false],
    [7, '10:00', false],
  ])('on day %d of the week at %s: %s', (day, clock, open) => {
    expect(isOpen(desk, at(day, clock))).toBe(open);
  });

  it('goes by the clock of Vietnam, wherever the machine stands', () => {
    expect(isOpen(desk, new Date('2026-11-16T00:30:00Z'))).toBe(true);
    expect(isOpen(desk, new Date('2026-11-15T23:30:00Z'))).toBe(false);
    expect(isOpen(desk, new Date('2026-11-16T10:00:00Z'))).toBe(false);
  });
});

describe('nextOpening', () => {
  it.each([
    [1, '06:00', 'thứ Hai, 7 giờ 30'],
    [1, '08:00', 'thứ Hai, 13 giờ 30'],
    [1, '12:00', 'thứ Hai, 13 giờ 30'],
    [1, '17:00', 'thứ Ba, 7 giờ 30'],
    [5, '17:30', 'thứ Hai, 7 giờ 30'],
    [6, '09:00', 'thứ Hai, 7 giờ 30'],
    [7, '23:59', 'thứ Hai, 7 giờ 30'],
  ])('after day %d at %s is %s', (day, clock, next) => {
    expect(nextOpening(desk, at(day, clock))).toBe(next);
  });

  it('comes round the week for a desk that opens on one day', () => {
    expect(nextOpening({ ...desk, hours: { monday: ['08:00-09:00'] } }, at(1, '08:30'))).toBe('thứ Hai, 8 giờ');
  });

  it('is null for a desk that never opens', () => {
    expect(nextOpening({ ...desk, hours: {} }, at(1, '08:00'))).toBeNull();
  });
});

describe('with the calendar', () => {
  const calendar = loadCalendar(join(import.meta.dirname, '../knowledge/calendar'));

  it('is shut on a public holiday, and opens after it', () => {
    expect(isOpen(desk, new Date('2026-11-24T09:00:00+07:00'), calendar)).toBe(false);
    expect(nextOpening(desk, new Date('2026-11-23T17:30:00+07:00'), calendar)).toBe('thứ Tư, 7 giờ 30');
  });

  it('is open on a Saturday that is made up', () => {
    expect(isOpen(desk, new Date('2026-08-22T09:00:00+07:00'), calendar)).toBe(true);
    expect(hoursOfDay(desk, '2026-08-22', calendar)).toBe('7 giờ 30 đến 11 giờ 30, 13 giờ 30 đến 17 giờ');
  });

  it('says the date of an opening that is more than a week ahead', () => {
    expect(nextOpening(desk, new Date('2026-02-13T17:30:00+07:00'), calendar)).toBe(
      'thứ Hai ngày 23/02/2026, 7 giờ 30',
    );
  });
});

describe('loadDesk', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'desk-'));
    file = join(folder, 'unit.yaml');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const load = (text: string) => {
    writeFileSync(file, text);
    return loadDesk(file);
  };
  const head = 'name: Một cửa phường Thí Dụ\naddress: số 1 đường Thí Dụ\nphone: null\n';

  it('is null where there is no file: the answers then say that the desk is not known', () => {
    expect(loadDesk(file)).toBeNull();
  });

  it('reads the example that a ward copies', () => {
    expect(loadDesk(join(import.meta.dirname, '../deploy/unit.example.yaml'))?.hours.monday).toEqual(weekday);
  });

  it('puts the spans of a day in order, so that the next opening is the earliest', () => {
    const read = load(`${head}hours:\n  monday: ["13:30-17:00", "07:30-11:30"]\n`);
    expect(nextOpening(read as Desk, at(1, '06:00'))).toBe('thứ Hai, 7 giờ 30');
    expect(nextOpening(read as Desk, at(7, '12:00'))).toBe('thứ Hai, 7 giờ 30');
  });

  it('reads seasons and days of its own', () => {
    const read = load(
      `${head}hours:\n  monday: ["07:30-11:30"]\nseasons:\n  - name: mùa đông\n    from: "10-16"\n    to: "04-15"\n    hours:\n      monday: ["08:00-11:30"]\n` +
        `exceptions:\n  - { day: 2026-11-30, hours: [], note: nghỉ kiểm kê }\n`,
    ) as Desk;
    expect(isOpen(read, at(1, '07:45'))).toBe(false);
    expect(isOpen(read, at(1, '08:00'))).toBe(true);
    expect(isOpen(read, new Date('2026-11-30T09:00:00+07:00'))).toBe(false);
  });

  it.each([
    [
      'a season that is no day of the year',
      `${head}hours: {}\nseasons: [{ name: mùa đông, from: "16-10", to: "04-15", hours: {} }]\n`,
      /seasons\.0\.from: /,
    ],
    [
      'a day of its own that is none',
      `${head}hours: {}\nexceptions: [{ day: 2026-02-30, hours: [], note: nghỉ }]\n`,
      /exceptions\.0\.day: /,
    ],
    [
      'an hour that is none',
      `${head}hours:\n  monday: ["7:30-11:30"]\n`,
      /unit\.yaml:5: hours\.monday\.0: hours are written 07:30-11:30/,
    ],
    ['an hour that no clock has', `${head}hours:\n  monday: ["07:30-24:30"]\n`, /hours\.monday\.0: /],
    [
      'a span that ends before it begins',
      `${head}hours:\n  monday: ["17:00-13:30"]\n`,
      /hours\.monday\.0: .*ends before/,
    ],
    ['a day that is none', `${head}hours:\n  thu-hai: ["07:30-11:30"]\n`, /hours/],
    ['a field that is missing', 'name: Một cửa\nphone: null\nhours: {}\n', /address: /],
    ['a field that it does not know', `${head}hours: {}\nfax: "1"\n`, /"fax"/],
    ['broken YAML', 'name: [', /unit\.yaml:\d+: /],
  ])('names file, line and field of %s', (_what, text, message) => {
    expect(() => load(text)).toThrow(message);
  });
});

describe('a desk with seasons and single days', () => {
  const summer: Desk = {
    ...desk,
    seasons: [{ name: 'hè', from: '06-01', to: '08-31', hours: { sunday: ['08:00-11:00'] } }],
    exceptions: [{ day: '2026-11-16', hours: [], note: 'nghỉ kiểm kê' }],
  };

  it('is closed on a single day that says so, with the reason, and opens on the next', () => {
    expect(isOpen(summer, at(1, '10:00'))).toBe(false);
    expect(noteOfDay(summer, at(1, '10:00'))).toBe('nghỉ kiểm kê');
    expect(noteOfDay(summer, at(2, '10:00'))).toBeNull();
    expect(nextOpening(summer, at(1, '06:00'))).toBe('thứ Ba, 7 giờ 30');
  });

  it('goes by the week of the season', () => {
    expect(isOpen(summer, new Date('2026-07-05T09:00:00+07:00'))).toBe(true);
    expect(isOpen(summer, new Date('2026-07-06T09:00:00+07:00'))).toBe(false);
    expect(hoursText(inSeason(summer, new Date('2026-07-05T09:00:00+07:00')))).toBe('Chủ nhật: 8 giờ đến 11 giờ');
  });

  it('says the date of an opening that is over a week away', () => {
    const exceptions = Array.from({ length: 14 }, (_none, ahead) => ({
      day: `2026-11-${16 + ahead}`,
      hours: [],
      note: 'sửa trụ sở',
    }));
    expect(nextOpening({ ...desk, exceptions }, at(1, '06:00'))).toBe('thứ Hai ngày 30/11/2026, 7 giờ 30');
  });
});
