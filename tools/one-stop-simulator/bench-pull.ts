/** `npx node tools/one-stop-simulator/bench-pull.ts [COUNT]`: how long the first reading of a whole province takes, and how much memory. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pullChanges } from '../../bot/index.ts';
import { openStore } from '../../bot/store/index.ts';
import { openRemoteSource } from '../../knowledge/dossiers/remote/index.ts';

const count = Number(process.argv[2] ?? 100_000);
const say = (text: string) => void process.stdout.write(`${text}\n`);
const port = 4191;
const secret = 'only-for-this-bench';

/** A process of its own, so that the memory measured is ours. */
async function startSimulatorProcess() {
  const options = ['--port', String(port), '--count', String(count), '--secret', secret, '--speed', '1'];
  const child = spawn(process.execPath, [join(import.meta.dirname, 'cli.ts'), ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise<void>((resolve, reject) => {
    child.stdout.once('data', () => resolve());
    child.once('exit', () => reject(new Error('The simulator did not start.')));
  });
  return child;
}

const folder = mkdtempSync(join(tmpdir(), 'bench-pull-'));
const simulator = await startSimulatorProcess();
const store = await openStore({ dataFolder: folder, secretKey: Buffer.alloc(32, 7) });
try {
  const base = `http://127.0.0.1:${port}`;
  const source = openRemoteSource({
    baseUrl: base,
    tokenUrl: `${base}/token`,
    clientId: 'hoi-mot-cua',
    clientSecret: secret,
  });
  const lease = await store.sourceCursors.take(source.name, 3_600_000);
  if (!lease) throw new Error('The lease is held: the store is not new.');
  let keepMs = 0;
  const keep = async (dossiers: readonly unknown[]): Promise<void> => {
    const began = performance.now();
    await store.dossiers.keep(dossiers, { source: source.name });
    keepMs += performance.now() - began;
  };
  const { readCursor, moveCursor } = lease;
  const round = async (name: string): Promise<void> => {
    keepMs = 0;
    const began = performance.now();
    const pulled = await pullChanges(
      { source, keep, readCursor, moveCursor },
      { signal: new AbortController().signal, maxPages: 1e9 },
    );
    const seconds = (performance.now() - began) / 1000;
    say(
      `${name}: ${pulled.dossiers} dossiers in ${pulled.pages} pages, ${seconds.toFixed(1)} s (${Math.round(pulled.dossiers / seconds)}/s), ${(keepMs / 1000).toFixed(1)} s of it in the store`,
    );
  };
  await round('first reading');
  await round('a round with nothing new');
  say(`peak memory of the reading process: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
} finally {
  simulator.kill();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
}
