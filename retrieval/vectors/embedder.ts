/** Turns texts into vectors outside this program; the offline space of meaning needs none. */

/** Has the shape of LangChain's `Embeddings`, with a name that changes when the vectors do. */
export interface Embedder {
  readonly name: string;
  /** In the order of the texts, all of one length. Rejects when the server cannot be reached. */
  embedDocuments(texts: string[]): Promise<number[][]>;
  embedQuery(text: string): Promise<number[]>;
}

export interface EmbeddingServer {
  /** `https://host/v1` of any server that speaks OpenAI's embeddings. */
  readonly baseUrl: string;
  readonly model: string;
  readonly apiKey?: string;
  /** Milliseconds for one request; 10,000 unless told. */
  readonly timeout?: number;
}

/** An embedder behind an OpenAI-compatible server. The LangChain class is imported when this is called. */
export async function openAiEmbedder({
  baseUrl,
  model,
  apiKey = 'none',
  timeout = 10_000,
}: EmbeddingServer): Promise<Embedder> {
  const { OpenAIEmbeddings } = await import('@langchain/openai');
  const embeddings = new OpenAIEmbeddings({
    model,
    apiKey,
    timeout,
    maxRetries: 2,
    batchSize: 64,
    configuration: { baseURL: baseUrl },
  });
  return {
    name: `${baseUrl} ${model}`,
    embedDocuments: (texts) => embeddings.embedDocuments(texts),
    embedQuery: (text) => embeddings.embedQuery(text),
  };
}
