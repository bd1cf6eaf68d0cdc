/** Hears from the database, and so from every copy of the program, that something was said in a conversation. */
import { sql } from 'kysely';
import pg from 'pg';
import type { Address } from './database.ts';
import type { Scoped } from './tables.ts';

const channel = 'utterance';
const handOffChannel = 'hand_off';
const retryMs = 5_000;

/** Tells it with the commit of this transaction. It carries the id alone. */
export async function signalUtterance(handle: Scoped, conversationId: string): Promise<void> {
  await sql`select pg_notify(${channel}, ${conversationId})`.execute(handle);
}

/** Tells that something of a hand-off has changed: its id and its commune's code. */
export async function signalHandOff(handle: Scoped, handOffId: string, unit: string | null): Promise<void> {
  await sql`select pg_notify(${handOffChannel}, ${`${handOffId} ${unit ?? ''}`})`.execute(handle);
}

/** What has changed in the queue. */
export interface HandOffSignal {
  readonly handOffId: string;
  /** `null` when it belongs to no commune. */
  readonly unit: string | null;
}

export interface UtteranceSignals {
  /** A hint, never the truth: a signal may be missed, so whoever waits also looks from time to time. */
  onUtterance(listener: (conversationId: string) => void): () => void;
  /** The same of hand-offs. */
  onHandOff(listener: (signal: HandOffSignal) => void): () => void;
  close(): Promise<void>;
}

/** Connects with the first listener, on a connection of its own, and again whenever it is lost. */
export function hearUtterances(address: Address, log: (text: string) => void = () => {}): UtteranceSignals {
  const listeners = new Set<(conversationId: string) => void>();
  const ofHandOffs = new Set<(signal: HandOffSignal) => void>();
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
    fresh.on('notification', (heard) => {
      const payload = heard.payload ?? '';
      if (heard.channel === channel) for (const listener of listeners) listener(payload);
      else for (const listener of ofHandOffs) listener(readSignal(payload));
    });
    fresh.connect().then(
      () => fresh.query(`listen ${channel}; listen ${handOffChannel}`).catch(() => fresh.end()),
      () => again(),
    );
  };
  const add = <T>(all: Set<T>, listener: T): (() => void) => {
    all.add(listener);
    if (client === null && !closed) connect();
    return () => void all.delete(listener);
  };
  return {
    onUtterance: (listener) => add(listeners, listener),
    onHandOff: (listener) => add(ofHandOffs, listener),
    async close() {
      closed = true;
      clearTimeout(retry);
      await client?.end().catch(() => {});
    },
  };
}

function readSignal(payload: string): HandOffSignal {
  const [handOffId = '', unit = ''] = payload.split(' ');
  return { handOffId, unit: unit || null };
}
