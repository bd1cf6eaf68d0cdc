/** Nearest vectors. One implementation in memory, one kept by vectra; both pass the same contract. */

export interface Neighbour {
  readonly id: string;
  /** Cosine, -1 to 1. */
  readonly score: number;
}

export interface StoredVector {
  readonly id: string;
  readonly vector: Float32Array;
}

export interface VectorIndex {
  readonly dimensions: number;
  readonly size: number;
  /**
   * The nearest, best first. A vector of zeros has no neighbours.
   *
   * @throws {RangeError} when the vector has other dimensions than the index.
   */
  nearest(vector: Float32Array, count: number): Promise<readonly Neighbour[]>;
}

/** In memory, exact, and also readable at once: `scores` gives the cosine of every item in order. */
export interface FlatVectorIndex extends VectorIndex {
  readonly ids: readonly string[];
  items(): StoredVector[];
  scores(vector: Float32Array): Float32Array;
}

/**
 * Vectors are scaled to length 1.
 *
 * @throws {RangeError} when a vector has other dimensions than the first, or holds what is no number.
 */
export function flatVectorIndex(items: readonly StoredVector[]): FlatVectorIndex {
  const dimensions = items[0]?.vector.length ?? 0;
  const memory = new Float32Array(items.length * dimensions);
  for (const [at, { id, vector }] of items.entries()) {
    checkVector(vector, dimensions, id);
    const norm = lengthOf(vector);
    for (let index = 0; index < dimensions; index += 1)
      memory[at * dimensions + index] = (vector[index] as number) / norm;
  }
  const scores = (vector: Float32Array) => {
    checkVector(vector, dimensions, 'the question');
    const norm = lengthOf(vector);
    const out = new Float32Array(items.length);
    for (let at = 0; at < out.length; at += 1) {
      let dot = 0;
      for (let index = 0; index < dimensions; index += 1)
        dot += (memory[at * dimensions + index] as number) * (vector[index] as number);
      out[at] = dot / norm;
    }
    return out;
  };
  const ids = items.map(({ id }) => id);
  return {
    dimensions,
    size: items.length,
    ids,
    scores,
    items: () => ids.map((id, at) => ({ id, vector: memory.slice(at * dimensions, (at + 1) * dimensions) })),
    async nearest(vector, count) {
      const all = scores(vector);
      if (vector.every((value) => value === 0)) return [];
      return ids
        .map((id, at) => ({ id, score: all[at] as number }))
        .sort((a, b) => b.score - a.score)
        .slice(0, count);
    },
  };
}

const lengthOf = (vector: Float32Array): number =>
  Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0)) || 1;

/** vectra takes any vector without a word; we do not. */
export function checkVector(vector: Float32Array, dimensions: number, of: string): void {
  if (vector.length !== dimensions)
    throw new RangeError(
      `The vector of ${of} has ${vector.length} dimensions, the index ${dimensions}: build the index again`,
    );
  if (vector.some((value) => !Number.isFinite(value)))
    throw new RangeError(`The vector of ${of} holds what is no number`);
}
