import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { findBuild, nameOfBuild, swapIn } from './build-folder.ts';

const folders: string[] = [];
async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'builds-'));
  folders.push(made);
  return made;
}
afterAll(() => Promise.all(folders.map((made) => rm(made, { recursive: true }))));
const write = (text: string) => (draft: string) => writeFile(join(draft, 'index'), text);

describe('nameOfBuild', () => {
  it('changes with the content and with where one part ends', () => {
    expect(nameOfBuild(['ab', 'c'])).not.toBe(nameOfBuild(['a', 'bc']));
    expect(nameOfBuild(['a'])).toBe(nameOfBuild(['a']));
  });
});

describe('swapIn', () => {
  it('is found by its name alone', async () => {
    const own = await folder();
    await swapIn(own, 'one', write('1'));
    expect(await findBuild(own, 'two')).toBeNull();
    expect(await readFile(join((await findBuild(own, 'one')) ?? '', 'index'), 'utf8')).toBe('1');
  });

  it('leaves the old build when the new one cannot be written', async () => {
    const own = await folder();
    await swapIn(own, 'one', write('1'));
    await expect(swapIn(own, 'two', () => Promise.reject(new Error('disk full')))).rejects.toThrow('disk full');
    expect(await findBuild(own, 'one')).not.toBeNull();
    expect((await readdir(own)).sort()).toEqual(['current', 'one']);
  });

  it('removes the build before', async () => {
    const own = await folder();
    await swapIn(own, 'one', write('1'));
    await swapIn(own, 'two', write('2'));
    expect((await readdir(own)).sort()).toEqual(['current', 'two']);
  });
});
