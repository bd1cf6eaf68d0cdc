/** Ties the editors' desk to the store, the knowledge that serves and the data folder. */

import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Router } from 'express';
import {
  createCaughtDesk,
  createEditorialDesk,
  createPracticeDesk,
  createSampleDesk,
  createTryer,
  type EditorialDesk,
  factsOf,
  type ImportedRecords,
  type Library,
  loadNeverGood,
  loadScenarios,
  type PracticeDesk,
  publishApproved,
  type SampleDesk,
  startEditorialJobs,
} from '../bot/index.ts';
import type { Store } from '../bot/store/index.ts';
import { makeEditorialApi, type StaffGate } from '../channels/index.ts';
import type { Config } from '../config.ts';
import {
  editorialFingerprint,
  filesFingerprint,
  importedFingerprint,
  importedRecord,
  importedTitles,
} from '../knowledge/index.ts';
import type { LiveParts } from './live-parts.ts';
import { tryInChild } from './try-addition.ts';

/** How long a page waits for a trial before it asks again, in ms. */
const patience = 8_000;

export interface EditorialTies {
  readonly desk: EditorialDesk;
  readonly samples: SampleDesk;
  readonly practice: PracticeDesk;
  /** Below /console/api/editorial. */
  routes(gate: StaffGate): Router;
  /** Resolves `stop` when nothing of it is under way. */
  start(): { readonly stop: () => Promise<void> };
}

interface Around {
  readonly config: Config;
  readonly store: Store;
  readonly live: LiveParts;
  readonly onError: (error: unknown) => void;
}

export function openEditorial({ config, store, live, onError }: Around): EditorialTies {
  const publish = () => publishApproved({ drafts: store.editorialDrafts, folder: config.editorialFolder });
  const desk = openDesk({ config, store, live, publish });
  const samples = openSamples(config, store, live.library);
  const practice = createPracticeDesk({
    talks: store.practiceTalks,
    scenarios: loadScenarios(),
    always: loadNeverGood(),
    library: () => live.library,
    now: () => new Date(),
    newSeed: randomUUID,
  });
  const { speak } = live.parts;
  const caught = createCaughtDesk({ database: store.database, serving: () => live.parts, now: () => new Date() });
  return {
    desk,
    samples,
    practice,
    routes: (gate) => makeEditorialApi({ gate, desk, samples, practice, caught, speak, onError }),
    start: () => startEditorialJobs({ publish, draw: samples.draw, onError }),
  };
}

/** Also for the command `samples`, which has a store and a library alone. */
export const openSamples = (config: Config, store: Store, library: Library): SampleDesk =>
  createSampleDesk({
    samples: store.samples,
    fieldOf: (code) => {
      const entry = library.find(code);
      return entry && factsOf(entry).field;
    },
    size: config.SAMPLE_SIZE,
    now: () => new Date(),
  });

interface DeskParts extends Omit<Around, 'onError'> {
  readonly publish: () => Promise<boolean>;
}

function openDesk({ config, store, live, publish }: DeskParts): EditorialDesk {
  const { editorialFolder, importedFolder, knowledgeFolder } = config;
  return createEditorialDesk({
    openQuestions: store.openQuestions,
    drafts: store.editorialDrafts,
    engine: () => live.parts.tools.engine,
    library: () => live.library,
    records: recordsOf(importedFolder),
    tryer: createTryer({
      judge: (addition) => tryInChild(addition),
      serving: async () =>
        `${importedFingerprint(importedFolder)} ${editorialFingerprint(editorialFolder)} ${await filesFingerprint(knowledgeFolder, '.yaml')}`,
      wait: () => sleep(patience, undefined, { ref: false }),
    }),
    publish,
    fourEyes: config.EDITORIAL_FOUR_EYES === 'yes',
    now: () => new Date(),
  });
}

/** Titles are read once a version: there may be thousands. */
function recordsOf(folder: string): ImportedRecords {
  let known: { readonly fingerprint: string; readonly titles: ReturnType<typeof importedTitles> } | null = null;
  return {
    find: (code) => importedRecord(folder, code),
    titles() {
      const fingerprint = importedFingerprint(folder);
      if (known?.fingerprint !== fingerprint) known = { fingerprint, titles: importedTitles(folder) };
      return known.titles;
    },
  };
}
