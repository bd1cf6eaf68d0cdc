/** Stops and starts the service: by systemd, or by commands that were given. */
import { spawnSync } from 'node:child_process';
import { UpdateError } from './update-error.ts';

export interface Supervisor {
  /** Returns when it has ended; also when it was not running. */
  stop(): Promise<void>;
  /** Returns when it is on its way: whether it serves is looked at apart. */
  start(): Promise<void>;
}

export const systemdService = (unit: string): Supervisor =>
  commandSupervisor({ stop: ['systemctl', 'stop', unit], start: ['systemctl', 'start', unit] });

/** Given as a shell understands them. */
export const shellSupervisor = (stop: string, start: string): Supervisor =>
  commandSupervisor({ stop: ['sh', '-c', stop], start: ['sh', '-c', start] });

function commandSupervisor({
  stop,
  start,
}: {
  readonly stop: readonly string[];
  readonly start: readonly string[];
}): Supervisor {
  return { stop: async () => run(stop), start: async () => run(start) };
}

function run([command = '', ...args]: readonly string[]): void {
  const { status, error } = spawnSync(command, [...args], { stdio: ['ignore', 'inherit', 'inherit'] });
  if (status === 0) return;
  throw new UpdateError(
    'command-failed',
    `${[command, ...args].join(' ')} failed${error ? `: ${error.message}` : ` with ${status}`}. See: journalctl --namespace=hoi-mot-cua -e`,
    { cause: error },
  );
}
