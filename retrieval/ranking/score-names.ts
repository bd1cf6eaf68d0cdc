/** Likeness of a question and each name of each document: cosine over words and pairs, with marks. */
import type { LexicalIndex } from '../lexical/lexical-index.ts';
import type { Question } from './question.ts';
import { rarity } from './question.ts';

const pairShare = 0.6;
/** A marked word that stands in a name with other marks counts this much. */
const otherMarks = 0.5;
/** A name stands for itself when its words weigh as much as so many words of single documents. */
const specific = 1.75;
/** A word of the question counts in full for it from a weight of 1 / 1.6 on. */
const fullyAsked = 1.6;

export interface NameScores {
  /** By document, 0 to 1: the best published title or plain title, and the best way of asking. */
  readonly title: Float32Array;
  readonly way: Float32Array;
  /** By document: weighted share of the question's words found in any one name (its best), 0 to 1. */
  readonly covered: Float32Array;
  /** By document: how wholly any one of its names stands in the question, 0 to 1; less for names of common words. */
  readonly named: Float32Array;
}

/** What is the same for every question: norms of names, room to work in. */
export function nameScorer(index: LexicalIndex): (question: Question) => NameScores {
  const { names, facts, nameCounts } = index;
  const idf = Float32Array.from(nameCounts, (count) => Math.max(0.1, rarity(facts.length, count)));
  const pairIdf = new Map<number, number>();
  for (const [at, key] of names.pairKeys.entries())
    pairIdf.set(key, rarity(facts.length, names.pairCounts[at] as number));
  const norms = normsOf(index, idf, pairIdf);
  const weights = new Float32Array(idf.length + 1);
  const keys = new Int32Array(idf.length + 1);
  const countedIn = new Uint32Array(idf.length + 1);
  return (question) => {
    const pairs = new Map(question.pairs.map(({ key, weight }) => [key, weight]));
    let total = 0;
    let norm = 0;
    for (const { number, key, marked, weight, idf: own } of question.terms) {
      // Words that no name has tell no two procedures apart: a long story must not make every likeness small.
      if (number < 0 || (nameCounts[number] ?? 0) === 0) continue;
      total += weight * own;
      norm += (weight * own) ** 2;
      weights[number] = weight;
      keys[number] = marked ? key : -2;
    }
    for (const { key, weight, idf: own } of question.pairs)
      if (pairIdf.has(key)) norm += (pairShare * weight * own) ** 2;
    const scores = scoreAll(index, {
      question,
      weights,
      keys,
      pairs,
      idf,
      pairIdf,
      norms,
      countedIn: countedIn.fill(0),
      norm: Math.sqrt(norm) || 1,
      total: total || 1,
      specific: specific * rarity(facts.length, 0.5),
    });
    for (const { number } of question.terms) if (number >= 0) weights[number] = 0;
    return scores;
  };
}

interface Work {
  readonly question: Question;
  readonly weights: Float32Array;
  readonly keys: Int32Array;
  readonly pairs: ReadonlyMap<number, number>;
  readonly idf: Float32Array;
  readonly pairIdf: ReadonlyMap<number, number>;
  readonly norms: Float32Array;
  /** By term: the last name, plus one, in which it was counted. */
  readonly countedIn: Uint32Array;
  readonly norm: number;
  readonly total: number;
  readonly specific: number;
}

function scoreAll({ names, facts }: LexicalIndex, work: Work): NameScores {
  const size = facts.length;
  const scores: NameScores = {
    title: new Float32Array(size),
    way: new Float32Array(size),
    covered: new Float32Array(size),
    named: new Float32Array(size),
  };
  const seen = new Uint8Array(names.documents.length);
  for (const { number } of work.question.terms) {
    for (let at = names.postings.starts[number] ?? 0; at < (names.postings.starts[number + 1] ?? 0); at += 1) {
      const name = names.postings.places[at] as number;
      if (seen[name]) continue;
      seen[name] = 1;
      keepBest(scores, names.documents[name] as number, names.kinds[name] as number, scoreName(names, name, work));
    }
  }
  return scores;
}

interface NameScore {
  readonly cosine: number;
  readonly covered: number;
  readonly named: number;
}

function keepBest(scores: NameScores, document: number, kind: number, { cosine, covered, named }: NameScore): void {
  const best = kind === 2 ? scores.way : scores.title;
  best[document] = Math.max(best[document] as number, cosine);
  scores.covered[document] = Math.max(scores.covered[document] as number, covered);
  scores.named[document] = Math.max(scores.named[document] as number, named);
}

function scoreName({ starts, terms, keys, weights }: LexicalIndex['names'], name: number, work: Work): NameScore {
  let dot = 0;
  let covered = 0;
  let whole = 0;
  let found = 0;
  let last = -1;
  let lastWeight = 0;
  for (let at = starts[name] as number; at < (starts[name + 1] as number); at += 1) {
    const term = terms[at] as number;
    const own = weights[at] as number;
    const asked = work.weights[term] as number;
    const idf = work.idf[term] as number;
    whole += own * idf;
    if (asked > 0) {
      const key = work.keys[term] as number;
      const mark = key === -2 || key === keys[at] ? 1 : otherMarks;
      found += own * idf * mark * Math.min(1, fullyAsked * asked);
      if (work.countedIn[term] !== name + 1) {
        work.countedIn[term] = name + 1;
        dot += asked * own * idf * idf * mark;
        covered += asked * idf * mark;
      }
    }
    const pair = last * 65_536 + term;
    const both = last >= 0 ? work.pairs.get(pair) : undefined;
    if (both) dot += (pairShare * (work.pairIdf.get(pair) ?? 0)) ** 2 * both * Math.min(own, lastWeight);
    last = term;
    lastWeight = own;
  }
  const named = (found / (whole || 1)) ** 2 * Math.min(1, whole / work.specific);
  return { cosine: dot / (work.norm * (work.norms[name] as number)), covered: covered / work.total, named };
}

function normsOf({ names }: LexicalIndex, idf: Float32Array, pairIdf: ReadonlyMap<number, number>): Float32Array {
  return Float32Array.from(names.documents, (_document, name) => {
    let sum = 0;
    for (let at = names.starts[name] as number; at < (names.starts[name + 1] as number); at += 1) {
      sum += ((idf[names.terms[at] as number] as number) * (names.weights[at] as number)) ** 2;
      if (at === names.starts[name]) continue;
      const pair = (names.terms[at - 1] as number) * 65_536 + (names.terms[at] as number);
      sum +=
        (pairShare *
          (pairIdf.get(pair) ?? 0) *
          Math.min(names.weights[at] as number, names.weights[at - 1] as number)) **
        2;
    }
    return Math.sqrt(sum) || 1;
  });
}
