import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { openHider } from './hider.ts';

const hidden = (text: string, ...names: string[]) => openHider(names).hide(text);

describe('what goes to a model', () => {
  it.each([
    ['Số của tôi 0900000011, căn cước 010190000011', 'Số của tôi [số điện thoại #1], căn cước [số căn cước #1]'],
    ['thư gửi vang.seo@example.vn nhé', 'thư gửi [email #1] nhé'],
    ['hồ sơ H38.12-260915-0042 tới đâu', 'hồ sơ [mã hồ sơ #1] tới đâu'],
  ])('holds no number, address or code: %s', (text, masked) => expect(hidden(text)).toBe(masked));

  it.each([
    'tôi là Giàng Thị Mỷ đây',
    'tôi là giàng thị mỷ đây',
    'toi la giang thi my day',
    'GIÀNG THỊ MỶ xin hỏi',
    'chị Mỷ hỏi chút',
    'chi my hoi chut',
    'thị mỷ hỏi chút',
    'tài khoản giangthimy của tôi',
    'Giàng  Thị   Mỷ',
    'Giàng-Thị-Mỷ',
  ])('holds no name of the signed-in, whole or in part: %s', (text) => {
    const masked = hidden(text, 'Giàng Thị Mỷ');
    expect(masked).toContain('[tên #1]');
    expect(masked.toLowerCase()).not.toMatch(/giàng|giang|mỷ/);
  });

  it('leaves an everyday word that is also somebody’s given name', () => {
    expect(hidden('mai tôi ra phường được không', 'Trần Thị Mai')).toBe('mai tôi ra phường được không');
  });

  it.each([
    ['Tôi tên là Vừ Mí Pó, con tôi mới sinh', 'Tôi tên là [tên #1], con tôi mới sinh'],
    ['hồ sơ của Nguyễn Thị Bưởi tới đâu', 'hồ sơ của [tên #1] tới đâu'],
    ['Tôi ở đường Trần Phú, phường Hòa Bình', 'Tôi ở đường Trần Phú, phường Hòa Bình'],
  ])('hides names that a message gives away: %s', (text, masked) => expect(hidden(text)).toBe(masked));

  it('puts everything back as it was', () => {
    const piece = fc.constantFrom(
      '0900000011',
      '010190000011',
      'a@b.vn',
      'Giàng Thị Mỷ',
      'mỷ',
      'làm',
      'khai sinh',
      '[tên #1]',
      ',',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join(' ');
        fc.pre(!text.includes('[tên #1]') || !/Giàng|mỷ/.test(text));
        const hider = openHider(['Giàng Thị Mỷ']);
        expect(hider.restore(hider.hide(text))).toBe(text);
      }),
    );
  });

  it('holds no part of what was hidden, in whatever order it is told', () => {
    const secrets = ['0900000011', '010190000011', 'seo@example.vn', 'H38.12-260915-0042', 'Giàng Thị Mỷ'];
    const piece = fc.oneof(
      fc.constantFrom(...secrets),
      fc.constantFrom('cho', 'hỏi', 'khai sinh', 'của tôi', '.', '\n'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 15 }), (pieces) => {
        const masked = hidden(pieces.join(' '), 'Giàng Thị Mỷ');
        for (const secret of secrets) expect(masked).not.toContain(secret);
      }),
    );
  });

  it('gives one value one mark in every text of a call', () => {
    const hider = openHider([]);
    expect([hider.hide('gọi 0900000011'), hider.hide('số 0900000011 và 0900000022')]).toEqual([
      'gọi [số điện thoại #1]',
      'số [số điện thoại #1] và [số điện thoại #2]',
    ]);
  });
});
