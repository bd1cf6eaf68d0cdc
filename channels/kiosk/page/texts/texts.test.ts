import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const read = (name: string) => JSON.parse(readFileSync(join(import.meta.dirname, name), 'utf8')) as object;

const keysOf = (value: unknown, path = ''): string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => keysOf(inner, `${path}.${key}`))
    : [`${path} ${(String(value).match(/\{\w+\}/g) ?? []).sort().join(' ')}`];

const page = join(import.meta.dirname, '..');
const sources = readdirSync(page, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !/\.test\.ts$/.test(name) && !name.startsWith('test'))
  .map((name) => readFileSync(join(page, name), 'utf8'))
  .join('\n');

describe('the words of the kiosk', () => {
  it('stand in both languages, with the same places to fill', () => {
    expect(keysOf(read('en.json'))).toEqual(keysOf(read('vi.json')));
  });

  it('are all used', () => {
    const unused = Object.keys(read('vi.json')).filter((key) => !new RegExp(`\\b${key}\\b`).test(sources));
    expect(unused).toEqual([]);
  });

  it('call people politely, and themselves a machine', () => {
    const { who, stillThere } = read('vi.json') as Record<string, string>;
    expect(who).toMatch(/trợ lý tự động/);
    expect(stillThere).toMatch(/ạ\?$/);
  });
});
