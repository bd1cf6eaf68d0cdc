/** Hears from the database, and so from every copy of the program, that something was said in a conversation. */
import { sql } from 'kysely';
import pg from 'pg';
import type { Address } from './database.ts';
import type { Scoped } from './tables.ts';

const channel = 'utterance';
const retryMs = 5_000;

/** Tells it with the commit of this transaction. It carries the id alone. */
export async function signalUtterance(handle: Scoped, conversationId: string): Promise<void> {
  await sql`select pg_notify(${channel}, ${conversationId})`.execute(handle);
}

export interface UtteranceSignals {
  /** A hint, never the truth: a signal may be missed, so whoever waits also looks from time to time. */
  onUtterance(listener: (conversationId: string) => void): () => void;
  close(): Promise<void>;
}

/** Connects with the first listener, on a connection of its own, and again whenever it is lost. */
export function hearUtterances(address: Address, log: (text: string) => void = () => {}): UtteranceSignals {
  const listeners = new Set<(conversationId: string) => void>();
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
      () => fresh.query(`listen ${channel}`).catch(() => fresh.end()),
      () => again(),
    );
  };
  return {
    onUtterance(listener) {
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
