import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { clockOf, dayOf, fill, languageOf, textsOf } from './texts.ts';

const read = (name: string) => JSON.parse(readFileSync(join(import.meta.dirname, name), 'utf8')) as object;

/** Every key with the places it leaves open: `checklistDone {all} {done}`. */
const keysOf = (value: unknown, path = ''): string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => keysOf(inner, `${path}.${key}`))
    : [`${path} ${(String(value).match(/\{\w+\}/g) ?? []).sort().join(' ')}`];

describe('the texts of the page', () => {
  it('have every key in both languages, with the same places to fill', () => {
    expect(keysOf(read('en.json')).sort()).toEqual(keysOf(read('vi.json')).sort());
  });

  it('are never empty', () => {
    const walk = (value: unknown): string[] =>
      typeof value === 'string' ? [value] : Object.values(value as object).flatMap(walk);
    for (const text of [...walk(read('vi.json')), ...walk(read('en.json'))]) expect(text.trim()).not.toBe('');
  });

  it('are Vietnamese unless English is asked for', () => {
    expect(textsOf('vi').send).toBe('Hỏi');
    expect(textsOf('en').send).toBe('Ask');
  });
});

describe('fill', () => {
  it('puts values in and leaves what it does not know', () => {
    expect(fill('Đã có {done} trong {all}, {other}', { done: 1, all: 3 })).toBe('Đã có 1 trong 3, {other}');
  });
});

describe('times and days', () => {
  it('are those of Vietnam wherever the reader is', () => {
    expect(clockOf(new Date('2026-11-21T17:30:00Z'), 'vi')).toBe('00:30');
    expect(clockOf(new Date('2026-11-21T02:41:00Z'), 'en')).toBe('09:41');
  });

  it('are written day first', () => {
    expect(dayOf('2026-11-21')).toBe('21/11/2026');
    expect(dayOf('không rõ')).toBe('không rõ');
  });
});

describe('languageOf', () => {
  it('knows Vietnamese by its marks, and English that quotes a Vietnamese word', () => {
    expect(languageOf('Đăng ký khai sinh cho trẻ')).toBe('vi');
    expect(languageOf('Processing time')).toBe('en');
    expect(languageOf('To reach a person, write «gặp cán bộ» (talk to an officer). This conversation is kept.')).toBe(
      'en',
    );
  });
});
