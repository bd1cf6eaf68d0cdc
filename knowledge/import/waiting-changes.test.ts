import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { approveDrafts, rejectDrafts } from './decide-drafts.ts';
import { guideOfRecord } from './guide-of-record.ts';
import { importRecords } from './import-records.ts';
import { testFolder, testRecord, writeLines } from './test-record.ts';
import { waitingChanges } from './waiting-changes.ts';

jest.setTimeout(60_000);

const at = new Date('2026-11-22T02:00:00Z');
const serving = guideOfRecord(testRecord());
const newer = testRecord({ decision: '99/QĐ-BNV' });
const change = { path: 'source.decision', before: '12/QĐ-BNV', after: '99/QĐ-BNV' };

describe('what waits for an editor’s decision', () => {
  let place = '';
  let folder = '';
  beforeEach(() => {
    place = testFolder();
    folder = join(place, 'imported');
  });
  afterEach(() => rmSync(place, { recursive: true, force: true }));
  const importing = (record: unknown) =>
    importRecords({ folder, files: [writeLines(join(place, 'a.jsonl'), [record])], code: null, by: 'Lan', at });
  const choice = { codes: [serving.code], clean: false, level: null };

  it('is nothing where nothing, or nothing of this procedure, was imported', async () => {
    expect(waitingChanges(folder, serving)).toEqual([]);
    await importing(testRecord({ id: '1.900002', decision: '99/QĐ-BNV' }));
    expect(waitingChanges(folder, serving)).toEqual([]);
  });

  it('is what a newer record says otherwise, until somebody approves it', async () => {
    await importing(newer);
    expect(waitingChanges(folder, serving)).toContainEqual(change);
    approveDrafts(choice, { folder, by: 'Lan', at });
    expect(waitingChanges(folder, serving)).toEqual([]);
  });

  it('is nothing of a record that was rejected, and again something when that record changes', async () => {
    await importing(newer);
    rejectDrafts(choice, 'phường không làm', { folder, by: 'Lan', at });
    expect(waitingChanges(folder, serving)).toEqual([]);
    await importing(testRecord({ decision: '100/QĐ-BNV' }));
    expect(waitingChanges(folder, serving)).toContainEqual({ ...change, after: '100/QĐ-BNV' });
  });

  it('is not guessed from a version that is broken', async () => {
    await importing(newer);
    writeFileSync(join(folder, '000001', 'drafts.jsonl'), '{');
    expect(() => waitingChanges(folder, serving)).toThrow(expect.objectContaining({ code: 'version-broken' }));
  });
});
