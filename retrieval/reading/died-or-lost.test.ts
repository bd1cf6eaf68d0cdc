import { describe, expect, it } from '@jest/globals';
import { cleanText } from '../text/clean-text.ts';
import { tokensOf } from '../text/syllable.ts';
import { readDeaths } from './died-or-lost.ts';

const died = (text: string) => readDeaths(tokensOf(cleanText(text))).some(({ surface }) => surface === 'chết');

describe('readDeaths', () => {
  it.each(['mẹ em mất hôm qua', 'ông nội mới mất', 'chong em mat roi', 'người nhà tôi mất rồi'])('%s: died', (text) => {
    expect(died(text)).toBe(true);
  });

  it.each([
    'em mất thẻ căn cước',
    'giấy khai sinh mất rồi',
    'bị mất hộ chiếu',
    'làm mất bao lâu',
    'mất bao nhiêu tiền',
    'ông mất tờ hợp đồng',
    'em mat cccd',
  ])('%s: lost, or taken', (text) => {
    expect(died(text)).toBe(false);
  });
});
