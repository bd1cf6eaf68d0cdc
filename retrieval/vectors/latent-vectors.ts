/** Where each document lies in the space of meaning, by the words of its names. */
import type { LexicalIndex } from '../lexical/lexical-index.ts';
import { nameStarts } from '../ranking/explain.ts';
import { rarity } from '../ranking/question.ts';
import { type LatentSpace, placeOf } from './latent-space.ts';
import type { StoredVector } from './vector-index.ts';

/** One vector a document, in their order. */
export function latentVectors(index: LexicalIndex, space: LatentSpace): StoredVector[] {
  const starts = nameStarts(index);
  const { names, facts, documentCounts } = index;
  return facts.map(({ id }, document) => {
    const weights = new Map<number, number>();
    const from = names.starts[starts[document] as number] as number;
    const to = names.starts[starts[document + 1] as number] as number;
    for (let at = from; at < to; at += 1) {
      const term = names.terms[at] as number;
      weights.set(
        term,
        Math.max(
          weights.get(term) ?? 0,
          (names.weights[at] as number) * rarity(facts.length, documentCounts[term] ?? 0),
        ),
      );
    }
    return { id, vector: placeOf(space, weights) };
  });
}
