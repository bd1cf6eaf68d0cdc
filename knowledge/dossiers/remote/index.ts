/** One-stop systems over the wire. Apart from `knowledge/index.ts`, so that only a server that follows one loads its parts. */

export { type DossierMapping, dossierMappingSchema, loadDossierMapping } from './dossier-mapping.ts';
export { openRemoteSource } from './open-remote-source.ts';
export { defaultLimits, type RemoteLimits, type RemoteOptions } from './remote-options.ts';
