/** Puts the assistant's parts together from the knowledge on disk. Used by `main.ts` alone. */
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
import { loadCachedKnowledge, loadCalendar, loadDocuments, loadLocal, loadPlaces } from './knowledge/index.ts';
import { documentsOf, openSearchEngine } from './retrieval/index.ts';

export interface Parts {
  readonly tools: Tools;
  readonly steps: readonly Step[];
  readonly speak: SpeechMaker;
}

/** @throws {KnowledgeFileError} when a guide, card the unit file or a local file is broken: the program must not start. */
export async function assemble(config: Config, onProgress?: (text: string) => void): Promise<Parts> {
  const knowledge = loadCachedKnowledge(config.knowledgeFolder, join(config.dataFolder, 'knowledge.json'));
  const desk = loadDesk(config.unitFile);
  const places = loadPlaces(join(config.knowledgeFolder, 'places'));
  const engine = await openSearchEngine(documentsOf(knowledge), {
    cacheFolder: join(config.dataFolder, 'index'),
    ...(onProgress ? { onProgress } : {}),
  });
  const shelved = await loadDocuments(join(config.dataFolder, 'documents'));
  for (const problem of shelved.problems) onProgress?.(`Document left out: ${problem}`);
  const tools: Tools = {
    library: openLibrary(knowledge),
    engine,
    relevance: learnRelevance(knowledge.guides),
    events: knowledge.events,
    channels: knowledge.channels,
    calendar: loadCalendar(join(config.knowledgeFolder, 'calendar')),
    dossiers: null,
    notices: null,
    ownData: null,
    identity: null,
    units: openUnits({ desk, files: loadLocal(config.localFolder, places), places }),
    places: openPlaceFinder(places),
    documents: openShelf(shelved.documents),
  };
  return { tools, steps: pipeline(tools), speak: loadSpeech() };
}
