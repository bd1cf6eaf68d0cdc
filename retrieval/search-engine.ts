/** The public types of a search. */
import type { Sketch } from './likeness/sketch.ts';
import type { Reading } from './reading/reading.ts';

/** Why a hit scored: one part of its score. */
export interface Reason {
  readonly part: string;
  /** What this part added to the score; negative when it took away. */
  readonly score: number;
  readonly note: string;
}

export interface Hit {
  readonly id: string;
  /** Comparable across questions: about 0 to 3. */
  readonly score: number;
  readonly why: readonly Reason[];
  /** Share (0 to 1) of the topic's weight that this document's title, plain title and ways explain. */
  readonly explained: number;
  /** Which words of `reading.words` (indices) they explain. */
  readonly explainedWords: readonly number[];
}

export interface SearchResult {
  /** Best first. */
  readonly hits: readonly Hit[];
  readonly reading: Reading;
  /** 0 to 1: how sure it is that the best hit is what was asked at all (not another hit: that is `margin`). */
  readonly confidence: number;
  /** Score of the best hit less that of the second; the whole score when there is one hit, 0 when none. */
  readonly margin: number;
  /** What `confidence` was made of; for logs and evaluations. */
  readonly signals: Readonly<Record<string, number>>;
}

export interface SearchOptions {
  /** At most so many hits; 10 unless told. */
  readonly limit?: number;
  /** `ignore` searches with the facet words too: for plain texts that are no procedures. */
  readonly facets?: 'read' | 'ignore';
}

export interface SearchEngine {
  /** Never throws on any text; an empty one finds nothing. Synchronous: a few milliseconds. */
  search(text: string, options?: SearchOptions): SearchResult;
  /** The same with the vectors of an outside embedder, where one is set; falls back to `search` when it fails. */
  find(text: string, options?: SearchOptions): Promise<SearchResult>;
  /** What a question is about, for comparing it with another. Never throws on any text. */
  sketch(text: string): Sketch;
  /** Number of documents. */
  readonly size: number;
}
