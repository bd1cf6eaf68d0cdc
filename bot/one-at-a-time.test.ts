/** Turns of one conversation never run side by side. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { inTurn } from './one-at-a-time.ts';

describe('inTurn', () => {
  it('runs the tasks of one conversation in the order they came, one at a time', async () => {
    const run = inTurn();
    const seen: string[] = [];
    const task = (name: string, waits: number) => async () => {
      seen.push(`${name} begins`);
      for (let wait = 0; wait < waits; wait += 1) await Promise.resolve();
      seen.push(`${name} ends`);
      return name;
    };
    const all = await Promise.all([run('c', task('một', 9)), run('c', task('hai', 0)), run('c', task('ba', 4))]);
    expect(all).toEqual(['một', 'hai', 'ba']);
    expect(seen).toEqual(['một begins', 'một ends', 'hai begins', 'hai ends', 'ba begins', 'ba ends']);
  });

  it('lets another conversation run meanwhile', async () => {
    const run = inTurn();
    let open: () => void = () => {};
    const held = run(
      'a',
      () =>
        new Promise<void>((resolve) => {
          open = resolve;
        }),
    );
    await expect(run('b', async () => 'done')).resolves.toBe('done');
    open();
    await held;
  });

  it('goes on after a task that failed, whether it threw or rejected', async () => {
    const run = inTurn();
    const failing = run('c', async () => {
      throw new Error('broken');
    });
    const throwing = run('c', () => {
      throw new Error('broken at once');
    });
    const after = run('c', async () => 'fine');
    await expect(failing).rejects.toThrow('broken');
    await expect(throwing).rejects.toThrow('broken at once');
    await expect(after).resolves.toBe('fine');
  });

  it('never runs two of one key together, whatever comes when', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.nat(5), fc.boolean()), { maxLength: 30 }),
        async (tasks) => {
          const run = inTurn();
          const busy = new Set<string>();
          const order: Record<string, number[]> = {};
          const work = tasks.map(([key, waits, fails], index) =>
            run(key, async () => {
              expect(busy.has(key)).toBe(false);
              busy.add(key);
              for (let wait = 0; wait < waits; wait += 1) await Promise.resolve();
              busy.delete(key);
              order[key] = [...(order[key] ?? []), index];
              if (fails) throw new Error('broken');
            }).catch((error: Error) => expect(error.message).toBe('broken')),
          );
          await Promise.all(work);
          for (const list of Object.values(order)) expect(list).toEqual(list.toSorted((a, b) => a - b));
        },
      ),
    );
  });
});
