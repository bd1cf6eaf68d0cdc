/** Lists of places by term, in compressed-row form: the places of row r are `places[starts[r] .. starts[r + 1])`. */
export interface Postings {
  readonly starts: Uint32Array;
  readonly places: Uint32Array;
  /** How often in that place, at most 255. */
  readonly counts: Uint8Array;
}

/** Sorts parallel (row, place, count) lists by row; the order within a row stays. */
export function postingsOf(rows: number, row: Uint32Array, place: Uint32Array, count: Uint32Array): Postings {
  const starts = new Uint32Array(rows + 1);
  for (const at of row) starts[at + 1] = (starts[at + 1] ?? 0) + 1;
  for (let at = 0; at < rows; at += 1) starts[at + 1] = (starts[at + 1] ?? 0) + (starts[at] ?? 0);
  const next = starts.slice();
  const places = new Uint32Array(row.length);
  const counts = new Uint8Array(row.length);
  for (let at = 0; at < row.length; at += 1) {
    const to = next[row[at] as number] as number;
    next[row[at] as number] = to + 1;
    places[to] = place[at] as number;
    counts[to] = Math.min(255, count[at] as number);
  }
  return { starts, places, counts };
}

/** Position of `key` in sorted `keys`, -1 when it is not there. */
export function positionOf(keys: Uint32Array, key: number): number {
  let low = 0;
  let high = keys.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = keys[middle] as number;
    if (found === key) return middle;
    if (found < key) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
