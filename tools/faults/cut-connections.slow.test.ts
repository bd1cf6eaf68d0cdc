import { expect, it } from '@jest/globals';
import { resets } from './cut-connections.ts';
import { troubled } from './trouble.ts';

it('goes on by itself, and says so honestly meanwhile, when its connections to the database are reset', async () => {
  const { faults, figures } = await troubled('ci', resets, { kills: 0, seed: 'ci', say: () => {} });
  expect(faults).toEqual([]);
  expect(figures.find(({ id }) => id === 'ci-acknowledged')?.value).toBeGreaterThan(0);
}, 900_000);
