import { describe, expect, it } from '@jest/globals';
import type { KeptRun } from './kept-run.ts';
import { chosenOf, measureAll } from './measure-all.ts';
import type { Source } from './sources.ts';
import { longSource, testRun, testSource } from './test-sources.ts';

const source = (id: string): Source => ({ ...testSource, id });

/** Runs the three on a commit, with what was kept before. */
async function session(before: readonly KeptRun[], { again = false, exitCode = 0, commit = 'aaaaaaaaaa' } = {}) {
  const kept = new Map(before.map((run) => [run.id, run]));
  const [started, told]: [string[], string[]] = [[], []];
  await measureAll([source('answer'), source('clarify'), source('multi')], {
    commit,
    again,
    kept: (id) => kept.get(id) ?? null,
    keep: (run) => void kept.set(run.id, run),
    start: async ({ id }) => {
      started.push(id);
      return testRun({ id, exitCode, commit });
    },
    sameProgram: (one, other) => one === other && !one.endsWith('-dirty'),
    tell: (text) => void told.push(text),
  });
  return { started, told, kept: [...kept.keys()] };
}

describe('a long session', () => {
  it('runs one after another and keeps each at once', async () => {
    const { started, kept } = await session([]);
    expect(started).toEqual(['answer', 'clarify', 'multi']);
    expect(kept).toEqual(started);
  });

  it('goes on where it was cut: what was measured on this program is not measured again', async () => {
    const { started, told } = await session([testRun({ id: 'answer' }), testRun({ id: 'clarify', exitCode: 1 })]);
    expect(started).toEqual(['multi']);
    expect(told[0]).toContain('answer: measured already');
  });

  it('measures again what is of another program, what broke, and everything when told to', async () => {
    const other = testRun({ id: 'answer', commit: 'bbbbbbbbbb' });
    const broke = testRun({ id: 'clarify', exitCode: 128 });
    expect((await session([other, broke, testRun({ id: 'multi' })])).started).toEqual(['answer', 'clarify']);
    expect((await session([testRun({ id: 'answer' })], { again: true })).started).toHaveLength(3);
  });

  it('goes on to the next when one breaks, so that nobody has to watch', async () => {
    expect((await session([], { exitCode: 128 })).started).toHaveLength(3);
  });

  it('says that results with changes in no commit cannot be gone on with', async () => {
    const dirty = 'aaaaaaaaaa-dirty';
    const { told, started } = await session([testRun({ id: 'answer', commit: dirty })], { commit: dirty });
    expect(told[0]).toContain('in no commit');
    expect(started).toHaveLength(3);
  });

  it('starts what was named, and never what has a command of its own', () => {
    const all = [source('answer'), source('clarify'), longSource];
    expect(chosenOf(all, { only: [], skip: ['clarify'] }).map(({ id }) => id)).toEqual(['answer']);
    expect(chosenOf(all, { only: ['clarify', 'load'], skip: [] }).map(({ id }) => id)).toEqual(['clarify']);
  });
});
