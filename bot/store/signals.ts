/** Hears from the database, and so from every copy of the program, that something has changed. */
import pg from 'pg';
import type { Address } from './database.ts';

const retryMs = 5_000;

export interface Signals {
  /** A hint, never the truth: a signal may be missed, so whoever waits also looks from time to time. */
  on(name: string, listener: (payload: string) => void): () => void;
  close(): Promise<void>;
}

export interface SignalOptions {
  /** What is listened to: names of our own, never from outside. */
  readonly names: readonly string[];
  readonly log?: (text: string) => void;
}

/** Connects with the first listener, on a connection of its own, and again whenever it is lost. */
export function hearSignals(address: Address, { names, log = () => {} }: SignalOptions): Signals {
  const listeners = new Map<(payload: string) => void, string>();
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
    fresh.on('notification', ({ channel, payload = '' }) => {
      for (const [listener, name] of listeners) if (name === channel) listener(payload);
    });
    fresh.connect().then(
      () => fresh.query(names.map((name) => `listen ${name}`).join(';')).catch(() => fresh.end()),
      () => again(),
    );
  };
  return {
    on(name, listener) {
      const own = (payload: string) => listener(payload);
      listeners.set(own, name);
      if (client === null && !closed) connect();
      return () => void listeners.delete(own);
    },
    async close() {
      closed = true;
      clearTimeout(retry);
      await client?.end().catch(() => {});
    },
  };
}
