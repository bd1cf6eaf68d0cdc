/** Where one sound stands in another, and how like it is: by the coefficient of correlation, 1 the same. */

export interface Found {
  /** −1 to 1; a part that is missing counts against it. */
  readonly likeness: number;
  /** Samples from the beginning. */
  readonly at: number;
}

const frame = 80;
const mostCandidates = 4;

/** Looks for its rise and fall first, then for its samples around the likest places. */
export function findSound(wanted: Int16Array, within: Int16Array): Found {
  const shape = envelopeOf(wanted);
  const shapes = envelopeOf(within);
  const places: Found[] = [];
  for (let at = 0; at + shape.length <= shapes.length + frame; at += 1)
    places.push({ likeness: likenessOf(shape, shapes.subarray(at, at + shape.length)), at: at * frame });
  let best: Found = { likeness: 0, at: 0 };
  for (const { at } of likest(places))
    for (let near = Math.max(0, at - frame); near <= at + frame; near += 1) {
      const likeness = likenessOf(wanted, within.subarray(near, near + wanted.length));
      if (likeness > best.likeness) best = { likeness, at: near };
    }
  return best;
}

/** The best of each neighbourhood. */
function likest(places: readonly Found[]): Found[] {
  const chosen: Found[] = [];
  for (const place of places.toSorted((a, b) => b.likeness - a.likeness)) {
    if (chosen.every(({ at }) => Math.abs(at - place.at) > 2 * frame)) chosen.push(place);
    if (chosen.length === mostCandidates) break;
  }
  return chosen;
}

/** Mean loudness of every 10 ms. */
function envelopeOf(sound: Int16Array): Float64Array {
  const envelope = new Float64Array(Math.ceil(sound.length / frame));
  for (let at = 0; at < sound.length; at += 1) {
    const place = Math.floor(at / frame);
    envelope[place] = (envelope[place] ?? 0) + Math.abs(sound[at] ?? 0) / frame;
  }
  return envelope;
}

/** Of two sounds; what the second is too short is taken for silence. */
export function likenessOf(a: Int16Array | Float64Array, b: Int16Array | Float64Array): number {
  let product = 0;
  let squareA = 0;
  let squareB = 0;
  for (let at = 0; at < a.length; at += 1) {
    const x = a[at] ?? 0;
    const y = b[at] ?? 0;
    product += x * y;
    squareA += x * x;
    squareB += y * y;
  }
  return squareA === 0 || squareB === 0 ? 0 : product / Math.sqrt(squareA * squareB);
}
