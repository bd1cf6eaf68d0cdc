/** Keeps a running server on the newest knowledge: built aside, swapped in between turns, written to the audit log. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { assemble, type Parts } from '../assemble.ts';
import { addAudit, type Store } from '../bot/store/index.ts';
import type { Config } from '../config.ts';
import { filesFingerprint, fingerprintDocuments, importedFingerprint, servingVersion } from '../knowledge/index.ts';
import { compareDocuments } from './compare-documents.ts';
import { auditDetail, compareKnowledge, firstOf } from './compare-knowledge.ts';
import type { LiveParts } from './live-parts.ts';
import { prepareInChild } from './prepare-in-child.ts';
import { tellLocalChange } from './tell-local-change.ts';
import { type Fingerprint, fingerprintOf, type Watch, watchKnowledge } from './watch-knowledge.ts';

/** What is looked at for changes. Another kind of knowledge adds its own line. */
export const knowledgeFingerprints = (config: Config): readonly Fingerprint[] => [
  () => importedFingerprint(config.importedFolder),
  () => filesFingerprint(join(config.knowledgeFolder, 'guides'), '.yaml'),
  () => filesFingerprint(join(config.knowledgeFolder, 'cards'), '.yaml'),
  () => filesFingerprint(config.localFolder, '.yaml'),
  () => fileFingerprint(config.unitFile),
  () => fingerprintDocuments(join(config.dataFolder, 'documents')),
];

async function fileFingerprint(file: string): Promise<string> {
  const found = await stat(file).catch(() => null);
  return `${found?.size} ${found?.mtimeMs}`;
}

export interface FollowOptions {
  readonly config: Config;
  readonly live: LiveParts;
  readonly store: Pick<Store, 'database'>;
  /** Fingerprint of what serves, taken before it was loaded. */
  readonly serving: string;
  readonly log: {
    readonly info: (fields: object, text: string) => void;
    readonly error: (fields: object, text: string) => void;
  };
}

/** Milliseconds between two looks at the disk; a look takes a few. */
const every = 2_000;

export const followKnowledge = (options: FollowOptions): Watch =>
  watchKnowledge(options.serving, {
    fingerprints: knowledgeFingerprints(options.config),
    every,
    renew: () => takeOver(options),
    onError: (err) =>
      options.log.error(
        { err },
        'New knowledge is not taken over: what served before serves on. Mend it, or roll back.',
      ),
  });

async function takeOver({ config, live, store, log }: FollowOptions): Promise<string> {
  const started = performance.now();
  const taken = await prepareUntilSettled(config);
  const before = live.parts;
  const next = await assemble(config, { before });
  const change = await compareKnowledge(before.tools.library, next.tools.library);
  await warmUp(next);
  const detail = { ...auditDetail(change), ...writtenDetail(before, next), imported: importedBy(config) };
  // Written down before it serves: what cannot be written down is not taken over.
  await store.database.outer
    .transaction()
    .execute((handle) => addAudit(handle, { actor: 'knowledge', action: 'taken-over', object: 'knowledge', detail }));
  live.swap(next);
  const cost = { ms: Math.round(performance.now() - started), rssMb: Math.round(process.memoryUsage.rss() / 1e6) };
  log.info({ ...detail, ...cost }, 'New knowledge serves');
  return taken;
}

/** What the wards themselves changed. */
function writtenDetail({ written: was }: Parts, { written: is }: Parts) {
  const { added, removed, approved } = compareDocuments(was.documents, is.documents);
  return {
    local: firstOf(tellLocalChange(was.local, is.local)),
    documents: { added: firstOf(added), removed: firstOf(removed), approved: firstOf(approved) },
  };
}

const mostTries = 5;

/** What changes while it is built is built again: the server itself must find all of it done. Resolves with its fingerprint. */
async function prepareUntilSettled(config: Config): Promise<string> {
  const fingerprints = knowledgeFingerprints(config);
  for (let left = mostTries; ; left -= 1) {
    const before = await fingerprintOf(fingerprints);
    await prepareInChild();
    if (left <= 1 || (await fingerprintOf(fingerprints)) === before) return before;
  }
}

/** The weights of words are learnt at the first question: let that not be a citizen's. */
export async function warmUp({ tools }: Parts): Promise<void> {
  await new Promise(setImmediate);
  tools.relevance.score('lệ phí đăng ký khai sinh', 'Miễn lệ phí.');
}

function importedBy({ importedFolder }: Config) {
  const version = servingVersion(importedFolder);
  return version && { version: version.number, did: version.did, by: version.by, at: version.at };
}
