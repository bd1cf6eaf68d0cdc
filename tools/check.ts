/** `npm run check`: lint, types and the tests that need no database and no browser. Seconds. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const slow = [
  'bot/store|bot/dossiers|bot/identity|bot/notices|bot/steps/own-wishes',
  'web/direct-line|web/open-api|web/sign-in|one-stop-simulator|knowledge/files|officer-docs/records|\\.slow\\.test',
].join('|');
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
