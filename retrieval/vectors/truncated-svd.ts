/** The strongest directions of a sparse matrix (randomised subspace iteration). Deterministic: the same input gives the same output. */
import { type DenseMatrix, dense, orthonormalise, type SparseMatrix, times, transposeTimes } from './sparse-matrix.ts';

const rounds = 3;
const spare = 12;

/** `width` right singular directions, `columns × width`; fewer when the matrix has no more. */
export function rightDirections(matrix: SparseMatrix, width: number): DenseMatrix {
  const wide = Math.min(width + spare, matrix.rows, matrix.columns);
  let basis = randomStart(matrix.columns, wide);
  for (let round = 0; round < rounds; round += 1) {
    const left = times(matrix, basis);
    orthonormalise(left);
    basis = transposeTimes(matrix, left);
    orthonormalise(basis);
  }
  return strongest(matrix, basis, Math.min(width, wide));
}

/** A fixed pseudo-random start (mulberry32). */
function randomStart(rows: number, width: number): DenseMatrix {
  const start = dense(rows, width);
  let state = 20_260_701;
  for (let at = 0; at < start.values.length; at += 1) {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    start.values[at] = ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 31 - 1;
  }
  return start;
}

/** Turns the basis so that its first columns are the strongest, and keeps those. */
function strongest(matrix: SparseMatrix, basis: DenseMatrix, width: number): DenseMatrix {
  const image = times(matrix, basis);
  const size = basis.width;
  const gram = Float64Array.from({ length: size * size }, () => 0);
  for (let row = 0; row < image.rows; row += 1) {
    for (let one = 0; one < size; one += 1) {
      const left = image.values[row * size + one] as number;
      for (let other = 0; other < size; other += 1)
        gram[one * size + other] =
          (gram[one * size + other] as number) + left * (image.values[row * size + other] as number);
    }
  }
  const { values, vectors } = symmetricEigen(gram, size);
  const order = [...values.keys()].sort((a, b) => (values[b] as number) - (values[a] as number)).slice(0, width);
  const out = dense(basis.rows, width);
  for (let row = 0; row < basis.rows; row += 1) {
    for (const [to, from] of order.entries()) {
      let sum = 0;
      for (let at = 0; at < size; at += 1)
        sum += (basis.values[row * size + at] as number) * (vectors[at * size + from] as number);
      out.values[row * width + to] = sum;
    }
  }
  return out;
}

/** Eigenvalues and eigenvectors (columns) of a symmetric matrix by cyclic Jacobi rotations. */
function symmetricEigen(matrix: Float64Array, size: number): { values: Float64Array; vectors: Float64Array } {
  const a = matrix.slice();
  const vectors = new Float64Array(size * size);
  for (let at = 0; at < size; at += 1) vectors[at * size + at] = 1;
  for (let sweep = 0; sweep < 12; sweep += 1) {
    let off = 0;
    for (let p = 0; p < size; p += 1) for (let q = p + 1; q < size; q += 1) off += (a[p * size + q] as number) ** 2;
    if (off < 1e-14) break;
    for (let p = 0; p < size; p += 1) for (let q = p + 1; q < size; q += 1) rotate(a, vectors, size, p, q);
  }
  return { values: Float64Array.from({ length: size }, (_none, at) => a[at * size + at] as number), vectors };
}

function rotate(a: Float64Array, vectors: Float64Array, size: number, p: number, q: number): void {
  const apq = a[p * size + q] as number;
  if (Math.abs(apq) < 1e-12) return;
  const theta = ((a[q * size + q] as number) - (a[p * size + p] as number)) / (2 * apq);
  const t = Math.sign(theta || 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  const turn = (values: Float64Array, one: number, other: number) => {
    const [x, y] = [values[one] as number, values[other] as number];
    values[one] = c * x - s * y;
    values[other] = s * x + c * y;
  };
  for (let at = 0; at < size; at += 1) turn(a, at * size + p, at * size + q);
  for (let at = 0; at < size; at += 1) turn(a, p * size + at, q * size + at);
  for (let at = 0; at < size; at += 1) turn(vectors, at * size + p, at * size + q);
}
