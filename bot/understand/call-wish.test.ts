import { describe, expect, it } from '@jest/globals';
import { callWishIn } from './call-wish.ts';

describe('callWishIn', () => {
  it.each([
    ['nói lại đi cháu', 'again'],
    ['bà nghe không rõ', 'again'],
    ['nhắc lại giúp tôi với', 'again'],
    ['nói chậm thôi con ơi', 'slower'],
    ['nói chậm thôi con', 'slower'],
    ['nhanh quá', 'slower'],
    ['cảm ơn cháu nhé', 'end'],
    ['không hỏi gì nữa', 'end'],
    ['tạm biệt', 'end'],
    ['để lại mã cho bà', 'keep'],
    ['gửi qua Zalo', 'zalo'],
    ['gửi danh sách giấy tờ vào zalo cho tôi với', 'zalo'],
    ['gui qua za lo giup chu', 'zalo'],
    ['zalo đi con', 'zalo'],
  ])('%s', (text, wish) => expect(callWishIn(text, false)).toBe(wish));

  it('takes a bare yes or no for an answer only right after we asked to go on', () => {
    expect([callWishIn('dạ có', true), callWishIn('thôi', true), callWishIn('nghe tiếp', true)]).toEqual([
      'more',
      'enough',
      'more',
    ]);
    expect([callWishIn('dạ có', false), callWishIn('thôi', false)]).toEqual([null, null]);
  });

  it.each([
    'làm lại căn cước bị mất',
    'cảm ơn cho hỏi lệ phí khai sinh bao nhiêu',
    'thôi việc rồi thì rút bảo hiểm ở đâu',
    'không có giấy chứng sinh thì sao',
    'cấp lại sổ đỏ',
    'gửi hồ sơ qua zalo được không',
    'làm sao liên kết zalo',
  ])('leaves a question a question: %s', (text) => expect(callWishIn(text, true)).toBeNull());
});
