import { expect, it } from '@jest/globals';
import { asking, withLyingSource } from './ask-lying-source.ts';

it('tells nobody of another’s case, of a state that never was, or of one gone back, whatever the source does', async () => {
  const { faults } = await withLyingSource((scene) => asking(scene, { kills: 0, seed: 'ci', say: () => {} }, 20));
  expect(faults).toEqual([]);
}, 900_000);
