/** Hears from the database, and so from every copy of the program, that something was said in a conversation. */
import { sql } from 'kysely';
import type { Address } from './database.ts';
import { afterCommit } from './scope-talk.ts';
import { hearSignals, type Signals } from './signals.ts';
import { switchSignal } from './switches.ts';
import type { AnyHandle, Scoped } from './tables.ts';

const channel = 'utterance';
const handOffChannel = 'hand_off';
const typingChannel = 'typing';
const parcelChannel = 'parcel';

/** Tells it once this transaction is committed. It carries the id alone. */
export const signalUtterance = (handle: Scoped, conversationId: string): void =>
  afterCommit(handle, { name: channel, payload: conversationId });

/** Tells that something of a hand-off has changed: its id and its commune's code. */
export const signalHandOff = (handle: Scoped, handOffId: string, unit: string | null): void =>
  afterCommit(handle, { name: handOffChannel, payload: `${handOffId} ${unit ?? ''}` });

/** Tells that something waits in the outbox for whoever sends on this channel. */
export const signalParcel = (handle: Scoped, to: string): void =>
  afterCommit(handle, { name: parcelChannel, payload: to });

/** Who types: an officer in a conversation, or a citizen in a hand-off. Never what. */
export interface TypingSignal {
  readonly who: 'officer' | 'citizen';
  readonly id: string;
}

export async function signalTyping(handle: AnyHandle, { who, id }: TypingSignal): Promise<void> {
  await sql`select pg_notify(${typingChannel}, ${`${who} ${id}`})`.execute(handle);
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
  onTyping(listener: (signal: TypingSignal) => void): () => void;
  /** The same of hand-offs. */
  onHandOff(listener: (signal: HandOffSignal) => void): () => void;
  /** That something was turned off or on, or a banner changed. */
  onSwitch(listener: () => void): () => void;
  /** That something waits in the outbox, by its channel. */
  onParcel(listener: (channel: string) => void): () => void;
  readonly tell: Signals['tell'];
  close(): Promise<void>;
}

/** One connection for all of them. */
export function hearUtterances(address: Address, log: (text: string) => void = () => {}): UtteranceSignals {
  const signals = hearSignals(address, {
    names: [channel, handOffChannel, typingChannel, parcelChannel, switchSignal],
    log,
  });
  return {
    onUtterance: (listener) => signals.on(channel, listener),
    onHandOff: (listener) => signals.on(handOffChannel, (payload) => listener(readSignal(payload))),
    onTyping: (listener) => signals.on(typingChannel, (payload) => listener(readTyping(payload))),
    onSwitch: (listener) => signals.on(switchSignal, listener),
    onParcel: (listener) => signals.on(parcelChannel, listener),
    tell: signals.tell,
    close: signals.close,
  };
}

function readSignal(payload: string): HandOffSignal {
  const [handOffId = '', unit = ''] = payload.split(' ');
  return { handOffId, unit: unit || null };
}

function readTyping(payload: string): TypingSignal {
  const [who, id = ''] = payload.split(' ');
  return { who: who === 'officer' ? 'officer' : 'citizen', id };
}
