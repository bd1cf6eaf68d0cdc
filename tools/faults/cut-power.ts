/** `power-cut`: a store on a loop device whose file system is shut down without writing what was not synced, as when the plug is pulled. Needs root, a loop device, mkfs.ext4 and python3. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { seededRandom } from '../../bot/index.ts';
import { lookFor } from '../../bot/store/kill-drill.ts';
import { count, type Drill, type DrillOptions, type DrillReport, none, skipped } from './drill.ts';
import { killPostgres } from './kill-program.ts';

export const cutPower: Drill = { name: 'power-cut', run: (options) => cutting(options, 10) };

const run = (command: string, ...given: readonly string[]): string =>
  execFileSync(command, [...given], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

/** EXT4_IOC_SHUTDOWN with NOLOGFLUSH: pages and log that were not synced never reach the disk. */
const shutDown = `import fcntl, os, struct, sys
fcntl.ioctl(os.open(sys.argv[1], os.O_RDONLY), 0x8004587d, struct.pack('I', 2))`;

/** @param cuts of the power. */
export async function cutting({ seed, say }: DrillOptions, cuts: number): Promise<DrillReport> {
  const folder = mkdtempSync(join(tmpdir(), 'hmc-fault-power-'));
  const place = join(folder, 'disk');
  const image = join(folder, 'image');
  const mount = () => run('mount', '-o', 'loop', image, place);
  try {
    mkdirSync(place);
    run('truncate', '-s', '600M', image);
    run('mkfs.ext4', '-q', '-F', image);
    mount();
    run('python3', '-c', 'import fcntl');
  } catch (error) {
    unmount(place);
    rmSync(folder, { recursive: true, force: true });
    return skipped(`no loop device with ext4, root and python3 here: ${String(error).slice(0, 160)}`);
  }
  try {
    const random = seededRandom(`${seed} power`);
    const data = join(place, 'data');
    const faults: string[] = [];
    let acknowledged = 0;
    for (let cut = 1; cut <= cuts; cut += 1) {
      const first = cut * 10_000;
      const writer = startWriter(data, first);
      await writer.hasWritten();
      await sleep(random() * 2_000);
      run('python3', '-c', shutDown, place);
      const said = await writer.end();
      killPostgres(data);
      acknowledged += said.received - first + 1;
      await remount(place, mount);
      const wrong = await lookFor(data, first, said).catch((error: unknown) => [`it does not open: ${String(error)}`]);
      faults.push(...wrong.map((what) => `cut ${cut}: ${what}`));
      say(`cut ${cut}: ${said.received - first + 1} acknowledged, ${wrong.length} lost.`);
    }
    return {
      did: `${cuts} cuts of the power under a writing store, on ext4 shut down without a flush`,
      figures: [
        count('power-cuts', 'power cuts', cuts),
        count('power-acknowledged', 'messages acknowledged', acknowledged),
        none('power-lost', 'lost, torn or not to be opened', faults.length),
      ],
      faults,
    };
  } finally {
    unmount(place);
    rmSync(folder, { recursive: true, force: true });
  }
}

function startWriter(data: string, first: number) {
  const script = join(import.meta.dirname, '..', '..', 'bot', 'store', 'kill-writer.ts');
  const child = spawn(process.execPath, [script, data, String(first)], { stdio: ['ignore', 'pipe', 'pipe'] });
  const said = { received: first - 1, finished: first - 1 };
  let [rest, wrong] = ['', ''];
  child.stderr.on('data', (part: Buffer) => {
    wrong += part.toString();
  });
  child.stdout.on('data', (part: Buffer) => {
    const lines = (rest + part.toString()).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const [word, number] = line.split(' ');
      if (word === 'received' || word === 'finished') said[word] = Number(number);
    }
  });
  return {
    async hasWritten() {
      while (said.received < first) {
        if (child.exitCode !== null) throw new Error(`The writer ended: ${wrong.slice(-500)}`);
        await sleep(20);
      }
    },
    /** What was acknowledged until the power went; nothing can be after. */
    async end() {
      const closed = child.exitCode === null ? once(child, 'close') : Promise.resolve();
      child.kill('SIGKILL');
      await closed;
      return said;
    },
  };
}

function unmount(place: string): void {
  try {
    run('umount', place);
  } catch {
    // It was not mounted.
  }
}

/** Those that stood on the dead file system have to be gone first. */
async function remount(place: string, mount: () => string): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      run('umount', place);
      break;
    } catch (error) {
      if (attempt > 100) throw error;
      await sleep(100);
    }
  }
  mount();
}
