/** Searches one built index. */
import { vocabularyOf } from '../lexical/index-vocabulary.ts';
import { bitOf } from '../lexical/lexical-index.ts';
import { analyse } from '../reading/analyse.ts';
import type { Hit, SearchOptions, SearchResult } from '../search-engine.ts';
import type { BuiltIndex } from '../storage/index-file.ts';
import { placeOf } from '../vectors/latent-space.ts';
import type { FlatVectorIndex } from '../vectors/vector-index.ts';
import { confidenceOf, type Signals } from './confidence.ts';
import { type Explained, explain, nameStarts } from './explain.ts';
import { mattersOf } from './matters.ts';
import { type Question, questionOf, rarity } from './question.ts';
import { type Part, partsOf, reasonsOf } from './rank.ts';
import { bodyScorer } from './score-bodies.ts';
import { nameScorer } from './score-names.ts';
import { weights } from './weights.ts';

interface Scored {
  readonly document: number;
  readonly score: number;
  readonly parts: Record<Part, number>;
}

/** `ownVectors`: cosines made outside (an external embedder), by document; else the space of meaning gives them. */
export type Searcher = (text: string, options?: SearchOptions, ownVectors?: Float32Array) => SearchResult;

/** Prepares what every question shares. */
export function searcher({ lexical, space }: BuiltIndex, vectors: FlatVectorIndex): Searcher {
  const vocabulary = vocabularyOf(lexical);
  const scoreNames = nameScorer(lexical);
  const scoreBodies = bodyScorer(lexical);
  const starts = nameStarts(lexical);
  return (text, { limit = 10, facets = 'read' } = {}, ownVectors) => {
    const reading = analyse(text, vocabulary);
    const question = questionOf(reading, lexical, facets);
    const names = scoreNames(question);
    const bodies = scoreBodies(question);
    const place = placeOf(
      space,
      question.terms.map(({ number, weight, bodyIdf }) => [number, weight * bodyIdf] as const),
    );
    const likeness = ownVectors ?? (vectors.size > 0 ? vectors.scores(place) : new Float32Array(lexical.facts.length));
    const modifiers = reading.modifiers.reduce((bits, one) => bits | bitOf(one), 0);
    const found: Scored[] = [];
    for (let document = 0; document < lexical.facts.length; document += 1) {
      if (!names.title[document] && !names.way[document] && !bodies.whole[document]) continue;
      const parts = partsOf(lexical, document, { names, bodies, vectors: likeness, modifiers }, weights);
      found.push({ document, parts, score: Object.values(parts).reduce((sum, one) => sum + one, 0) });
    }
    found.sort((a, b) => b.score - a.score);
    const best = found
      .slice(0, Math.max(1, limit))
      .map((scored) => ({ ...scored, explained: explain(lexical, starts, scored.document, { question, reading }) }));
    const hits: Hit[] = best.slice(0, limit).map(({ document, score, parts, explained: { share, words } }) => ({
      id: lexical.facts[document]?.id ?? '',
      score,
      why: reasonsOf(parts),
      explained: share,
      explainedWords: words,
    }));
    const signals = signalsOf(best[0], question, lexical.facts.length);
    const clauses = mattersOf(reading, lexical, scoreNames);
    return {
      hits,
      reading: { ...reading, clauses },
      confidence: hits.length > 0 ? confidenceOf(signals) : 0,
      margin: (found[0]?.score ?? 0) - (found[1]?.score ?? 0),
      signals: { ...signals },
    };
  };
}

function signalsOf(
  best: (Scored & { readonly explained: Explained }) | undefined,
  { terms }: Question,
  documents: number,
): Signals {
  if (!best) return { name: 0, named: 0, explained: 0, body: 0, vector: 0, heaviestUnexplained: 1 };
  const { parts, explained } = best;
  const own = new Set(explained.words);
  const heaviest = Math.max(
    0,
    ...terms
      .filter(({ words, weight }) => weight > 0.3 && !words.some((word) => own.has(word)))
      .map(({ idf, weight }) => idf * weight),
  );
  return {
    name: Math.max(parts.title / weights.title, parts.way / weights.way),
    named: explained.named,
    explained: explained.share,
    body: parts.section / weights.section,
    vector: parts.vector / weights.vector,
    heaviestUnexplained: Math.min(1, heaviest / rarity(documents, 0)),
  };
}
