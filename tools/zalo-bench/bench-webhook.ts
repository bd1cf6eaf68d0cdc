/**
 * `npx node tools/zalo-bench/bench-webhook.ts [--count 10000 --per-second 200 --repeats 0.3 --kills 8k,20t,32k --per-minute none|2000 --acknowledge-only]`:
 * the whole program under Zalo's deliveries while it is killed and started anew. Zalo is simulated.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { freePort } from '../../bot/store/server/free-port.ts';
import { startZaloSimulator, type ZaloSimulator } from '../../channels/zalo/simulator/start-zalo-simulator.ts';
import { type DemoServer, demoServer } from '../demo/run-server.ts';
import { keepMeasured, typed } from '../measured.ts';
import type { LoadOptions, LoadReport } from './load.ts';
import { lookIntoStore } from './look-into-store.ts';
import { type BenchReport, faultsOf, figuresOf, tableOf } from './tell-report.ts';
import { userId } from './user-id.ts';

export interface BenchOptions {
  readonly count: number;
  readonly perSecond: number;
  readonly repeats: number;
  /** Seconds after the start, and how it ends: `k` by kill -9, `t` by SIGTERM. */
  readonly kills: readonly (readonly [seconds: number, signal: 'SIGKILL' | 'SIGTERM'])[];
  /** What the simulated Zalo takes a minute; `null`: any number. */
  readonly perMinute: number | null;
  readonly users: number;
  readonly say: (text: string) => void;
}

export const benchWebhook = (options: BenchOptions): Promise<BenchReport> =>
  withProgram(options, async (bench) => {
    const { zalo, program, folder } = bench;
    const { say, perMinute } = options;
    const { load, restarts, loadAverage } = await deliverAndKill(bench, options);
    const drain = await untilDrained(zalo, { messages: load.messages, perMinute, say });
    await program.end('SIGTERM');
    const store = await lookIntoStore(folder);
    const most = zalo.calls.oa.most;
    const report = { load, store, sent: zalo.sent.all.length, mostAMinute: most, restarts, loadAverage, ...drain };
    return { ...report, faults: faultsOf(load, store) };
  });

/** The load alone, without waiting for answers: to compare two states of the program. */
export const benchAcknowledging = (options: BenchOptions): Promise<LoadReport> =>
  withProgram(options, async (bench) => (await deliverAndKill(bench, options)).load);

interface Bench {
  readonly zalo: ZaloSimulator;
  readonly program: DemoServer;
  readonly base: string;
  readonly folder: string;
}

async function withProgram<T>(options: BenchOptions, run: (bench: Bench) => Promise<T>): Promise<T> {
  const { say, perMinute } = options;
  const folder = mkdtempSync(join(tmpdir(), 'zalo-bench-'));
  const zalo = await startZaloSimulator({ limits: { oaPerMinute: perMinute } });
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  let log = '';
  const program = demoServer(settingsOf(zalo, { folder, port, perMinute }), (text) => {
    log = (log + text).slice(-20_000);
  });
  try {
    await program.start();
    zalo.deliverTo(base);
    return await run({ zalo, program, base, folder });
  } catch (error) {
    say(log);
    throw error;
  } finally {
    await program.end('SIGKILL');
    await zalo.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
  }
}

async function deliverAndKill({ zalo, program, base }: Bench, options: BenchOptions) {
  // Those who wrote may be answered: the load writes past the simulator's own citizens.
  for (let user = 0; user < options.users; user += 1) zalo.people.interacts(userId(user), new Date());
  options.say('The program serves. Deliveries begin.');
  const waiting = loadavg().map((load) => load.toFixed(1));
  const [load, restarts] = await Promise.all([runLoad(zalo, base, options), killAndStart(program, options)]);
  options.say(`Load: ${JSON.stringify(load)}`);
  return { load, restarts, loadAverage: waiting.join(' ') };
}

function settingsOf(
  zalo: ZaloSimulator,
  { folder, port, perMinute }: { folder: string; port: number; perMinute: number | null },
) {
  const { ZALO_BOT_TOKEN: _token, ZALO_BOT_WEBHOOK_SECRET: _secret, ...oa } = zalo.settings;
  const calls = perMinute === null ? 4_000 : Math.floor(perMinute * 0.9);
  return {
    ...oa,
    DATA_FOLDER: folder,
    PORT: String(port),
    HOST: '127.0.0.1',
    LOG_LEVEL: 'warn',
    NODE_OPTIONS: process.env.BENCH_NODE_OPTIONS ?? '',
    ZALO_OA_CALLS_PER_MINUTE: String(calls),
    // Its few people write as fast as many would.
    ZALO_MESSAGES_PER_MINUTE: '100000',
  };
}

async function runLoad({ accounts }: ZaloSimulator, base: string, options: BenchOptions): Promise<LoadReport> {
  const { count, perSecond, repeats, users } = options;
  const { appId, oaId, oaSecret } = accounts;
  const load: LoadOptions = {
    url: `${base}/zalo/oa`,
    count,
    perSecond,
    repeats,
    users,
    seed: 7,
    appId,
    oaId,
    oaSecret,
  };
  const child = spawn(process.execPath, [join(import.meta.dirname, 'load.ts'), JSON.stringify(load)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  let said = '';
  child.stdout.on('data', (part: Buffer) => {
    said += part.toString();
  });
  await once(child, 'close');
  return JSON.parse(said) as LoadReport;
}

async function killAndStart(program: DemoServer, { kills, say }: BenchOptions): Promise<number> {
  const started = performance.now();
  for (const [seconds, signal] of kills) {
    await sleep(Math.max(0, started + seconds * 1000 - performance.now()));
    const ended = performance.now();
    await program.end(signal);
    await program.start();
    say(`${signal} at ${seconds} s; it serves again ${Math.round(performance.now() - ended)} ms later.`);
  }
  return kills.length;
}

const quietSeconds = 40;

interface Draining {
  readonly messages: number;
  readonly perMinute: number | null;
  readonly say: (text: string) => void;
}

/** Until nothing new was sent for a while: a delivery that a dead copy held waits for its lease. */
async function untilDrained(zalo: ZaloSimulator, { messages, perMinute, say }: Draining) {
  const started = performance.now();
  const before = zalo.sent.all.length;
  // Where Zalo takes few calls, our own side rests for up to a minute.
  const most = perMinute === null ? quietSeconds : Math.max(quietSeconds, 75);
  let [seen, since] = [-1, started];
  for (;;) {
    const { length } = zalo.sent.all;
    if (length !== seen) [seen, since] = [length, performance.now()];
    const quiet = (performance.now() - since) / 1000;
    if (quiet > most) {
      const seconds = (since - started) / 1000;
      return { drainSeconds: Math.round(seconds), drainPerSecond: Math.round((10 * (length - before)) / seconds) / 10 };
    }
    if (Math.round(quiet) % 10 === 0) say(`${length} messages sent for ${messages} messages`);
    await sleep(2_000);
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      count: { type: 'string', default: '10000' },
      'per-second': { type: 'string', default: '200' },
      repeats: { type: 'string', default: '0.3' },
      kills: { type: 'string', default: '8k,20t,32k' },
      'per-minute': { type: 'string', default: 'none' },
      users: { type: 'string', default: '1000' },
      'acknowledge-only': { type: 'boolean', default: false },
    },
  });
  const kills = values.kills.split(',').filter(Boolean);
  const options: BenchOptions = {
    count: Number(values.count),
    perSecond: Number(values['per-second']),
    repeats: Number(values.repeats),
    kills: kills.map((kill) => [Number.parseFloat(kill), kill.endsWith('k') ? 'SIGKILL' : 'SIGTERM']),
    perMinute: values['per-minute'] === 'none' ? null : Number(values['per-minute']),
    users: Number(values.users),
    say: (text) => void process.stderr.write(`${text}\n`),
  };
  if (values['acknowledge-only']) {
    process.stdout.write(`${JSON.stringify(await benchAcknowledging(options))}\n`);
    return;
  }
  const report = await benchWebhook(options);
  process.stdout.write(`${tableOf(report)}\n`);
  keepMeasured({ name: 'bench-zalo', command: typed('bench:zalo'), figures: figuresOf(report) });
  process.exitCode = report.faults.length === 0 ? 0 : 1;
}

if (process.argv[1] === import.meta.filename) await main();
