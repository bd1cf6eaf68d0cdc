/** A sample of `npm run fuzz`, and that no parser is left out. */
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fuzzOne } from './fuzz-one.ts';
import { isSteep, measureGrowth } from './measure-growth.ts';
import { notOutside } from './not-outside.ts';
import { parser } from './parser.ts';
import { parsers } from './parsers.ts';

const root = join(import.meta.dirname, '..', '..');

describe('parsers that face the outside', () => {
  it('are all tried, or it is said why not', () => {
    const files = globSync('{channels,knowledge,bot,serve}/**/{read,parse,judge,load}-*.ts', { cwd: root }).filter(
      (file) => !/\.test\.ts$|\/page\/|\/simulator\//.test(file),
    );
    const known = new Set([...parsers.flatMap(({ covers }) => covers), ...Object.keys(notOutside)]);
    expect(files.length).toBeGreaterThan(30);
    expect(files.filter((file) => !known.has(file))).toEqual([]);
  });

  it.each(parsers.map((one) => [one.name, one] as const))('take or refuse whatever comes: %s', async (_name, one) => {
    const { find, cases } = await fuzzOne(one, { runs: 40, seed: 20_261_122 });
    expect(find).toBeNull();
    expect(cases).toBeGreaterThan(0);
  });

  it('would be seen to take more and more time, before it hangs', () => {
    const doubling = (given: string) => /^(?:(?:a|a) )*$/.test(given);
    const [found] = measureGrowth({ doubling, bearable: (given) => given.split(' ') });
    expect(found).toMatchObject({ name: 'doubling', of: '"a "' });
    expect(found && isSteep(found)).toBe(true);
    expect(found?.signs).toBeLessThan(100);
  });

  it('would be seen to throw, and to write into every object', async () => {
    const throws = parser({ name: 'x', covers: [], inputs: fc.string(), read: () => JSON.parse('{') });
    expect((await fuzzOne(throws, { runs: 5, seed: 1 })).find).toMatch(/SyntaxError/);
    const declared = { ...throws, refusals: ['SyntaxError'] };
    expect((await fuzzOne(declared, { runs: 5, seed: 1 })).find).toBeNull();
    const pollutes = parser({
      ...{ name: 'y', covers: [], inputs: fc.string() },
      read: () => Object.defineProperty(Object.prototype, 'polluted', { value: 1, configurable: true }),
    });
    expect((await fuzzOne(pollutes, { runs: 5, seed: 1 })).find).toMatch(/Object.prototype/);
  });
});
