/** Puts the assistant's parts together from the knowledge on disk. Used by the composition root alone. */
import { join } from 'node:path';
import {
  learnRelevance,
  loadDesk,
  loadSpeech,
  openLibrary,
  openPlaceFinder,
  openShelf,
  openUnits,
  pipeline,
  type SpeechMaker,
  type Step,
  type Tools,
} from './bot/index.ts';
import type { Config } from './config.ts';
import {
  type Addition,
  type Knowledge,
  type LocalFiles,
  loadCachedKnowledge,
  loadCalendar,
  loadDocuments,
  loadLocal,
  loadPlaces,
  type Places,
  type WardDocument,
  withAdditions,
} from './knowledge/index.ts';
import {
  documentsOf,
  type Embedder,
  type OpenOptions,
  openSearchEngine,
  type SearchEngine,
} from './retrieval/index.ts';

export interface Parts {
  readonly tools: Tools;
  readonly steps: readonly Step[];
  readonly speak: SpeechMaker;
  /** Tables of places, as they were read. */
  readonly places: Places;
  /** What the library was made of. */
  readonly knowledge: Knowledge;
  /** What the wards wrote themselves, as it was read: the next parts are compared with it. */
  readonly written: { readonly local: LocalFiles; readonly documents: readonly WardDocument[] };
}

/** The tools that need a store. */
export type Connected = Pick<
  Tools,
  'dossiers' | 'notices' | 'ownData' | 'identity' | 'handOffs' | 'switches' | 'model'
>;
const nothing: Connected = { dossiers: null, notices: null, ownData: null, identity: null, handOffs: null };

const connectedOf = ({
  tools: { dossiers, notices, ownData, identity, handOffs, switches, model },
}: Parts): Connected => ({
  dossiers,
  notices,
  ownData,
  identity,
  ...(switches ? { switches } : {}),
  ...(model ? { model } : {}),
  handOffs,
});

/** Where it reads from. */
export type Folders = Pick<
  Config,
  'knowledgeFolder' | 'dataFolder' | 'importedFolder' | 'editorialFolder' | 'localFolder' | 'unitFile'
>;

export interface AssembleOptions {
  readonly onProgress?: (text: string) => void;
  /** Parts whose places, texts and ties to the store are kept: they do not change while the program runs. */
  readonly before?: Parts;
  /** What turns may do with the store; without it nothing of a person is read or kept. */
  readonly connected?: Partial<Connected>;
  /** Laid over the knowledge for a trial: nothing of it is kept on disk. */
  readonly trial?: readonly Addition[];
}

/**
 * @throws {KnowledgeFileError} when a guide, card, the unit file or a local file is broken: the program must not start.
 * @throws {ImportError} when what was imported is broken.
 */
export async function assemble(
  config: Folders,
  { onProgress, before, connected, trial }: AssembleOptions = {},
): Promise<Parts> {
  const served = loadCachedKnowledge({
    folder: config.knowledgeFolder,
    importedFolder: config.importedFolder,
    editorialFolder: config.editorialFolder,
    cacheFile: join(config.dataFolder, 'knowledge.json'),
  });
  const knowledge = trial ? withAdditions(served, trial) : served;
  const desk = loadDesk(config.unitFile);
  const places = before?.places ?? loadPlaces(join(config.knowledgeFolder, 'places'));
  const ties = before ? connectedOf(before) : { ...nothing, ...connected };
  const engine = await openEngine(knowledge, ties.model?.embedder ?? null, {
    ...(trial ? {} : { cacheFolder: join(config.dataFolder, 'index') }),
    ...(onProgress ? { onProgress } : {}),
  });
  const shelved = await loadDocuments(join(config.dataFolder, 'documents'));
  for (const problem of shelved.problems) onProgress?.(`Document left out: ${problem}`);
  const local = loadLocal(config.localFolder, places);
  const tools: Tools = {
    library: openLibrary(knowledge),
    engine,
    // The words of 2,800 records more would weigh what is rare in a ward's own matters otherwise, and take seconds.
    relevance: learnRelevance(knowledge.guides.filter(({ origin }) => origin !== 'imported')),
    events: knowledge.events,
    channels: knowledge.channels,
    calendar: loadCalendar(join(config.knowledgeFolder, 'calendar')),
    ...ties,
    units: openUnits({ desk, files: local, places }),
    places: before?.tools.places ?? openPlaceFinder(places),
    documents: openShelf(shelved.documents),
  };
  const written = { local, documents: shelved.documents };
  return { tools, steps: pipeline(tools), speak: before?.speak ?? loadSpeech(), places, knowledge, written };
}

/** With the vectors of an embedder outside where it can be reached; else with our own space of meaning alone. */
async function openEngine(
  knowledge: Knowledge,
  embedder: Embedder | null,
  options: Omit<OpenOptions, 'embedder'>,
): Promise<SearchEngine> {
  const documents = documentsOf(knowledge);
  if (!embedder) return openSearchEngine(documents, options);
  try {
    return await openSearchEngine(documents, { ...options, embedder });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    options.onProgress?.(`No embeddings from ${embedder.name}, the offline ones serve: ${why}`);
    return openSearchEngine(documents, options);
  }
}
