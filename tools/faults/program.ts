/** The whole program as a process that may be killed at any moment, also while it starts. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

export interface Program {
  readonly port: number;
  readonly base: string;
  /** Resolves with the ms until it served; `null` when it ended before. */
  start(): Promise<number | null>;
  /** Resolves when it has ended; at once when it does not run. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>;
  isRunning(): boolean;
  pid(): number | undefined;
  /** The end of what it said. */
  said(): string;
  /** @throws when it does not serve, with what it said. */
  mustStart(): Promise<number>;
}

export interface ProgramOptions {
  readonly port: number;
  /** Over the environment of this process. */
  readonly settings: NodeJS.ProcessEnv;
  /** Before `main.ts`. */
  readonly nodeArguments?: readonly string[];
}

const around = (): NodeJS.ProcessEnv => {
  const { LANGSMITH_TRACING: _tracing, NODE_OPTIONS: _options, ...rest } = process.env;
  return rest;
};

export function makeProgram({ port, settings, nodeArguments = [] }: ProgramOptions): Program {
  const env = { ...around(), HOST: '127.0.0.1', LOG_LEVEL: 'warn', ...settings, PORT: String(port) };
  let child: ChildProcess | null = null;
  let said = '';
  const hear = (part: string) => {
    said = `${said}${part}`.slice(-40_000);
  };
  const isRunning = () => child !== null && child.exitCode === null && child.signalCode === null;
  const start = (): Promise<number | null> =>
    new Promise((resolve) => {
      const begun = performance.now();
      const started = spawn(process.execPath, [...nodeArguments, 'main.ts'], {
        ...{ cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] },
      });
      child = started;
      started.stdout?.setEncoding('utf8').on('data', hear);
      started.stderr?.setEncoding('utf8').on('data', (text: string) => {
        hear(text);
        if (text.includes('Web: http')) resolve(performance.now() - begun);
      });
      started.once('exit', () => resolve(null));
    });
  return {
    port,
    base: `http://127.0.0.1:${port}`,
    isRunning,
    pid: () => child?.pid,
    said: () => said,
    start,
    async mustStart() {
      const ms = await start();
      if (ms === null) throw new Error(`The program did not start: ${said.slice(-2_000)}`);
      return ms;
    },
    end: (signal) =>
      new Promise((resolve) => {
        const dying = child;
        if (!dying || !isRunning()) return resolve();
        dying.once('exit', () => resolve());
        dying.kill(signal);
      }),
  };
}
