/** Ranks of the right document, and the figures made of them. */

import { bootstrapMean, type Interval, wilson } from '../../bot/measure/interval.ts';
import type { SearchEngine } from '../../retrieval/index.ts';
import type { Query } from './read-corpus.ts';

export interface Ranked {
  readonly query: Query;
  /** Place of the first relevant document from 1; 0 when it is not among the first ten. */
  readonly rank: number;
  readonly ms: number;
}

/** Asks every question once, after a few to warm up. `facets: 'ignore'` for plain texts. */
export function rankAll(engine: SearchEngine, queries: readonly Query[], facets: 'read' | 'ignore'): Ranked[] {
  for (const { text } of queries.slice(0, 20)) engine.search(text, { facets });
  return queries.map((query) => {
    const started = performance.now();
    const { hits } = engine.search(query.text, { limit: 10, facets });
    const ms = performance.now() - started;
    return { query, ms, rank: hits.findIndex(({ id }) => query.relevant.has(id)) + 1 };
  });
}

export interface Quality {
  readonly 'hit@1': Interval;
  readonly 'hit@3': Interval;
  readonly 'hit@10': Interval;
  readonly 'mrr@10': Interval;
}

/** Wilson's intervals for the shares, a bootstrap for the mean reciprocal rank. */
export function qualityOf(ranked: readonly Ranked[]): Quality {
  const within = (most: number) => wilson(ranked.filter(({ rank }) => rank > 0 && rank <= most).length, ranked.length);
  return {
    'hit@1': within(1),
    'hit@3': within(3),
    'hit@10': within(10),
    'mrr@10': bootstrapMean(ranked.map(({ rank }) => (rank > 0 ? 1 / rank : 0))),
  };
}

/** Milliseconds below which this share of the questions were answered. */
export function percentile(ranked: readonly Ranked[], share: number): number {
  const times = ranked.map(({ ms }) => ms).sort((a, b) => a - b);
  return times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0;
}
