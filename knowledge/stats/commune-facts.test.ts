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
const filing = [{ ...guide('1.000001').filing[0]!, fee: { dong: null, kind: 'by-province', note: null } }] as const;
// What no text publishes is no fact that a ward could know: the second guide counts for nothing.
const options = {
  places,
  guides: [guide(openFeeCode, { filing: [...filing] }), guide('1.000002')],
  today: '2026-11-22',
};

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
      'fee of 1.000656': false,
    });
    const [both] = communeFacts({ provinces, communes }, options);
    expect(both).toMatchObject({ name: 'Xã Bát Xát, Tỉnh Lào Cai', sourced: true, checkedOn: '2026-11-01', wrong: 0 });
    expect(Object.keys(both?.facts ?? {})).not.toContain('fee of 1.000002');
    expect(both?.facts).toMatchObject({ 'any-office list': true, 'fee of 1.000656': true });
  });
});
