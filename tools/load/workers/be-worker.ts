/** This process as a process of the load: it hears when to begin and to stop, and ends with whoever started it. */
import { EventEmitter, once } from 'node:events';
import type { Begin, FromWorker, ToWorker } from './worker-words.ts';

export interface Worker<Options> {
  readonly options: Options;
  tell(what: FromWorker): void;
  /** The address of the program, once it is known. */
  target(): Promise<string>;
  begin(): Promise<Begin>;
  /** Aborted when the measurement is to end early. */
  readonly stopped: AbortSignal;
}

/** Runs the work. The process ends when that is done, and at once when the one that started it is gone. */
export async function beWorker<Options>(work: (worker: Worker<Options>) => Promise<void>): Promise<void> {
  const heard = new EventEmitter();
  const stop = new AbortController();
  let base: string | null = null;
  let begin: Begin | null = null;
  process.on('message', (message: ToWorker) => {
    if (message.kind === 'target') base = message.base;
    else if (message.kind === 'begin') begin = message.begin;
    else stop.abort();
    heard.emit(message.kind);
  });
  process.once('disconnect', () => process.exit(0));
  // A Ctrl-C reaches every process of the terminal: the first one decides what it means.
  process.on('SIGINT', () => {});
  const tell = (what: FromWorker) => void process.send?.(what);
  try {
    await work({
      options: JSON.parse(process.argv[2] ?? '{}') as Options,
      tell,
      async target() {
        if (base === null) await once(heard, 'target');
        return base ?? '';
      },
      async begin() {
        if (begin === null) await Promise.race([once(heard, 'begin'), once(heard, 'stop')]);
        return begin ?? { at: Date.now(), seconds: 0 };
      },
      stopped: stop.signal,
    });
  } catch (error) {
    tell({ kind: 'failed', message: error instanceof Error ? `${error.message}\n${error.stack}` : String(error) });
  }
}
