/** Finds the procedure a question means. Depends on `knowledge`; knows no channel and no answer. */

// What is searched
export { documentOfRecord, documentsOf } from './documents/documents-of.ts';
export type { SearchDocument } from './documents/search-document.ts';
// Putting questions together that ask for the same
export { type GroupOptions, groupAlike } from './likeness/group-alike.ts';
export type { Sketch } from './likeness/sketch.ts';
// Checking the ways of asking
export { describeLostWay, type LostWay, lostWays } from './lint-ways.ts';
// Searching
export { type OpenOptions, openSearchEngine } from './open-search-engine.ts';
// Searching in texts that are no procedures
export { countIn, formsOf, weightIn } from './passages/passage.ts';
export { openPassageIndex, type Passage, type PassageHit, type PassageIndex } from './passages/passage-index.ts';
export { type AskedWord, type PassageQuestion, readPassageQuestion } from './passages/passage-question.ts';
export { ProcedureRetriever } from './procedure-retriever.ts';
// Reading a text, used by the bot's own rules too
export { analyse, readFacets } from './reading/analyse.ts';
export type { Reading, Word } from './reading/reading.ts';
export type { Hit, Reason, SearchEngine, SearchOptions, SearchResult } from './search-engine.ts';
export { fold } from './text/clean-text.ts';
export type { Embedder } from './vectors/embedder.ts';
