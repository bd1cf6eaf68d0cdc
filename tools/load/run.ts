/** `npm run load`, see the usage in load-options.ts. Ends with 0 when it measured, whatever it measured; 1 when it could not. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commitNow, keepMeasured, machine } from '../measured.ts';
import { readLoadOptions, usage } from './load-options.ts';
import { runPeers } from './peers/run-peers.ts';
import { runPlan } from './plan/run-plan.ts';
import { figuresOf } from './report/figures-of.ts';
import { tellRun } from './report/tell-table.ts';
import { type MeasuredRun, pageOf, publishRun } from './report/write-page.ts';
import { type LoadRun, runLoad } from './run-load.ts';

const root = join(import.meta.dirname, '../..');
const say = (text: string) => void process.stderr.write(`${text}\n`);

/** The first Ctrl-C ends the measurement with what it has, the second one the program. */
function stopSignal(): AbortSignal {
  const stop = new AbortController();
  const hear = (signal: NodeJS.Signals) => {
    if (stop.signal.aborted) process.exit(130);
    say(`${signal}: the measurement ends with what it has. Once more ends it at once.`);
    stop.abort(`it was ended by ${signal}`);
  };
  process.on('SIGINT', hear).on('SIGTERM', hear).on('SIGHUP', hear);
  return stop.signal;
}

async function load(args: readonly string[]): Promise<void> {
  const options = readLoadOptions(args);
  const run = await runLoad(options, { say, signal: stopSignal() });
  const folder = options.reports ?? join(root, 'reports');
  mkdirSync(folder, { recursive: true });
  const command = `npm run load -- ${args.join(' ')}`.trim();
  const measured: MeasuredRun = { ...run, commit: commitNow(), machine: machine(), command };
  const name = nameOf(run);
  writeFileSync(join(folder, `${name}.json`), JSON.stringify(measured));
  writeFileSync(join(folder, `${name}.html`), pageOf(measured));
  if (options.publish) publishRun(measured, { docs: join(root, 'docs'), name });
  const figures = figuresOf(run);
  const file = keepMeasured({ name, command, figures }, folder);
  process.stdout.write(options.json ? `${JSON.stringify({ figures })}\n` : `${tellRun(run)}\n`);
  say(`Kept in ${file}.`);
  process.exitCode = hasMeasured(run) ? 0 : 1;
}

/** Several copies are a measurement beside that of one. */
const nameOf = ({ options }: LoadRun): string => (options.copies > 1 ? 'load-copies' : 'load');

const hasMeasured = ({ scenarios }: LoadRun): boolean =>
  scenarios.length > 0 && scenarios.every(({ failure }) => failure === null);

const [command, ...rest] = process.argv.slice(2);
try {
  if (command === '--help' || command === 'help') process.stdout.write(`${usage}\n`);
  else if (command === 'plan') runPlan(rest);
  else if (command === 'peers') await runPeers(rest, { say, signal: stopSignal() });
  else await load(command === undefined ? [] : [command, ...rest]);
} catch (error) {
  say(error instanceof Error && 'code' in error ? error.message : String(error instanceof Error ? error.stack : error));
  process.exitCode = 1;
}
