/** Puts the assistant's parts together from the knowledge on disk. Used by the composition root alone. */
import { join } from 'node:path';
import {
  learnRelevance,
  loadDesk,
  loadSpeech,
  openLibrary,
  openPlaceFinder,
  pipeline,
  type SpeechMaker,
  type Step,
  type Tools,
} from './bot/index.ts';
import type { Config } from './config.ts';
import { loadCachedKnowledge, loadPlaces } from './knowledge/index.ts';
import { documentsOf, openSearchEngine } from './retrieval/index.ts';

export interface Parts {
  readonly tools: Tools;
  readonly steps: readonly Step[];
  readonly speak: SpeechMaker;
}

export interface AssembleOptions {
  readonly onProgress?: (text: string) => void;
  /** Parts whose places and texts are kept: they do not change while the program runs. */
  readonly before?: Parts;
}

/**
 * @throws {KnowledgeFileError} when a guide, card or the unit file is broken: the program must not start.
 * @throws {ImportError} when what was imported is broken.
 */
export async function assemble(config: Config, { onProgress, before }: AssembleOptions = {}): Promise<Parts> {
  const knowledge = loadCachedKnowledge({
    folder: config.knowledgeFolder,
    importedFolder: config.importedFolder,
    cacheFile: join(config.dataFolder, 'knowledge.json'),
  });
  const desk = loadDesk(config.unitFile);
  const engine = await openSearchEngine(documentsOf(knowledge), {
    cacheFolder: join(config.dataFolder, 'index'),
    ...(onProgress ? { onProgress } : {}),
  });
  const tools: Tools = {
    library: openLibrary(knowledge),
    engine,
    // The words of 2,800 records more would weigh what is rare in a ward's own matters otherwise, and take seconds.
    relevance: learnRelevance(knowledge.guides.filter(({ origin }) => origin !== 'imported')),
    events: knowledge.events,
    channels: knowledge.channels,
    desk,
    places: before?.tools.places ?? openPlaceFinder(loadPlaces(join(config.knowledgeFolder, 'places'))),
  };
  return { tools, steps: pipeline(tools), speak: before?.speak ?? loadSpeech() };
}
