import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { stateQuestionIn } from '../understand/hand-off-talk.ts';
import { maskMessage } from '../understand/mask-message.ts';
import { wordingOf } from '../understand/wording.ts';
import { isHandOffCodeAlone, newHandOffCode, readHandOffCode } from './hand-off-code.ts';

const codes = fc
  .infiniteStream(fc.nat())
  .map((numbers) => newHandOffCode((below) => (numbers.next().value ?? 0) % below));
/** Given before codes had to be mixed, and by a wider alphabet. */
const older = fc
  .stringMatching(/^[2-9BCDFGHJKMNPQRSTVWXYZ]{6}$/)
  .map((signs) => `${signs.slice(0, 3)}-${signs.slice(3)}`);

const typings: readonly ((code: string) => string)[] = [
  (code) => code,
  (code) => code.toLowerCase(),
  (code) => code.replace('-', ''),
  (code) => code.replace('-', ' '),
  (code) => code.replace('-', '').toLowerCase(),
  (code) => code.replace('-', ' ').toLowerCase(),
  (code) => code.replace('-', ' - '),
  (code) => code.replace('-', '–'),
  (code) => code.replace('-', '.'),
  (code) => `${code[0]}${code.slice(1).toLowerCase()}`,
];
const sentences: readonly ((code: string) => string)[] = [
  (code) => code,
  (code) => `  "${code}". `,
  (code) => `dạ ${code} ạ`,
  (code) => `Mã: ${code}`,
  (code) => `mã câu hỏi của tôi là mã ${code}, xem giúp`,
  (code) => `cau hoi ${code} cua toi den dau roi`,
  (code) => `Câu hỏi ${code} có ai trả lời chưa?`,
  (code) => `cho tôi hỏi mã ${code} tới đâu rồi`,
];

/** What the bot makes of it, as it stands after the door. */
const asked = (text: string) => {
  const masked = maskMessage(text, false).text;
  return stateQuestionIn(masked, wordingOf(masked), false)?.code ?? null;
};

describe('the code of a hand-off', () => {
  it('has a letter and a figure, and no sign that a Vietnamese keyboard changes or that is mistaken for another', () => {
    fc.assert(fc.property(codes, (code) => /^(?=.*\d)(?=.*[A-Z])[^01AEIOULDWY]{3}-[^01AEIOULDWY]{3}$/.test(code)));
  });

  it('is read however it is typed, alone and within a sentence', () => {
    fc.assert(
      fc.property(codes, fc.constantFrom(...typings), fc.constantFrom(...sentences), (code, typed, say) => {
        expect(asked(say(typed(code)))).toBe(code);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is read where it is spelt', () => {
    fc.assert(fc.property(codes, (code) => expect(asked(`mã ${[...code.replace('-', '')].join(' ')}`)).toBe(code)));
  });

  it.each(['TCT-QCN', 'QSD-GCN', 'WYD-2DD', 'DDD-DDD'])('%s, given earlier, is read as well', (code) => {
    for (const typed of typings) {
      expect(asked(typed(code))).toBe(code);
      expect(asked(`cau hoi ${typed(code)} cua toi den dau roi`)).toBe(code);
    }
  });

  it('given earlier is read with its dash, in either case', () => {
    fc.assert(
      fc.property(older, (code) => {
        expect(asked(code)).toBe(code);
        expect(asked(`mã ${code.toLowerCase()} tới đâu rồi`)).toBe(code);
      }),
    );
  });

  it.each([
    'Cho hỏi GCN QSD đất bị mất thì sao',
    'hỏi lệ phí GCN-QSDĐ',
    'cho hỏi nhà số 234 TDP 5 làm tạm trú ở đâu',
    'xem giúp biển số 24B 234.56 đăng ký ở đâu',
    'kiểm tra thủ tục 2.345678 giúp tôi',
    'hỏi số tiền 2.345.678 đồng là phí gì',
    'tra số 234 567',
    'mã là 234567',
    'phường mình làm khai sinh sao',
    'Phuong minh lam khai sinh sao',
    'mã số thuế tncn tra ở đâu',
    'hỏi CCCD TPHCM',
    'xem hồ sơ H38-234567-2345 giúp tôi',
    'câu hỏi của tôi thế nào rồi',
  ])('is not seen in %j', (text) => expect(readHandOffCode(maskMessage(text, false).text)).toBeNull());

  it('is all that is said, or not', () => {
    expect(['k7m3tx', 'Dạ K7M-3TX ạ', '«K7M 3TX».'].map(isHandOffCodeAlone)).toEqual([true, true, true]);
    expect(['mã k7m3tx', 'làm khai sinh K7M-3TX', '', 'dạ'].map(isHandOffCodeAlone)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});
