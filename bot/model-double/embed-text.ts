/** Embeddings that are truly lexical: hashed syllables, pairs and letters of Vietnamese, with and without marks. */

const standard = 384;

/** A vector of length one; all zeros for a text without letters. The same text always gives the same vector. */
export function embedText(text: string, dimensions: number = standard): Float32Array {
  const vector = new Float32Array(dimensions);
  for (const [feature, weight] of featuresOf(text)) {
    const hash = hashOf(feature);
    const place = hash % dimensions;
    vector[place] = (vector[place] ?? 0) + ((hash >>> 16) & 1 ? weight : -weight);
  }
  const length = Math.hypot(...vector);
  return length === 0 ? vector : vector.map((value) => value / length);
}

/** Cosine of two texts, −1 to 1. */
export function likeness(one: string, other: string): number {
  const [a, b] = [embedText(one), embedText(other)];
  return a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);
}

function featuresOf(text: string): [string, number][] {
  const words =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const bare = words.map(withoutMarks);
  return [
    ...words.map((word): [string, number] => [`w ${word}`, 0.6]),
    ...bare.map((word): [string, number] => [`b ${word}`, 1]),
    ...bare.slice(1).map((word, index): [string, number] => [`p ${bare[index]} ${word}`, 1.2]),
    ...bare.flatMap((word) => triples(word).map((three): [string, number] => [`t ${three}`, 0.25])),
  ];
}

const withoutMarks = (word: string) => word.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd');

const triples = (word: string): string[] => {
  const edged = `^${word}$`;
  return Array.from({ length: Math.max(0, edged.length - 2) }, (_, from) => edged.slice(from, from + 3));
};

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  hash ^= hash >>> 15;
  return Math.imul(hash, 0x2c1b3c6d) >>> 0;
}
