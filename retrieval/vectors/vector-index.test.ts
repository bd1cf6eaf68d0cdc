import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { describeVectorIndex } from './vector-index.contract.ts';
import { flatVectorIndex } from './vector-index.ts';
import { readVectraIndex, vectraIndex, writeVectraIndex } from './vectra-index.ts';

const newFolder = async () => join(await mkdtemp(join(tmpdir(), 'vectra-')), 'index');

describeVectorIndex('flatVectorIndex', async (items) => flatVectorIndex(items));

describeVectorIndex('vectraIndex', async (items) => {
  const folder = await newFolder();
  await writeVectraIndex(folder, items);
  return vectraIndex(folder);
});

describe('readVectraIndex', () => {
  it('gives the stored vectors in the order of the ids, zeros for what is not stored', async () => {
    const folder = await newFolder();
    await writeVectraIndex(folder, [
      { id: 'a', vector: Float32Array.of(1, 0) },
      { id: 'b', vector: Float32Array.of(0, 0) },
    ]);
    const index = await readVectraIndex(folder, ['b', 'a']);
    expect([...index.scores(Float32Array.of(1, 0))]).toEqual([0, 1]);
  });
});
