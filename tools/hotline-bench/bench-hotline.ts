/** Calls at random to the whole program, which may be killed in the midst of them. Nothing leaves this machine. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../bot/store/server/free-port.ts';
import { faultsOf } from '../../channels/hotline/simulator/check-replies.ts';
import { runRandomCalls } from '../../channels/hotline/simulator/random-calls.ts';
import { type Exchange, openPhone } from '../../channels/hotline/simulator/simulated-phone.ts';
import { testSecret, testSides } from '../../channels/hotline/simulator/test-providers.ts';
import { type DemoServer, demoServer } from '../demo/run-server.ts';

export interface BenchOptions {
  readonly calls: number;
  readonly atOnce: number;
  /** How often the program is killed (-9) and started anew while calls go on. */
  readonly kills: number;
  readonly say: (text: string) => void;
}

export interface BenchReport {
  readonly calls: number;
  readonly turns: number;
  readonly kills: number;
  readonly ends: Readonly<Record<string, number>>;
  /** Of our part, in ms: hook in, reply out. */
  readonly p50: number;
  readonly p95: number;
  readonly most: number;
  /** What was wrong, each once. */
  readonly faults: readonly string[];
}

/** Numbers of the simulated callers: none may stand in the log. */
const caller = (index: number): string => `09000${String(10_000 + index)}`;
/** The first calls of a program wait for what it loads. */
const warmUps = 10;
const restartMs = 90_000;

export async function benchHotline(options: BenchOptions): Promise<BenchReport> {
  const { calls, atOnce, kills, say } = options;
  const folder = mkdtempSync(join(tmpdir(), 'hotline-bench-'));
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  let log = '';
  const program = demoServer(settingsOf(folder, port, base), (text) => {
    log += text;
  });
  try {
    await program.start();
    say('The program serves. Calls begin.');
    const sides = testSides(base);
    const exchanges: Exchange[] = [];
    const run = (prefix: string, count: number, seen: Exchange[]) =>
      runRandomCalls({
        count,
        atOnce,
        seed: prefix,
        phone: (index) =>
          openPhone({
            side: index % 2 === 0 ? sides.jambonz : sides.twiml,
            base,
            call: { callId: `${prefix}-${index}`, from: caller(index), to: '02143870000' },
            patienceMs: restartMs,
            onExchange: (exchange) => void seen.push(exchange),
          }),
      });
    await run('warm', warmUps, []);
    const [report, killed] = await Promise.all([run('call', calls, exchanges), killAndStart(program, kills, say)]);
    await program.end('SIGTERM');
    const ms = exchanges.map((exchange) => exchange.ms).toSorted((one, other) => one - other);
    const at = (share: number) => ms[Math.min(ms.length - 1, Math.floor(share * ms.length))] ?? Number.NaN;
    const faults = [
      ...report.broken,
      ...(report.ends.loop ? [`${report.ends.loop} calls came to no end`] : []),
      ...new Set(exchanges.flatMap(faultsOf)),
      ...(/0?9000\d{5}/.test(log) ? ['the log holds a caller’s number'] : []),
      ...(/"level":(?:50|60)/.test(log) && killed === 0 ? [`the log tells of errors: ${errorsIn(log)}`] : []),
    ];
    const { turns, ends } = report;
    return { calls, turns, kills: killed, ends, p50: at(0.5), p95: at(0.95), most: ms.at(-1) ?? Number.NaN, faults };
  } finally {
    await program.end('SIGKILL');
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
  }
}

const errorsIn = (log: string): string =>
  log
    .split('\n')
    .filter((line) => /"level":(?:50|60)/.test(line))
    .slice(0, 3)
    .join(' ')
    .slice(0, 1_000);

const settingsOf = (folder: string, port: number, base: string) => ({
  DATA_FOLDER: folder,
  PORT: String(port),
  HOST: '127.0.0.1',
  LOG_LEVEL: 'info',
  JAMBONZ_WEBHOOK_SECRET: testSecret,
  TWIML_AUTH_TOKEN: testSecret,
  CALLS_PER_NUMBER: '100000',
  CALLS_PER_LINE: '100000',
  PUBLIC_URL: base,
  HOTLINE_LINES: join(import.meta.dirname, 'lines.yaml'),
  UNIT_FILE: join(import.meta.dirname, 'unit.yaml'),
});

async function killAndStart(program: DemoServer, kills: number, say: (text: string) => void): Promise<number> {
  for (let count = 0; count < kills; count += 1) {
    await sleep(3_000);
    await program.end('SIGKILL');
    await program.start();
    say(`Killed and started anew (${count + 1}).`);
  }
  return kills;
}
