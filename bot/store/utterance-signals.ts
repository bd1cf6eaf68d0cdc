/** Hears from the database, and so from every copy of the program, that something was said in a conversation. */
import { sql } from 'kysely';
import type { Address } from './database.ts';
import { hearSignals } from './signals.ts';
import type { Scoped } from './tables.ts';

const channel = 'utterance';

/** Tells it with the commit of this transaction. It carries the id alone. */
export async function signalUtterance(handle: Scoped, conversationId: string): Promise<void> {
  await sql`select pg_notify(${channel}, ${conversationId})`.execute(handle);
}

export interface UtteranceSignals {
  /** A hint, never the truth: a signal may be missed, so whoever waits also looks from time to time. */
  onUtterance(listener: (conversationId: string) => void): () => void;
  close(): Promise<void>;
}

export function hearUtterances(address: Address, log?: (text: string) => void): UtteranceSignals {
  const signals = hearSignals(address, { name: channel, ...(log ? { log } : {}) });
  return { onUtterance: signals.on, close: signals.close };
}
