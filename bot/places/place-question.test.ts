import { describe, expect, it } from '@jest/globals';
import { wordingOf } from '../understand/wording.ts';
import { placeQuestionIn } from './place-question.ts';

const asked = (text: string) => placeQuestionIn(wordingOf(text));

describe('a question about a place', () => {
  it.each([
    'xã Cốc Mỳ cũ nay thuộc xã nào, tỉnh nào',
    'Nghi Thái thành phố Vinh chừ nhập vô mô rứa?',
    'xã ấy sáp nhập xong đổi tên thành gì',
    'phuong 7 gio la phuong nao',
    'Hải Dương sáp nhập với tỉnh nào?',
    'Đồng Nai giờ là tỉnh hay thành phố?',
    'Giấy khai sinh ghi xã Nghĩa Minh, giờ xã đó tên là gì?',
    'Bình Chánh bây giờ chia thành mấy xã?',
  ])('is one by its words: %s', (text) => {
    expect(asked(text)?.plain).toBe(true);
  });

  it.each([
    ['Xã Mường Lèo có bị sáp nhập không?', 'now'],
    ['Hội An giờ còn không', 'now'],
    ['phường Lộc Hạ giờ đi đâu làm giấy tờ', 'now'],
    ['Hộ khẩu ở xã Tân Lâm, giờ ghi địa chỉ sao cho đúng?', 'address'],
    ['trụ sở UBND phường Ba Đình ở đâu', 'seat'],
    ['phường Tân Sơn Nhì được sáp nhập từ những phường nào', 'parts'],
    ['which commune is Cốc Mỳ now?', 'now'],
  ])('is one where a place is named: %s', (text, about) => {
    expect(asked(text)?.about).toBe(about);
  });

  it.each([
    'Tôi muốn làm khai sinh ở phường Bến Nghé quận 1 thì nộp ở đâu?',
    'Sáp nhập xã rồi sổ đỏ có phải đổi không?',
    'Tôi ở xã Tân Lập muốn đăng ký kết hôn thì cần giấy tờ gì',
    'phường Dịch Vọng làm việc mấy giờ',
    'Giờ làm hộ chiếu ở đâu?',
    'đăng ký xe ở phường nào cũng được phải không',
    'chuyển khẩu từ Nghệ An ra Hà Nội thì nộp ở xã nào',
  ])('is none when it asks about a procedure: %s', (text) => {
    expect(asked(text)).toBeNull();
  });
});
