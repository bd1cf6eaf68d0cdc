/** A process of the load, seen from the one that starts it. */
import { type ChildProcess, fork } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { join } from 'node:path';
import type { Begin, FromWorker, ToWorker, WorkerReport } from './worker-words.ts';

export class WorkerError extends Error {
  readonly code = 'load-worker';
}

type Ready = Extract<FromWorker, { readonly kind: 'ready' }>;

export interface LoadWorker {
  /** Such as `web 1`. */
  readonly name: string;
  readonly pid: number;
  target(base: string): void;
  /** Resolves when it has all it needs. @throws {WorkerError} when it failed or ended. */
  ready(): Promise<Ready>;
  begin(begin: Begin): void;
  /** It is to tell what it has. */
  stop(): void;
  /** @throws {WorkerError} when it failed or ended. */
  report(): Promise<WorkerReport>;
  end(): void;
}

/** @param file of `tools/load/workers`. @param options reach it as JSON. */
export function startWorker(
  { name, file, options }: { readonly name: string; readonly file: string; readonly options: object },
  say: (text: string) => void,
): LoadWorker {
  const child: ChildProcess = fork(join(import.meta.dirname, file), [JSON.stringify(options)], {
    env: { ...process.env, NODE_OPTIONS: '' },
    execArgv: [],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const heard = new EventEmitter();
  const kept: { ready?: Ready; report?: WorkerReport; failure?: WorkerError } = {};
  const fail = (message: string) => {
    kept.failure ??= new WorkerError(`${name}: ${message}`);
    heard.emit('news');
  };
  child.on('message', (message: FromWorker) => {
    if (message.kind === 'progress') say(`${name}: ${message.text}`);
    else if (message.kind === 'ready') kept.ready = message;
    else if (message.kind === 'report') kept.report = message.report;
    else return fail(message.message);
    heard.emit('news');
  });
  child.once('exit', (code, signal) => kept.report === undefined && fail(`ended early (${signal ?? code})`));
  child.once('error', (error) => fail(error.message));
  const until = async <T>(find: () => T | undefined): Promise<T> => {
    for (;;) {
      const found = find();
      if (found !== undefined) return found;
      if (kept.failure) throw kept.failure;
      await once(heard, 'news');
    }
  };
  const send = (message: ToWorker) => void (child.connected && child.send(message));
  return {
    name,
    pid: child.pid ?? 0,
    target: (base) => send({ kind: 'target', base }),
    ready: () => until(() => kept.ready),
    begin: (begin) => send({ kind: 'begin', begin }),
    stop: () => send({ kind: 'stop' }),
    report: () => until(() => kept.report),
    end() {
      if (child.connected) child.disconnect();
      child.kill('SIGKILL');
    },
  };
}
