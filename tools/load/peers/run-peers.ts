/** `npm run load -- peers [--seconds 10] [--rounds 3] [--at-once 16] [--questions FOLDER] [--json]` */
import { fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { usageOf, usageOfFamily } from '../measure/processes.ts';
import { startServer } from '../server/start-server.ts';
import { askFor, askPeer, type Peer, type Round, searchPath, talkPath } from './ask-peer.ts';
import { type AskedSet, readAskedSet } from './asked-set.ts';
import { askOwnProgram } from './own-answers.ts';
import { type PeerResult, tellPeers } from './tell-peers.ts';

const here = import.meta.dirname;
/** The peers have none, and all is asked from one address. */
const withoutLimits = { MESSAGES_PER_MINUTE: '1000000', PAGES_PER_MINUTE: '1000000' };

const kinds = ['langchain-bm25', 'minisearch', 'vectra'] as const;

interface Around {
  readonly say: (text: string) => void;
  readonly signal: AbortSignal;
}

export async function runPeers(args: readonly string[], { say, signal }: Around): Promise<void> {
  const text = (value: string) => ({ type: 'string', default: value }) as const;
  const { values } = parseArgs({
    args: [...args],
    options: {
      ...{ seconds: text('10'), rounds: text('3'), 'at-once': text('16'), questions: { type: 'string' } },
      json: { type: 'boolean', default: false },
    },
  });
  installPeers(say);
  const set = await readAskedSet(values.questions ?? null);
  say(`${set.questions.length} questions (${set.name}) over ${set.documents.length} procedures.`);
  const folder = mkdtempSync(join(tmpdir(), 'hmc-load-peers-'));
  const ends: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true })];
  try {
    const peers = await openPeers(set, folder, { say, signal, ends });
    const seconds = Number(values.seconds);
    const results = await measurePeers(peers, set, {
      seconds,
      rounds: Number(values.rounds),
      atOnce: Number(values['at-once']),
      say,
      signal,
    });
    const reports = join(here, '../../../reports');
    mkdirSync(reports, { recursive: true });
    writeFileSync(
      join(reports, 'load-peers.json'),
      JSON.stringify({ at: new Date().toISOString(), set: set.name, results }, null, 2),
    );
    process.stdout.write(values.json ? `${JSON.stringify(results)}\n` : `${tellPeers(results, set)}\n`);
  } finally {
    for (const end of ends.reverse()) await end();
  }
}

/** Their own folder: what they need clashes with what we need. */
function installPeers(say: (text: string) => void): void {
  if (existsSync(join(here, 'node_modules/minisearch'))) return;
  say('Installing the peers into tools/load/peers (npm ci, about half a minute, 200 MB).');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts'], {
    cwd: here,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0)
    throw new Error('The peers could not be installed: see above what npm says. They need the npm registry once.');
}

async function openPeers(
  set: AskedSet,
  folder: string,
  { say, signal, ends }: Around & { ends: (() => unknown)[] },
): Promise<readonly Peer[]> {
  const file = join(folder, 'documents.json');
  writeFileSync(file, JSON.stringify(set.documents));
  const peers: Peer[] = [];
  for (const kind of kinds) peers.push(await startPeer(kind, join(here, 'serve-peer.mjs'), [kind, file], ends));
  peers.push(await startPeer('our search alone', join(here, 'serve-own-search.ts'), [], ends));
  say('Every peer serves; our program starts.');
  const server = await startServer({ settings: () => withoutLimits, signal });
  ends.push(server.end);
  peers.push({
    ...{ name: 'our program, with store and checks', base: server.base, path: talkPath },
    pids: () => server.pids,
    database: server.databasePid,
  });
  return peers;
}

async function startPeer(name: string, file: string, args: readonly string[], ends: (() => unknown)[]): Promise<Peer> {
  const env = { ...process.env, NODE_OPTIONS: '' };
  const child = fork(file, [...args], { env, execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  ends.push(() => child.kill('SIGKILL'));
  const gone = once(child, 'exit').then(() => {
    throw new Error(`${name} ended before it served`);
  });
  gone.catch(() => {});
  const [{ port }] = (await Promise.race([once(child, 'message'), gone])) as [{ port: number }];
  return { name, base: `http://127.0.0.1:${port}`, path: searchPath, pids: () => (child.pid ? [child.pid] : []) };
}

interface Measuring extends Around {
  readonly seconds: number;
  readonly rounds: number;
  readonly atOnce: number;
}

/** One after the other and around again, so that a slow minute of the machine meets all of them. */
async function measurePeers(peers: readonly Peer[], set: AskedSet, how: Measuring): Promise<readonly PeerResult[]> {
  const questions = set.questions.map(({ text }) => text);
  const own = await askOwnProgram(set.questions);
  const alone = new Map<Peer, Round[]>();
  const full = new Map<Peer, Round[]>();
  const cpu = new Map<Peer, number>();
  for (const peer of peers)
    for (const question of questions.slice(0, 10)) await askPeer(peer, question).catch(() => {});
  for (let round = 0; round < how.rounds && !how.signal.aborted; round += 1)
    for (const peer of peers) {
      how.say(`round ${round + 1}: ${peer.name}`);
      const own = { seconds: how.seconds, stopped: how.signal };
      alone.set(peer, [...(alone.get(peer) ?? []), await askFor(peer, questions, { ...own, atOnce: 1 })]);
      const before = cpuOf(peer);
      full.set(peer, [...(full.get(peer) ?? []), await askFor(peer, questions, { ...own, atOnce: how.atOnce })]);
      cpu.set(peer, (cpu.get(peer) ?? 0) + cpuOf(peer) - before);
    }
  const results: PeerResult[] = [];
  for (const peer of peers)
    results.push({
      name: peer.name,
      alone: alone.get(peer) ?? [],
      full: full.get(peer) ?? [],
      atOnce: how.atOnce,
      cpuSeconds: cpu.get(peer) ?? 0,
      memoryMb: memoryOf(peer),
      rightFirst: await rightFirst(peer, set, own),
    });
  return results;
}

const databaseOf = ({ database }: Peer): number | undefined => database?.();
const cpuOf = (peer: Peer): number =>
  peer.pids().reduce((sum, pid) => sum + usageOf(pid).cpu, usageOfFamily(databaseOf(peer)).cpu);
const memoryOf = (peer: Peer): number =>
  Math.round(peer.pids().reduce((sum, pid) => sum + usageOf(pid).memory, usageOfFamily(databaseOf(peer)).memory));

async function rightFirst(
  peer: Peer,
  { questions }: AskedSet,
  own: Awaited<ReturnType<typeof askOwnProgram>>,
): Promise<number> {
  let right = 0;
  for (const { id, text, relevant } of questions) {
    const first = peer.path === talkPath ? own.get(id)?.codes[0] : await firstOf(peer, text);
    if (first !== undefined && relevant.has(first)) right += 1;
  }
  return right;
}

async function firstOf(peer: Peer, question: string): Promise<string | undefined> {
  const asked = await askPeer(peer, question).catch(() => null);
  return asked ? (JSON.parse(asked.body) as { ids: readonly string[] }).ids[0] : undefined;
}
