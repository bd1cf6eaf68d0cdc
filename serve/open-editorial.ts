/** Ties the editors' desk to the store, the knowledge that serves and the data folder. */
import { setTimeout as sleep } from 'node:timers/promises';
import {
  createEditorialDesk,
  createTryer,
  type EditorialDesk,
  type ImportedRecords,
  publishApproved,
} from '../bot/index.ts';
import type { Store } from '../bot/store/index.ts';
import type { Config } from '../config.ts';
import { editorialFingerprint, importedFingerprint, importedRecord, importedTitles } from '../knowledge/index.ts';
import type { LiveParts } from './live-parts.ts';
import { tryInChild } from './try-addition.ts';

/** How long a page waits for a trial before it asks again, in ms. */
const patience = 8_000;

export interface EditorialTies {
  readonly desk: EditorialDesk;
  /** Brings what another copy of the program approved to this one's folder. */
  readonly publish: () => Promise<boolean>;
}

export function openEditorial(config: Config, store: Store, live: LiveParts): EditorialTies {
  const { editorialFolder: folder, importedFolder } = config;
  const publish = () => publishApproved({ drafts: store.editorialDrafts, folder });
  const desk = createEditorialDesk({
    openQuestions: store.openQuestions,
    drafts: store.editorialDrafts,
    engine: () => live.parts.tools.engine,
    library: () => live.library,
    records: recordsOf(importedFolder),
    tryer: createTryer({
      judge: (addition) => tryInChild(addition),
      serving: () => `${importedFingerprint(importedFolder)} ${editorialFingerprint(folder)}`,
      wait: () => sleep(patience, undefined, { ref: false }),
    }),
    publish,
    fourEyes: config.EDITORIAL_FOUR_EYES === 'yes',
    now: () => new Date(),
  });
  return { desk, publish };
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
