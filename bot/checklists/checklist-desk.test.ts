import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { openTestStore, type TestStore } from '../store/test-store.ts';
import { newChecklistCode, newChecklistDigits, readChecklistCode } from './checklist-code.ts';
import { type ChecklistDesk, openChecklistDesk } from './checklist-desk.ts';

const at = new Date('2026-11-23T02:00:00Z');
const later = (days: number) => new Date(at.getTime() + days * 86_400_000);
const wish = { procedure: '1.001193', unit: '00004', locale: 'vi', at } as const;

describe('the short codes of a checklist', () => {
  it('are read however they are typed, and as nothing else', () => {
    expect(readChecklistCode(' k7m 2qx4 ')).toBe('K7M-2QX4');
    expect(readChecklistCode('K7M2QX4')).toBe('K7M-2QX4');
    expect(readChecklistCode('4821 0937')).toBe('48210937');
    for (const typed of ['K7M-3TX', '0821 0937', '4821093', 'K7M-2QO4', '', 'x'.repeat(5_000)])
      expect(readChecklistCode(typed)).toBeNull();
  });

  it('come back from every way of writing them', () => {
    const pick = fc.func(fc.nat());
    fc.assert(
      fc.property(pick, fc.constantFrom(' ', '-', '.', ''), (random, gap) => {
        const below = (most: number) => random(most) % most;
        for (const code of [newChecklistCode(below), newChecklistDigits(below)]) {
          const typed = [...code.replace('-', '')].join(gap).toLowerCase();
          expect(readChecklistCode(typed)).toBe(code);
        }
      }),
    );
  });
});

describe('a checklist left under a code', () => {
  let test: TestStore;
  let desk: ChecklistDesk;
  beforeAll(async () => {
    test = await openTestStore();
    desk = openChecklistDesk(test);
  }, 60_000);
  afterAll(() => test?.close());
  const open = (typed: string, when = at, caller = 'kiosk') => desk.open(typed, { caller, at: when });

  it('is opened by its signs and by its figures, for seven days', async () => {
    const list = await desk.leave(wish);
    expect(await open(list.code)).toEqual({ kind: 'found', list });
    expect(await open(list.digits, later(6.9))).toEqual({ kind: 'found', list });
    expect(await open(list.digits, later(7))).toEqual({ kind: 'none' });
  });

  it('gets other codes when one of them is taken, and gives up with a sentence', async () => {
    const { code } = await desk.leave(wish);
    const once = [
      { code, digits: '20000001' },
      { code: 'BBB-BBBB', digits: '20000002' },
    ].values();
    const next = openChecklistDesk({ ...test, newCodes: () => once.next().value ?? { code, digits: '20000003' } });
    expect(await next.leave(wish)).toMatchObject({ code: 'BBB-BBBB' });
    await expect(next.leave(wish)).rejects.toMatchObject({ code: 'no-free-code' });
  });

  it('is not found by guessing: who misses too often waits, also for a code that is right', async () => {
    const { code } = await desk.leave(wish);
    desk = openChecklistDesk(test);
    for (let tried = 0; tried < 20; tried++)
      expect(await open(newChecklistDigits(), at, 'guesser')).toEqual({ kind: 'none' });
    expect(await open(code, at, 'guesser')).toMatchObject({ kind: 'wait' });
    expect(await open(code, at, 'somebody else')).toMatchObject({ kind: 'found' });
    expect(await open(code, new Date(at.getTime() + 600_000), 'guesser')).toMatchObject({ kind: 'found' });
  });

  it('stays open to honest people while somebody guesses under many names', async () => {
    const { code } = await desk.leave(wish);
    desk = openChecklistDesk(test);
    for (let tried = 0; tried < 310; tried++) await open(newChecklistDigits(), at, `forged number ${tried % 100}`);
    expect(await open(code, at, 'forged number 3')).toMatchObject({ kind: 'wait' });
    expect(await open('CCC-CCCC', at, 'bà Sáu')).toEqual({ kind: 'none' });
    expect(await open(code, at, 'bà Sáu')).toMatchObject({ kind: 'found' });
  });

  it('holds nothing of a person', async () => {
    const rows = await test.database.query(
      "select column_name from information_schema.columns where table_name = 'checklist' order by 1",
    );
    expect(rows.map(({ column_name }) => column_name)).toEqual([
      'code',
      'digits',
      'locale',
      'made_at',
      'procedure',
      'unit',
      'until',
    ]);
  });
});
