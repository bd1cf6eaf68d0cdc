/** Opens the engine over documents. */
import type { SearchDocument } from './documents/search-document.ts';
import { bitOf, buildLexicalIndex, type LexicalIndex, vocabularyOf } from './lexical/lexical-index.ts';
import { questionOf } from './ranking/question.ts';
import { type Part, partsOf } from './ranking/rank.ts';
import { bodyScorer } from './ranking/score-bodies.ts';
import { nameScorer } from './ranking/score-names.ts';
import { weights } from './ranking/weights.ts';
import { analyse } from './reading/analyse.ts';
import type { Hit, SearchEngine } from './search-engine.ts';

export interface OpenOptions {
  readonly cacheFolder?: string;
  /** False leaves the ways of asking out. */
  readonly ways?: boolean;
  readonly onProgress?: (text: string) => void;
}

export async function openSearchEngine(documents: readonly SearchDocument[], options: OpenOptions = {}): Promise<SearchEngine> {
  return engineOf(buildLexicalIndex(documents, { ways: options.ways ?? true }));
}

export function engineOf(index: LexicalIndex): SearchEngine {
  const vocabulary = vocabularyOf(index);
  const scoreNames = nameScorer(index);
  const scoreBodies = bodyScorer(index);
  return {
    size: index.facts.length,
    search(text, { limit = 10, facets = 'read' } = {}) {
      const reading = analyse(text, vocabulary);
      const question = questionOf(reading, index, facets);
      const names = scoreNames(question);
      const bodies = scoreBodies(question);
      const modifiers = reading.modifiers.reduce((bits, one) => bits | bitOf(one), 0);
      const found: { document: number; score: number; parts: Record<Part, number> }[] = [];
      for (let document = 0; document < index.facts.length; document += 1) {
        if (!names.title[document] && !names.way[document] && !bodies.whole[document]) continue;
        const parts = partsOf(index, document, { names, bodies, vectors: null, modifiers }, weights);
        found.push({ document, parts, score: Object.values(parts).reduce((sum, one) => sum + one, 0) });
      }
      found.sort((a, b) => b.score - a.score);
      const hits: Hit[] = found.slice(0, limit).map(({ document, score, parts }) => ({
        id: index.facts[document]?.id ?? '', score,
        why: Object.entries(parts).filter(([, value]) => value !== 0).map(([part, value]) => ({ part, score: value, note: '' })),
        explained: names.covered[document] ?? 0, explainedWords: [],
      }));
      const [first, second] = hits;
      return { hits, reading, confidence: 0, margin: first ? first.score - (second?.score ?? 0) : 0, signals: {} };
    },
  };
}
