/** Searches one built index. */
import { vocabularyOf } from '../lexical/index-vocabulary.ts';
import { bitOf } from '../lexical/lexical-index.ts';
import { analyse } from '../reading/analyse.ts';
import type { Hit, SearchOptions, SearchResult } from '../search-engine.ts';
import type { BuiltIndex } from '../storage/index-file.ts';
import { placeOf } from '../vectors/latent-space.ts';
import type { FlatVectorIndex } from '../vectors/vector-index.ts';
import { confidenceOf, type Signals } from './confidence.ts';
import { explain, nameStarts } from './explain.ts';
import { type Question, questionOf } from './question.ts';
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
    const place = placeOf(space, question.terms.map(({ number, weight, bodyIdf }) => [number, weight * bodyIdf] as const));
    const likeness = ownVectors ?? (vectors.size > 0 ? vectors.scores(place) : new Float32Array(lexical.facts.length));
    const modifiers = reading.modifiers.reduce((bits, one) => bits | bitOf(one), 0);
    const found: Scored[] = [];
    for (let document = 0; document < lexical.facts.length; document += 1) {
      if (!names.title[document] && !names.way[document] && !bodies.whole[document]) continue;
      const parts = partsOf(lexical, document, { names, bodies, vectors: likeness, modifiers }, weights);
      found.push({ document, parts, score: Object.values(parts).reduce((sum, one) => sum + one, 0) });
    }
    found.sort((a, b) => b.score - a.score);
    const hits: Hit[] = found.slice(0, limit).map(({ document, score, parts }) => {
      const { share, words } = explain(lexical, starts, document, { question, reading });
      return { id: lexical.facts[document]?.id ?? '', score, why: reasonsOf(parts), explained: share, explainedWords: words };
    });
    const signals = signalsOf(hits[0], found[0], question);
    return { hits, reading, confidence: hits.length > 0 ? confidenceOf(signals) : 0, margin: (found[0]?.score ?? 0) - (found[1]?.score ?? 0), signals: { ...signals } };
  };
}

function signalsOf(hit: Hit | undefined, scored: Scored | undefined, { terms }: Question): Signals {
  if (!hit || !scored) return { name: 0, explained: 0, body: 0, vector: 0, heaviestUnexplained: 1 };
  const own = new Set(hit.explainedWords);
  const heaviest = Math.max(0, ...terms.filter(({ words, weight }) => weight > 0.3 && !words.some((word) => own.has(word))).map(({ idf, weight }) => idf * weight));
  return {
    name: Math.max(scored.parts.title, scored.parts.way),
    explained: hit.explained,
    body: scored.parts.section,
    vector: scored.parts.vector,
    heaviestUnexplained: Math.min(1, heaviest / 9),
  };
}
