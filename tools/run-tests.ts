/** `npm test`: lint, types, every test, every evaluation that gates. Ends with the line "N passed, N failed". */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const jestReport = join(root, 'reports', 'jest.json');

interface Outcome {
  readonly passed: number;
  readonly failed: number;
}

const say = (text: string) => void process.stdout.write(`${text}\n`);

/** Runs an npm script in the foreground; its own output is what a reader needs. */
function npmRun(script: string, ...args: readonly string[]): number {
  say(`\n== npm run ${script} ${args.join(' ')}`);
  const { status } = spawnSync('npm', ['run', '-s', script, '--', ...args], { cwd: root, stdio: 'inherit' });
  return status ?? 1;
}

const one = (status: number): Outcome => ({ passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1 });

function jest(): Outcome {
  mkdirSync(join(root, 'reports'), { recursive: true });
  rmSync(jestReport, { force: true });
  const status = npmRun('jest', '--json', `--outputFile=${jestReport}`);
  try {
    const report = JSON.parse(readFileSync(jestReport, 'utf8')) as {
      numPassedTests: number;
      numFailedTests: number;
      numFailedTestSuites: number;
    };
    const broken = Math.max(report.numFailedTests, report.numFailedTestSuites, status === 0 ? 0 : 1);
    return { passed: report.numPassedTests, failed: broken };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

const outcomes: readonly Outcome[] = [
  one(npmRun('lint')),
  one(npmRun('types')),
  one(npmRun('knowledge', 'lint')),
  jest(),
  one(npmRun('evaluate', 'all')),
];
const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0);
say(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
