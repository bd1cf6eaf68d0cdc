/** The engine as a LangChain retriever, for chains that expect one. */
import { Document } from '@langchain/core/documents';
import { BaseRetriever } from '@langchain/core/retrievers';
import type { SearchDocument } from './documents/search-document.ts';
import type { Hit, SearchEngine } from './search-engine.ts';

/** What a found document tells of itself. Lists are one JSON string: vector stores take no lists. */
export interface ProcedureMetadata extends Record<string, unknown> {
  readonly id: string;
  readonly title: string;
  readonly kind: SearchDocument['kind'];
  readonly score: number;
  readonly why: string;
}

/** Finds procedures; a document's text is its names and its body. Never finds more than `limit`, 5 unless told. */
export class ProcedureRetriever extends BaseRetriever<ProcedureMetadata> {
  lc_namespace = ['hoi-mot-cua', 'retrieval'];
  readonly engine: SearchEngine;
  readonly documents: ReadonlyMap<string, SearchDocument>;
  readonly limit: number;

  constructor(engine: SearchEngine, documents: readonly SearchDocument[], { limit = 5 }: { limit?: number } = {}) {
    super();
    this.engine = engine;
    this.documents = new Map(documents.map((document) => [document.id, document]));
    this.limit = limit;
  }

  override async _getRelevantDocuments(question: string): Promise<Document<ProcedureMetadata>[]> {
    const { hits } = await this.engine.find(question, { limit: this.limit });
    return hits.flatMap((hit) => {
      const found = this.documents.get(hit.id);
      return found ? [documentOf(found, hit)] : [];
    });
  }
}

function documentOf(
  { id, title, plainTitle, kind, body }: SearchDocument,
  { score, why }: Hit,
): Document<ProcedureMetadata> {
  return new Document({
    id,
    pageContent: [title, plainTitle, ...Object.values(body)].filter(Boolean).join('\n'),
    metadata: { id, title, kind, score, why: JSON.stringify(why) },
  });
}
