/** Ties the province's one-stop system to the store, where the settings name one. */
import type { Logger } from 'pino';
import { type ConnectedSource, connectSource, inSpan } from '../bot/index.ts';
import type { Store } from '../bot/store/index.ts';
import { type Config, dossierSource } from '../config.ts';
import { type DossierSource, SourceError } from '../knowledge/index.ts';

export interface SourceSurroundings {
  readonly store: Store;
  readonly log: Logger;
}

/** `null` where no system is set. @throws {SettingError} or {KnowledgeFileError} for a secret or a mapping that cannot be read. */
export async function openDossierSource(
  config: Config,
  { store, log }: SourceSurroundings,
): Promise<ConnectedSource | null> {
  const options = dossierSource(config);
  if (options === null) return null;
  // Only a server with such a system loads what it needs.
  const { loadDossierMapping, openRemoteSource } = await import('../knowledge/dossiers/remote/index.ts');
  const mapping = config.DOSSIER_MAPPING_FILE ? { mapping: loadDossierMapping(config.DOSSIER_MAPPING_FILE) } : {};
  const remote = openRemoteSource({ ...options, ...mapping });
  const find: DossierSource['find'] = (code, signal) => inSpan('source', 'find', () => remote.find(code, signal));
  const source = { ...remote, find };
  return connectSource({
    source,
    keep: (dossiers, from) => store.dossiers.keep(dossiers, from),
    cursors: store.sourceCursors,
    onError: (error) => log.warn(faultOf(error), 'The one-stop system could not be read'),
    onNotes: (notes) => log.warn({ source: source.name, notes }, 'The one-stop system told of dossiers with faults'),
  });
}

/** A `SourceError` is for an operator to read; anything else is a fault of ours and needs its stack. */
const faultOf = (error: unknown) =>
  error instanceof SourceError ? { fault: error.code, what: error.message } : { err: error };
