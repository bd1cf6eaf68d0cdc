/** People are addressed as they address themselves, and never by a word that stands for somebody else. */
import { describe, expect, it } from '@jest/globals';
import { addressFor, ownWordIn } from './address.ts';

describe('ownWordIn', () => {
  it.each([
    ['bác', 'Bác muốn hỏi thủ tục khai tử'],
    ['bác', 'Cho bác hỏi làm lại thẻ bảo hiểm'],
    ['em', 'dạ em cần làm khai sinh'],
    ['cháu', 'Cháu chào cô, cháu muốn hỏi nghĩa vụ quân sự'],
    ['cô', 'Em ơi, cô hỏi chút'],
    ['con', 'Dạ con muốn làm căn cước'],
    ['chú', 'Chú đang cần giấy tạm trú'],
    ['bà', 'cho bà hỏi cái thẻ'],
    ['mình', 'Mình định mở quán cà phê'],
    ['anh', 'Anh cần gấp giấy độc thân em ơi'],
  ])('hears %s: %s', (word, text) => {
    expect(ownWordIn(text, null)).toBe(word);
  });

  it.each([
    'Con tôi cần làm khai sinh',
    'Bà nội tôi muốn lập di chúc',
    'Chú cán bộ hỏi giấy tạm trú của tôi',
    'Ông ngoại đi khai sinh thay được không?',
    'Anh trai tôi định cưới vợ người Hàn',
    'Cô giáo cho hỏi giấy xác nhận',
    'Vợ chồng em gái tôi muốn tách hộ',
    'Con gái tôi làm căn cước',
    'Chị dâu em cần gì để nhập khẩu?',
    'Tôi muốn hỏi lệ phí',
    'Khai sinh cần gì?',
    'cháu nội tôi đi học xa',
  ])('hears nobody in words for others: %s', (text) => {
    expect(ownWordIn(text, null)).toBeNull();
  });

  it('keeps what was known until another word is used', () => {
    expect(ownWordIn('Lệ phí bao nhiêu?', 'bác')).toBe('bác');
    expect(ownWordIn('Cô muốn hỏi lệ phí', 'bác')).toBe('cô');
  });
});

describe('addressFor', () => {
  it('says "ông/bà … em" until somebody’s own word is known', () => {
    expect(addressFor(null)).toEqual({ you: 'ông/bà', me: 'em' });
    expect(addressFor('tôi')).toEqual({ you: 'ông/bà', me: 'em' });
  });

  it('calls the old by their word and itself "cháu"', () => {
    expect(addressFor('bác')).toEqual({ you: 'bác', me: 'cháu' });
    expect(addressFor('cụ')).toEqual({ you: 'cụ', me: 'cháu' });
  });

  it('never calls a child "con" or "cháu" back as if it were older', () => {
    expect(addressFor('cháu').you).toBe('bạn');
    expect(addressFor('con').you).toBe('bạn');
  });
});
