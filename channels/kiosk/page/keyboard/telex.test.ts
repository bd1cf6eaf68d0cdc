import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { typeLetter, typeTelex, typeTone } from './telex.ts';

const typed = (keys: string, start = '') => [...keys].reduce(typeTelex, start);

/** How a word is typed by Telex, mark after letter, tone at the end. */
function keysOf(word: string): string {
  const tones: Readonly<Record<string, string>> = {
    '\u0301': 's',
    '\u0300': 'f',
    '\u0309': 'r',
    '\u0303': 'x',
    '\u0323': 'j',
  };
  let tone = '';
  const keys = [...word.normalize('NFD')].map((sign) => {
    if (sign in tones) {
      tone = tones[sign] ?? '';
      return '';
    }
    return { '\u0302': '^', '\u031b': 'w', '\u0306': 'w', đ: 'dd', Đ: 'Dd' }[sign] ?? sign;
  });
  return `${keys.join('').replace(/(.)\^/g, '$1$1').replace(/uwow/gi, 'uow')}${tone}`;
}

const texts = JSON.parse(readFileSync(join(import.meta.dirname, '..', 'texts', 'vi.json'), 'utf8')) as object;
const valuesOf = (value: unknown): string =>
  typeof value === 'object'
    ? Object.values(value ?? {})
        .map(valuesOf)
        .join(' ')
    : String(value);
const words = [...new Set(valuesOf(texts).match(/\p{L}+/gu) ?? [])].map((word) => word.normalize('NFC').toLowerCase());
const syllable = /^(b|ch|c|d|đ|gh|gi|g|h|kh|k|l|m|ngh|ng|nh|n|ph|p|qu|r|s|th|tr|t|v|x)?[aeiouy]+(ch|c|m|ng|nh|n|p|t)?$/;
const bareOf = (word: string) => word.normalize('NFD').replace(/\p{M}/gu, '');
const vietnamese = words.filter((word) => syllable.test(bareOf(word)) && !['english'].includes(word));
const bareWords = vietnamese.map((word) => bareOf(word).replaceAll('đ', 'd'));

describe('typing by Telex', () => {
  it('gives marks and tones where people write them', () => {
    const said = 'ddawng kys khai sinh, giaays chuwngs sinh, thuyr, hoaf, hoanf, quys, giaf, nguowif, tuowis, muwa';
    expect(typed(said)).toBe('đăng ký khai sinh, giấy chứng sinh, thủy, hòa, hoàn, quý, già, người, tưới, mưa');
  });

  it('takes a mark back when its key is pressed once more', () => {
    expect([typed('aaa'), typed('ass'), typed('ddd'), typed('asz')]).toEqual(['aa', 'as', 'dd', 'a']);
  });

  it('keeps capitals', () => {
    expect(typed('DDuwowngf')).toBe('Đường');
  });

  it('moves the tone when the word grows', () => {
    expect([typed('hoas'), typed('hoasn')]).toEqual(['hóa', 'hoán']);
  });

  it('types every word of this page', () => {
    expect(vietnamese.length).toBeGreaterThan(150);
    for (const word of vietnamese) expect([word, typed(keysOf(word))]).toEqual([word, word]);
  });

  it('leaves bare letters bare', () => {
    for (const word of bareWords) expect(typed(word)).toBe(word);
    expect(typed('lam giay khai sinh cho con can gi')).toBe('lam giay khai sinh cho con can gi');
  });

  it('never loses what stood before the last word', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'), (before, key) => {
        expect(typeTelex(`${before} `, key).startsWith(`${before} `)).toBe(true);
      }),
    );
  });
});

describe('the keys of marks', () => {
  it('put a tone on the last word, and take it off again', () => {
    expect(typeTone('giay khai sinh', '\u0301')).toBe('giay khai sính');
    expect(typeTone('sính', '\u0301')).toBe('sinh');
    expect(typeTone('cccd ', '\u0301')).toBe('cccd ');
  });

  it('put a marked letter in, the tone still at its place', () => {
    expect(typeLetter('t', 'ư')).toBe('tư');
    expect(typeLetter('hoá', 'n')).toBe('hoán');
  });
});
