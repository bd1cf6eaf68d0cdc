/** The whole program on a PostgreSQL of its own, with every door open, and watched from inside. Nothing leaves this machine. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../bot/store/server/free-port.ts';
import { testSecret } from '../../channels/hotline/simulator/test-providers.ts';
import { startZaloSimulator, type ZaloSimulator } from '../../channels/zalo/simulator/start-zalo-simulator.ts';
import { alwaysOpen } from '../hand-off-load/run-drill.ts';
import { type DrillDatabase, startPostgres } from '../hand-off-load/start-postgres.ts';
import type { Inside, InsideOrder } from './inside.ts';

const root = join(import.meta.dirname, '..', '..');

export interface Measured {
  readonly base: string;
  readonly zalo: ZaloSimulator;
  readonly database: DrillDatabase;
  /** What PostgreSQL writes. */
  readonly serverLog: string;
  /** Counts from now on. */
  begin(profile: boolean): Promise<void>;
  end(): Promise<Inside>;
  log(): string;
  stop(): Promise<void>;
}

/** @param prepare done with the empty database before the program connects. */
export async function startMeasured(
  prepare: (database: DrillDatabase) => Promise<void> = async () => {},
): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'hmc-turn-cost-'));
  const zalo = await startZaloSimulator({ limits: { oaPerMinute: null } });
  const database = await startPostgres(join(folder, 'database'));
  await prepare(database);
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  writeFileSync(join(folder, 'unit.yaml'), alwaysOpen);
  const { ZALO_BOT_TOKEN: _token, ZALO_BOT_WEBHOOK_SECRET: _secret, ...oa } = zalo.settings;
  const env = {
    ...oa,
    DATABASE_URL: database.databaseUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    DATA_FOLDER: join(folder, 'data'),
    UNIT_FILE: join(folder, 'unit.yaml'),
    SECRET_KEY: Buffer.alloc(32, 9).toString('base64'),
    PORT: String(port),
    HOST: '127.0.0.1',
    TRUST_PROXY: '1',
    LOG_LEVEL: 'info',
    PUBLIC_URL: base,
    JAMBONZ_WEBHOOK_SECRET: testSecret,
    HOTLINE_LINES: join(root, 'tools', 'hotline-bench', 'lines.yaml'),
    ZALO_OA_CALLS_PER_MINUTE: '4000',
  };
  const program = spawnProgram(env);
  const stop = async () => {
    await program.end();
    await zalo.close();
    await database.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
  };
  try {
    await program.serves;
    zalo.deliverTo(base);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    ...{ base, zalo, database, stop },
    serverLog: join(folder, 'database', 'postgres', 'server.log'),
    log: program.log,
    begin: async (profile) => void (await program.ask({ do: 'begin', profile })),
    end: () => program.ask({ do: 'end' }),
  };
}

function spawnProgram(settings: Readonly<Record<string, string>>) {
  const { LANGSMITH_TRACING: _tracing, ...around } = process.env;
  const child: ChildProcess = spawn(
    process.execPath,
    ['--import', join(import.meta.dirname, 'inside-program.ts'), 'main.ts'],
    { cwd: root, env: { ...around, ...settings, NODE_OPTIONS: '' }, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] },
  );
  let said = '';
  const serves = new Promise<void>((resolve, reject) => {
    const hear = (part: Buffer) => {
      said = (said + part.toString()).slice(-200_000);
      if (said.includes('Web: http')) resolve();
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', () => reject(new Error(`The program ended: ${said.slice(-3_000)}`)));
  });
  return {
    serves,
    log: () => said,
    async ask(order: InsideOrder): Promise<Inside> {
      const told = once(child, 'message');
      child.send(order);
      return (await told)[0] as Inside;
    },
    async end(): Promise<void> {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    },
  };
}
