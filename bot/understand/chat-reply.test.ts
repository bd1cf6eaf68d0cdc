import { describe, expect, it } from '@jest/globals';
import { isOnlySign, letsSeePicture, numberSaid, wantsQr } from './chat-reply.ts';

describe('numberSaid', () => {
  it.each([
    ['2', 2],
    ['2.', 2],
    [' 7 nhé', 7],
    ['số 2', 2],
    ['so 2', 2],
    ['cái thứ hai', 2],
    ['cai thu 2 ạ', 2],
    ['thứ ba', 3],
    ['em chọn số ba nha', 3],
    ['chọn 4', 4],
    ['dạ 1', 1],
    ['cái đầu tiên', 1],
    ['mục số 6', 6],
    ['12', 12],
  ])('reads %s as a choice', (text, number) => expect(numberSaid(text)).toBe(number));

  it.each([
    'ba',
    'hai con',
    '2 con',
    'ba tôi mất',
    'tôi ở số 2 Lê Lợi',
    '113',
    '2 bản sao',
    'thứ hai có làm việc không',
    '',
  ])('reads %s as words', (text) => expect(numberSaid(text)).toBeNull());
});

describe('isOnlySign', () => {
  it.each(['👍', '/-strong', '/-heart /-heart', ':>', '❤️❤️', '...', ':)', ''])('sees %s as a sign', (text) =>
    expect(isOnlySign(text)).toBe(true),
  );
  it.each(['ok', '?', '👍 cảm ơn', 'khai sinh', '113', '??'])('sees %s as words', (text) =>
    expect(isOnlySign(text)).toBe(false),
  );
});

describe('wantsQr', () => {
  it.each(['cho xin mã QR', 'gửi mã qr với', 'qr', 'Cho tôi mã QR để đưa mẹ quét', 'co ma qr khong'])(
    'hears %s',
    (text) => expect(wantsQr(text)).toBe(true),
  );
  it.each(['mã QR trên căn cước có gì', 'quét mã QR chuyển khoản được không', 'khai sinh', 'nộp phí bằng qr'])(
    'leaves %s to the others',
    (text) => expect(wantsQr(text)).toBe(false),
  );
});

describe('letsSeePicture', () => {
  it.each(['gửi ảnh', 'đồng ý gửi ảnh', 'dạ cho xem ảnh', 'ok gui anh di', 'xem ảnh đi'])('hears %s', (text) =>
    expect(letsSeePicture(text)).toBe(true),
  );
  it.each(['đừng gửi ảnh', 'không gửi ảnh', 'chụp ảnh ở đâu', 'gửi anh Lan', 'khai sinh'])('not %s', (text) =>
    expect(letsSeePicture(text)).toBe(false),
  );
});
