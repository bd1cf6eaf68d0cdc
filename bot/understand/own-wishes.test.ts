import { describe, expect, it } from '@jest/globals';
import { noticeRequestIn } from './notice-request.ts';
import { ownDataRequestIn } from './own-data-request.ts';
import { wordingOf } from './wording.ts';
import { yesOrNo } from './yes-or-no.ts';

describe('notices', () => {
  it.each([
    'nhắn zalo cho tôi khi có kết quả nha, đừng gọi điện',
    'có kết quả thì nhắn tin cho em với',
    'khi nao xong bao cho toi biet nhe',
    'bật thông báo hồ sơ giúp tôi',
    'hồ sơ thiếu giấy gì thì thông báo cho bác nếu có cập nhật',
    'tôi muốn nhận thông báo về hồ sơ',
    'hồ sơ có gì thay đổi thì báo cho chú biết nhé',
    'sắp tới hẹn nhớ nhắc bác nha',
    'có giấy thì gọi cho con một tiếng',
    'hồ sơ có gì thay đổi thì báo tôi biết',
  ])('are wanted: %s', (text) => {
    expect(noticeRequestIn(wordingOf(text))).toBe('on');
  });

  it.each([
    'dừng',
    'Dừng lại đi',
    'dung nhan tin nua',
    'STOP',
    'thôi đừng nhắn nữa',
    'tắt thông báo giúp tôi',
    'không muốn nhận tin nữa',
    'ngưng nhận thông báo giùm em',
    'đừng nhắn cho tôi nữa',
    'dung nhan cho toi nua',
    'khỏi báo nữa nhé',
    'tôi không muốn nhận tin nhắn báo hồ sơ nữa',
  ])('are stopped: %s', (text) => {
    expect(noticeRequestIn(wordingOf(text))).toBe('off');
  });

  it.each([
    'tạm dừng hoạt động hộ kinh doanh làm thế nào',
    'ngừng kinh doanh phải thông báo cho ai',
    'thông báo lưu trú cho khách thế nào',
    'hủy kết quả đăng ký kết hôn',
    'giấy báo tử ai cấp cho tôi',
    'đừng bắt tôi đi lại nhiều lần',
    'dung dat lam nha can giay gi',
    'khong muon nhan dat cua cha me thi lam giay gi',
    'không nhận thừa kế thì làm văn bản gì',
    'ngưng kinh doanh có phải thông báo không',
    'thôi',
  ])('are not spoken of: %s', (text) => {
    expect(noticeRequestIn(wordingOf(text))).toBeNull();
  });
});

describe('own data', () => {
  it.each([
    ['xóa dữ liệu của tôi', 'erase'],
    ['xoa het lich su tro chuyen cua toi di', 'erase'],
    ['cho tôi xem dữ liệu của tôi', 'show'],
    ['máy đang lưu những gì về tôi', 'show'],
    ['tai lich su chat cua toi', 'show'],
    ['tôi rút lại sự đồng ý cho lưu dữ liệu', 'erase'],
    ['đừng lưu số điện thoại của tôi nữa', 'erase'],
    ['bot có lưu số căn cước của tôi không', 'show'],
    ['cho xem lại những gì tôi đã hỏi ở đây', 'show'],
    ['chắc chắn xóa dữ liệu của tôi', 'erase-surely'],
    ['không xóa nữa', 'keep'],
    ['thôi không xoá dữ liệu', 'keep'],
  ])('%s: %s', (text, wish) => {
    expect(ownDataRequestIn(wordingOf(text))).toBe(wish);
  });

  it.each([
    'xóa đăng ký thường trú của tôi',
    'xóa thông tin tạm trú cũ của tôi trên vneid',
    'xin xóa án tích',
    'xem thông tin đất của tôi ở đâu',
    'cho tôi xem thủ tục khai sinh',
    'xóa đăng ký thế chấp',
    'hủy đồng ý cho thuê nhà thì báo ai',
    'công an có lưu số căn cước cũ của tôi không',
  ])('are not spoken of: %s', (text) => {
    expect(ownDataRequestIn(wordingOf(text))).toBeNull();
  });
});

describe('a bare yes or no', () => {
  it.each([
    ['dạ đồng ý', 'yes'],
    ['ok em', 'yes'],
    ['có', 'yes'],
    ['ừ đồng ý', 'yes'],
    ['vâng được ạ', 'yes'],
    ['dạ', null],
    ['không cần đâu', null],
    ['dạ thôi', 'no'],
    ['không', 'no'],
    ['không đồng ý', 'no'],
    ['có cần giấy gì không', null],
    ['dong y', 'yes'],
  ])('%s: %s', (text, meaning) => {
    expect(yesOrNo(wordingOf(text))).toBe(meaning);
  });
});
