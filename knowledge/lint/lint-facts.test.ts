import { describe, expect, it } from '@jest/globals';
import type { Filing } from '../guide.ts';
import { lintCodes } from './lint-codes.ts';
import { lintContradictions } from './lint-contradictions.ts';
import { lintFields } from './lint-fields.ts';
import { lintLaws } from './lint-laws.ts';
import { describeNote } from './lint-note.ts';
import { card, guide } from './test-entries.ts';

const filing = (change: Partial<Filing> = {}): Filing => ({
  via: 'in-person',
  case: null,
  time: { value: 5, unit: 'working-day', text: '5 ngày làm việc' },
  fee: { dong: 0, kind: 'free', note: null },
  from: ['methods.0'],
  ...change,
});
const law = (number: string, inForceTo: string | null = null) => ({
  number,
  title: null,
  issuer: null,
  inForceFrom: '2016-01-01',
  inForceTo,
});
const correction = (path: string) => ({
  path,
  published: 'a',
  corrected: 'b',
  because: 'c',
  source: 'd',
  on: '2026-11-21',
  doubtful: false,
});

describe('lintContradictions', () => {
  const says = (...rows: Filing[]) => lintContradictions([guide('1.000001', { filing: rows })]).map(describeNote);

  it('says nothing of rows that agree', () => {
    expect(says(filing(), filing({ via: 'post' }))).toEqual([]);
  });

  it.each([
    ['Mức thu do Hội đồng nhân dân cấp tỉnh quyết định.', 'the province sets it'],
    ['Nộp 50.000 đồng khi nhận kết quả.', '50000 đồng'],
  ])('finds a fee that is free and is not: %s', (note, reason) => {
    expect(says(filing({ fee: { dong: 0, kind: 'free', note } }))).toEqual([expect.stringContaining(reason)]);
  });

  it('knows that the copy one may ask for has a fee of its own', () => {
    const note = 'Đăng ký miễn phí. Xin thêm bản sao thì 8.000 đồng mỗi bản.';
    expect(says(filing({ fee: { dong: 0, kind: 'free', note } }))).toEqual([]);
  });

  it('finds an amount where there is none, and none where there is one', () => {
    expect(says(filing({ fee: { dong: 5000, kind: 'unknown', note: null } }))).toHaveLength(1);
    expect(says(filing({ fee: { dong: null, kind: 'fixed', note: null } }))).toHaveLength(1);
    expect(says(filing({ fee: { dong: 5000, kind: 'free', note: null } }))).toHaveLength(1);
  });

  it('finds a limit that its own text denies', () => {
    const time = { value: 5, unit: 'working-day' as const, text: 'Trong 7 ngày làm việc' };
    expect(says(filing({ time }))).toEqual([expect.stringMatching(/5 working-day, yet the text says 7 working-day/)]);
  });

  it('finds limits that differ by the way of filing alone, not by the case or with a reason', () => {
    const slow = { value: 15, unit: 'working-day' as const, text: '15 ngày làm việc' };
    expect(says(filing(), filing({ via: 'online', time: slow }))).toEqual([
      expect.stringMatching(/filing\.1\.time: 15 working-day, yet 5 working-day by in-person/),
    ]);
    expect(says(filing(), filing({ via: 'online', time: slow, case: 'phải xác minh' }))).toEqual([]);
    const why = { ...slow, text: '15 ngày làm việc vì phải gửi hồ sơ về tỉnh xác minh' };
    expect(says(filing(), filing({ via: 'online', time: why }))).toEqual([]);
  });

  it('finds what is online and has no way of filing online, and the other way round', () => {
    const online = (said: 'full' | 'none', via: 'online' | 'in-person') =>
      lintContradictions([guide('1.000001', { online: said, filing: [filing({ via })] })]);
    expect(online('full', 'in-person')).toHaveLength(1);
    expect(online('none', 'online')).toHaveLength(1);
    expect(online('full', 'online')).toEqual([]);
  });
});

describe('lintLaws', () => {
  const says = (change: Parameters<typeof guide>[1]) =>
    lintLaws([guide('1.000001', change)], '2026-11-21').map(describeNote);

  it('finds law that has expired, unless a correction says so', () => {
    const legalBasis = [law('58/2014/QH13', '2025-06-30'), law('60/2014/QH13'), law('1/2020/NĐ-CP', '2026-11-21')];
    expect(says({ legalBasis })).toEqual([
      expect.stringMatching(/legalBasis\.58\/2014\/QH13: expired law.*2025-06-30/),
    ]);
    expect(says({ legalBasis, corrections: [correction('legalBasis.58/2014/QH13')] })).toEqual([]);
  });

  it('finds a fee whose own text has expired, and one that rests on a text the guide does not cite', () => {
    const legalBasis = [law('1/2020/TT-BTC', '2025-12-31')];
    const corrections = [correction('legalBasis.1/2020/TT-BTC')];
    const fee = { dong: 5000, kind: 'fixed' as const, note: null };
    expect(says({ legalBasis, corrections, filing: [filing({ fee: { ...fee, restsOn: '1/2020/TT-BTC' } })] })).toEqual([
      expect.stringMatching(/filing\.0\.fee: expired on 2025-12-31/),
    ]);
    expect(says({ filing: [filing({ fee: { ...fee, restsOn: '9/2020/TT-BTC' } })] })).toEqual([
      expect.stringMatching(/no such text/),
    ]);
    expect(says({ filing: [filing({ fee: { ...fee, validTo: '2026-01-01' } })] })).toHaveLength(1);
  });

  it('finds what ends before it begins', () => {
    expect(says({ validFrom: '2025-07-01', validTo: '2027-01-01' })).toEqual([]);
    expect(says({ validFrom: '2027-07-01', validTo: '2027-01-01' })).toHaveLength(1);
    expect(says({ legalBasis: [law('1/2020/NĐ-CP', '2015-01-01')] })).toHaveLength(2);
  });
});

describe('lintCodes', () => {
  const alias = (code: string) => [{ code, from: null, to: null, source: 'danh mục' }];

  it('finds a code that is in no list, and says nothing where there is no list', () => {
    const entries = [guide('1.000001'), card('1.000002'), card(null), guide('hd.nop-ho-so')];
    expect(lintCodes(entries, new Set(['1.000001'])).map(({ code }) => code)).toEqual(['1.000002']);
    expect(lintCodes(entries, new Set())).toEqual([]);
  });

  it('finds an alias that already leads elsewhere, but not one that siblings share', () => {
    const a = guide('1.000001', { aliases: alias('1.000002') });
    expect(lintCodes([a, guide('1.000002')], new Set())).toHaveLength(1);
    const b = guide('1.000003', { aliases: alias('1.000009') });
    expect(lintCodes([b, guide('1.000004', { aliases: alias('1.000009') })], new Set())).toHaveLength(1);
    const kin = { family: 'can-cuoc', aliases: alias('1.000009') };
    expect(lintCodes([guide('1.000005', kin), guide('1.000006', kin)], new Set())).toEqual([]);
  });

  it('finds an alias that ends before it begins', () => {
    const aliases = [{ code: '1.000009', from: '2026-02-01', to: '2026-01-01', source: 'danh mục' }];
    expect(lintCodes([guide('1.000001', { aliases })], new Set())).toHaveLength(1);
  });
});

describe('lintFields', () => {
  it('finds the fields without which an answer leads nowhere', () => {
    const whole = { filing: [filing()], legalBasis: [law('60/2014/QH13')], source: guide('x').source };
    const source = { ...whole.source, decision: '1/QĐ-BTP' };
    expect(lintFields([guide('1.000001', { ...whole, source })])).toEqual([]);
    const bare = guide('1.000001', {
      receivedBy: null,
      decidedBy: null,
      steps: [],
      legalBasis: [],
      filing: [],
      ways: [],
    });
    const paths = lintFields([{ ...bare, source: { url: null, decision: null, edition: ' ' } }]).map(
      ({ path }) => path,
    );
    expect(paths).toEqual(['receivedBy', 'steps', 'filing', 'source', 'legalBasis', 'source.edition', 'ways']);
  });

  it('asks no law and no way of filing of a how-to of our own, nor of a card', () => {
    expect(lintFields([guide('hd.nop-ho-so', { legalBasis: [], filing: [] }), card(null)])).toEqual([]);
  });
});
