/** Turns texts into vectors outside this program; the offline space of meaning needs none. */

/** Has the shape of LangChain's `Embeddings`, with a name that changes when the vectors do. */
export interface Embedder {
  readonly name: string;
  /** In the order of the texts, all of one length. Rejects when the server cannot be reached. */
  embedDocuments(texts: string[]): Promise<number[][]>;
  embedQuery(text: string): Promise<number[]>;
}
