/** The real program on its own embedded store in a folder that is thrown away, for one measurement. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { joinEmbeddedServer, urlOf } from '../../../bot/store/embedded-server.ts';
import { runtimeRole } from '../../../bot/store/roles.ts';
import { freePort } from '../../../bot/store/server/free-port.ts';
import { addUp } from '../add-up.ts';

export interface LoadedServer {
  readonly base: string;
  /** Of each copy. */
  readonly pids: readonly number[];
  /** Where each copy alone tells its figures. */
  readonly ownBases: readonly string[];
  /** The postmaster of its store. */
  databasePid(): number | undefined;
  readonly dataFolder: string;
  readonly metricsKey: string;
  /** What its log says at level error or fatal, and how often. */
  complaints(): Readonly<Record<string, number>>;
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

export interface ServerOptions {
  /** Environment over that of this process. */
  readonly settings: (base: string) => Readonly<Record<string, string>>;
  /** Copies of the program, on one port and the store of the first. */
  readonly copies?: number;
  readonly signal: AbortSignal;
}

/** @throws {ServerStartError} with the end of its log. */
export async function startServer({ settings, copies = 1, signal }: ServerOptions): Promise<LoadedServer> {
  const folder = mkdtempSync(join(tmpdir(), 'hmc-load-'));
  const dataFolder = join(folder, 'data');
  mkdirSync(dataFolder);
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const ownPorts = await Promise.all(Array.from({ length: copies }, freePort));
  const ownBases = ownPorts.map((own) => `http://127.0.0.1:${own}`);
  const [firstOwn] = ownPorts;
  const all = {
    ...{ DATA_FOLDER: dataFolder, PORT: String(port), HOST: '127.0.0.1', METRICS_KEY: metricsKey },
    ...{ SHARE_PORT: copies > 1 ? 'yes' : 'no', OWN_PORT: String(firstOwn) },
    ...settings(base),
  };
  const keeper = fork(join(import.meta.dirname, 'keep-server.ts'), [JSON.stringify({ folder, settings: all })], {
    env: { ...process.env, NODE_OPTIONS: '' },
    execArgv: [],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const state: { readonly pids: number[]; ended: string | null } = { pids: [], ended: null };
  keeper.on('message', (message: { kind: string; pid?: number; how?: string }) => {
    if (message.kind === 'started') state.pids.push(message.pid ?? 0);
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
    for (const [index, ownBase] of ownBases.entries()) {
      if (index > 0) keeper.send({ ...storeOf(dataFolder), OWN_PORT: String(ownPorts[index]) });
      await untilReady(ownBase, () => state.ended, signal);
    }
  } catch (error) {
    const said = read('server.log').slice(-2000);
    await end();
    throw new ServerStartError(`${error instanceof Error ? error.message : error}. Its log ends: ${said}`);
  }
  return {
    base,
    pids: state.pids,
    ownBases,
    dataFolder,
    metricsKey,
    databasePid: () => Number(read('data/postgres/cluster/postmaster.pid').split('\n')[0]) || undefined,
    complaints: () =>
      addUp(
        read('server.log')
          .split('\n')
          .filter((line) => /"level":(?:50|60)/.test(line))
          .map((line) => ({ [reasonIn(line)]: 1 })),
      ),
    endedAs: () => state.ended,
    end,
  };
}

/** The store that the first copy has started, as another finds it. */
function storeOf(dataFolder: string): Readonly<Record<string, string>> {
  const server = joinEmbeddedServer(dataFolder);
  const loginAs = (role: string) => urlOf(server.loginAs(role, 'hoi_mot_cua'));
  return { DATABASE_URL: loginAs(runtimeRole), DATABASE_OWNER_URL: loginAs('postgres') };
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

/** Without place, time and trace: those of two lines with one cause differ. */
function reasonIn(line: string): string {
  try {
    const { err, msg } = JSON.parse(line) as { readonly err?: { readonly message?: string }; readonly msg?: string };
    return (err?.message ?? msg ?? 'no reason').slice(0, 200);
  } catch {
    return 'a line that cannot be read';
  }
}
