/** BM25 over sections: their weighted sum and the best one alone, both as shares of the most that the question could score. */
import { sections } from '../documents/search-document.ts';
import type { LexicalIndex } from '../lexical/lexical-index.ts';
import { type Postings, positionOf } from '../lexical/postings.ts';
import type { Question } from './question.ts';

const k1 = 1.2;
const b = 0.75;
const pairShare = 0.8;
const sectionWeights = [1, 1, 1, 2, 0.5, 0.5, 1];
const weightSum = sectionWeights.reduce((sum, one) => sum + one, 0);

export interface BodyScores {
  /** By document, 0 to 1. */
  readonly whole: Float32Array;
  readonly bestSection: Float32Array;
}

/** `lengths` of places give the norm; made once per index. */
export function bodyScorer({ bodies, facts }: LexicalIndex): (question: Question) => BodyScores {
  const { lengths, terms, pairs, pairKeys } = bodies;
  const norms = normsOf(lengths);
  const places = new Float32Array(lengths.length);
  const add = ({ starts, places: at, counts }: Postings, row: number, weight: number) => {
    for (let index = starts[row] ?? 0; index < (starts[row + 1] ?? 0); index += 1) {
      const place = at[index] as number;
      const count = counts[index] as number;
      places[place] = (places[place] as number) + (weight * count * (k1 + 1)) / (count + (norms[place] as number));
    }
  };
  return (question) => {
    places.fill(0);
    let most = 0;
    for (const { number, weight, bodyIdf } of question.terms) {
      if (bodyIdf <= 0.3) continue;
      most += weight * bodyIdf * (k1 + 1);
      if (number >= 0) add(terms, number, weight * bodyIdf);
    }
    for (const { key, weight, idf } of question.pairs) {
      most += pairShare * weight * idf * (k1 + 1);
      const row = positionOf(pairKeys, key);
      if (row >= 0) add(pairs, row, pairShare * weight * idf);
    }
    return gather(places, facts.length, most || 1);
  };
}

function normsOf(lengths: Uint32Array): Float32Array {
  const sums = new Float64Array(sections.length);
  const filled = new Float64Array(sections.length);
  for (const [place, length] of lengths.entries()) {
    if (length === 0) continue;
    const section = place % sections.length;
    sums[section] = (sums[section] ?? 0) + length;
    filled[section] = (filled[section] ?? 0) + 1;
  }
  return Float32Array.from(lengths, (length, place) => {
    const section = place % sections.length;
    const average = (sums[section] ?? 0) / Math.max(1, filled[section] ?? 0) || 1;
    return k1 * (1 - b + (b * length) / average);
  });
}

function gather(places: Float32Array, documents: number, most: number): BodyScores {
  const whole = new Float32Array(documents);
  const bestSection = new Float32Array(documents);
  for (let document = 0; document < documents; document += 1) {
    let sum = 0;
    let best = 0;
    for (let section = 0; section < sections.length; section += 1) {
      const score = places[document * sections.length + section] as number;
      sum += score * (sectionWeights[section] as number);
      if (score > best) best = score;
    }
    whole[document] = sum / weightSum / most;
    bestSection[document] = best / most;
  }
  return { whole, bestSection };
}
