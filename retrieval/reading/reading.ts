/** What the analyser makes of a question. */
import type { Facet } from '../../knowledge/index.ts';
import type { Syllable } from '../text/syllable.ts';

/** `topic` says what the question is about, `modifier` which sibling; the others say nothing of the topic. */
export type WordKind = 'topic' | 'modifier' | 'facet' | 'polite';

export interface Word extends Syllable {
  readonly folded: string;
  readonly kind: WordKind;
  /** How much it counts in a search, 0 to 1. */
  readonly weight: number;
  /** Where it stands in the cleaned question (`clauses[0]` of {@link analyse}). */
  readonly at: number;
  /** Which clause of the question it stands in, from 0. */
  readonly clause: number;
}

export interface Reading {
  /** In order, after repair and with everyday names replaced by official ones. */
  readonly words: readonly Word[];
  /** Asked facets, strongest first; empty when none. */
  readonly facets: readonly Facet[];
  /** Names as in lexicon/modifiers.ts: `foreign`, `mobile`, `reissue`… */
  readonly modifiers: readonly string[];
  readonly repaired: readonly { readonly from: string; readonly to: string }[];
  /** Clauses of a question that names several matters, in order; one when it names one. */
  readonly clauses: readonly string[];
}
