/** Where a message may name a second matter. */
import { describe, expect, it } from '@jest/globals';
import { splitMatters } from './split-matters.ts';

describe('splitMatters', () => {
  it.each([
    ['làm khai sinh rồi nhập khẩu luôn', ['làm khai sinh', 'nhập khẩu luôn']],
    ['đăng ký tạm trú và tạm vắng', ['đăng ký tạm trú', 'tạm vắng']],
    ['lam khai sinh roi nhap khau', ['lam khai sinh', 'nhap khau']],
  ])('%s', (text, sides) => {
    expect(splitMatters(text)).toContainEqual(sides);
  });

  it.each(['đăng ký khai sinh', 'và', '', 'rồi sao nữa'])('has nothing to cut in: %s', (text) => {
    expect(splitMatters(text)).toEqual([]);
  });

  it('cuts at most six times, however long the message', () => {
    expect(splitMatters('khai sinh và khai tử và '.repeat(200)).length).toBeLessThanOrEqual(6);
  });
});
