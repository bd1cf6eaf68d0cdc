import { describe, expect, it } from '@jest/globals';
import { residenceIn, saysOnlyWhere } from './residence.ts';
import { wordingOf } from './wording.ts';

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');

describe('residenceIn', () => {
  const lives = [
    'tôi ở xã Bát Xát, tỉnh Lào Cai',
    'nhà em hiện đang sống ở phường Lào Cai, khai tử nộp ở đâu',
    'vợ chồng em tạm trú tại phường Hải Châu, khai sinh cho con được không',
    'dân xã Bát Xát thì nộp ở đâu',
    'ở xã Bát Xát làm giấy độc thân thế nào',
    'bác thường trú xã Bát Xát',
  ];
  it.each(lives)('hears where he lives: %s', (text) => {
    expect(residenceIn(wordingOf(text))).toBe('lives');
    expect(residenceIn(wordingOf(plain(text)))).toBe('lives');
  });

  it.each([
    'xin giấy độc thân ở xã Bát Xát cần gì',
    'làm khai tử tại phường Lào Cai lệ phí bao nhiêu',
    'giờ làm việc của xã Bát Xát',
  ])('hears where he would file: %s', (text) => {
    expect(residenceIn(wordingOf(text))).toBe('files');
  });

  it.each([
    'quê tôi ở xã Bát Xát, mất giấy khai sinh thì làm lại ở đâu',
    'trước đây tôi ở xã Bát Xát, nay khai sinh cho con ở đâu',
    'chồng tôi ở xã Bát Xát, đăng ký kết hôn ở đâu',
    'đất của tôi ở xã Bát Xát, sang tên thế nào',
    'tôi chuyển từ xã Bát Xát đi nơi khác',
    'mất giấy khai sinh cấp ở xã Bát Xát',
    'đăng ký khai sinh cần giấy tờ gì',
    'lệ phí khai tử bao nhiêu',
  ])('takes no home from: %s', (text) => {
    expect(residenceIn(wordingOf(text))).toBeNull();
    expect(residenceIn(wordingOf(plain(text)))).toBeNull();
  });
});

describe('saysOnlyWhere', () => {
  it.each(['tôi ở xã Bát Xát, tỉnh Lào Cai', 'dạ em ở phường Hải Châu Đà Nẵng ạ', 'ở xã Bát Xát Lào Cai'])(
    '%s',
    (text) => {
      expect(saysOnlyWhere(wordingOf(text))).toBe(true);
    },
  );

  it.each([
    'tôi ở xã Bát Xát, khai tử nộp ở đâu',
    'tôi ở xã Bát Xát muốn làm giấy độc thân',
    'tôi ở xã Bát Xát?',
    'khai sinh ở xã Bát Xát',
  ])('not: %s', (text) => {
    expect(saysOnlyWhere(wordingOf(text))).toBe(false);
  });
});
