/** What `evaluate retrieval` measures on request: ways beside no ways, bad typing, the times of a build. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pairedLoss } from '../../bot/measure/interval.ts';
import { openSearchEngine, type SearchDocument, type SearchEngine } from '../../retrieval/index.ts';
import { transforms } from '../transforms/transforms.ts';
import { qualityOf, rankAll } from './measure.ts';
import type { Query } from './read-corpus.ts';

/** Questions whose right procedure came first without the ways of asking and no longer does with them. */
export async function compareWays(
  documents: () => AsyncIterable<SearchDocument>,
  queries: readonly Query[],
  facets: 'read' | 'ignore',
) {
  const ranks = async (ways: boolean) => rankAll(await openSearchEngine(documents(), { ways }), queries, facets);
  const [without, beside] = [await ranks(false), await ranks(true)];
  const worse = without
    .filter(({ rank }, index) => rank === 1 && beside[index]?.rank !== 1)
    .map(({ query }) => query.id);
  const better = without
    .filter(({ rank }, index) => rank !== 1 && beside[index]?.rank === 1)
    .map(({ query }) => query.id);
  const at1 = (ranked: typeof without) => Math.round(qualityOf(ranked)['hit@1'].value * 1000) / 1000;
  return { 'hit@1 without': at1(without), 'hit@1 with': at1(beside), better: better.length, worse };
}

/** Paired loss of hit@1 for each way of typing badly: value, low and high of the 95 % interval; positive is worse. */
export function loseByTransforms(engine: SearchEngine, queries: readonly Query[], facets: 'read' | 'ignore') {
  const first = (asked: readonly Query[]) => rankAll(engine, asked, facets).map(({ rank }) => rank === 1);
  const before = first(queries);
  return Object.fromEntries(
    transforms.map(({ name, apply }) => {
      const after = first(queries.map((query) => ({ ...query, text: apply(query.text, query.id) })));
      const { value, low, high } = pairedLoss(before, after);
      return [name, [value, low, high].map((one) => Math.round(one * 1000) / 1000)];
    }),
  );
}

/** Milliseconds: a build into an empty folder, step by step, and opening it again. */
export async function timeVectors(stream: () => AsyncIterable<SearchDocument>) {
  const documents: SearchDocument[] = [];
  for await (const document of stream()) documents.push(document);
  const folder = await mkdtemp(join(tmpdir(), 'search-'));
  try {
    const marks: number[] = [performance.now()];
    await openSearchEngine(documents, { cacheFolder: folder, onProgress: () => marks.push(performance.now()) });
    const built = performance.now();
    await openSearchEngine(documents, { cacheFolder: folder });
    const [, lexical = built, vectors = built] = marks;
    return {
      lexicalMs: Math.round(vectors - lexical),
      vectorsMs: Math.round(built - vectors),
      loadMs: Math.round(performance.now() - built),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
