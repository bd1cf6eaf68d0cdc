/** English questions, told by their small words and put into the words of the search. */
import { describe, expect, it } from '@jest/globals';
import { fromEnglish, isEnglish } from './english.ts';

describe('isEnglish', () => {
  it.each([
    'How much does a birth certificate cost?',
    'Where do I register my marriage?',
    'I need to declare temporary residence for a guest',
    'what papers do i need for an ID card',
  ])('yes: %s', (text) => expect(isEnglish(text)).toBe(true));

  it.each([
    'lam khai sinh can giay gi',
    'toi muon hoi dang ky ket hon voi nguoi Han',
    'Nộp online for con được không?',
    'form CT01 la gi',
    'hi',
    'ok',
    '',
    'em can lam do to khai the nao',
  ])('no: %s', (text) => expect(isEnglish(text)).toBe(false));
});

describe('fromEnglish', () => {
  it.each([
    ['How much does a birth certificate cost?', /lệ phí bao nhiêu.*đăng ký khai sinh/],
    ['What documents do I need to get married?', /cần giấy tờ gì.*đăng ký kết hôn/],
    ['Where can I renew my ID card?', /nộp ở đâu.*gia hạn.*thẻ căn cước/],
    ['I lost my passport, where do I go?', /cấp lại bị mất.*hộ chiếu.*nộp ở đâu/],
  ])('%s', (text, words) => {
    expect(fromEnglish(text)).toMatch(words);
  });

  it('says nothing for what it has no words for', () => {
    expect(fromEnglish('Is the sky blue?')).toBe('');
  });
});
