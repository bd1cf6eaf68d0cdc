/** What the shipped guides say of their time limits, read by code: a new wording must be looked at by a person. */
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { loadKnowledge } from '../load-knowledge.ts';
import { limitsOf } from './guide-limits.ts';

const { guides } = loadKnowledge(join(import.meta.dirname, '..'));
const of = (code: string) => {
  const guide = guides.find((one) => one.code === code);
  if (!guide) throw new Error(`no guide ${code}`);
  return limitsOf(guide);
};
const codesWith = (fits: (limit: ReturnType<typeof limitsOf>[number]) => boolean) =>
  guides
    .filter((guide) => limitsOf(guide).some(fits))
    .map(({ code }) => code)
    .sort();

describe('limitsOf', () => {
  it('reads the cut-off at 15:00 from the guides that state it, and from no other', () => {
    expect(codesWith(({ cutOff }) => cutOff !== null)).toEqual([
      '1.000656',
      '1.001193',
      '1.001766',
      '1.011441',
      '2.000528',
      '2.000547',
      '2.000635',
    ]);
    expect(codesWith(({ cutOff }) => cutOff !== null && cutOff !== '15:00')).toEqual([]);
  });

  it('names every guide that speaks of 15:00 and has no cut-off of its own', () => {
    const speaking = guides.filter(({ filing }) => filing.some(({ time }) => /15 giờ/.test(time?.text ?? '')));
    const silent = speaking.filter((guide) => limitsOf(guide).every(({ cutOff }) => cutOff === null));
    // An appointment slip, or the adding of facts alone: not the day of the result.
    expect(silent.map(({ code }) => code).sort()).toEqual(['1.004859', '2.000748']);
  });

  it('counts no day from a start that the desk does not set', () => {
    expect(codesWith(({ unknown }) => unknown === 'other-start')).toEqual([
      '1.011608',
      '1.011609',
      '1.012533',
      '1.013997',
      '3.000412',
    ]);
  });

  it('takes a birth at the desk for the same day, and leaves the other ways unknown', () => {
    expect(of('1.001193')).toEqual([
      { via: ['online', 'post'], case: null, limit: null, unknown: 'no-unit', cutOff: null, atMost: null },
      {
        via: ['in-person'],
        case: null,
        limit: { value: 0, unit: 'working-day' },
        unknown: null,
        cutOff: '15:00',
        atMost: null,
      },
    ]);
  });

  it('does not give the cut-off of the desk to what is filed online', () => {
    expect(
      of('2.000528')
        .filter(({ cutOff }) => cutOff !== null)
        .map(({ via }) => via),
    ).toEqual([['in-person']]);
  });

  it('keeps the longest that a record allows beside the same day', () => {
    expect(of('1.011441')[0]).toMatchObject({
      limit: { value: 0, unit: 'working-day' },
      atMost: { value: 3, unit: 'working-day' },
    });
  });

  it('gives cases their own limits', () => {
    expect(of('1.013225').map(({ case: which, limit }) => [which, limit?.value])).toEqual([
      ['công trình khác, không phải nhà ở riêng lẻ', 20],
      ['nhà ở riêng lẻ', 15],
    ]);
  });
});
