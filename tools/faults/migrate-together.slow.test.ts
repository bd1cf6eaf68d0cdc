import { expect, it } from '@jest/globals';
import { migrating } from './migrate-together.ts';
import { withDatabase } from './with-database.ts';

it('comes to one whole schema when two copies bring it up to date at once, also when one of them is killed', async () => {
  const { faults } = await withDatabase(({ direct }) => migrating(direct, { kills: 0, seed: 'ci', say: () => {} }, 1));
  expect(faults).toEqual([]);
}, 900_000);
