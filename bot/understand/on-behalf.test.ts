import { describe, expect, it } from '@jest/globals';
import { asksOnBehalf } from './on-behalf.ts';
import { wordingOf } from './wording.ts';

const asks = (text: string) => asksOnBehalf(wordingOf(text));

describe('asksOnBehalf', () => {
  it.each([
    'Con tôi 14 tuổi mất thẻ căn cước, tôi đi làm lại thay cháu được không, mất mấy ngày?',
    'vo di dang ky tam tru ho chong dc k',
    'Tôi làm giấy khai sinh thay cho con gái được không',
    'nhờ hàng xóm đi nộp giúp có được không cô',
    'Uỷ quyền cho em gái đi lấy kết quả được không?',
    'làm căn cước phải đích thân đi hả',
    'Xin xác nhận độc thân có bắt buộc chính chủ đi không ạ',
    'má tui già quá, tui ra ký giùm được hông',
  ])('hears it in "%s"', (text) => expect(asks(text)).toBe(true));

  it.each([
    'Thay đổi chủ hộ có được làm online không?',
    'Nộp hộ khẩu cũ có được không?',
    'đăng ký hộ kinh doanh tại nhà được không',
    'cháu muốn đăng ký giám hộ cho em trai có được không',
    'làm hộ chiếu ở phường được không',
    'Tách hộ ra riêng có được không?',
    'xin giấy xác nhận hộ nghèo được không',
    'thay thẻ căn cước bị gãy được không',
    'Cán bộ chỉ giúp tôi với',
  ])('does not in "%s"', (text) => expect(asks(text)).toBe(false));
});
