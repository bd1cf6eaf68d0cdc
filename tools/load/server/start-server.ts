/** The real program on its own embedded store in a folder that is thrown away, for one measurement. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../../bot/store/server/free-port.ts';

export interface LoadedServer {
  readonly base: string;
  readonly pid: number;
  /** The postmaster of its store. */
  databasePid(): number | undefined;
  readonly dataFolder: string;
  readonly metricsKey: string;
  /** Lines of its log at level error or fatal, at most so many. */
  complaints(most: number): readonly string[];
  /** How it ended, once it did by itself; `null` while it runs. */
  endedAs(): string | null;
  /** Resolves when program, database and folder are gone. */
  end(): Promise<void>;
}

export class ServerStartError extends Error {
  readonly code = 'load-server';
}

const patienceMs = 180_000;
const metricsKey = 'a-metrics-key-of-the-load-measurement';

/** @param settings environment over that of this process. @throws {ServerStartError} with the end of its log. */
export async function startServer(
  settings: (base: string) => Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<LoadedServer> {
  const folder = mkdtempSync(join(tmpdir(), 'hmc-load-'));
  const dataFolder = join(folder, 'data');
  mkdirSync(dataFolder);
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const all = {
    ...{ DATA_FOLDER: dataFolder, PORT: String(port), HOST: '127.0.0.1', METRICS_KEY: metricsKey },
    ...settings(base),
  };
  const keeper = fork(join(import.meta.dirname, 'keep-server.ts'), [JSON.stringify({ folder, settings: all })], {
    env: { ...process.env, NODE_OPTIONS: '' },
    execArgv: [],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const state: { pid: number; ended: string | null } = { pid: 0, ended: null };
  keeper.on('message', (message: { kind: string; pid?: number; how?: string }) => {
    if (message.kind === 'started') state.pid = message.pid ?? 0;
    else state.ended = message.how ?? 'ended';
  });
  const gone = once(keeper, 'exit');
  const read = (file: string): string => {
    try {
      return readFileSync(join(folder, file), 'utf8');
    } catch {
      return '';
    }
  };
  const end = async () => {
    if (keeper.connected) keeper.disconnect();
    await gone;
  };
  try {
    await untilReady(base, () => state.ended, signal);
  } catch (error) {
    const said = read('server.log').slice(-2000);
    await end();
    throw new ServerStartError(`${error instanceof Error ? error.message : error}. Its log ends: ${said}`);
  }
  return {
    base,
    pid: state.pid,
    dataFolder,
    metricsKey,
    databasePid: () => Number(read('data/postgres/cluster/postmaster.pid').split('\n')[0]) || undefined,
    complaints: (most) =>
      read('server.log')
        .split('\n')
        .filter((line) => /"level":(?:50|60)/.test(line))
        .slice(0, most),
    endedAs: () => state.ended,
    end,
  };
}

async function untilReady(base: string, endedAs: () => string | null, signal: AbortSignal): Promise<void> {
  const until = Date.now() + patienceMs;
  while (Date.now() < until && endedAs() === null) {
    signal.throwIfAborted();
    const isReady = await fetch(`${base}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) return;
    await sleep(200);
  }
  throw new ServerStartError(`The program did not serve (${endedAs() ?? 'it took too long'})`);
}
