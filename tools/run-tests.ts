/** `npm test`: lint, types, every test, every evaluation that gates. Ends with the line "N passed, N failed". */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type JestReport, type Outcome, outcomeOfExit, outcomeOfJest, secondTries, sumUp } from './outcome.ts';

const root = join(import.meta.dirname, '..');
const jestReport = join(root, 'reports', 'jest.json');

const say = (text: string) => void process.stdout.write(`${text}\n`);

/** Runs an npm script in the foreground; its own output is what a reader needs. */
function npmRun(script: string, ...args: readonly string[]): number {
  say(`\n== npm run ${script} ${args.join(' ')}`);
  const { status } = spawnSync('npm', ['run', '-s', script, '--', ...args], { cwd: root, stdio: 'inherit' });
  return status ?? 1;
}

function jest(): Outcome {
  mkdirSync(join(root, 'reports'), { recursive: true });
  rmSync(jestReport, { force: true });
  const status = npmRun('jest', '--json', `--outputFile=${jestReport}`);
  try {
    const report = JSON.parse(readFileSync(jestReport, 'utf8')) as JestReport;
    for (const name of secondTries(report)) say(`needed a second try: ${name}`);
    return outcomeOfJest(report, status);
  } catch {
    return { passed: 0, failed: 1 };
  }
}

const outcomes: readonly Outcome[] = [
  outcomeOfExit(npmRun('lint')),
  outcomeOfExit(npmRun('types')),
  outcomeOfExit(npmRun('knowledge', 'lint')),
  jest(),
  outcomeOfExit(npmRun('evaluate', 'all')),
  outcomeOfExit(npmRun('evaluate', 'retrieval', '--compare-ways')),
  outcomeOfExit(npmRun('evaluate', 'answer-all')),
];
const { line, exitCode } = sumUp(outcomes);
say(`\n${line}`);
process.exitCode = exitCode;
