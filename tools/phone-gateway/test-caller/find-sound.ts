/** Where one sound stands in another, and how like it is: by the coefficient of correlation, 1 the same. */

export interface Found {
  /** −1 to 1. */
  readonly likeness: number;
  /** Samples from the beginning. */
  readonly at: number;
}

/** Long enough to be one place alone, short enough to be looked for everywhere. */
const probeSamples = 400;

export function findSound(wanted: Int16Array, within: Int16Array): Found {
  const begin = loudest(wanted);
  const probe = wanted.subarray(begin, begin + probeSamples);
  let best: Found = { likeness: -1, at: 0 };
  const places: Found[] = [];
  for (let at = 0; at + probe.length <= within.length; at += 1) {
    const likeness = likenessOf(probe, within.subarray(at, at + probe.length));
    if (likeness > 0.8) places.push({ likeness, at: at - begin });
    else if (likeness > best.likeness) best = { likeness, at: at - begin };
  }
  const nearest = places.sort((a, b) => b.likeness - a.likeness).slice(0, 20);
  for (const { at } of nearest) {
    const from = Math.max(0, at);
    const piece = within.subarray(from, at + wanted.length);
    const likeness = likenessOf(wanted.subarray(from - at, from - at + piece.length), piece);
    const whole = piece.length / wanted.length;
    if (likeness * whole > best.likeness || best.likeness < 0.8) best = { likeness: likeness * whole, at };
  }
  return best;
}

/** Of two sounds of the same length. */
export function likenessOf(a: Int16Array, b: Int16Array): number {
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

/** Where the loudest stretch of it begins: silence is found everywhere. */
function loudest(sound: Int16Array): number {
  let best = 0;
  let most = -1;
  for (let at = 0; at + probeSamples <= sound.length; at += 80) {
    let sum = 0;
    for (const sample of sound.subarray(at, at + probeSamples)) sum += Math.abs(sample);
    if (sum > most) [best, most] = [at, sum];
  }
  return best;
}
