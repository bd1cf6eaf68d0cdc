/** Tries what an editor drafted in a child process: building a second index would hold up every turn. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { assemble } from '../assemble.ts';
import { emptyMemory, judgeAddition, runTurn, startTurn, type Trial, type Verdict } from '../bot/index.ts';
import type { Config } from '../config.ts';
import { type Addition, additionSchema, codeOfAddition, dayInVietnam, importedRecord } from '../knowledge/index.ts';

/** The trial could not be made; its message is the child's last words. */
export class TrialError extends Error {
  readonly code = 'trial-failed';
}

export interface TrialOptions {
  /** Milliseconds after which the child is ended. */
  readonly timeLimit?: number;
  readonly command?: readonly [program: string, ...args: string[]];
}

const mostSaid = 4_000;

/** @throws {TrialError} */
export function tryInChild(
  addition: Addition,
  {
    timeLimit = 120_000,
    command = [process.execPath, join(import.meta.dirname, '../main.ts'), 'try-addition'],
  }: TrialOptions = {},
): Promise<Verdict> {
  const [program, ...args] = command;
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'pipe'], timeout: timeLimit });
    let [printed, said] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (more: string) => {
      printed += more;
    });
    child.stderr.setEncoding('utf8').on('data', (more: string) => {
      said = (said + more).slice(-mostSaid);
    });
    child.stdin.on('error', () => undefined);
    child.once('error', (cause) => reject(new TrialError('The trial did not start', { cause })));
    child.once('close', (exit, signal) => {
      if (exit === 0) resolve(JSON.parse(printed) as Verdict);
      else reject(new TrialError(`The trial failed (${signal ?? exit}): ${said.trim()}`));
    });
    child.stdin.end(JSON.stringify(addition));
  });
}

/** In the child: an addition on standard input, the verdict on standard output. */
export async function tryAdditionCommand(config: Config): Promise<void> {
  const addition = additionSchema.parse(JSON.parse(await text(process.stdin)));
  process.stdout.write(JSON.stringify(await judgeOnDisk(addition, config)));
}

/** Judges against the knowledge on disk. */
export async function judgeOnDisk(
  addition: Addition,
  config: Parameters<typeof assemble>[0],
  now = new Date(),
): Promise<Verdict> {
  const serving = await assemble(config);
  const openTrial = async (): Promise<Trial> => {
    const { tools, steps, speak, knowledge } = await assemble(config, { before: serving, trial: [addition] });
    return {
      knowledge,
      before: serving.tools.engine,
      after: tools.engine,
      ask: async (asked) =>
        (await runTurn(startTurn({ ...message(now), text: asked }, emptyMemory, speak), steps)).answer,
    };
  };
  const record = importedRecord(config.importedFolder, codeOfAddition(addition));
  return judgeAddition(addition, { knowledge: serving.knowledge, record, today: dayInVietnam(now), openTrial });
}

const message = (at: Date) => ({
  id: 'trial',
  conversationId: 'trial',
  channel: 'console' as const,
  locale: 'vi' as const,
  at,
  signedInAs: null,
  ownedByOfficer: false,
});
