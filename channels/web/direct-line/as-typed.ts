/**
 * A message as its sender typed it, for a while and in memory alone.
 *
 * The store keeps every message masked: a citizen's numbers lie in no row and no backup in the clear. But a client
 * recognises its own message by the echo, and a citizen who sees his own words come back with holes in them would
 * send them again. So this copy of the program remembers what was typed for half an hour, and puts it into what it
 * shows to whoever holds a token of that same conversation: the sender. After a restart, after the half hour, and
 * from another copy of the program, the echo shows the masked text. Nothing else reads it: the assistant, the log and
 * an officer's console get what the store has.
 */
import { randomUUID } from 'node:crypto';
import { maskDeep } from '../../../bot/index.ts';
import type { SentActivity } from './schemas.ts';
import { badArgument } from './wire-error.ts';

const keptMs = 30 * 60_000;
/** Characters of all messages together. */
const mostKept = 4_000_000;
const mostChannelData = 8_000;

/** What is kept with a message in the store: enough to show it again. */
export interface Echo {
  /** The sender's id on the wire. */
  readonly from: string;
  readonly channelData?: unknown;
  /** Finds the message as typed. */
  readonly typed: string;
}

export interface Typed {
  readonly text: string;
  readonly channelData: SentActivity['channelData'];
}

export interface AsTyped {
  /** Remembers a message about to be kept. @throws {WireError} 400 when its channelData is too large or nested too deep. */
  remember(from: string, sent: Typed): Echo;
  /** `null` when it is no longer known. */
  recall(echo: Echo): Typed | null;
}

export function makeAsTyped(now: () => number = Date.now): AsTyped {
  const kept = new Map<string, Typed & { readonly until: number; readonly size: number }>();
  let size = 0;
  const forgetOld = () => {
    for (const [key, { until, size: own }] of kept) {
      if (size <= mostKept && until > now()) return;
      kept.delete(key);
      size -= own;
    }
  };
  return {
    remember(from, { text, channelData }) {
      const typed = randomUUID();
      const dataSize = JSON.stringify(channelData ?? null).length;
      if (dataSize > mostChannelData) throw badArgument(`channelData: at most ${mostChannelData} characters`);
      const echo = { ...maskEcho(from, channelData), typed };
      kept.set(typed, { text, channelData, until: now() + keptMs, size: text.length + dataSize });
      size += text.length + dataSize;
      forgetOld();
      return echo;
    },
    recall({ typed }) {
      const found = kept.get(typed);
      return found && found.until > now() ? found : null;
    },
  };
}

/** The client's own id of its message stays as it is, or the client would not find its message again. */
function maskEcho(from: string, channelData: Typed['channelData']): Omit<Echo, 'typed'> {
  try {
    const masked = maskDeep({ from, channelData }) as Omit<Echo, 'typed'>;
    if (!channelData?.clientActivityID) return masked;
    return {
      ...masked,
      channelData: { ...(masked.channelData as object), clientActivityID: channelData.clientActivityID },
    };
  } catch (error) {
    if (error instanceof RangeError) throw badArgument('channelData: nested too deep');
    throw error;
  }
}
