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
