import { describe, expect, it } from '@jest/globals';
import { loadPlaces } from '../../knowledge/index.ts';
import { openPlaceFinder } from '../places/find-place.ts';
import { withoutPlace } from './without-place.ts';

const finder = openPlaceFinder(loadPlaces());
const cut = (text: string) => withoutPlace(text, finder.find(text, { today: true, level: null })[0]?.places ?? []);

describe('withoutPlace', () => {
  it.each([
    ['khai tử ở xã Bát Xát, tỉnh Lào Cai thì nộp ở đâu', 'khai tử thì nộp ở đâu'],
    ['khai tu nop o dau, nha em o xa bat xat lao cai', 'khai tu nop o dau,'],
    ['tôi ở xã Bát Xát, muốn khai sinh cho con', 'muốn khai sinh cho con'],
    ['nhà em hiện đang sống ở phường Lào Cai, xin giấy độc thân cần gì', 'xin giấy độc thân cần gì'],
    ['đăng ký thường trú ở xã Bát Xát cần giấy gì', 'đăng ký thường trú cần giấy gì'],
    ['khai sinh cho con ở phường Lào Cai', 'khai sinh cho con'],
    ['xã Cốc Mỳ cũ huyện Bát Xát tỉnh Lào Cai làm khai tử lệ phí bao nhiêu', 'làm khai tử lệ phí bao nhiêu'],
  ])('%s', (text, rest) => {
    expect(cut(text)).toBe(rest);
  });

  it('leaves a text as it is that names nothing else, or no place', () => {
    expect(cut('xã Bát Xát, Lào Cai')).toBe('xã Bát Xát, Lào Cai');
    expect(withoutPlace('khai sinh cần gì', [])).toBe('khai sinh cần gì');
  });
});
