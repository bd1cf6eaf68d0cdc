import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { commitNow, sameProgram } from './this-code.ts';

describe('the state of the program', () => {
  let folder = '';
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@b', ...args], { cwd: folder });
  const commit = (file: string, text: string): string => {
    mkdirSync(join(folder, 'docs'), { recursive: true });
    writeFileSync(join(folder, file), text);
    git('add', '-A');
    git('commit', '-qm', file);
    return commitNow(folder);
  };
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'this-code-'));
    git('init', '-q');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is another one when the program changes, and the same when pages for readers and tests do', () => {
    const first = commit('main.ts', 'a');
    const pages = [commit('docs/a.md', 'a'), commit('README.md', 'a'), commit('main.test.ts', 'a')];
    const other = commit('main.ts', 'b');
    for (const page of pages) expect(sameProgram(first, page, folder)).toBe(true);
    expect(sameProgram(first, other, folder)).toBe(false);
  });

  it('is dirty when the program has changes in no commit, and then equals nothing', () => {
    writeFileSync(join(folder, 'README.md'), 'c');
    expect(commitNow(folder)).toMatch(/^[0-9a-f]{10}$/);
    writeFileSync(join(folder, 'main.ts'), 'c');
    const dirty = commitNow(folder);
    expect(dirty).toMatch(/^[0-9a-f]{10}-dirty$/);
    expect(sameProgram(dirty, dirty, folder)).toBe(false);
  });

  it('is unknown outside of a checkout', () => {
    expect(commitNow(tmpdir())).toBe('unknown');
    expect(sameProgram('unknown', 'unknown')).toBe(false);
  });
});
