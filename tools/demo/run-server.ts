/** The server of a demo as a process of its own, which may be killed and started again. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

export interface DemoServer {
  /** Resolves when it serves. @throws when it ends instead, with what it said. */
  start(): Promise<void>;
  /** Resolves when it has ended. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

/** @param onOutput told of all that it writes. */
export function demoServer(settings: Readonly<Record<string, string>>, onOutput: (text: string) => void): DemoServer {
  let child: ChildProcess | null = null;
  return {
    start: () =>
      new Promise((resolve, reject) => {
        const started = spawn(process.execPath, ['main.ts'], {
          cwd: root,
          stdio: ['ignore', 'pipe', 'pipe'],
          env: { ...process.env, NODE_OPTIONS: '', ...settings },
        });
        child = started;
        let said = '';
        const hear = (part: Buffer) => {
          const text = part.toString();
          onOutput(text);
          if (said.length < 100_000) said += text;
          if (/Web: http:\/\/localhost:\d+/.test(said)) resolve();
        };
        started.stdout.on('data', hear);
        started.stderr.on('data', hear);
        started.once('exit', () => reject(new Error(`The server ended before it served: ${said}`)));
      }),
    end: (signal) =>
      new Promise((resolve) => {
        if (!child || child.exitCode !== null || child.signalCode !== null) return resolve();
        child.once('exit', () => resolve());
        child.kill(signal);
      }),
  };
}
