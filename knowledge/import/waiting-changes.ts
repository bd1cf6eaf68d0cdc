/** What a newer record, which nobody has decided about, would change of a guide that serves. */
import type { Guide } from '../guide.ts';
import { diffFields, type FieldChange } from './diff-fields.ts';
import { stateOf } from './draft.ts';
import { guideOfRecord } from './guide-of-record.ts';
import { currentVersion, readVersion } from './version-store.ts';

/** [] where nothing waits. @throws {ImportError} `version-broken` */
export function waitingChanges(folder: string, serving: Guide): readonly FieldChange[] {
  const imported = readVersion(folder, currentVersion(folder));
  const draft = imported.drafts.get(serving.code);
  if (!draft || stateOf(draft, imported) !== 'draft') return [];
  return diffFields(serving, guideOfRecord(draft.record));
}
