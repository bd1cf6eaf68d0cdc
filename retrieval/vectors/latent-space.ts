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
/** How much a word of a name counts beside one of the body. */
const nameShare = 1;

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
  const rows = index.facts.length;
  const starts = new Uint32Array(rows + 1);
  eachEntry(index, rowOf, (document) => {
    starts[document + 1] = (starts[document + 1] as number) + 1;
  });
  for (let row = 0; row < rows; row += 1) starts[row + 1] = (starts[row + 1] as number) + (starts[row] as number);
  const next = starts.slice();
  const column = new Uint32Array(starts[rows] as number);
  const value = new Float32Array(column.length);
  eachEntry(index, rowOf, (document, term, amount) => {
    const at = next[document] as number;
    next[document] = at + 1;
    column[at] = rowOf[term] as number;
    value[at] = amount * (Math.log(rows / (index.documentCounts[term] ?? 1)) + 0.1);
  });
  for (let row = 0; row < rows; row += 1) {
    const own = value.subarray(starts[row], starts[row + 1]);
    own.set(unit(own));
  }
  return { rows, columns, starts, column, value };
}

/** Every word of every body once a document, and every word of every name; a word of both comes twice and counts twice. */
function eachEntry(
  { bodies, names }: LexicalIndex,
  rowOf: Int32Array,
  entry: (document: number, term: number, amount: number) => void,
): void {
  const { starts, places, counts } = bodies.terms;
  for (const [term, column] of rowOf.entries()) {
    if (column < 0) continue;
    let count = 0;
    for (let at = starts[term] ?? 0; at < (starts[term + 1] ?? 0); at += 1) {
      const document = Math.floor((places[at] as number) / sections.length);
      count += counts[at] as number;
      const last =
        at + 1 >= (starts[term + 1] ?? 0) || Math.floor((places[at + 1] as number) / sections.length) !== document;
      if (!last) continue;
      entry(document, term, 1 + Math.log(count));
      count = 0;
    }
  }
  for (const [name, document] of names.documents.entries()) {
    for (let at = names.starts[name] as number; at < (names.starts[name + 1] as number); at += 1) {
      const term = names.terms[at] as number;
      if ((rowOf[term] as number) >= 0) entry(document, term, nameShare * (names.weights[at] as number));
    }
  }
}

/** Where weighted terms lie in the space: a vector of length 1, or of zeros when the space knows none of them. */
export function placeOf(space: LatentSpace, terms: Iterable<readonly [term: number, weight: number]>): Float32Array {
  const place = new Float32Array(space.dimensions);
  for (const [term, weight] of terms) {
    const row = space.rowOf[term] ?? -1;
    if (row < 0) continue;
    for (let at = 0; at < space.dimensions; at += 1)
      place[at] = (place[at] as number) + weight * (space.directions[row * space.dimensions + at] as number);
  }
  return unit(place);
}

/** Scaled to length 1; zeros stay zeros. */
export function unit(vector: Float32Array): Float32Array {
  let norm = 0;
  for (const value of vector) norm += value * value;
  return norm > 0 ? vector.map((value) => value / Math.sqrt(norm)) : vector;
}
