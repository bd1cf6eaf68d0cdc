/** Which words of a question the names of a document account for. */
import type { LexicalIndex } from '../lexical/lexical-index.ts';
import type { Reading } from '../reading/reading.ts';
import type { Question } from './question.ts';

export interface Explained {
  /** Weighted share of the topic, 0 to 1; 1 when the question has no topic of its own. */
  readonly share: number;
  /** Indices in `reading.words`. */
  readonly words: readonly number[];
}

/** Names of document d are `starts[d] .. starts[d + 1]`: they were added in the order of documents. */
export function nameStarts({ names, facts }: LexicalIndex): Uint32Array {
  const starts = new Uint32Array(facts.length + 1);
  for (const document of names.documents) starts[document + 1] = (starts[document + 1] as number) + 1;
  for (let at = 0; at < facts.length; at += 1) starts[at + 1] = (starts[at + 1] as number) + (starts[at] as number);
  return starts;
}

/** Explains one document. */
export function explain({ names }: LexicalIndex, starts: Uint32Array, document: number, { question, reading }: { question: Question; reading: Reading }): Explained {
  const own = new Set<number>();
  const from = names.starts[starts[document] as number] as number;
  const to = names.starts[starts[document + 1] as number] as number;
  for (let at = from; at < to; at += 1) own.add(names.terms[at] as number);
  let all = 0;
  let found = 0;
  const words: number[] = [];
  for (const term of question.terms) {
    const topic = term.words.some((word) => ['topic', 'modifier'].includes(reading.words[word]?.kind ?? ''));
    if (!topic || term.weight < 0.3) continue;
    all += term.weight * term.idf;
    if (!own.has(term.number)) continue;
    found += term.weight * term.idf;
    words.push(...term.words);
  }
  return { share: all > 0 ? found / all : 1, words: words.sort((a, b) => a - b) };
}
