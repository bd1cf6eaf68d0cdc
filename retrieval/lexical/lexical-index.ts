/** The lexical index: names, bodies, and what ranking must know of each document. Built once, kept on disk, never changed. */
import { type SearchDocument, sections } from '../documents/search-document.ts';
import { type Modifier, modifierNames } from '../lexicon/modifiers.ts';
import { type BodyIndex, bodyReader, type TermNumbers, termNumbers } from './body-index.ts';
import { type DocumentFacts, factReader } from './document-facts.ts';
import { type NameIndex, nameReader } from './name-index.ts';

export interface LexicalIndex {
  readonly facts: readonly DocumentFacts[];
  readonly terms: TermNumbers;
  readonly names: NameIndex;
  readonly bodies: BodyIndex;
  /** In how many documents each term stands, in a body or in a name. */
  readonly documentCounts: Uint32Array;
  /** In how many documents' names each term stands. */
  readonly nameCounts: Uint32Array;
}

/** Documents all at once or one after the other; a stream is read once and nothing of it is kept. */
export type Documents = Iterable<SearchDocument> | AsyncIterable<SearchDocument>;

/** Builds the index. 2,832 procedures take two or three seconds. */
export async function buildLexicalIndex(documents: Documents, options: { ways: boolean }): Promise<LexicalIndex> {
  const terms = termNumbers();
  const [names, bodies, facts] = [nameReader(terms, options), bodyReader(terms), factReader()];
  for await (const document of documents) for (const reader of [names, bodies, facts]) reader.add(document);
  return withCounts({ facts: facts.finish(), terms, names: names.finish(), bodies: bodies.finish() });
}

/** Adds the counts that are cheap to make again when an index is loaded. */
export function withCounts(index: Omit<LexicalIndex, 'documentCounts' | 'nameCounts'>): LexicalIndex {
  const size = index.terms.numbers.size + 1;
  const documentCounts = new Uint32Array(size);
  const nameCounts = new Uint32Array(size);
  const count = (term: number) => {
    const inNames = distinct(index.names.postings, term, (place) => index.names.documents[place] as number);
    const inBodies = distinct(index.bodies.terms, term, (place) => Math.floor(place / sections.length));
    nameCounts[term] = inNames;
    documentCounts[term] = Math.max(inNames, inBodies);
  };
  for (let term = 0; term < size; term += 1) count(term);
  return { ...index, documentCounts, nameCounts };
}

/** Places of one row come in the order of documents. */
function distinct(
  { starts, places }: { starts: Uint32Array; places: Uint32Array },
  row: number,
  of: (place: number) => number,
): number {
  let last = -1;
  let count = 0;
  for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at += 1) {
    const document = of(places[at] as number);
    if (document !== last) count += 1;
    last = document;
  }
  return count;
}

/** Bit of a modifier in {@link DocumentFacts.modifiers}. */
export const bitOf = (modifier: string): number => {
  const at = modifierNames.indexOf(modifier as Modifier);
  return at < 0 ? 0 : 1 << at;
};
