/** Copies of the whole program on one database: started, killed without warning, started again on the same port. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { freePort } from '../../bot/store/server/free-port.ts';
import { cpuSecondsOf } from './cpu-seconds.ts';

const root = join(import.meta.dirname, '..', '..');

export interface Copy {
  readonly base: string;
  /** Seconds of CPU of all its lives so far. */
  cpuSeconds(): number;
  /** SIGKILL. Resolves when it is dead. */
  kill(): Promise<void>;
  /** Starts it again. Resolves with how long it took until it served, in ms. */
  start(): Promise<number>;
  /** SIGTERM. */
  stop(): Promise<void>;
  /** The end of what it said on its error stream and in its log. */
  said(): string;
}

/** @param settings environment over that of this process. */
export async function makeCopy(settings: NodeJS.ProcessEnv): Promise<Copy> {
  const port = await freePort();
  const { LANGSMITH_TRACING: _tracing, ...around } = process.env;
  const env = { ...around, ...settings, PORT: String(port), HOST: '127.0.0.1', NODE_OPTIONS: '' };
  let child: ChildProcess | null = null;
  let said = '';
  let spent = 0;
  const note = (text: string) => {
    said = `${said}${text}`.slice(-20_000);
  };
  const end = async (signal: 'SIGKILL' | 'SIGTERM') => {
    const dying = child;
    if (!dying || dying.exitCode !== null || dying.signalCode !== null) return;
    spent += cpuSecondsOf(dying.pid);
    const gone = new Promise((resolve) => dying.once('exit', resolve));
    dying.kill(signal);
    await gone;
    child = null;
  };
  return {
    base: `http://127.0.0.1:${port}`,
    cpuSeconds: () => spent + cpuSecondsOf(child?.pid),
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    said: () => said,
    async start() {
      const begun = performance.now();
      const started = spawn(process.execPath, ['main.ts'], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
      child = started;
      started.stdout.setEncoding('utf8').on('data', note);
      await new Promise<void>((resolve, reject) => {
        started.stderr.setEncoding('utf8').on('data', (text: string) => {
          note(text);
          if (text.includes('Web: http')) resolve();
        });
        started.once('exit', () => reject(new Error(`A copy of the program ended: ${said.slice(-2000)}`)));
      });
      return performance.now() - begun;
    },
  };
}
