/** The knowledge from one file that was written at the last start, as long as no source file has changed. */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { editorialFingerprint, readEditorial } from './editorial/editorial-folder.ts';
import { withAdditions } from './editorial/with-editorial.ts';
import { loadWithImported } from './import/served-guides.ts';
import { importedFingerprint } from './import/version-store.ts';
import type { Knowledge } from './load-knowledge.ts';

interface Cached {
  readonly digest: string;
  readonly knowledge: Knowledge;
}

export interface KnowledgePlaces {
  /** Of the hand-made guides and cards. */
  readonly folder: string;
  /** `data/imported`; it may be absent. */
  readonly importedFolder: string;
  /** `data/editorial`, what editors approved; it may be absent. */
  readonly editorialFolder: string;
  readonly cacheFile: string;
}

/**
 * Like `loadWithImported`, with what editors approved over it, but parses and checks the YAML files only when one of them, or a schema, is not the same as
 * at the last time. A cache that cannot be read or written costs time, never truth.
 *
 * @throws {KnowledgeFileError} when a file is broken.
 * @throws {ImportError} when what was imported is broken.
 * @throws {EditorialFileError} when what was approved is broken.
 */
export function loadCachedKnowledge({
  folder,
  importedFolder,
  editorialFolder,
  cacheFile,
}: KnowledgePlaces): Knowledge {
  const digest = `${digestOf(folder)} ${importedFingerprint(importedFolder)} ${editorialFingerprint(editorialFolder)}`;
  const cached = readCache(cacheFile);
  if (cached?.digest === digest) return cached.knowledge;
  const approved = readEditorial(editorialFolder)?.entries ?? [];
  const knowledge = withAdditions(
    loadWithImported(folder, importedFolder),
    approved.map(({ addition }) => addition),
  );
  writeCache(cacheFile, { digest, knowledge });
  return knowledge;
}

/** Over every YAML file and every schema below the folder. */
function digestOf(folder: string): string {
  const hash = createHash('sha256');
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.yaml') || (name.endsWith('.ts') && !name.endsWith('.test.ts')),
  );
  for (const name of names.sort())
    hash
      .update(name)
      .update('\0')
      .update(readFileSync(join(folder, name)))
      .update('\0');
  return hash.digest('hex');
}

function readCache(file: string): Cached | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Cached;
  } catch {
    return null;
  }
}

function writeCache(file: string, cached: Cached): void {
  const draft = `${file}.${process.pid}.tmp`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(draft, JSON.stringify(cached));
    renameSync(draft, file);
  } catch {
    // Without a cache the next start is slower.
  }
}
