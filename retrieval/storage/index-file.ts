/** The lexical index and the space of meaning as one file. */

import { termNumbers } from '../lexical/body-index.ts';
import type { DocumentFacts } from '../lexical/document-facts.ts';
import { type LexicalIndex, withCounts } from '../lexical/lexical-index.ts';
import type { LatentSpace } from '../vectors/latent-space.ts';
import { pack, unpack } from './pack.ts';

export interface BuiltIndex {
  readonly lexical: LexicalIndex;
  readonly space: LatentSpace;
}

interface Head {
  readonly facts: readonly DocumentFacts[];
  readonly terms: readonly string[];
  readonly words: readonly string[];
  readonly dimensions: number;
}

/** Bytes of an index. */
export function packIndex({ lexical, space }: BuiltIndex): Uint8Array {
  const { names, bodies, facts, terms } = lexical;
  const head: Head = { facts, terms: [...terms.numbers.keys()], words: bodies.words, dimensions: space.dimensions };
  return pack(head, {
    nameDocuments: names.documents,
    nameKinds: names.kinds,
    nameStarts: names.starts,
    nameTerms: names.terms,
    nameKeys: names.keys,
    nameWeights: names.weights,
    namePostingStarts: names.postings.starts,
    namePostingPlaces: names.postings.places,
    namePairKeys: names.pairKeys,
    namePairCounts: names.pairCounts,
    bodyStarts: bodies.terms.starts,
    bodyPlaces: bodies.terms.places,
    bodyCounts: bodies.terms.counts,
    pairKeys: bodies.pairKeys,
    pairStarts: bodies.pairs.starts,
    pairPlaces: bodies.pairs.places,
    pairCounts: bodies.pairs.counts,
    lengths: bodies.lengths,
    wordCounts: bodies.wordCounts,
    rowOf: space.rowOf,
    directions: space.directions,
  });
}

/** @throws {PackError} when the bytes are no index. */
export function unpackIndex(bytes: Uint8Array<ArrayBuffer>): BuiltIndex {
  const { head, arrays } = unpack(bytes);
  const { facts, terms, words, dimensions } = head as Head;
  const wide = (name: string) => arrays[name] as Uint32Array;
  const byte = (name: string) => arrays[name] as Uint8Array;
  const places = wide('namePostingPlaces');
  const lexical = withCounts({
    facts,
    terms: termNumbers(terms),
    names: {
      documents: wide('nameDocuments'),
      kinds: byte('nameKinds'),
      starts: wide('nameStarts'),
      terms: wide('nameTerms'),
      keys: wide('nameKeys'),
      weights: arrays.nameWeights as Float32Array,
      pairKeys: wide('namePairKeys'),
      pairCounts: wide('namePairCounts'),
      postings: { starts: wide('namePostingStarts'), places, counts: new Uint8Array(0) },
    },
    bodies: {
      terms: { starts: wide('bodyStarts'), places: wide('bodyPlaces'), counts: byte('bodyCounts') },
      pairKeys: wide('pairKeys'),
      pairs: { starts: wide('pairStarts'), places: wide('pairPlaces'), counts: byte('pairCounts') },
      lengths: wide('lengths'),
      words,
      wordCounts: wide('wordCounts'),
    },
  });
  return {
    lexical,
    space: { dimensions, rowOf: arrays.rowOf as Int32Array, directions: arrays.directions as Float32Array },
  };
}
