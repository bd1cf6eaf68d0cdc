/** What open chats cost in which nobody says anything. */
import { type Usage, usageOf, usageOfFamily } from './measure/processes.ts';
import type { IdleCost } from './scenario.ts';
import type { LoadedServer } from './server/start-server.ts';
import { rest } from './wait.ts';

export interface IdleMeasurement {
  readonly server: LoadedServer;
  readonly signal: AbortSignal;
  readonly say: (text: string) => void;
  /** How long is looked, with the chats and without; 0: not at all. */
  readonly seconds: number;
  /** Opens the chats. */
  readonly open: () => Promise<{ readonly chats: number; readonly openMs: number }>;
}

interface Quiet {
  readonly server: Usage;
  readonly postgres: Usage;
  /** Shares of a core. */
  readonly serverCores: number;
  readonly postgresCores: number;
}

/** `null` where it was not to be measured. */
export async function measureIdle({ server, signal, say, seconds, open }: IdleMeasurement): Promise<IdleCost | null> {
  const look = () => lookQuietly(server, seconds, signal);
  const before = seconds > 0 ? await look() : null;
  const { chats, openMs } = await open();
  say(`${chats} chats were opened in ${Math.round(openMs / 1000)} s.`);
  if (!before) return null;
  // What the opening left to be done is not what open chats cost.
  await rest(Math.min(5_000, seconds * 300), signal);
  const later = await look();
  return {
    ...{ chats, openMs, seconds },
    serverMb: [before.server.memory, later.server.memory],
    postgresMb: [before.postgres.memory, later.postgres.memory],
    serverCores: [before.serverCores, later.serverCores],
    postgresCores: [before.postgresCores, later.postgresCores],
  };
}

async function lookQuietly(server: LoadedServer, seconds: number, signal: AbortSignal): Promise<Quiet> {
  const look = () => ({
    server: usageOf(...server.pids),
    postgres: usageOfFamily(server.databasePid()),
    at: Date.now(),
  });
  const first = look();
  await rest(seconds * 1000, signal);
  const last = look();
  const wall = Math.max(0.001, (last.at - first.at) / 1000);
  const cores = (of: 'server' | 'postgres') => Math.round((1e4 * (last[of].cpu - first[of].cpu)) / wall) / 1e4;
  return {
    server: last.server,
    postgres: last.postgres,
    serverCores: cores('server'),
    postgresCores: cores('postgres'),
  };
}
