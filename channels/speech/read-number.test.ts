import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { groupsOf, readCode } from './read-letters.ts';
import { NumberError, readDigits, readNumber } from './read-number.ts';

const ones = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];

/** A second reading, by recursion, of 0 to 10 billion and beyond: to compare with. */
function second(n: number): string {
  if (n >= 1_000_000_000) return joined(second(Math.floor(n / 1_000_000_000)), 'tỉ', n % 1_000_000_000, 1_000_000_000);
  if (n >= 1_000_000) return joined(second(Math.floor(n / 1_000_000)), 'triệu', n % 1_000_000, 1_000_000);
  if (n >= 1_000) return joined(second(Math.floor(n / 1_000)), 'nghìn', n % 1_000, 1_000);
  return below(n, false);
}

function joined(head: string, name: string, rest: number, size: number): string {
  if (rest === 0) return `${head} ${name}`;
  const places = size === 1_000 ? '' : size === 1_000_000 ? 'nghìn' : 'triệu';
  if (places === '') return `${head} ${name} ${below(rest, true)}`;
  const next = size / 1_000;
  const top = Math.floor(rest / next);
  if (top === 0) return joined(`${head} ${name}`, '', rest, next).replace(/\s+/g, ' ').trim();
  const tail = rest % next;
  const said = `${head} ${name} ${below(top, true)} ${places}`;
  return tail === 0 ? said : joined(said, '', tail, next).replace(/\s+/g, ' ').trim();
}

/** 0 to 999; in full with its hundreds when something stands before it. */
function below(n: number, full: boolean): string {
  const [hundreds, tens, units] = [Math.floor(n / 100), Math.floor(n / 10) % 10, n % 10];
  const head = hundreds > 0 || full ? `${ones[hundreds]} trăm` : '';
  if (tens === 0 && units === 0) return head || 'không';
  if (tens === 0) return head ? `${head} linh ${ones[units]}` : (ones[units] ?? '');
  const ten = tens === 1 ? 'mười' : `${ones[tens]} mươi`;
  const unit =
    units === 0
      ? ''
      : units === 5
        ? 'lăm'
        : units === 1 && tens > 1
          ? 'mốt'
          : units === 4 && tens > 1
            ? 'tư'
            : ones[units];
  return [head, ten, unit].filter(Boolean).join(' ');
}

describe('readNumber', () => {
  it.each([
    ['15', 'mười lăm'],
    ['21', 'hai mươi mốt'],
    ['24', 'hai mươi tư'],
    ['105', 'một trăm linh năm'],
    ['1004', 'một nghìn không trăm linh bốn'],
    ['1015', 'một nghìn không trăm mười lăm'],
    ['1.050.000', 'một triệu không trăm năm mươi nghìn'],
    ['3.005.000.000', 'ba tỉ không trăm linh năm triệu'],
    ['0,5', 'không phẩy năm'],
    ['2,75', 'hai phẩy bảy mươi lăm'],
    ['-3', 'âm ba'],
    ['007', 'bảy'],
  ])('reads %s', (written, said) => expect(readNumber(written)).toBe(said));

  it('agrees with a second reading, from nothing to ten billion', () => {
    fc.assert(
      fc.property(fc.oneof(fc.integer({ min: 0, max: 2_000 }), fc.integer({ min: 0, max: 10_000_000_000 })), (n) => {
        expect(readNumber(String(n))).toBe(second(n));
      }),
      { numRuns: 5_000 },
    );
  });

  it('reads thousands with points, blanks or nothing alike', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000_000 }), (n) => {
        const points = String(n).replace(/\B(?=(\d{3})+$)/g, '.');
        expect(readNumber(points)).toBe(readNumber(String(n)));
        expect(readNumber(points.replaceAll('.', ' '))).toBe(readNumber(String(n)));
      }),
    );
  });

  it.each(['1.5', '1,050,000', '1.2.3', '', 'năm', '12.34'])(
    'refuses "%s": it would be read as another number',
    (text) => {
      expect(() => readNumber(text)).toThrow(NumberError);
    },
  );

  it('says the figures of a phone one by one, in groups that lose none', () => {
    expect(readDigits('113')).toBe('một một ba');
    fc.assert(
      fc.property(fc.stringMatching(/^\d{1,20}$/), (figures) => {
        const groups = groupsOf(figures);
        expect(groups.join('')).toBe(figures);
        expect(groups.every((group) => group.length <= 4)).toBe(true);
      }),
    );
  });

  it('says a code part by part', () => {
    expect(readCode('H38.12-260915-0042')).toBe(
      'hát ba tám, một hai, hai sáu không, chín một năm, không không bốn hai',
    );
  });
});
