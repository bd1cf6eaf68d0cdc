/** Which words of a question the names of a document account for. */
import type { LexicalIndex } from '../lexical/lexical-index.ts';
import type { Reading } from '../reading/reading.ts';
import { type Question, rarity } from './question.ts';

/** A name stands for itself ("đăng ký khai tử") when its words weigh as much as one word of a single document. */
const specific = (documents: number): number => rarity(documents, 0.5);

export interface Explained {
  /** Weighted share of the topic, 0 to 1; 1 when the question has no topic of its own. */
  readonly share: number;
  /** Indices in `reading.words`. */
  readonly words: readonly number[];
  /** Weighted share of its best name that stands in the question, 0 to 1; less for a name of common words. */
  readonly named: number;
}

/** Names of document d are `starts[d] .. starts[d + 1]`: they were added in the order of documents. */
export function nameStarts({ names, facts }: LexicalIndex): Uint32Array {
  const starts = new Uint32Array(facts.length + 1);
  for (const document of names.documents) starts[document + 1] = (starts[document + 1] as number) + 1;
  for (let at = 0; at < facts.length; at += 1) starts[at + 1] = (starts[at + 1] as number) + (starts[at] as number);
  return starts;
}

/** Explains one document. */
export function explain(
  index: LexicalIndex,
  starts: Uint32Array,
  document: number,
  { question, reading }: { question: Question; reading: Reading },
): Explained {
  const { names } = index;
  const own = new Set<number>();
  const asked = new Set(question.terms.filter(({ weight }) => weight >= 0.1).map(({ number }) => number));
  let named = 0;
  for (let name = starts[document] as number; name < (starts[document + 1] as number); name += 1) {
    named = Math.max(named, namedShare(index, name, asked));
    for (let at = names.starts[name] as number; at < (names.starts[name + 1] as number); at += 1)
      own.add(names.terms[at] as number);
  }
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
  return { share: all > 0 ? found / all : 1, words: words.sort((a, b) => a - b), named };
}

function namedShare({ names, nameCounts, facts }: LexicalIndex, name: number, asked: ReadonlySet<number>): number {
  let all = 0;
  let found = 0;
  for (let at = names.starts[name] as number; at < (names.starts[name + 1] as number); at += 1) {
    const term = names.terms[at] as number;
    const weight = (names.weights[at] as number) * rarity(facts.length, nameCounts[term] ?? 0);
    all += weight;
    if (asked.has(term)) found += weight;
  }
  return all > 0 ? (found / all) * Math.min(1, all / specific(facts.length)) : 0;
}
