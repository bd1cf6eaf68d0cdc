/** Hears from the database, and so from every copy of the program, that something has changed. */
import pg from 'pg';
import type { Address } from './database.ts';
import type { Hint } from './scope-talk.ts';

const retryMs = 5_000;
/**
 * For so long hints are gathered before they leave for other copies, in ms. A transaction that notifies holds a lock of the
 * whole database until it is safe on disk: so none that keeps anything does, and one for all that was told meanwhile.
 */
const gatherMs = 25;
/** While nobody can be told: hints may be missed. */
const mostWaiting = 10_000;

export interface Signals {
  /** A hint, never the truth: a signal may be missed, so whoever waits also looks from time to time. */
  on(name: string, listener: (payload: string) => void): () => void;
  /** Tells the listeners here at once, and those of other copies a moment later, many together. */
  tell(hints: readonly Hint[]): void;
  /** What was told leaves first. */
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
  let connected: Promise<unknown> = Promise.resolve();
  let closed = false;
  let retry: NodeJS.Timeout | undefined;
  let waiting = new Map<string, Hint>();
  let leaving: NodeJS.Timeout | undefined;
  const again = (): void => {
    client = null;
    if (closed) return;
    clearTimeout(retry);
    retry = setTimeout(connect, retryMs);
    retry.unref();
  };
  const connect = (): void => {
    clearTimeout(retry);
    const fresh = new pg.Client({
      ...(typeof address === 'string' ? { connectionString: address } : address),
      application_name: 'hoi-mot-cua signals',
      keepAlive: true,
    });
    client = fresh;
    fresh.on('error', (error) => log(`The connection for signals was lost and will be made again: ${error.message}`));
    fresh.once('end', again);
    fresh.on('notification', ({ channel, payload = '', processId }) => {
      // What this copy told has been heard here.
      if (processId !== processOf(fresh)) hear(channel, payload);
    });
    connected = fresh.connect().then(
      () => fresh.query(names.map((name) => `listen ${name}`).join(';')).catch(() => fresh.end()),
      () => again(),
    );
  };
  const hear = (name: string, payload: string) => {
    for (const [listener, of] of listeners) if (of === name) listener(payload);
  };
  const leave = async (): Promise<void> => {
    clearTimeout(leaving);
    leaving = undefined;
    if (waiting.size === 0) return;
    if (client === null && !closed) connect();
    await connected;
    const hints = [...waiting.values()];
    waiting = new Map();
    const columns = [hints.map(({ name }) => name), hints.map(({ payload }) => payload)];
    // Lost with the connection: whoever waits looks from time to time.
    await client?.query({ ...notify, values: columns }).catch(() => {});
  };
  return {
    on(name, listener) {
      const own = (payload: string) => listener(payload);
      listeners.set(own, name);
      if (client === null && !closed) connect();
      return () => void listeners.delete(own);
    },
    tell(hints) {
      for (const hint of hints) {
        hear(hint.name, hint.payload);
        if (waiting.size < mostWaiting) waiting.set(`${hint.name} ${hint.payload}`, hint);
      }
      if (!closed) leaving ??= setTimeout(leave, gatherMs).unref();
    },
    async close() {
      await leave();
      closed = true;
      clearTimeout(retry);
      await client?.end().catch(() => {});
    },
  };
}

const notify = {
  name: 'tell-hints',
  text: 'select pg_notify(name, payload) from unnest($1::text[], $2::text[]) as hint (name, payload)',
};

const processOf = (client: pg.Client): number | undefined => (client as { readonly processID?: number }).processID;
