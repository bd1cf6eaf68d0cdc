/** `knowledge draft CODE`: a guide to edit, from what was imported, else from the records. */
import { draftGuide } from '../draft-guide.ts';
import { currentVersion, readVersion } from '../import/version-store.ts';
import { findRecords, recordFolder } from '../records/find-records.ts';
import type { Surroundings } from './surroundings.ts';

/** Exit code: 1 where there is no such record, 2 when the arguments make no sense. */
export async function draftCommand(args: readonly string[], surroundings: Surroundings): Promise<number> {
  const { importedFolder: imported, today, say } = surroundings;
  const [code, ...more] = args;
  if (code === undefined || code.startsWith('-') || more.length > 0) {
    say('knowledge draft CODE > FILE.yaml');
    return 2;
  }
  const draft = readVersion(imported, currentVersion(imported)).drafts.get(code)?.record;
  const record = draft ?? (await findRecords()).get(code);
  say(record ? draftGuide(record, today) : `No record ${code} was imported, and none is under ${recordFolder}.`);
  return record ? 0 : 1;
}
