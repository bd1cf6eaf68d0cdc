import { chmodSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readConfig } from '../../config.ts';
import { checkBackups, newestBackupDays } from './check-backups.ts';
import { checkDatabase } from './check-database.ts';
import { checkClock, checkDisk, checkNode, vietnamHours } from './check-machine.ts';
import { checkNetwork } from './check-network.ts';
import { checkSecretFiles, checkSecrets } from './check-secrets.ts';
import { checkLockFile, checkSupport, loadSupport } from './check-support.ts';

const whatOf = (findings: readonly { readonly what: string }[]) => findings.map(({ what }) => what);
const strong = '7f3c9a1be5d24c08b6a19e3f7d502c4b';
const now = new Date('2026-11-22T03:00:00Z');

describe('the doctor on secrets', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'locked-doctor-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('names those that are weak or the same, and never what they hold', () => {
    const findings = checkSecrets({ METRICS_KEY: 'matkhau-matkhau', DIRECT_LINE_SECRET: strong, SECRET_KEY: strong });
    expect(whatOf(findings)).toEqual([
      'METRICS_KEY is easy to guess.',
      'DIRECT_LINE_SECRET, SECRET_KEY hold the same.',
    ]);
    expect(JSON.stringify(findings)).not.toMatch(/matkhau|7f3c9a/);
    expect(checkSecrets({ METRICS_KEY: strong })).toEqual([]);
    expect(whatOf(checkSecrets({ SECRET_KEY: 'a'.repeat(40) }))).toEqual(['SECRET_KEY is easy to guess.']);
  });

  it('names a file that others can read', () => {
    const file = join(folder, 'metrics');
    writeFileSync(file, strong);
    chmodSync(file, 0o644);
    expect(whatOf(checkSecretFiles([{ name: 'METRICS_KEY', file }]))).toEqual([
      `${file} (METRICS_KEY) can be read by other users of this machine.`,
    ]);
    chmodSync(file, 0o600);
    expect(checkSecretFiles([{ name: 'METRICS_KEY', file }])).toEqual([]);
    expect(checkSecretFiles([{ name: 'METRICS_KEY', file: join(folder, 'none') }])).toEqual([]);
  });

  it('says that there is no backup, that it is old, that it has no key', () => {
    expect(newestBackupDays([folder, join(folder, 'none')], now)).toBeNull();
    const file = join(folder, 'hmc.age');
    writeFileSync(file, '');
    utimesSync(file, now, new Date(now.getTime() - 5 * 86_400_000));
    expect(newestBackupDays([folder], now)).toBe(5);
    expect(whatOf(checkBackups({ keySet: false, newestDays: null }))).toEqual([
      'No key for backups is set.',
      'No backup was found.',
    ]);
    expect(whatOf(checkBackups({ keySet: true, newestDays: 5 }))).toEqual(['The newest backup is 5 days old.']);
    expect(checkBackups({ keySet: true, newestDays: 1 })).toEqual([]);
  });

  it('says when the parts were long not updated', () => {
    const file = join(folder, 'package-lock.json');
    writeFileSync(file, '{}');
    utimesSync(file, now, new Date(now.getTime() - 200 * 86_400_000));
    expect(whatOf(checkLockFile(now, file))).toEqual(['The parts of the program were last updated 200 days ago.']);
    utimesSync(file, now, now);
    expect(checkLockFile(now, file)).toEqual([]);
  });
});

describe('the doctor on the network', () => {
  const behind = { PUBLIC_URL: 'https://hoi.phuong.example', TRUST_PROXY: '1' };
  const check = (env: Readonly<Record<string, string>>) => whatOf(checkNetwork(readConfig(env), { metrics: true }));

  it('finds nothing behind one proxy with https, and on one PC without', () => {
    expect(check(behind)).toEqual([]);
    expect(check({})).toEqual([]);
  });

  it('says that all citizens share one address, that anybody may claim one, that a limit is none', () => {
    expect(check({ ...behind, TRUST_PROXY: '0' })).toEqual(['PUBLIC_URL is https and TRUST_PROXY is 0.']);
    expect(check({ TRUST_PROXY: '1' })).toEqual(['TRUST_PROXY is 1 and PUBLIC_URL is not set.']);
    expect(check({ ...behind, MESSAGES_PER_MINUTE: '900000' })).toEqual([
      'MESSAGES_PER_MINUTE: so high that it is no limit.',
    ]);
    expect(check({ ...behind, MESSAGES_PER_MINUTE: '3000' })).toEqual([]);
    expect(check({ ...behind, LOG_LEVEL: 'debug' })).toEqual(['LOG_LEVEL is debug.']);
    expect(whatOf(checkNetwork(readConfig(behind), { metrics: false }))).toEqual(['METRICS_KEY is not set.']);
  });
});

describe('the doctor on the database', () => {
  const good = { sees: 'own', login: 'hmc', tls: true, isHere: false, major: 17, aheadMs: 40 } as const;

  it('finds nothing wrong with a login of its own, TLS and one time', () => {
    expect(checkDatabase(good)).toEqual([]);
    expect(checkDatabase({ ...good, sees: 'everything', tls: false, isHere: true })).toEqual([]);
  });

  it('says who sees everything, that the line is open, that clocks differ', () => {
    expect(whatOf(checkDatabase({ ...good, sees: 'everything', tls: false, aheadMs: -61_000 }))).toEqual([
      'DATABASE_URL logs in as hmc, who sees every row.',
      'The line to the database is open.',
      "This machine's clock and the database's are 61 s apart.",
    ]);
  });
});

describe('the doctor on the machine', () => {
  it('says what is wrong with Node, disk, clock and time zones', () => {
    expect(checkNode('24.21.0')).toEqual([]);
    expect(checkNode('20.1.0')).toMatchObject([{ stops: true }]);
    expect(checkDisk(6_000)).toEqual([]);
    expect(whatOf(checkDisk(900))).toEqual(['900 MB are free: room for some months.']);
    expect(whatOf(checkDisk(90))).toEqual(['Only 90 MB are free.']);
    expect(checkClock({ synced: 'yes', now, vietnamHours: 7 })).toEqual([]);
    expect(checkClock({ synced: null, now, vietnamHours: 7 })).toEqual([]);
    expect(whatOf(checkClock({ synced: 'no', now, vietnamHours: 0 }))).toEqual([
      'The clock is not synchronised.',
      'This Node takes Viet Nam for UTC+0.',
    ]);
    expect(whatOf(checkClock({ synced: null, now: new Date('2019-01-01'), vietnamHours: 7 }))).toEqual([
      'The clock says 2019-01-01.',
    ]);
    for (const hour of [0, 9, 17, 23]) expect(vietnamHours(new Date(Date.UTC(2026, 10, 22, hour)))).toBe(7);
  });

  it('says which parts are looked after no more, half a year before', () => {
    const list = loadSupport();
    const used = ['Node 24', 'PostgreSQL 15', 'express 5'];
    expect(checkSupport(used, now, list)).toEqual([]);
    expect(whatOf(checkSupport(used, new Date('2027-06-01'), list))).toEqual([
      'PostgreSQL 15 is looked after until 2027-11-11.',
    ]);
    expect(whatOf(checkSupport(['botbuilder-core 4'], now, list))).toEqual([
      'botbuilder-core 4 is looked after no more since 2025-12-31.',
    ]);
    expect(whatOf(checkSupport([], new Date('2028-01-01'), list))).toEqual([
      'The list of supported versions is of 2026-11-22.',
    ]);
  });
});
