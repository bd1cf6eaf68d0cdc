/** What a drill under load stands on: a folder, the simulated Zalo, one address in front, and what is to be ended. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../bot/store/server/free-port.ts';
import { startZaloSimulator, type ZaloSimulator } from '../../channels/zalo/simulator/start-zalo-simulator.ts';
import { makeProgram, type Program } from './program.ts';
import { type DrillSettings, settingsOf } from './settings.ts';
import { type Line, openLine } from './tcp-proxy.ts';

export interface Stage {
  readonly folder: string;
  readonly dataFolder: string;
  readonly zalo: ZaloSimulator;
  /** Leads to whichever program is there. */
  readonly front: Line;
  readonly programs: readonly Program[];
  /** Called in the reverse order at the end. */
  atEnd(end: () => Promise<unknown>): void;
}

export interface StageOptions {
  /** How many programs (1). */
  readonly copies?: number;
  /** The embedded store when there is none. */
  readonly database?: DrillSettings['database'];
  readonly folder?: string;
  readonly settings?: NodeJS.ProcessEnv;
  readonly nodeArguments?: readonly string[];
}

export async function onStage<T>(
  { copies = 1, database = null, settings = {}, nodeArguments = [], ...options }: StageOptions,
  work: (stage: Stage) => Promise<T>,
): Promise<T> {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'hmc-fault-'));
  const ends: (() => Promise<unknown>)[] = [
    async () => rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 }),
  ];
  try {
    const zalo = await startZaloSimulator({ limits: { oaPerMinute: null } });
    ends.push(zalo.close);
    const ports = await freePorts(copies);
    let next = 0;
    const front = await openLine(() => {
      next += 1;
      return ports.map((_, index) => ports[(index + next) % ports.length] ?? 0);
    });
    ends.push(front.close);
    const env = { ...settingsOf({ folder, publicUrl: front.base, zalo, database }), ...settings };
    const programs = ports.map((port) => makeProgram({ port, settings: env, nodeArguments }));
    ends.push(...programs.map((program) => () => program.end('SIGKILL')));
    const atEnd = (end: () => Promise<unknown>) => void ends.push(end);
    return await work({ folder, dataFolder: join(folder, 'data'), zalo, front, programs, atEnd });
  } finally {
    for (const end of ends.reverse()) await end().catch(() => {});
  }
}

async function freePorts(wanted: number): Promise<readonly number[]> {
  const ports = new Set<number>();
  while (ports.size < wanted) ports.add(await freePort());
  return [...ports];
}
