/** Asks the bot by its public door: the command `npm run -s ask -- --jsonl`. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { type AnswerLine, type Ask, type AskedLine, answerLineSchema } from './answer-line.ts';

/** The bot did not answer as its command promises: it stopped, or a line is missing, out of order or unreadable. */
export class AskError extends Error {
  readonly code = 'ask-failed';
}

export interface AskOptions {
  /** Program and arguments; the default is the project's own command. */
  readonly command?: readonly [string, ...string[]];
  /** How long all lines of one call may take, in ms. */
  readonly timeLimit?: number;
}

/** Progress of the bot (its stderr) goes to ours. @throws {AskError} */
export function askByCommand({
  command = ['npm', 'run', '-s', 'ask', '--', '--jsonl'],
  timeLimit = 900_000,
}: AskOptions = {}): Ask {
  return async (lines) => {
    if (lines.length === 0) return [];
    const printed = await run(command, lines.map((line) => `${JSON.stringify(line)}\n`).join(''), timeLimit);
    const answers = printed
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map(readLine);
    return inOrder(lines, answers);
  };
}

function run([program, ...args]: readonly [string, ...string[]], input: string, timeLimit: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: join(import.meta.dirname, '..'),
      stdio: ['pipe', 'pipe', 'inherit'],
      timeout: timeLimit,
    });
    let printed = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      printed += chunk;
    });
    child.stdin.on('error', () => undefined);
    child.on('error', (cause) => reject(new AskError(`ask: ${program} did not start`, { cause })));
    child.on('close', (exit, signal) => {
      if (exit === 0) resolve(printed);
      else reject(new AskError(`ask: ${[program, ...args].join(' ')} ended with ${signal ?? exit}; try it by hand`));
    });
    child.stdin.end(input);
  });
}

function readLine(line: string, index: number): AnswerLine {
  try {
    return answerLineSchema.parse(JSON.parse(line));
  } catch (cause) {
    throw new AskError(`ask: line ${index + 1} of the answers is not in the promised form`, { cause });
  }
}

function inOrder(asked: readonly AskedLine[], answers: readonly AnswerLine[]): readonly AnswerLine[] {
  if (asked.length !== answers.length) throw new AskError(`ask: ${asked.length} lines in, ${answers.length} lines out`);
  const wrong = asked.findIndex((line, index) => line.id !== answers[index]?.id);
  if (wrong >= 0)
    throw new AskError(`ask: line ${wrong + 1} answers ${answers[wrong]?.id}, asked was ${asked[wrong]?.id}`);
  return answers;
}
