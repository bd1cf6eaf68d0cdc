/** A space of meaning learnt from the corpus itself (LSA): no download, built with the index and kept with it. */
import { sections } from '../documents/search-document.ts';
import type { LexicalIndex } from '../lexical/lexical-index.ts';
import type { SparseMatrix } from './sparse-matrix.ts';
import { rightDirections } from './truncated-svd.ts';

export interface LatentSpace {
  readonly dimensions: number;
  /** Row of a term in `directions`, -1 for a term that is too rare or too common. */
  readonly rowOf: Int32Array;
  /** `rows × dimensions`. */
  readonly directions: Float32Array;
}

const mostDimensions = 128;
const nameShare = 3;

/** Learns the space; about three seconds for 2,832 procedures. */
export function learnLatentSpace(index: LexicalIndex): LatentSpace {
  const size = index.facts.length;
  const rowOf = new Int32Array(index.documentCounts.length).fill(-1);
  let rows = 0;
  for (const [term, count] of index.documentCounts.entries()) {
    if (count >= 2 && count <= Math.max(2, size * 0.5)) rowOf[term] = rows++;
  }
  const directions = rightDirections(matrixOf(index, rowOf, rows), mostDimensions);
  return { dimensions: directions.width, rowOf, directions: directions.values };
}

/** Documents by terms: damped counts of bodies and, more so, of names, times rarity; every row of length 1. */
function matrixOf(index: LexicalIndex, rowOf: Int32Array, columns: number): SparseMatrix {
  const counts = Array.from({ length: index.facts.length }, () => new Map<number, number>());
  const add = (document: number, term: number, amount: number) => {
    const column = rowOf[term] as number;
    const row = counts[document];
    if (column >= 0 && row) row.set(column, (row.get(column) ?? 0) + amount);
  };
  const idf = new Float32Array(columns);
  for (const [term, column] of rowOf.entries()) {
    if (column < 0) continue;
    idf[column] = Math.log(index.facts.length / (index.documentCounts[term] ?? 1)) + 0.1;
    const { starts, places, counts: often } = index.bodies.terms;
    for (let at = starts[term] ?? 0; at < (starts[term + 1] ?? 0); at += 1) {
      add(Math.floor((places[at] as number) / sections.length), term, often[at] as number);
    }
  }
  for (const [name, document] of index.names.documents.entries()) {
    for (let at = index.names.starts[name] as number; at < (index.names.starts[name + 1] as number); at += 1) {
      add(document, index.names.terms[at] as number, nameShare);
    }
  }
  return rowsOf(counts, idf, columns);
}

function rowsOf(counts: readonly Map<number, number>[], idf: Float32Array, columns: number): SparseMatrix {
  const starts = new Uint32Array(counts.length + 1);
  for (const [row, one] of counts.entries()) starts[row + 1] = (starts[row] as number) + one.size;
  const column = new Uint32Array(starts[counts.length] as number);
  const value = new Float32Array(column.length);
  for (const [row, one] of counts.entries()) {
    let at = starts[row] as number;
    let norm = 0;
    for (const [key, count] of one) {
      column[at] = key;
      value[at] = (1 + Math.log(count)) * (idf[key] as number);
      norm += (value[at] as number) ** 2;
      at += 1;
    }
    const scale = 1 / (Math.sqrt(norm) || 1);
    for (let back = starts[row] as number; back < at; back += 1) value[back] = (value[back] as number) * scale;
    one.clear();
  }
  return { rows: counts.length, columns, starts, column, value };
}

/** Where weighted terms lie in the space: a vector of length 1, or of zeros when the space knows none of them. */
export function placeOf(space: LatentSpace, terms: Iterable<readonly [term: number, weight: number]>): Float32Array {
  const place = new Float32Array(space.dimensions);
  for (const [term, weight] of terms) {
    const row = space.rowOf[term] ?? -1;
    if (row < 0) continue;
    for (let at = 0; at < space.dimensions; at += 1) place[at] = (place[at] as number) + weight * (space.directions[row * space.dimensions + at] as number);
  }
  return unit(place);
}

/** Scaled to length 1; zeros stay zeros. */
export function unit(vector: Float32Array): Float32Array {
  let norm = 0;
  for (const value of vector) norm += value * value;
  return norm > 0 ? vector.map((value) => value / Math.sqrt(norm)) : vector;
}
