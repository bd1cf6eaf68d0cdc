/** What a talk with an officer was about, so that the bot can go on from there. */
import type { SearchEngine } from '../../retrieval/index.ts';
import { sureFrom } from '../decide/thresholds.ts';
import type { Memory } from '../memory.ts';

const mostTopics = 10;

/** The procedures that were named surely, latest first. @param texts what was said, oldest first, masked. */
export function topicsOf(texts: readonly string[], engine: Pick<SearchEngine, 'search'>): string[] {
  const found = texts.flatMap((text) => {
    const { confidence, hits } = engine.search(text);
    return confidence >= sureFrom && hits[0] ? [hits[0].id] : [];
  });
  return [...new Set(found.reverse())];
}

/** The talk goes on with what the officer spoke of; choices and questions of before are over. */
export const rememberTalk = (memory: Memory, topics: readonly string[], asks: Memory['asks']): Memory => ({
  ...memory,
  opened: true,
  topics: [...new Set([...topics, ...memory.topics])].slice(0, mostTopics),
  options: [],
  places: [],
  misses: 0,
  lastStatus: 'handed-off',
  lastFacet: topics.length > 0 ? null : memory.lastFacet,
  asks,
});
