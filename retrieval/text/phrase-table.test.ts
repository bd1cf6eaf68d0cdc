import { describe, expect, it } from '@jest/globals';
import { cleanText } from './clean-text.ts';
import { wordingsOf } from './phrase-pattern.ts';
import { longestMatches, phraseTable } from './phrase-table.ts';
import { tokensOf } from './syllable.ts';

const tokens = (text: string) => tokensOf(cleanText(text));

describe('wordingsOf', () => {
  it('writes out choices and what may be missing', () => {
    expect(wordingsOf('cần (giấy|giấy tờ) gì?')).toEqual(['cần giấy gì', 'cần giấy', 'cần giấy tờ gì', 'cần giấy tờ']);
  });

  it('names the pattern whose brackets do not close', () => {
    expect(() => wordingsOf('cần (giấy')).toThrow('cần (giấy');
  });
});

describe('phraseTable', () => {
  const table = phraseTable([
    ['sổ đỏ', 'land'],
    ['=giấy đỏ', 'land'],
    ['mất', 'lost'],
    ['mất giấy khai sinh', 'lost paper'],
  ]);
  const find = (text: string, unmarked = false) =>
    longestMatches(table.find(tokens(text), { unmarked })).map(({ value }) => value);

  it('matches marks where the text has marks', () => {
    expect(find('sổ đỏ nhà tôi')).toEqual(['land']);
    expect(find('số đó của tôi')).toEqual([]);
    expect(find('mặt tiền')).toEqual([]);
  });

  it('matches without marks where the text has none', () => {
    expect(find('so do nha toi', true)).toEqual(['land']);
  });

  it('keeps a strict wording from matching without its marks', () => {
    expect(find('giay do', true)).toEqual([]);
    expect(find('giấy đỏ')).toEqual(['land']);
  });

  it('takes the longest wording', () => {
    expect(find('em bị mất giấy khai sinh')).toEqual(['lost paper']);
  });

  it('reads both ways of setting the tone', () => {
    const health = phraseTable([['hòa giải', true]]);
    expect(health.find(tokens('hoà giải'), { unmarked: false })).toHaveLength(1);
  });
});
