/** A code is read back however it is typed or said. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findDossierCodes, readDossierCode } from './find-codes.ts';
import { codesOfKeys, keysOf } from './keyed-codes.ts';

const long = '000.00.12.H38-260915-0042';
const short = 'H38.12-260915-0042';

describe('readDossierCode', () => {
  it.each([
    [long, '000.00.12.h38-260915-0042'],
    [long, '000 00 12 H38 260915 0042'],
    [long, '0000012H382609150042'],
    [long, '000.00.12.H38/260915/0042'],
    [long, 'OOO.OO.12.H38-26O915-OO42'],
    [long, 'mã 000.00.12.H38–260915–0042 ạ'],
    [
      long,
      'không không không chấm không không chấm mười hai chấm hắt ba tám gạch hai sáu không chín một lăm gạch không không bốn hai',
    ],
    [
      long,
      'khong khong khong cham khong khong cham muoi hai cham hat ba tam gach hai sau khong chin muoi lam gach khong khong bon hai',
    ],
    [long, 'ba số không, hai số không, mười hai, hát ba mươi tám … 000.00.12.H38-260915-0042'],
    [long, '000 chấm 00 chấm mười hai chấm ếch 38 gạch ngang 260915 gạch ngang không không bốn hai'],
    [short, 'h38.12-260915-0042'],
    [short, 'H38 12 260915 0042'],
    [short, 'hờ ba tám chấm mười hai gạch hăm sáu lẻ chín mười lăm gạch không không bốn mươi hai'],
    ['H38-260915-0042', 'H38-260915-0042'],
    ['G22.99-260915-0421', 'gê hai hai chấm chín chín gạch 260915 gạch không bốn trăm hai mốt'],
    ['H38.12-260915-00421', 'H38.12-260915-00421'],
  ])('hears %s in: %s', (code, text) => {
    expect(findDossierCodes(text).map((found) => found.code)).toEqual([code]);
  });

  it.each([
    'hồ sơ của ba tôi nộp hôm mười hai tháng chín',
    'nhà có ba mẹ con, năm 2026 con sáu tuổi',
    'H38-991399-0042',
    'thủ tục 1.001193',
    '0912345678',
    'hát karaoke tới một hai giờ sáng',
    'QL1A-260915',
  ])('hears none in: %s', (text) => expect(findDossierCodes(text)).toEqual([]));

  it('tells two codes in one message apart, each with its place', () => {
    const text = `so ${long} với H38.12-260915-0043 nhé`;
    expect(findDossierCodes(text).map(({ code, start, end }) => [code, text.slice(start, end)])).toEqual([
      [long, long],
      ['H38.12-260915-0043', 'H38.12-260915-0043'],
    ]);
    expect(readDossierCode(text)).toBeNull();
  });

  it('stops at the end of the code: what is said after it is no part of it', () => {
    const text = `${long} ba tôi nộp năm ngoái`;
    expect(findDossierCodes(text)[0]).toMatchObject({ code: long, start: 0, end: long.length });
  });
});

describe('a code said in any way', () => {
  const digits = (length: number) =>
    fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length });
  const two = (from: number, to: number) =>
    fc.integer({ min: from, max: to }).map((value) => String(value).padStart(2, '0'));
  const day = fc.tuple(two(20, 29), two(1, 12), two(1, 28)).map((parts) => parts.join(''));
  const code = fc.record({
    head: fc.option(fc.tuple(digits(3), digits(2), digits(2))),
    province: two(1, 63),
    group: digits(2),
    day,
    serial: digits(4),
  });

  it('is read back', () => {
    fc.assert(
      fc.property(
        code,
        fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })),
        ({ head, province, group, day: filed, serial }, luck) => {
          const pick = <One>(...choices: readonly One[]): One =>
            choices[Math.floor((luck.next().value ?? 0) * choices.length)]!;
          const written = head
            ? `${head.join('.')}.H${province}-${filed}-${serial}`
            : `H${province}.${group}-${filed}-${serial}`;
          const marks = pick(true, false);
          const dot = () => pick('chấm', '.', ' chấm ', 'phẩy');
          const dash = () => pick('gạch', 'gạch ngang', '-', 'trừ', 'gạch nối');
          const letter = () => pick('hát', 'hắt', 'ếch', 'hờ', 'h', 'H', 'chữ hát');
          const parts = [
            ...(head ? head.flatMap((part) => [say(part, pick), dot()]) : []),
            letter(),
            say(province, pick),
            ...(head ? [] : [dot(), say(group, pick)]),
            dash(),
            ...(filed.match(/\d\d/g) ?? []).map((part) => say(part, pick)),
            dash(),
            ...(serial.match(/\d\d/g) ?? []).map((part) => say(part, pick)),
          ];
          const said = parts.join(' ');
          const plain = said.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd');
          // Without marks "tam muoi 8 khong" is 80 80 as well as 8 18 0: nobody can tell.
          const runsOn = parts.some(
            (part, at) =>
              part.endsWith('mươi') &&
              /^[\p{L}\d]/u.test(parts[at + 1]?.trim() ?? '') &&
              !/^(?:chấm|gạch|phẩy|trừ)/.test(parts[at + 1] ?? ''),
          );
          fc.pre(marks || !runsOn);
          const text = `cho tôi hỏi mã ${marks ? said : plain}, tới đâu rồi`;
          expect([text, findDossierCodes(text).map((found) => found.code)]).toEqual([text, [written]]);
        },
      ),
      { numRuns: 1500 },
    );
  });
});

describe('codesOfKeys', () => {
  it('gives every code the digits may stand for, and nothing for other digits', () => {
    expect(codesOfKeys('0000012382609150042')).toEqual([long, '000.00.12.G38-260915-0042']);
    expect(codesOfKeys('38122609150042')).toEqual([short, 'G38.12-260915-0042']);
    expect(codesOfKeys('0912345678')).toEqual([]);
    expect(codesOfKeys('079085001234')).toEqual([]);
  });

  it('knows each code by its keys', () => {
    for (const code of [long, short]) expect(codesOfKeys(keysOf(code))).toContain(code);
  });
});

const names = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];

/** Two or three digits as somebody may say them. */
function say(digits: string, pick: <One>(...choices: readonly One[]) => One): string {
  const single = [...digits].map((digit) => pick(names[Number(digit)], digit)).join(' ');
  const [tens = '', unit = ''] = digits;
  if (digits.length !== 2) return pick(single, digits);
  const last = unit === '5' ? pick('lăm', 'năm') : unit === '4' ? pick('bốn', 'tư') : names[Number(unit)];
  if (tens === '0')
    return unit === '0'
      ? pick(single, digits)
      : pick(single, digits, `lẻ ${names[Number(unit)]}`, `linh ${names[Number(unit)]}`);
  if (tens === '1') return pick(single, digits, unit === '0' ? 'mười' : `mười ${last}`);
  if (unit === '0') return pick(single, digits, `${names[Number(tens)]} mươi`);
  return pick(
    single,
    digits,
    `${names[Number(tens)]} mươi ${unit === '1' ? 'mốt' : last}`,
    `${names[Number(tens)]} ${unit === '1' ? 'mốt' : last}`,
  );
}
