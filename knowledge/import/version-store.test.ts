import { existsSync, mkdirSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { type Draft, digestOf, type Imported, nothingImported } from './draft.ts';
import { ImportError } from './import-error.ts';
import { rollBack } from './roll-back.ts';
import { testFolder, testRecord } from './test-record.ts';
import {
  type Change,
  changeVersion,
  commitVersion,
  currentVersion,
  importedFingerprint,
  listVersions,
  readVersion,
  versionFolder,
} from './version-store.ts';

// The disk is asked to have written every version: on a busy machine that takes its time.
jest.setTimeout(60_000);

const at = new Date('2026-11-22T02:00:00Z');
const change = (base: number, says = ''): Change => ({ base, did: 'import', by: 'Lan', at, says });

function holding(...codes: readonly string[]): Imported {
  const drafts = codes.map((id): readonly [string, Draft] => {
    const record = testRecord({ id });
    return [id, { code: id, digest: digestOf(record), doubts: [], from: 'x:1', record }];
  });
  return { ...nothingImported, drafts: new Map(drafts) };
}

const codeOf = (call: () => unknown): string => {
  try {
    call();
  } catch (error) {
    if (error instanceof ImportError) return error.code;
    throw error;
  }
  return 'nothing thrown';
};

describe('the versions of what was imported', () => {
  let folder = '';
  beforeEach(() => {
    folder = testFolder();
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('are none at first', () => {
    expect(currentVersion(join(folder, 'nowhere'))).toBe(0);
    expect(readVersion(folder, 0)).toBe(nothingImported);
    expect(importedFingerprint(folder)).toBe('nothing imported');
  });

  it('serve the newest and keep the one before', () => {
    commitVersion(folder, holding('1.900001'), change(0, 'first'));
    const before = importedFingerprint(folder);
    commitVersion(folder, holding('1.900001', '1.900002'), change(1, 'second'));
    expect(currentVersion(folder)).toBe(2);
    expect([...readVersion(folder, 2).drafts.keys()]).toEqual(['1.900001', '1.900002']);
    expect([...readVersion(folder, 1).drafts.keys()]).toEqual(['1.900001']);
    expect(importedFingerprint(folder)).not.toBe(before);
    expect(listVersions(folder).map((one) => (one instanceof Error ? one.code : one.says))).toEqual([
      'second',
      'first',
    ]);
  });

  it('refuse the second of two changes with the same base, and leave nothing of it', () => {
    commitVersion(folder, holding('1.900001'), change(0));
    expect(codeOf(() => commitVersion(folder, holding('1.900002'), change(0)))).toBe('changed-meanwhile');
    expect([...readVersion(folder, 1).drafts.keys()]).toEqual(['1.900001']);
    expect(readdirSync(folder)).toEqual(['000001']);
  });

  it('do a change again on what another one has made in the meantime', () => {
    let tries = 0;
    changeVersion(folder, change(0), (now) => {
      tries += 1;
      if (tries === 1) commitVersion(folder, holding('1.900001'), change(0));
      return { imported: { ...now, drafts: new Map([...now.drafts, ...holding('1.900002').drafts]) }, says: '' };
    });
    expect(tries).toBe(2);
    expect([...readVersion(folder, 2).drafts.keys()]).toEqual(['1.900001', '1.900002']);
  });

  it('give up a change that is always too late, with a sentence that says what to do', () => {
    let base = 0;
    expect(() =>
      changeVersion(folder, change(0), () => {
        commitVersion(folder, holding('1.900001'), change(base++));
        return { imported: holding('1.900002'), says: '' };
      }),
    ).toThrow('run it again');
  });

  it('keep the last six', () => {
    for (let base = 0; base < 9; base += 1) commitVersion(folder, holding('1.900001'), change(base));
    expect(readdirSync(folder)).toEqual(['000004', '000005', '000006', '000007', '000008', '000009']);
  });

  it('clear away what a killed process left behind an hour ago, and nothing younger', () => {
    for (const [name, age] of [
      ['000001.1.old.draft', 2],
      ['000001.2.young.draft', 0.5],
    ] as const) {
      mkdirSync(join(folder, name));
      const then = new Date(at.getTime() - age * 3_600_000);
      utimesSync(join(folder, name), then, then);
    }
    expect(currentVersion(folder)).toBe(0);
    commitVersion(folder, holding('1.900001'), change(0));
    expect(readdirSync(folder)).toEqual(['000001', '000001.2.young.draft']);
  });

  it.each([
    ['cut off', ''],
    ['changed by hand', '{"code":"1.900001"}\n'],
  ])('are refused when a file was %s, and one can go back', (_how, text) => {
    commitVersion(folder, holding('1.900001'), change(0));
    commitVersion(folder, holding('1.900002'), change(1));
    writeFileSync(join(versionFolder(folder, 2), 'drafts.jsonl'), text);
    expect(codeOf(() => readVersion(folder, 2))).toBe('version-broken');
    expect(() => readVersion(folder, 2)).toThrow('--rollback');
    rollBack(null, { folder, by: 'Lan', at });
    expect([...readVersion(folder, currentVersion(folder)).drafts.keys()]).toEqual(['1.900001']);
  });

  it('can go back without a head as well', () => {
    commitVersion(folder, holding('1.900001'), change(0));
    commitVersion(folder, holding('1.900002'), change(1));
    writeFileSync(join(versionFolder(folder, 2), 'version.json'), '{');
    expect(listVersions(folder)[0]).toBeInstanceOf(ImportError);
    expect(rollBack(null, { folder, by: 'Lan', at })).toMatchObject({ number: 3, did: 'rollback' });
    expect([...readVersion(folder, 3).drafts.keys()]).toEqual(['1.900001']);
  });

  it('go back once by themselves, and further back by number only', () => {
    commitVersion(folder, holding('1.900001'), change(0));
    commitVersion(folder, holding('1.900002'), change(1));
    rollBack(null, { folder, by: 'Lan', at });
    expect(codeOf(() => rollBack(null, { folder, by: 'Lan', at }))).toBe('no-such-version');
    expect(rollBack(2, { folder, by: 'Lan', at }).number).toBe(4);
    expect([...readVersion(folder, 4).drafts.keys()]).toEqual(['1.900002']);
    expect(rollBack(0, { folder, by: 'Lan', at }).counts.drafts).toBe(0);
  });

  it('say that there is nothing to go back to', () => {
    expect(codeOf(() => rollBack(null, { folder, by: 'Lan', at }))).toBe('no-such-version');
    commitVersion(folder, holding('1.900001'), change(0));
    expect(codeOf(() => rollBack(7, { folder, by: 'Lan', at }))).toBe('no-such-version');
    expect(existsSync(versionFolder(folder, 2))).toBe(false);
  });
});
