/** Fills `turn.found`: what the question means, read from its surest sentence when it tells a story. */
import { fold, type SearchEngine, type SearchResult } from '../../retrieval/index.ts';
import type { Step } from '../step.ts';
import type { Tools } from '../tools.ts';

const mostHits = 12;
/** A message of more words than this tells a story: one of its sentences says what it is about. */
const storyFrom = 22;
const mostSentences = 8;
/** A sentence of fewer topic words says too little by itself. */
const leastTopicWords = 2;

export const searchGuides = ({ engine }: Pick<Tools, 'engine'>): Step => ({
  name: 'search-guides',
  run(turn) {
    if (turn.requests.length > 0) return { next: turn };
    return { next: { ...turn, found: [understand(engine, turn.question)] } };
  },
});

/**
 * Searches the whole, and each sentence of a story. The surest one decides what it is about; what is asked of it (the
 * facets) is read from the whole.
 */
function understand(engine: SearchEngine, question: string): SearchResult {
  const whole = withYesNo(engine.search(question, { limit: mostHits }), question);
  if (question.split(' ').length <= storyFrom) return whole;
  const sentences = question.split(/[.!?;]+\s|,\s/).slice(0, 2 * mostSentences);
  const parts = windows(sentences)
    .map((text) => engine.search(text, { limit: mostHits }))
    .filter((part) => topicWords(part) >= leastTopicWords);
  const surest = parts.reduce((best, part) => (sureness(part) > sureness(best) ? part : best), whole);
  return surest === whole ? whole : { ...surest, reading: { ...surest.reading, facets: facetsOf(whole, surest) } };
}

/** "Có phải …không?", "… được không?" with nothing else asked: a condition. */
const yesNo =
  /\b(co (phai|can|bat buoc|duoc|bi|mat)|phai)\b.{2,80}\b(khong|hong|hok|ko|k|chang|ha|a)\b|\b(duoc|dc|phai|can) (khong|hong|hok|ko|k|chang|hay khong)\b/;

const withYesNo = (result: SearchResult, question: string): SearchResult =>
  result.reading.facets.length === 0 && yesNo.test(fold(question))
    ? { ...result, reading: { ...result.reading, facets: ['conditions'] } }
    : result;

/** Each sentence, and each with the one before it. */
const windows = (sentences: readonly string[]): string[] =>
  sentences.flatMap((sentence, index) => (index > 0 ? [sentence, `${sentences[index - 1]}, ${sentence}`] : [sentence]));

const topicWords = ({ reading }: SearchResult) =>
  reading.words.filter((word) => (word.kind === 'topic' || word.kind === 'modifier') && word.weight >= 0.5).length;

/** A short sentence is explained easily: the weight of what is explained counts too. */
function sureness(result: SearchResult): number {
  const best = result.hits[0];
  if (!best) return 0;
  const explained = best.explainedWords.reduce((sum, index) => sum + (result.reading.words[index]?.weight ?? 0), 0);
  return result.confidence * Math.min(1, explained / 3);
}

const facetsOf = (whole: SearchResult, part: SearchResult) =>
  whole.reading.facets.length > 0 ? whole.reading.facets : part.reading.facets;
