import { expect, it } from '@jest/globals';
import { repeatJob } from './repeat-job.ts';

it('goes on after an error, one round at a time, until it is stopped', async () => {
  let rounds = 0;
  let under = 0;
  const errors: unknown[] = [];
  await new Promise<void>((done) => {
    const job = repeatJob({
      everyMs: 0,
      async work() {
        under += 1;
        expect(under).toBe(1);
        rounds += 1;
        await Promise.resolve();
        under -= 1;
        if (rounds === 3) void job.stop().then(done);
        if (rounds === 2) throw new Error('once');
      },
      onError: (error) => errors.push(error),
    });
  });
  expect([rounds, errors.length]).toEqual([3, 1]);
});

it('does not wait when it is woken, also in the middle of a round', async () => {
  let rounds = 0;
  await new Promise<void>((done) => {
    const job = repeatJob({
      everyMs: 3_600_000,
      async work() {
        rounds += 1;
        if (rounds === 1) job.wake();
        if (rounds === 2) setImmediate(() => setImmediate(() => job.wake()));
        if (rounds === 3) void job.stop().then(done);
      },
      onError: () => {},
    });
  });
  expect(rounds).toBe(3);
});
