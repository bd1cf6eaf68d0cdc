/** Kills a writing program again and again, its PostgreSQL too at times, and counts what was lost. A longer run: `node bot/store/kill-drill.ts 200`. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openStore } from './open-store.ts';
import { serversByFolder } from './server/clear-leftovers.ts';

export interface DrillReport {
  readonly kills: number;
  readonly killedBeforeReady: number;
  /** Messages acknowledged, over all rounds. */
  readonly acknowledged: number;
  /** What must never be: one sentence each. */
  readonly faults: readonly string[];
}

/** Every third round PostgreSQL is killed with the program, as when memory runs out. */
export async function runKillDrill(kills: number): Promise<DrillReport> {
  const folder = mkdtempSync(join(tmpdir(), 'hoi-mot-cua-kill-'));
  const faults: string[] = [];
  let received = 0;
  let killedBeforeReady = 0;
  try {
    for (let round = 1; round <= kills; round++) {
      // Rounds begin 10,000 apart, so that what an earlier one wrote without an acknowledgement is not asked for.
      const first = round * 10_000;
      const said = await writeUntilKilled(folder, first, { postgresToo: round % 3 === 0, atWork: round % 2 === 0 });
      if (said.received < first) killedBeforeReady++;
      else received += said.received - first + 1;
      faults.push(...(await lookFor(folder, first, said)).map((fault) => `round ${round}: ${fault}`));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
  }
  return { kills, killedBeforeReady, acknowledged: received, faults };
}

interface Said {
  received: number;
  finished: number;
}

interface Kill {
  readonly postgresToo: boolean;
  /** Not before it has kept a message; else also while it starts. */
  readonly atWork: boolean;
}

async function writeUntilKilled(folder: string, first: number, { postgresToo, atWork }: Kill): Promise<Said> {
  const said: Said = { received: first - 1, finished: first - 1 };
  const child = spawn(process.execPath, [join(import.meta.dirname, 'kill-writer.ts'), folder, String(first)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let rest = '';
  child.stdout.on('data', (data: Buffer) => {
    const lines = (rest + data.toString()).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const [word, number] = line.split(' ');
      if (word === 'received' || word === 'finished') said[word] = Number(number);
    }
  });
  // A slow machine is given its time: a program that is always killed while starting shows nothing.
  while (atWork && said.received < first && child.exitCode === null) await sleep(20);
  // The first start makes the data folder, so it is given longer; later ones are killed while starting, too.
  await sleep(100 + Math.random() * (first === 10_000 ? 3000 : 1000));
  child.kill('SIGKILL');
  if (postgresToo) killPostgres(join(folder, 'postgres', 'cluster'));
  await once(child, 'close');
  return said;
}

function killPostgres(cluster: string): void {
  try {
    for (const { pid } of serversByFolder(cluster)) process.kill(pid, 'SIGKILL');
  } catch {
    // No data folder yet, or it has ended.
  }
}

/** Opens the store as the next start would and compares it with what had been acknowledged. */
export async function lookFor(folder: string, first: number, said: Said): Promise<readonly string[]> {
  const store = await openStore({ dataFolder: folder, secretKey: Buffer.alloc(32, 5) });
  try {
    const { id, citizenId, memory } = await store.openConversation({
      channel: 'web',
      externalId: 'kill',
      locale: 'vi',
    });
    const turns = await store.turns({ conversationId: id, citizenId, limit: 100_000 });
    const faults: string[] = [];
    const known = new Map(turns.map((turn) => [turn.messageId, turn]));
    for (let number = first; number <= said.received; number++) {
      const turn = known.get(`m${number}`);
      if (turn?.askedMasked !== `câu ${number}`) faults.push(`message ${number} is lost`);
      if (number <= said.finished && (turn?.answer as { number?: number })?.number !== number)
        faults.push(`answer ${number} is lost`);
    }
    if (turns.some((turn, index) => turn.seq !== index + 1)) faults.push('the numbering has a gap');
    const answered = turns.findLast((turn) => turn.answer !== null);
    if (answered && (memory as { number?: number }).number !== (answered.answer as { number: number }).number) {
      faults.push('the memory is not that of the last answer');
    }
    return faults;
  } finally {
    await store.close();
  }
}

if (process.argv[1] === import.meta.filename) {
  const report = await runKillDrill(Number(process.argv[2] ?? 100));
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  process.exitCode = report.faults.length === 0 ? 0 : 1;
}
