import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { BannerRow, SwitchRow } from '../store/switches.ts';
import { type BoardState, boardOf } from './switchboard.ts';

const at = new Date('2026-11-22T02:00:00Z');
const later = (minutes: number) => new Date(at.getTime() + minutes * 60_000);
const off = (row: Partial<SwitchRow>): SwitchRow => ({
  id: 'x',
  what: 'bot',
  unit: null,
  because: 'thử',
  by: 'Lan',
  since: later(-10),
  until: null,
  endedAt: null,
  endedBy: null,
  endedBecause: null,
  ...row,
});
const banner = (row: Partial<BannerRow>): BannerRow => ({
  id: 'b',
  vi: 'Mưa lũ, quầy đóng cửa chiều nay.',
  en: 'Flood: the desk is closed this afternoon.',
  severity: 'notice',
  units: null,
  from: later(-10),
  to: later(10),
  by: 'Lan',
  madeAt: later(-10),
  endedAt: null,
  endedBy: null,
  ...row,
});
const where = {
  provinceOf: (code: string) => ({ '02683': '10', '02684': '10', '00004': '01' })[code] ?? null,
  home: '02683',
};
const board = (state: Partial<BoardState>) =>
  boardOf(
    () => ({ off: [], banners: [], ...state }),
    () => where,
  );

describe('the switchboard', () => {
  it('turns off everywhere, in one commune, or in all communes of a province', () => {
    const { isOff } = board({
      off: [off({}), off({ what: 'web', unit: '02684' }), off({ what: 'kiosk', unit: '10' })],
    });
    expect([isOff('bot', '00004', at), isOff('bot', null, at)]).toEqual([true, true]);
    expect([isOff('web', '02684', at), isOff('web', '02683', at)]).toEqual([true, false]);
    expect([isOff('kiosk', '02684', at), isOff('kiosk', '00004', at)]).toEqual([true, false]);
    expect(isOff('model', '02684', at)).toBe(false);
  });

  it('takes a citizen of an unknown commune for one of the installation’s own', () => {
    const { isOff } = board({ off: [off({ what: 'web', unit: '02683' }), off({ what: 'kiosk', unit: '00004' })] });
    expect([isOff('web', null, at), isOff('kiosk', null, at)]).toEqual([true, false]);
  });

  it('comes on by itself at the end that was set, and says the later end where two orders hold', () => {
    const rows = [off({ until: later(5) }), off({ unit: '02683', until: later(9) })];
    const { isOff, offNow } = board({ off: rows });
    expect(offNow('bot', '02683', at)).toEqual({ until: later(9) });
    expect(offNow('bot', '00004', at)).toEqual({ until: later(5) });
    expect([isOff('bot', '00004', later(5)), isOff('bot', '02683', later(5)), isOff('bot', '02683', later(9))]).toEqual(
      [false, true, false],
    );
    expect(board({ off: [...rows, off({})] }).offNow('bot', '02683', at)).toEqual({ until: null });
  });

  it('shows the weightiest banner first, and the newest of equal weight', () => {
    const banners = [
      banner({ id: 'a' }),
      banner({ id: 'd', severity: 'danger' }),
      banner({ id: 'n', from: later(-1) }),
      banner({ id: 'w', severity: 'warning' }),
    ];
    expect(
      board({ banners })
        .bannersFor('02683', at)
        .map(({ id }) => id),
    ).toEqual(['d', 'w', 'n', 'a']);
    expect(board({ banners }).bannerFor('02683', at)?.id).toBe('d');
  });

  it('shows a banner in its communes alone', () => {
    const { bannersFor } = board({
      banners: [banner({ id: 'c', units: ['02684'] }), banner({ id: 'p', units: ['10'] })],
    });
    expect(bannersFor('02684', at)).toHaveLength(2);
    expect(bannersFor('02683', at).map(({ id }) => id)).toEqual(['p']);
    expect(bannersFor('00004', at)).toEqual([]);
  });

  it('never shows a banner out of its dates, whatever they are', () => {
    const minute = fc.integer({ min: -500, max: 500 });
    const rows = fc.array(fc.record({ from: minute, to: minute, ended: fc.option(minute) }), { maxLength: 6 });
    fc.assert(
      fc.property(rows, minute, (given, now) => {
        const banners = given.map(({ from, to, ended }, index) =>
          banner({
            id: String(index),
            from: later(from),
            to: later(to),
            endedAt: ended === null ? null : later(ended),
          }),
        );
        const shown = board({ banners }).bannersFor(null, later(now));
        const due = given.flatMap(({ from, to, ended }, index) =>
          ended === null && from <= now && now < to ? [String(index)] : [],
        );
        expect(shown.map(({ id }) => id).toSorted()).toEqual(due.toSorted());
      }),
    );
  });
});
