/** Hears from the database, and so from every copy of the program, that something has changed. */
import pg from 'pg';
import type { Address } from './database.ts';

const retryMs = 5_000;

export interface Signals {
  /** A hint, never the truth: a signal may be missed, so whoever waits also looks from time to time. */
  on(listener: (payload: string) => void): () => void;
  close(): Promise<void>;
}

export interface SignalOptions {
  /** The name that is notified: one of our own, never from outside. */
  readonly name: string;
  readonly log?: (text: string) => void;
}

/** Connects with the first listener, on a connection of its own, and again whenever it is lost. */
export function hearSignals(address: Address, { name, log = () => {} }: SignalOptions): Signals {
  const listeners = new Set<(payload: string) => void>();
  let client: pg.Client | null = null;
  let closed = false;
  let retry: NodeJS.Timeout | undefined;
  const again = (): void => {
    client = null;
    if (closed) return;
    clearTimeout(retry);
    retry = setTimeout(connect, retryMs);
    retry.unref();
  };
  const connect = (): void => {
    const fresh = new pg.Client({
      ...(typeof address === 'string' ? { connectionString: address } : address),
      application_name: 'hoi-mot-cua signals',
      keepAlive: true,
    });
    client = fresh;
    fresh.on('error', (error) => log(`The connection for signals was lost and will be made again: ${error.message}`));
    fresh.once('end', again);
    fresh.on('notification', ({ payload }) => {
      for (const listener of listeners) listener(payload ?? '');
    });
    fresh.connect().then(
      () => fresh.query(`listen ${name}`).catch(() => fresh.end()),
      () => again(),
    );
  };
  return {
    on(listener) {
      listeners.add(listener);
      if (client === null && !closed) connect();
      return () => void listeners.delete(listener);
    },
    async close() {
      closed = true;
      clearTimeout(retry);
      await client?.end().catch(() => {});
    },
  };
}
