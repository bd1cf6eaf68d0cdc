/** Imports as processes of their own: two at once, and one that is killed in the middle. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { recordFolder } from '../records/find-records.ts';
import { testFolder, testRecord, writeLines } from './test-record.ts';
import { currentVersion, readVersion } from './version-store.ts';

const root = join(import.meta.dirname, '..', '..');

describe('knowledge import, as a process', () => {
  let data = '';
  let folder = '';
  beforeEach(() => {
    data = testFolder();
    folder = join(data, 'imported');
  });
  afterEach(() => rmSync(data, { recursive: true, force: true }));

  const start = (...args: readonly string[]): ChildProcess =>
    spawn(process.execPath, ['knowledge/cli.ts', 'import', ...args], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, DATA_FOLDER: data, NODE_OPTIONS: '' },
    });
  const finished = (child: ChildProcess) =>
    new Promise<{ readonly exit: number | null; readonly said: string }>((resolve) => {
      let said = '';
      child.stdout?.setEncoding('utf8').on('data', (text: string) => {
        said += text;
      });
      child.stderr?.resume();
      child.once('close', (exit) => resolve({ exit, said }));
    });
  const many = (name: string, first: number) =>
    writeLines(
      join(data, name),
      Array.from({ length: 400 }, (_, index) => testRecord({ id: `1.${first + index}`, url: null })),
    );

  it('lets two at once both in, one after the other', async () => {
    const files = [many('a.jsonl', 100_000), many('b.jsonl', 200_000), many('c.jsonl', 300_000)];
    const ends = await Promise.all(files.map((file) => finished(start(file))));
    expect(ends.map(({ exit }) => exit)).toEqual([0, 0, 0]);
    expect(currentVersion(folder)).toBe(3);
    expect(readVersion(folder, 3).drafts.size).toBe(1200);
  }, 120_000);

  it('ends with 1 and says how many, when something was refused', async () => {
    const file = writeLines(join(data, 'a.jsonl'), [testRecord(), '{']);
    const { exit, said } = await finished(start(file));
    expect(exit).toBe(1);
    expect(said).toContain('REFUSED a.jsonl:2');
    expect(said).toContain('1 new, 0 changed, 0 unchanged, 1 refused');
  }, 60_000);

  const national = join(recordFolder, 'national_2026.jsonl');
  (existsSync(national) ? it : it.skip)(
    'serves what it served before when it is killed, whenever that is',
    async () => {
      await finished(start(writeLines(join(data, 'a.jsonl'), [testRecord()])));
      let cut = 0;
      for (let round = 0; round < 4; round += 1) {
        const child = start(national);
        const end = finished(child);
        await draftAppears(folder, child);
        // It has begun to write: of 40 MB some part lies on the disk.
        child.kill('SIGKILL');
        await end;
        const version = currentVersion(folder);
        const { drafts } = readVersion(folder, version);
        expect([1, 2626]).toContain(drafts.size);
        if (drafts.size === 1) cut += 1;
        else break;
      }
      expect(cut).toBeGreaterThan(0);
      expect((await finished(start(national))).exit).toBe(0);
      expect(readVersion(folder, currentVersion(folder)).drafts.size).toBe(2626);
    },
    240_000,
  );
});

/** Resolves when the import begins to write, or has ended. */
async function draftAppears(folder: string, child: ChildProcess): Promise<void> {
  while (child.exitCode === null && !readdirSync(folder).some((name) => name.includes(`.${child.pid}.`)))
    await new Promise((resolve) => setImmediate(resolve));
}
