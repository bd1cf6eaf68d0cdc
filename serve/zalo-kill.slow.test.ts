/** The whole program is killed the moment a part of its answer has reached the simulated Zalo, and started anew. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { freePort } from '../bot/store/server/free-port.ts';
import { openTestDatabase, type TestDatabase } from '../bot/store/test-database.ts';
import { startZaloSimulator, type ZaloSimulator } from '../channels/zalo/simulator/start-zalo-simulator.ts';

const root = join(import.meta.dirname, '..');
const user = '246845883529197922';
let database: TestDatabase;
let zalo: ZaloSimulator;
let program: ChildProcess | null = null;
const folder = mkdtempSync(join(tmpdir(), 'hmc-zalo-kill-'));
let killAt = Number.POSITIVE_INFINITY;

async function start(port: number): Promise<void> {
  const { databaseUrl: DATABASE_URL, ownerUrl: DATABASE_OWNER_URL } = database;
  const own = { DATA_FOLDER: folder, DATABASE_URL, DATABASE_OWNER_URL, PORT: String(port), HOST: '127.0.0.1' };
  const { LANGSMITH_TRACING: _tracing, ...around } = process.env;
  const env = {
    ...around,
    ...zalo.settings,
    ...own,
    SECRET_KEY: '07'.repeat(32),
    LOG_LEVEL: 'error',
    ZALO_MESSAGES_PER_MINUTE: '100000',
    NODE_OPTIONS: '',
  };
  const child = spawn(process.execPath, ['main.ts'], { cwd: root, env, stdio: ['ignore', 'ignore', 'pipe'] });
  program = child;
  await new Promise<void>((resolve, reject) => {
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (said.includes('Web: http')) resolve();
    });
    child.once('exit', () => reject(new Error(`The program ended: ${said.slice(-2000)}`)));
  });
}

beforeAll(async () => {
  database = await openTestDatabase();
  zalo = await startZaloSimulator({
    onSent: () => {
      if (zalo.sent.all.length >= killAt) program?.kill('SIGKILL');
    },
  });
}, 60_000);
afterAll(async () => {
  const ended = program && new Promise((resolve) => program?.once('exit', resolve));
  program?.kill('SIGTERM');
  await ended;
  await zalo?.close();
  await database?.drop();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

it('leaves what had reached Zalo in doubt, sends the rest, and nothing twice', async () => {
  const port = await freePort();
  zalo.deliverTo(`http://127.0.0.1:${port}`);
  await start(port);
  // First words, then an answer of two parts: killed when the first part has arrived and is not yet answered for.
  killAt = 2;
  const died = new Promise((resolve) => program?.once('exit', resolve));
  await zalo.toOa({ from: user, text: 'giấy tờ đăng ký khai sinh' });
  await died;
  killAt = Number.POSITIVE_INFINITY;
  expect(zalo.sent.all).toHaveLength(2);
  await start(port);
  const states = () => database.query('select state from outbox order by seq, part');
  const open = async () => (await states()).some(({ state }) => state === 'queued');
  // The dead one's lease lasts a minute.
  for (let round = 0; round < 180 && (await open()); round += 1) await sleep(500);
  expect((await states()).map(({ state }) => state)).toEqual(['sent', 'ambiguous', 'sent']);
  const texts = zalo.sent.to(user).map(({ text }) => text);
  expect(texts).toHaveLength(3);
  expect(new Set(texts).size).toBe(3);
}, 300_000);
