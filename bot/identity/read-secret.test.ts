import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { maskMessage } from '../understand/mask-message.ts';
import { maskName } from './mask-name.ts';
import { codeIn, factsIn } from './read-secret.ts';

const words = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];
const sixDigits = fc.stringMatching(/^\d{6}$/);

describe('a one-time code', () => {
  it('is read however it is grouped or said, and stands nowhere after masking', () => {
    const forms = [
      (code: string) => code,
      (code: string) => `mã là ${code} ạ`,
      (code: string) => [...code].join(' '),
      (code: string) => `${code.slice(0, 3)}-${code.slice(3)}`,
      (code: string) => [...code].map((digit) => words[Number(digit)]).join(' '),
    ];
    fc.assert(
      fc.property(sixDigits, fc.constantFrom(...forms), (code, write) => {
        const typed = write(code);
        expect(codeIn(typed)).toBe(code);
        const { text, slots } = maskMessage(typed, true);
        expect(codeIn(text)).toBeNull();
        expect(Object.values(slots).map(codeIn)).toContain(code);
      }),
      { numRuns: 500 },
    );
  });

  it('is not read out of a longer or a shorter number, nor guessed among two', () => {
    for (const text of ['12345', '1234567', '0900000011', '123456 hay 654321', 'lệ phí bao nhiêu'])
      expect([text, codeIn(text)]).toEqual([text, null]);
  });
});

describe('the facts', () => {
  it.each([
    '000011, 2/9/1990',
    'sinh ngày 02-09-1990, sáu số cuối 000011',
    '000011 sinh ngày 2 tháng 9 năm 1990',
    '2.9.1990 000011',
  ])('are read in %j and masked', (typed) => {
    expect(factsIn(typed)).toEqual({ lastSix: '000011', birthDate: '1990-09-02' });
    expect(maskMessage(typed, true).text).not.toMatch(/000011|1990/);
  });

  it('are both needed, and the day has to exist', () => {
    for (const text of ['000011', '2/9/1990', '000011, 31/2/1990', '000011, 2/13/1990'])
      expect([text, factsIn(text)]).toEqual([text, null]);
  });
});

describe('masking', () => {
  it('leaves a question alone where no secret is waited for', () => {
    for (const text of ['lệ phí 500000 đồng hả', 'nộp ngày 2/9/2026 thì bao giờ xong', 'một hai ba bốn'])
      expect(maskMessage(text, false).text).toBe(text);
  });

  it('takes out a code that binds an account wherever it stands', () => {
    const { text, slots } = maskMessage('cho em liên kết mã 1234 5678 với', false);
    expect(text).toBe('cho em liên kết mã [mã liên kết 1] với');
    expect(Object.values(slots)).toEqual(['1234 5678']);
  });
});

describe('maskName', () => {
  it.each([
    ['Nguyễn Văn An', 'Nguyễn V. A.'],
    ['  đỗ   thị  Ánh ', 'đỗ T. Á.'],
    ['An', 'A.'],
    ['', ''],
  ])('shows %j as %j', (name, shown) => expect(maskName(name)).toBe(shown));
});
