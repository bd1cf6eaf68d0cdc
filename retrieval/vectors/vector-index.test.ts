import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { describeVectorIndex } from './vector-index.contract.ts';
import { flatVectorIndex } from './vector-index.ts';
import { readVectraIndex, vectraIndex, writeVectraIndex } from './vectra-index.ts';

const folders: string[] = [];
async function newFolder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'vectra-'));
  folders.push(made);
  return join(made, 'index');
}
afterAll(() => Promise.all(folders.map((made) => rm(made, { recursive: true }))));

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
