/** One import: reads files, finds what is doubtful, and makes the next version. Nothing is kept until all is read. */
import { checkCode, wantedCode } from './check-code.ts';
import { compareAll, compareWithBefore } from './compare-with-known.ts';
import { countDoubts, type DoubtKind } from './doubt.ts';
import { type Draft, digestOf, type Imported, type Listed, nothingImported } from './draft.ts';
import { findDoubts } from './find-doubts.ts';
import { type Refused, refused } from './found.ts';
import { readImportFile } from './read-import-file.ts';
import { refreshApproved } from './refresh-approved.ts';
import type { Version } from './version.ts';
import { changeVersion } from './version-store.ts';

export interface ImportRequest {
  /** Where versions are kept. */
  readonly folder: string;
  readonly files: readonly string[];
  /** The one code that every file must hold. */
  readonly code: string | null;
  readonly by: string;
  readonly at: Date;
  /** Told after each file and each thousand records. */
  readonly onProgress?: (text: string) => void;
}

export interface ImportReport {
  readonly read: number;
  readonly listed: number;
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly unchanged: number;
  /** Of those added or changed. */
  readonly doubts: readonly (readonly [DoubtKind, number])[];
  readonly refused: readonly Refused[];
  /** Codes whose guide a person edited: it serves on as it is. */
  readonly keptEdited: readonly string[];
  /** `null` when nothing was new. */
  readonly version: Version | null;
}

interface Read {
  readonly drafts: ReadonlyMap<string, Draft>;
  readonly listed: ReadonlyMap<string, Listed>;
  readonly refused: readonly Refused[];
}

/** @throws {ImportError} when the version that serves is broken, or another change was always faster. */
export async function importRecords(request: ImportRequest): Promise<ImportReport> {
  const read = await readAll(request);
  let outcome = nothingNew;
  const version = changeVersion(request.folder, { did: 'import', by: request.by, at: request.at }, (now) => {
    outcome = mergeInto(now, read);
    if (outcome.same) return null;
    return { imported: outcome.imported, says: `${outcome.added.length} new, ${outcome.changed.length} changed` };
  });
  const { added, changed, drafts, keptEdited } = outcome;
  const fresh = [...added, ...changed].map((code) => drafts.get(code)?.doubts ?? []);
  return {
    read: read.drafts.size,
    listed: read.listed.size,
    added,
    changed,
    unchanged: read.drafts.size - added.length - changed.length,
    doubts: countDoubts(fresh),
    refused: read.refused,
    keptEdited,
    version,
  };
}

async function readAll({ files, code, onProgress = () => {} }: ImportRequest): Promise<Read> {
  const drafts = new Map<string, Draft>();
  const listed = new Map<string, Listed>();
  const refusals: Refused[] = [];
  for (const file of files) {
    const wanted = wantedCode(file, code);
    for await (const found of readImportFile(file)) {
      const one = checkCode(found, wanted);
      if (one.kind === 'refused') refusals.push(one);
      else if (one.kind === 'listed') listed.set(one.listed.code, one.listed);
      else {
        const before = drafts.get(one.record.id);
        if (before)
          refusals.push(refused(one.where, `${one.record.id} stands at ${before.from} already: kept is that one`));
        else drafts.set(one.record.id, draftOf(one));
        if (!before && drafts.size % 1000 === 0) onProgress(`${drafts.size} records read`);
      }
    }
    onProgress(`${file}: read, ${drafts.size} records so far`);
  }
  return { drafts, listed, refused: refusals };
}

const draftOf = ({ record, where }: { readonly record: Draft['record']; readonly where: string }): Draft => ({
  code: record.id,
  digest: digestOf(record),
  doubts: findDoubts(record),
  from: where,
  record,
});

interface Merged {
  readonly imported: Imported;
  readonly drafts: ReadonlyMap<string, Draft>;
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly keptEdited: readonly string[];
  readonly same: boolean;
}

const nothingNew: Merged = {
  imported: nothingImported,
  drafts: new Map(),
  added: [],
  changed: [],
  keptEdited: [],
  same: true,
};

/** The drafts that were there before stay where the files do not have them. */
function mergeInto(now: Imported, read: Read): Merged {
  const listed = new Map([...now.listed, ...read.listed]);
  const incoming = [...read.drafts.values()].map((draft) => compareWithBefore(draft, now.drafts.get(draft.code)));
  const added = incoming.filter(({ code }) => !now.drafts.has(code)).map(({ code }) => code);
  const changed = incoming.filter((draft) => isChanged(draft, now)).map(({ code }) => code);
  const merged = new Map([...now.drafts, ...incoming.map((draft) => [draft.code, draft] as const)]);
  const drafts = compareAll(merged.values(), listed);
  const approved = refreshApproved(now.approved, drafts);
  const later = incoming.some(({ code, record }) => now.drafts.get(code)?.record.crawled !== record.crawled);
  const keptEdited = changed.filter((code) => now.approved.get(code)?.edited === true);
  const same = added.length + changed.length + read.listed.size === 0 && !later;
  return { imported: { ...now, drafts, listed, approved }, drafts, added, changed, keptEdited, same };
}

const isChanged = ({ code, digest }: Draft, now: Imported): boolean => {
  const before = now.drafts.get(code);
  return before !== undefined && before.digest !== digest;
};
