/** A few of what `npm run faults` does hundreds of times. */
import { expect, it } from '@jest/globals';
import { killProgram } from './kill-program.ts';

it('loses and doubles nothing that was acknowledged on the web, on Zalo and by telephone when it is killed twice', async () => {
  const { faults, figures } = await killProgram.run({ kills: 2, seed: 'ci', say: () => {} });
  expect(faults).toEqual([]);
  expect(figures.find(({ id }) => id === 'kills-acknowledged')?.value).toBeGreaterThan(0);
}, 900_000);
