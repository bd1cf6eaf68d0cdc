import { describe, expect, it } from '@jest/globals';
import { guide } from '../lint/test-entries.ts';
import { noLocalFiles } from '../local/load-local.ts';
import { communeFileSchema, provinceFileSchema } from '../local/local-file.ts';
import { openFeeCode, testCommune, testProvince } from '../local/test-local.ts';
import { loadPlaces } from '../places/load-places.ts';
import { communeFacts } from './commune-facts.ts';

const places = loadPlaces();
const batXat = places.commune('02683')!;
const communes = new Map([
  ['02683', communeFileSchema.parse(testCommune(batXat, { hours: { monday: ['08:00-11:00'] } }))],
]);
const provinces = new Map([['15', provinceFileSchema.parse(testProvince(batXat.province))]]);
// The test's guide gives no fee: a local text may.
const options = { places, guides: [guide(openFeeCode)], today: '2026-11-22' };

describe('communeFacts', () => {
  it('knows nothing where there is no file', () => {
    expect(communeFacts(noLocalFiles, options)).toEqual([]);
  });

  it('tells what the commune gives, and what it has from its province', () => {
    const [alone] = communeFacts({ ...noLocalFiles, communes }, options);
    expect(alone?.facts).toMatchObject({
      phone: true,
      hours: true,
      'any-office list': false,
      'fee 0 of 1.000656': false,
    });
    const [both] = communeFacts({ provinces, communes }, options);
    expect(both).toMatchObject({ name: 'Xã Bát Xát, Tỉnh Lào Cai', sourced: true, checkedOn: '2026-11-01', wrong: 0 });
    expect(both?.facts).toMatchObject({ 'any-office list': true, 'fee 0 of 1.000656': true });
  });
});
