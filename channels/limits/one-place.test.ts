import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { allLimits } from './all-limits.ts';

const root = join(import.meta.dirname, '..', '..');
const sources = globSync('{channels,serve}/**/*.ts', { cwd: root })
  .filter((file) => !/\.test\.ts$|\/test-|\/limits\//.test(file))
  .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));

describe('limits', () => {
  it.each(Object.keys(allLimits))('%s is used by a door', (name) => {
    expect(sources.filter(({ text }) => text.includes(`'${name}'`)).map(({ file }) => file)).not.toEqual([]);
  });

  it('stand in the table alone: no door counts by itself', () => {
    const own = sources.filter(({ text }) => /perMinute\(|RateLimiter/.test(text)).map(({ file }) => file);
    expect(own).toEqual([]);
  });
});
