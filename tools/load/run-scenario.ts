/** One scenario from the start of its processes to their end. It always comes back with what it found. */
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { addUp } from './add-up.ts';
import type { LoadOptions, ScenarioName } from './load-options.ts';
import { keepDossiers } from './measure/keep-dossiers.ts';
import { lookAtStore, type StoreLook } from './measure/look-at-store.ts';
import { type ProcessWatch, watchProcesses } from './measure/watch-processes.ts';
import { measureIdle } from './measure-idle.ts';
import { type DoorResult, doorsOf, type IdleCost, type ScenarioResult } from './scenario.ts';
import { type DoorParts, openDoorParts } from './scenario-parts.ts';
import { type LoadedServer, startServer } from './server/start-server.ts';
import { rest, unlessAborted, within } from './wait.ts';
import type { WorkerReport } from './workers/worker-words.ts';

export interface Surroundings {
  readonly options: LoadOptions;
  /** Told of what is going on. */
  readonly say: (text: string) => void;
  /** Aborted when the run is to end with what it has. */
  readonly signal: AbortSignal;
}

type Found = { -readonly [Key in keyof ScenarioResult]: ScenarioResult[Key] };
type Ends = (() => unknown)[];

/** Answers may come so long after the last question, in seconds; what has not come by then is counted as open. */
const graceSeconds = 30;
const reportMs = 60_000;
/** Filed cases that are kept to weigh one. */
const weighedDossiers = 2_000;

export async function runScenario(name: ScenarioName, around: Surroundings): Promise<ScenarioResult> {
  const found: Found = emptyResult(name);
  const ends: Ends = [];
  try {
    await measure(found, around, ends);
  } catch (error) {
    if (around.signal.aborted) found.cutShort = String(around.signal.reason);
    else found.failure = error instanceof Error ? error.message : String(error);
  } finally {
    for (const end of ends.reverse()) await end();
  }
  return found;
}

const emptyResult = (name: ScenarioName): Found => ({
  ...{ name, seconds: 0, cutShort: null, doors: [], openErrors: {}, idle: null, samples: [], settings: {} },
  store: { before: null, opened: null, after: null, withDossiers: null },
  ...{ complaints: {}, failure: null, loadAverage: Math.round((loadavg()[0] ?? 0) * 10) / 10 },
});

async function measure(found: Found, around: Surroundings, ends: Ends): Promise<void> {
  const { options, say, signal } = around;
  const doors: DoorParts[] = [];
  for (const door of doorsOf[found.name]) {
    const parts = await openDoorParts(door, options, say);
    doors.push(parts);
    ends.push(() => parts.workers.map((worker) => worker.end()));
  }
  say(`${found.name}: the program starts.`);
  const settingsFor = (base: string) => Object.assign({}, ...doors.map(({ settings }) => settings(base)));
  const server = await startServer({ settings: settingsFor, copies: options.copies, signal });
  ends.push(server.end);
  found.settings = hideSecrets(settingsFor(server.base));
  found.store = { ...found.store, before: await lookOrNull(server) };
  const idle = await openChats(found, { around, doors, server });
  found.idle = idle;
  found.store = { ...found.store, opened: await lookOrNull(server) };
  const watch = beginLoad(doors, { server, options });
  ends.push(watch.stop);
  await watch.look();
  say(`${found.name}: the load begins.`);
  const began = Date.now();
  await untilOver(options.seconds * 1000 + 1_000, server, signal);
  found.seconds = Math.min(options.seconds, Math.round((Date.now() - began) / 100) / 10);
  await watch.look();
  watch.stop();
  found.samples = [...watch.samples];
  found.cutShort = signal.aborted
    ? String(signal.reason)
    : server.endedAs() && `the program ended (${server.endedAs()})`;
  found.doors = await reportsOf(doors, found.cutShort !== null);
  found.complaints = server.complaints();
  found.store = { ...found.store, after: await lookOrNull(server) };
  if (found.name === 'web' && found.cutShort === null) {
    await within(60_000, keepDossiers(server.dataFolder, weighedDossiers)).catch(() => 0);
    found.store = { ...found.store, withDossiers: await lookOrNull(server) };
  }
}

interface Opening {
  readonly around: Surroundings;
  readonly doors: readonly DoorParts[];
  readonly server: LoadedServer;
}

/** All doors know where the program is; the web's chats are opened, and what they cost at rest is measured. */
async function openChats(found: Found, { around, doors, server }: Opening): Promise<IdleCost | null> {
  const { options, signal, say } = around;
  const web = doors.find(({ door }) => door === 'web');
  const tellAll = () => {
    for (const { workers } of doors) for (const worker of workers) worker.target(server.base);
  };
  const open = async () => {
    tellAll();
    const all = await unlessAborted(
      signal,
      Promise.all(doors.flatMap(({ workers }) => workers).map((one) => one.ready())),
    );
    found.openErrors = addUp(all.map(({ errors = {} }) => errors));
    const counts = addUp(all.map(({ counts = {} }) => counts));
    return { chats: counts.chats ?? 0, openMs: Math.max(0, ...all.map((one) => one.counts?.openMs ?? 0)) };
  };
  if (!web) {
    await open();
    return null;
  }
  return measureIdle({ server, signal, say, seconds: found.name === 'web' ? idleSeconds(options) : 0, open });
}

/** Long enough to see what comes around every half minute, where there is time. */
const idleSeconds = ({ idle, seconds }: LoadOptions): number => idle ?? Math.min(70, Math.max(3, seconds / 4));

function beginLoad(doors: readonly DoorParts[], { server, options }: { server: LoadedServer; options: LoadOptions }) {
  const workers = doors.flatMap((parts) => parts.workers);
  const at = Date.now() + 1_000;
  for (const worker of workers) worker.begin({ at, seconds: options.seconds });
  const everyMs = Math.min(5_000, Math.max(1_000, options.seconds * 10));
  const watch: ProcessWatch = watchProcesses({ server, workers, everyMs, since: at });
  return watch;
}

async function untilOver(ms: number, server: LoadedServer, signal: AbortSignal): Promise<void> {
  const until = Date.now() + ms;
  while (Date.now() < until && !signal.aborted && server.endedAs() === null)
    await rest(Math.min(500, until - Date.now()), signal);
}

async function reportsOf(doors: readonly DoorParts[], isShort: boolean): Promise<readonly DoorResult[]> {
  const results: DoorResult[] = [];
  for (const { door, asked, workers } of doors) {
    if (isShort) for (const worker of workers) worker.stop();
    const patience = isShort ? 5_000 : graceSeconds * 1000 + reportMs;
    const reports = await Promise.all(workers.map((worker) => within(patience, worker.report()).catch(() => null)));
    results.push({ door, asked, reports: reports.filter((report): report is WorkerReport => report !== null) });
  }
  return results;
}

const lookOrNull = async ({ dataFolder, endedAs }: LoadedServer): Promise<StoreLook | null> =>
  endedAs() === null ? within(120_000, lookAtStore(dataFolder)).catch(() => null) : null;

const root = join(import.meta.dirname, '../..');

/** Those of tests are no secrets, but a report with a token in it looks as if it were one. Files are named from here. */
const hideSecrets = (settings: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(settings).map(([name, value]) => [
      name,
      /SECRET|TOKEN|KEY/.test(name) ? '(invented)' : value.replace(`${root}/`, ''),
    ]),
  );
