import { describe, expect, it } from '@jest/globals';
import { namedEnding } from './named-ending.ts';

describe('the end of a dossier code', () => {
  it.each([
    ['hồ sơ đuôi 0213 tới đâu rồi', '0213'],
    ['bốn số cuối là không hai một ba', '0213'],
    ['duoi so la khong muoi', null],
    ['so cuoi la khong hai mot bon em nhe', '0214'],
    ['cái hồ sơ số 0201 của anh', '0201'],
    ['hồ sơ của tôi tới đâu rồi', null],
    ['số cuối cùng là gì', null],
  ])('is read from: %s', (text, ending) => {
    expect(namedEnding(text)).toBe(ending);
  });
});
