import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const root = join(import.meta.dirname, '..');
const pages = ['ARCHITECTURE.md', 'docs/invariants.md'];
const folders = 'bot|channels|evaluations|knowledge|retrieval|serve|tools|docs|deploy';
const named = (page: string) =>
  [...readFileSync(join(root, page), 'utf8').matchAll(/`([\w./-]+)`/g)]
    .map(([, path = '']) => path)
    .filter((path) => new RegExp(`^(?:(?:${folders})/[\\w./-]*|[\\w-]+\\.test\\.ts)$`).test(path));

describe.each(pages)('%s', (page) => {
  it('names only files that are there', () => {
    const missing = named(page).filter((path) => !existsSync(join(root, path)));
    expect(named(page).length).toBeGreaterThan(20);
    expect(missing).toEqual([]);
  });
});
