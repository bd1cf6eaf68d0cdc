/** A sparse matrix in compressed-row form, with the two products that a truncated SVD needs. */
export interface SparseMatrix {
  readonly rows: number;
  readonly columns: number;
  readonly starts: Uint32Array;
  readonly column: Uint32Array;
  readonly value: Float32Array;
}

/** Dense, row by row: `rows × width`. */
export interface DenseMatrix {
  readonly rows: number;
  readonly width: number;
  readonly values: Float32Array;
}

export const dense = (rows: number, width: number): DenseMatrix => ({
  rows,
  width,
  values: new Float32Array(rows * width),
});

/** `matrix · right`. */
export function times({ rows, starts, column, value }: SparseMatrix, right: DenseMatrix): DenseMatrix {
  const { width } = right;
  const out = dense(rows, width);
  for (let row = 0; row < rows; row += 1) {
    for (let at = starts[row] as number; at < (starts[row + 1] as number); at += 1) {
      addScaled(out.values, row * width, right.values, (column[at] as number) * width, width, value[at] as number);
    }
  }
  return out;
}

/** `matrixᵀ · right`. */
export function transposeTimes(
  { rows, columns, starts, column, value }: SparseMatrix,
  right: DenseMatrix,
): DenseMatrix {
  const { width } = right;
  const out = dense(columns, width);
  for (let row = 0; row < rows; row += 1) {
    for (let at = starts[row] as number; at < (starts[row + 1] as number); at += 1) {
      addScaled(out.values, (column[at] as number) * width, right.values, row * width, width, value[at] as number);
    }
  }
  return out;
}

function addScaled(
  to: Float32Array,
  toAt: number,
  from: Float32Array,
  fromAt: number,
  width: number,
  factor: number,
): void {
  for (let index = 0; index < width; index += 1) {
    to[toAt + index] = (to[toAt + index] as number) + (from[fromAt + index] as number) * factor;
  }
}

/** Makes the columns orthonormal, in place (modified Gram-Schmidt on the transpose for speed). */
export function orthonormalise({ rows, width, values }: DenseMatrix): void {
  const columns = Array.from({ length: width }, (_none, index) =>
    Float64Array.from({ length: rows }, (_zero, row) => values[row * width + index] as number),
  );
  for (const [index, one] of columns.entries()) {
    for (let before = 0; before < index; before += 1) {
      const other = columns[before] as Float64Array;
      let dot = 0;
      for (let row = 0; row < rows; row += 1) dot += (one[row] as number) * (other[row] as number);
      for (let row = 0; row < rows; row += 1) one[row] = (one[row] as number) - dot * (other[row] as number);
    }
    let norm = 0;
    for (const value of one) norm += value * value;
    const scale = norm > 1e-18 ? 1 / Math.sqrt(norm) : 0;
    for (let row = 0; row < rows; row += 1) values[row * width + index] = one[row] = (one[row] as number) * scale;
  }
}
