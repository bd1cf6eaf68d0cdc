/** Two processes: the simulated system and the whole program, which is killed while it reads and asked while the system fails. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestDatabase, type TestDatabase } from '../../bot/store/test-database.ts';

const root = join(import.meta.dirname, '..', '..');
const count = 2_000;
const secret = 'only-for-this-test';

interface Running {
  readonly child: ChildProcess;
  readonly base: string;
  /** All it said so far. */
  readonly said: () => string;
}

/** Resolves with the address that it prints. */
async function start(args: readonly string[], env: Record<string, string>, address: RegExp): Promise<Running> {
  const child = spawn(process.execPath, [...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_OPTIONS: '', ...env },
  });
  let said = '';
  const base = await new Promise<string>((resolve, reject) => {
    const hear = (part: Buffer) => {
      said += part.toString();
      const found = address.exec(said)?.[1];
      if (found) resolve(found);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', () => reject(new Error(`It ended: ${said}`)));
  });
  return { child, base, said: () => said };
}

const end = (child: ChildProcess | undefined, signal: 'SIGKILL' | 'SIGTERM') =>
  new Promise<number | null>((resolve) => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return resolve(null);
    child.once('exit', (code) => resolve(code));
    child.kill(signal);
  });

describe('the program beside a one-stop system', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hoi-mot-cua-follows-'));
  let database: TestDatabase;
  let simulator: Running;
  let program: Running;
  const startProgram = () =>
    start(
      ['main.ts'],
      {
        ...{ PORT: '0', HOST: '127.0.0.1', DATA_FOLDER: folder, LOG_LEVEL: 'info' },
        ...{ DATABASE_URL: database.databaseUrl, DATABASE_OWNER_URL: database.ownerUrl },
        ...{ DOSSIER_SOURCE_URL: simulator.base, DOSSIER_TOKEN_URL: `${simulator.base}/token` },
        ...{ DOSSIER_CLIENT_ID: 'hoi-mot-cua', DOSSIER_CLIENT_SECRET: secret, DOSSIER_SOURCE_NAME: 'tinh' },
      },
      /Web: (http:\/\/localhost:\d+)[\s\S]*Dossiers: followed/,
    );
  const fail = (faults: readonly object[]) =>
    fetch(`${simulator.base}/simulator/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(faults),
    });
  const counted = async () => {
    const [row] = await database.query('select count(*)::int as rows, count(distinct code)::int as codes from dossier');
    return row as { rows: number; codes: number };
  };
  const until = async (done: () => Promise<boolean>) => {
    while (!(await done())) await new Promise((resolve) => setTimeout(resolve, 100));
  };
  const ask = async (text: string) => {
    const page = await fetch(`${program.base}/?q=${encodeURIComponent(text)}&id=${Math.random()}`);
    return { ok: page.ok, text: await page.text() };
  };

  beforeAll(async () => {
    database = await openTestDatabase();
    const args = ['--port', '0', '--count', String(count), '--secret', secret, '--speed', '1'];
    simulator = await start(['tools/one-stop-simulator/cli.ts', ...args], {}, /is at (http:\S+?)\.\n/);
  }, 120_000);
  afterAll(async () => {
    await end(program?.child, 'SIGTERM');
    await end(simulator?.child, 'SIGTERM');
    await database?.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('reads all 2,000 dossiers, each once, though it is killed in the middle and the lines break', async () => {
    await fail([
      { kind: 'none', on: 'page', times: 3 },
      { kind: 'half-written', on: 'page' },
      { kind: 'cut', on: 'page' },
    ]);
    program = await startProgram();
    await until(async () => (await counted()).rows >= 400);
    await end(program.child, 'SIGKILL');
    const before = await counted();
    expect(before.rows).toBeLessThan(count);
    // What a killed copy held is free after a minute; here the clock is helped along.
    await database.query("update source_cursor set held_until = now() - interval '1 second'");
    program = await startProgram();
    await until(async () => (await counted()).rows >= count);
    expect(await counted()).toEqual({ rows: count, codes: count });
  }, 300_000);

  it('answers everything else while the system is silent', async () => {
    await fail([{ kind: 'silent', on: 'any', times: 1000 }]);
    const { ok, text } = await ask('Làm khai sinh cần giấy tờ gì?');
    expect(ok).toBe(true);
    expect(text).toContain('khai sinh');
    expect((await ask('hồ sơ của tôi tới đâu rồi?')).ok).toBe(true);
  }, 120_000);

  it('has said nothing of a person or a dossier in its log, and ends in order', async () => {
    expect(await end(program.child, 'SIGTERM')).toBe(0);
    expect(program.said()).not.toMatch(/010190\d{6}|0900\d{6}|H38-26|H17-26/);
    expect(program.said()).not.toContain(secret);
    const [cursor] = await database.query('select holder, cursor from source_cursor');
    expect(cursor).toMatchObject({ holder: null, cursor: expect.any(String) });
  }, 60_000);
});
