/** `npm run check`: lint, types and the tests that need no database and no browser. Seconds. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const slow = '(bot/store|one-stop-simulator|web/direct-line|web/open-api|\\.slow\\.test)';
const runs: readonly (readonly string[])[] = [
  ['lint'],
  ['types'],
  ['jest', '--testPathIgnorePatterns', '/node_modules/', '/data/', slow],
];
const failed = runs.filter(([script = '', ...args]) => {
  const { status } = spawnSync('npm', ['run', '-s', script, '--', ...args], {
    cwd: join(import.meta.dirname, '..'),
    stdio: 'inherit',
  });
  return status !== 0;
});
process.exitCode = failed.length === 0 ? 0 : 1;
