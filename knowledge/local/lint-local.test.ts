import { describe, expect, it } from '@jest/globals';
import { guide } from '../lint/test-entries.ts';
import { loadPlaces } from '../places/load-places.ts';
import { lintLocal } from './lint-local.ts';
import { type LocalFiles, noLocalFiles } from './load-local.ts';
import { communeFileSchema, provinceFileSchema } from './local-file.ts';
import { openFeeCode, testCommune, testProvince, testResolution } from './test-local.ts';

const today = '2026-11-22';
const batXat = loadPlaces().commune('02683')!;
const byProvince = guide(openFeeCode, {
  filing: [
    { via: 'in-person', case: null, time: null, fee: { dong: null, kind: 'by-province', note: null }, from: [] },
    { via: 'online', case: null, time: null, fee: { dong: null, kind: 'by-province', note: null }, from: [] },
  ] as never,
});
const fee = (from: string, to: string | null = null, more: object = {}) => ({
  procedure: openFeeCode,
  kind: 'fixed',
  dong: 8000,
  resolution: testResolution,
  from,
  to,
  ...more,
});
const provinceWith = (more: object): LocalFiles => ({
  ...noLocalFiles,
  provinces: new Map([['15', provinceFileSchema.parse({ ...testProvince(batXat.province), ...more })]]),
});
const lint = (files: LocalFiles, guides = [byProvince]) =>
  lintLocal(files, { guides, today }).map(({ grade, code, path, says }) => `${grade} ${code} ${path}: ${says}`);
const withFees = (...fees: readonly object[]) => lint(provinceWith({ fees }));

describe('lintLocal', () => {
  it('says nothing of a file that is in order', () => {
    expect(lint(provinceWith({}))).toEqual([]);
    expect(
      lint({ ...noLocalFiles, communes: new Map([['02683', communeFileSchema.parse(testCommune(batXat))]]) }),
    ).toEqual([]);
  });

  it('finds a fee that ended without a successor', () => {
    expect(withFees(fee('2025-08-01', '2026-06-30'))).toEqual([
      expect.stringMatching(
        /^error local:province-15 fees\.1\.000656: expired on 2026-06-30 \(12\/2025\/NQ-HĐND\) and nothing follows/,
      ),
    ]);
  });

  it('is content with a successor, also a wider one, and not with one for another case or still to come', () => {
    const ended = fee('2025-08-01', '2026-06-30', { via: ['online'] });
    expect(withFees(ended, fee('2026-07-01'))).toEqual([]);
    expect(withFees(ended, fee('2026-07-01', null, { case: 'đăng ký quá hạn' }))).toEqual([
      expect.stringMatching(/nothing follows/),
    ]);
    expect(withFees(ended, fee('2027-01-01'))).toEqual([
      expect.stringMatching(/^error .*holds from 2027-01-01: nothing holds now/),
    ]);
  });

  it('warns before an end that nothing follows, and not before one that something does', () => {
    const ending = fee('2025-08-01', '2026-12-31');
    expect(withFees(ending)).toEqual([expect.stringMatching(/^warning .*ends on 2026-12-31 and nothing follows/)]);
    expect(withFees(ending, fee('2027-01-01'))).toEqual([]);
  });

  it('finds two fees that hold at once for the same', () => {
    expect(withFees(fee('2025-08-01'), fee('2026-07-01'))).toEqual([
      expect.stringMatching(/^error .*two fees hold at once/),
    ]);
    expect(withFees(fee('2025-08-01'), fee('2026-07-01', null, { via: ['online'] }))).toEqual([]);
  });

  it('warns of a fee that is never used', () => {
    expect(lint(provinceWith({}), [])).toEqual([expect.stringMatching(/^warning .*no full guide of this code/)]);
    expect(lint(provinceWith({}), [guide(openFeeCode, { filing: [] })])).toEqual([
      expect.stringMatching(/the national record sets this fee/),
    ]);
  });

  it('finds a list that ended, and a file that nobody looked at or that claims tomorrow', () => {
    const { anyOffice } = testProvince(batXat.province);
    expect(lint(provinceWith({ anyOffice: { ...anyOffice, to: '2026-10-01' } }))).toEqual([
      expect.stringMatching(/^error .*anyOffice: expired/),
    ]);
    expect(lint(provinceWith({ checkedOn: '2026-01-01' }))).toEqual([
      expect.stringMatching(/^warning .*checkedOn: stale/),
    ]);
    expect(lint(provinceWith({ checkedOn: '2026-11-23' }))).toEqual([expect.stringMatching(/^error .*in the future/)]);
  });
});
