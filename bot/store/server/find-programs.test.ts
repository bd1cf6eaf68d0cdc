import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { copyPrograms, findPrograms } from './find-programs.ts';
import { canReach } from './server-user.ts';

const somebody = { uid: 54_321, gid: 54_321 };

describe('the programs of PostgreSQL', () => {
  let folder: string;
  let native: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'hoi-mot-cua-programs-'));
    native = join(folder, 'native');
    mkdirSync(join(native, 'bin'), { recursive: true });
    writeFileSync(join(native, 'bin', 'postgres'), 'program');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('are found where npm put them', async () => {
    expect(await findPrograms({})).toMatchObject({ postgres: expect.stringMatching(/native.bin.postgres/), major: 18 });
  });

  it('cannot be reached by another user below a closed folder, and can below open ones', () => {
    chmodSync(folder, 0o700);
    expect(canReach(join(native, 'bin', 'postgres'), somebody)).toBe(false);
    expect(canReach(join(native, 'bin', 'postgres'), {})).toBe(true);
    chmodSync(folder, 0o711);
    expect(canReach(join(native, 'bin', 'postgres'), somebody)).toBe(true);
  });

  it('are copied whole, once, also when two starts copy at the same time', async () => {
    const into = join(folder, 'copies');
    const copies = await Promise.all([1, 2].map(() => copyPrograms(native, '18.4.0', into)));
    expect(new Set(copies).size).toBe(1);
    expect(readFileSync(join(into, 'postgres-18.4.0', 'bin', 'postgres'), 'utf8')).toBe('program');
    expect(readdirSync(into)).toEqual(['postgres-18.4.0']);
  });

  it('say what to do when they cannot be copied', async () => {
    writeFileSync(join(folder, 'file'), '');
    await expect(copyPrograms(native, '18.4.0', join(folder, 'file'))).rejects.toThrow(
      /closed to others.*Move the project/,
    );
  });
});
