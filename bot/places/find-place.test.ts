import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fullName, loadPlaces, type Place } from '../../knowledge/index.ts';
import { openPlaceFinder } from './find-place.ts';
import { oneLetterApart } from './gazetteer.ts';

const finder = openPlaceFinder(loadPlaces());
const describePlace = (place: Place) =>
  place.level === 'old-commune' ? `${fullName(place)}, ${fullName(place.district)}` : fullName(place);
const foundIn = (text: string) => finder.find(text)[0]?.places.map(describePlace) ?? [];

describe('finding a place in a free text', () => {
  it.each([
    ['thị trấn Phú Thái, huyện Kim Thành, Hải Dương cũ, bây giờ thuộc xã nào?', 'Thị trấn Phú Thái, Huyện Kim Thành'],
    ['hòn tre kiên hải kiên giang giờ gọi là gì v ad', 'Xã Hòn Tre, Huyện Kiên Hải'],
    ['p7 tp ben tre gio la phuong nao', 'Phường 7, Thành phố Bến Tre'],
    ['phường Bảy, TP. Bến Tre', 'Phường 7, Thành phố Bến Tre'],
    ['x.Cốc Mỳ, h.Bát Xát', 'Xã Cốc Mỳ, Huyện Bát Xát'],
    ['Yên Bái, huyện Văn Chấn, xã Suối Giàng', 'Xã Suối Giàng, Huyện Văn Chấn'],
    ['hien quan tam nong phu tho gio la xa nao', 'Xã Hiền Quan, Huyện Tam Nông'],
    ['xã Hoà Thắng, Ban Mê Thuột', 'Xã Hòa Thắng, Thành phố Buôn Ma Thuột'],
    ['xã Krông Á huyện Mdrắk', "Xã Krông Á, Huyện M'Đrắk"],
    ['phường Hiệp Phú quận 9', 'Phường Hiệp Phú, Thành phố Thủ Đức'],
    ['quận 3 Sài Gòn', 'Quận 3'],
    ['tỉnh Hà Giang nay thuộc tỉnh nào', 'Tỉnh Hà Giang'],
  ])('%s', (text, expected) => {
    expect(foundIn(text)).toEqual([expected]);
  });

  it('forgives a slip in the name or in the district', () => {
    expect(foundIn('xã Tân Lâm huyện Xuyên Mọcc')).toEqual(['Xã Tân Lâm, Huyện Xuyên Mộc']);
    expect(foundIn('xã Suối Giàg, Văn Chấn')).toEqual(['Xã Suối Giàng, Huyện Văn Chấn']);
  });

  it('prefers the marks that were typed', () => {
    expect(foundIn('Xã Hoa Lộc, Hậu Lộc, Thanh Hóa')).toEqual(['Xã Hoa Lộc, Huyện Hậu Lộc']);
    expect(foundIn('xa hoa loc hau loc thanh hoa')).toHaveLength(2);
  });

  it('gives every place of an ambiguous name', () => {
    expect(foundIn('xã tân thành bây giờ thuộc về đâu')).toHaveLength(27);
    expect(foundIn('Phường Minh Khai cũ')).toHaveLength(5);
  });

  it('says when the name lies elsewhere than was written, or is in no table', () => {
    expect(finder.find('phường Thuận Thành Huế')[0]?.elsewhere).toBe(true);
    expect(finder.find('Phường 6 quận 3 TPHCM')[0]).toMatchObject({ unknownCommune: true });
  });

  it('takes everyday words for no place', () => {
    expect(foundIn('gio la gi o dau nao')).toEqual([]);
    expect(foundIn('xã mình sáp nhập rồi')).toEqual([]);
  });

  it('chooses among places by a district alone', () => {
    const scope = finder.find('Phường Minh Khai')[0]?.places ?? [];
    expect(finder.choose('quận Hai Bà Trưng', scope).map(describePlace)).toEqual([
      'Phường Minh Khai, Quận Hai Bà Trưng',
    ]);
    expect(finder.choose('cảm ơn', scope)).toEqual([]);
  });

  it('never throws and never takes long, whatever is written', () => {
    const word = fc.constantFrom(
      'phường',
      'xã',
      'q',
      '1',
      'tân',
      'thành',
      'huyện',
      'tp',
      ',',
      'Hà',
      'Nội',
      'giờ',
      'gì',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(word, { maxLength: 400 }).map((words) => words.join(' ')),
    );
    fc.assert(
      fc.property(text, (written) => {
        const started = performance.now();
        finder.find(written);
        expect(performance.now() - started).toBeLessThan(1000);
      }),
      { numRuns: 150 },
    );
  });
});

describe('one letter apart', () => {
  it('is one letter more, less, another, or two exchanged', () => {
    expect(['moc', 'mcc'].map((word) => oneLetterApart('mocc', word))).toEqual([true, true]);
    expect(oneLetterApart('giang', 'ginag')).toBe(true);
    expect(oneLetterApart('giang', 'giang')).toBe(false);
    expect(oneLetterApart('thanh', 'thinhs')).toBe(false);
    expect(oneLetterApart('10', '11')).toBe(false);
  });
});
