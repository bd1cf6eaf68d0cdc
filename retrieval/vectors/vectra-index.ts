/** Vectors kept by vectra: written once into a new folder, then only read. vectra's own BM25 is never used. */
import type { FileStorage } from 'vectra/browser';
import { atomicStorage } from './atomic-storage.ts';
import {
  checkVector,
  type FlatVectorIndex,
  flatVectorIndex,
  type StoredVector,
  type VectorIndex,
} from './vector-index.ts';

/** Imported when used: vectra alone costs 90 MB of memory. */
const openLocalIndex = async (folder: string) => {
  const { LocalIndex } = await import('vectra/browser');
  return new LocalIndex(folder, undefined, atomicStorage as FileStorage);
};

/** Writes all vectors in one batch. `folder` must be new; the caller swaps it in. */
export async function writeVectraIndex(folder: string, items: readonly StoredVector[]): Promise<void> {
  const { vector: first } = items[0] ?? { vector: new Float32Array() };
  for (const { id, vector } of items) checkVector(vector, first.length, id);
  const index = await openLocalIndex(folder);
  await index.createIndex({ version: 1 });
  // A vector of zeros scores NaN in vectra and ranks first: it stays out.
  const usable = items.filter(({ vector }) => vector.some((value) => value !== 0));
  await index.batchInsertItems(
    usable.map(({ id, vector }) => ({
      id,
      vector: Array.from(vector, (value) => Math.round(value * 1e5) / 1e5),
      metadata: { id },
    })),
  );
}

/** The stored vectors, in the order of `ids`; zeros for an id that has none. For an index that answers at once. */
export async function readVectraIndex(folder: string, ids: readonly string[]): Promise<FlatVectorIndex> {
  const items = await (await openLocalIndex(folder)).listItems();
  const vectors = new Map(items.map(({ id, vector }) => [id, Float32Array.from(vector)]));
  const dimensions = items[0]?.vector.length ?? 0;
  return flatVectorIndex(ids.map((id) => ({ id, vector: vectors.get(id) ?? new Float32Array(dimensions) })));
}

/** Answers from vectra itself. */
export async function vectraIndex(folder: string): Promise<VectorIndex> {
  const index = await openLocalIndex(folder);
  const items = await index.listItems();
  const dimensions = items[0]?.vector.length ?? 0;
  return {
    dimensions,
    size: items.length,
    async nearest(vector, count) {
      checkVector(vector, dimensions, 'the question');
      if (vector.every((value) => value === 0)) return [];
      const found = await index.queryItems(Array.from(vector), '', count);
      return found.map(({ item, score }) => ({ id: item.id, score }));
    },
  };
}
