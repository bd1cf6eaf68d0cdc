import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { loadKnowledge } from '../../load-knowledge.ts';
import { decodeLegacy, encodeLegacy } from './decode-legacy.ts';
import { legacyEncodings } from './legacy-encoding.ts';
import { decodePieces, recogniseLegacy } from './recognise-legacy.ts';

/** All texts of a guide or card. */
function textsOf(piece: unknown): string[] {
  if (typeof piece === 'string') return [piece.normalize('NFC')];
  return piece !== null && typeof piece === 'object' ? Object.values(piece).flatMap(textsOf) : [];
}
const { guides, cards } = loadKnowledge(join(import.meta.dirname, '../..'));
const entries = [...guides, ...cards].map(textsOf);
const sentences = [...new Set(entries.flat())].filter((text) => /[^\0-\x7f]/.test(text));

describe('decodeLegacy', () => {
  it('reads what is known of both encodings', () => {
    expect(decodeLegacy('Céng hßa x· héi chñ nghÜa ViÖt Nam', 'tcvn3')).toBe('Cộng hòa xã hội chủ nghĩa Việt Nam');
    expect(decodeLegacy('§éc lËp - Tù do - H¹nh phóc', 'tcvn3')).toBe('Độc lập - Tự do - Hạnh phúc');
    expect(decodeLegacy('Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam', 'vni')).toBe('Cộng hòa xã hội chủ nghĩa Việt Nam');
    expect(decodeLegacy('ÑOÄC LAÄP - TÖÏ DO - HAÏNH PHUÙC', 'vni')).toBe('ĐỘC LẬP - TỰ DO - HẠNH PHÚC');
  });

  it('gives back the capitals that TCVN3 could not write', () => {
    expect(decodeLegacy(encodeLegacy('ỦY BAN NHÂN DÂN PHƯỜNG', 'tcvn3'), 'tcvn3')).toBe('ỦY BAN NHÂN DÂN PHƯỜNG');
    expect(decodeLegacy('Uû ban', 'tcvn3')).toBe('Uỷ ban');
  });

  it.each(legacyEncodings)('gives back every letter of Vietnamese written in %s', (encoding) => {
    const letters = 'aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđĂÂĐÊÔƠƯ'.normalize('NFC');
    for (const letter of letters) expect(decodeLegacy(encodeLegacy(letter, encoding), encoding)).toBe(letter);
  });
});

describe('recogniseLegacy', () => {
  it('never takes a Unicode sentence of the knowledge for an old font', () => {
    expect(sentences.length).toBeGreaterThan(5_000);
    expect(sentences.filter((text) => recogniseLegacy(text) !== null)).toEqual([]);
  });

  it.each(legacyEncodings)(
    'finds nearly every sentence of the knowledge written in %s, and never takes it for the other',
    (encoding) => {
      const written = sentences
        .map((text) => encodeLegacy(text, encoding))
        .filter((text) => text.split(' ').length > 3);
      const found = written.map(recogniseLegacy);
      expect(found.filter((one) => one !== null && one !== encoding)).toEqual([]);
      expect(found.filter((one) => one === encoding).length / found.length).toBeGreaterThan(0.98);
    },
  );

  it.each([
    'Où est né le général? Il était déjà là, très âgé, à côté de la forêt',
    'Müller läuft über die Brücke für Österreich',
    'Señor José está aquí mañana',
    'São Paulo, Düsseldorf, Málaga',
    '25 °C ± 2 µm, 10 m², § 5, Windows®',
    'The fee is 20 £, résumé and café',
    '«Có» và «là»',
    'có',
    'bà cô và chú là ba và má',
    'Lê Văn Tám, Hà, Tú, Lý',
    'Ông Lò Văn Ú',
    '',
  ])('leaves alone: %s', (text) => {
    expect(recogniseLegacy(text)).toBeNull();
    expect(decodePieces([text]).texts).toEqual([text]);
  });
});

describe('decodePieces', () => {
  it.each(legacyEncodings)('brings a whole guide back from %s, short pieces too', (encoding) => {
    const guideTexts = entries.filter((texts) => texts.length > 20);
    fc.assert(
      fc.property(fc.constantFrom(...guideTexts), (texts) => {
        // Words run together by a slip of the pen are capitals and small letters at once: TCVN3 cannot tell.
        const clean = texts.filter((text) => !/\p{Lu}\p{Ll}?\p{Lu}\p{Ll}*(?=\p{Ll})/u.test(text));
        const { texts: back, found } = decodePieces(clean.map((text) => encodeLegacy(text, encoding)));
        expect(found).toBe(encoding);
        expect(back.map((text) => text.toLowerCase())).toEqual(clean.map((text) => text.toLowerCase()));
      }),
      { numRuns: 60 },
    );
  });

  it('leaves Unicode pieces of a mixed file alone and converts the others', () => {
    const unicode = ['Thông báo của phường', 'có và là', 'Lê Văn Tám'];
    const old = encodeLegacy('Lịch cắt điện ở khu phố 3', 'tcvn3');
    expect(decodePieces([...unicode, old]).texts).toEqual([...unicode, 'Lịch cắt điện ở khu phố 3']);
  });
});
