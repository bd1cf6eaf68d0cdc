/** Puts the desk together that the steps of a turn ask. */
import type { Embedder } from '../../retrieval/index.ts';
import type { Turn } from '../step.ts';
import type { ModelDesk } from './model-desk.ts';
import type { ModelLedger } from './model-ledger.ts';
import type { ModelSettings } from './model-settings.ts';
import { askingFor, openModel } from './open-model.ts';

export interface DeskParts {
  readonly settings: ModelSettings;
  readonly ledger: ModelLedger;
  /** Names of the sign-ins of a citizen that last. */
  readonly namesOf?: (citizenId: string) => Promise<readonly string[]>;
  /** What was said before in a talk, masked. */
  readonly saidBefore?: (message: Turn['message']) => Promise<readonly string[]>;
  readonly onError?: (error: unknown) => void;
}

export function openModelDesk({ settings, ledger, namesOf, saidBefore, onError = () => {} }: DeskParts): ModelDesk {
  const { turnMs, rerank, model } = settings;
  const port = openModel({ settings, ledger, onError });
  return {
    ...{ port, turnMs, rerank, onError },
    embedder: embedderOf(port, settings),
    embedFor: askingFor,
    // A name that cannot be read cannot be taken out: then the model is not asked.
    namesOf: async ({ citizenId }) => (citizenId && namesOf ? namesOf(citizenId) : []),
    saidBefore: async (message) => saidBefore?.(message).catch(() => []) ?? [],
    keepCaught: (draft) => ledger.keepCaught({ ...draft, model }),
  };
}

/** Loads its client with the first text. */
function embedderOf(port: ReturnType<typeof openModel>, { baseUrl, embeddings }: ModelSettings): Embedder | null {
  if (embeddings === null) return null;
  const opened = async () => {
    const client = await port.embeddings();
    if (!client) throw new Error('No model for embeddings is set');
    return client;
  };
  return {
    name: `${baseUrl} ${embeddings}`,
    embedDocuments: async (texts) => (await opened()).embedDocuments(texts),
    embedQuery: async (text) => (await opened()).embedQuery(text),
  };
}
