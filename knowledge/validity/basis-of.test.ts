import { describe, expect, it } from '@jest/globals';
import type { Filing, Guide } from '../guide.ts';
import { guide } from '../lint/test-entries.ts';
import { basisOf, endedBefore, formerFacts, guideOn, isExpired, knownSince, lapsedTexts } from './basis-of.ts';
import { withLawDates } from './law.ts';

const law = (number: string, inForceFrom: string | null = null, inForceTo: string | null = null) => ({
  number,
  title: null,
  issuer: null,
  inForceFrom,
  inForceTo,
});
const whole = (change: Partial<Guide> = {}) =>
  guide('1.000001', { legalBasis: [law('1/2020/TT-BTC', '2020-01-01', '2025-06-30'), law('2/2020/NĐ-CP')], ...change });
const [row] = guide('1.000001').filing;
const filing = (fee: Partial<Filing['fee']>): Filing => ({ ...row!, fee: { ...row!.fee, ...fee } });

describe('basisOf', () => {
  it('gives the text that a fact names, with its days', () => {
    const basis = basisOf(whole(), { restsOn: '1/2020/TT-BTC' });
    expect(basis).toMatchObject({ own: true, validFrom: '2020-01-01', validTo: '2025-06-30' });
    expect(basis.texts.map(({ number }) => number)).toEqual(['1/2020/TT-BTC']);
    expect([isExpired(basis, '2025-06-30'), isExpired(basis, '2025-07-01')]).toEqual([false, true]);
  });

  it('falls back on the guide: every text of it, its days, unknown where it has none', () => {
    expect(basisOf(whole(), {})).toMatchObject({ own: false, validFrom: null, validTo: null });
    expect(basisOf(whole(), {}).texts).toHaveLength(2);
    expect(basisOf(whole({ validFrom: '2025-07-01' }))).toMatchObject({ validFrom: '2025-07-01' });
  });

  it('believes the fact’s own days before any other', () => {
    const fact = { restsOn: '1/2020/TT-BTC', validFrom: '2021-01-01', validTo: '2022-12-31' };
    expect(basisOf(whole({ validTo: '2030-01-01' }), fact)).toMatchObject({
      validFrom: '2021-01-01',
      validTo: '2022-12-31',
    });
  });
});

describe('guideOn', () => {
  const old = filing({ dong: 5_000, kind: 'fixed', validTo: '2025-06-30' });
  const now = filing({ dong: 9_000, kind: 'fixed', validFrom: '2025-07-01' });
  const fees = (rows: Filing[], day: string) =>
    guideOn(whole({ filing: rows }), { from: day, to: day }).filing.map(({ fee }) => fee.dong);

  it('picks the rows that hold on the day', () => {
    expect(fees([old, now], '2025-06-30')).toEqual([5_000]);
    expect(fees([old, now], '2025-07-01')).toEqual([9_000]);
  });

  it('keeps what has ended where nothing replaced it, and says when it ended', () => {
    expect(fees([old], '2026-01-01')).toEqual([5_000]);
    expect(endedBefore(whole({ filing: [old] }), '2026-01-01')).toBe('2025-06-30');
    expect(endedBefore(whole({ filing: [now] }), '2026-01-01')).toBeNull();
  });
});

describe('days of a guide', () => {
  it('finds the texts that have lapsed; the last day still holds', () => {
    expect(lapsedTexts(whole(), '2025-06-30')).toEqual([]);
    expect(lapsedTexts(whole(), '2025-07-01').map(({ number }) => number)).toEqual(['1/2020/TT-BTC']);
  });

  it('is known to hold from validFrom, else from the end of the month of its record, else from its check', () => {
    const source = { url: null, decision: null, edition: 'Cổng Dịch vụ công quốc gia, thu thập 2026-02' };
    expect(knownSince(whole({ source, validFrom: '2025-07-01' }))).toBe('2025-07-01');
    expect(knownSince(whole({ source }))).toBe('2026-02-28');
    expect(knownSince(whole())).toBe('2026-11-20');
  });

  it('gives what held before only for days on which it held', () => {
    const fact = {
      facet: 'place' as const,
      says: 'Nộp ở huyện.',
      validFrom: '2021-01-01',
      validTo: '2025-06-30',
      source: 'x',
    };
    const old = whole({ formerly: [fact] });
    expect(formerFacts(old, '2021-06-01', '2021-06-01')).toHaveLength(1);
    expect(formerFacts(old, '2019-01-01', '2019-12-31')).toEqual([]);
    expect(formerFacts(old, '2025-07-01', '2025-07-01')).toEqual([]);
  });

  it('fills in the days of its laws, and leaves what the guide says itself', () => {
    const known = {
      number: '2/2020/NĐ-CP',
      inForceFrom: '2020-02-01',
      inForceTo: null,
      replacedBy: null,
      source: 'điều 9',
    };
    const laws = new Map([
      [known.number, known],
      ['1/2020/TT-BTC', { ...known, number: '1/2020/TT-BTC' }],
    ]);
    expect(withLawDates(whole(), laws).legalBasis.map(({ inForceFrom }) => inForceFrom)).toEqual([
      '2020-01-01',
      '2020-02-01',
    ]);
  });
});
