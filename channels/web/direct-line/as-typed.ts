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
const mostKept = 16_000_000;
const mostChannelData = 8_000;
const deepest = 20;

/** What is kept with a message in the store: enough to show it again. */
export interface Echo {
  /** The sender's id on the wire. */
  readonly from: string;
  readonly channelData?: unknown;
  /** Finds the message as typed; none where it was not remembered. */
  readonly typed?: string;
}

export interface Typed {
  readonly text: string;
  readonly channelData: SentActivity['channelData'];
}

export interface AsTyped {
  /** Remembers a message about to be kept. Its channelData has passed {@link refuseBulk}. */
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
      const echo = { ...maskedEcho(from, channelData), typed };
      const own = text.length + mostChannelData;
      kept.set(typed, { text, channelData, until: now() + keptMs, size: own });
      size += own;
      forgetOld();
      return echo;
    },
    recall({ typed }) {
      const found = typed === undefined ? undefined : kept.get(typed);
      return found && found.until > now() ? found : null;
    },
  };
}

/** The client's own id of its message stays as it is, or the client would not find its message again. */
export function maskedEcho(from: string, channelData: Typed['channelData']): Echo {
  const masked = maskDeep({ from, channelData }, deepest + 1) as Echo;
  if (!channelData?.clientActivityID) return masked;
  const { clientActivityID } = channelData;
  return { ...masked, channelData: { ...(masked.channelData as object), clientActivityID } };
}

/** @throws {WireError} 400 when it is larger or nested deeper than anything a client of ours could mean. */
export function refuseBulk(channelData: Typed['channelData']): void {
  if (isDeeper(channelData, deepest)) throw badArgument(`channelData: nested deeper than ${deepest}`);
  if (JSON.stringify(channelData ?? null).length > mostChannelData)
    throw badArgument(`channelData: at most ${mostChannelData} characters`);
}

const isDeeper = (value: unknown, levels: number): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (levels === 0 || Object.values(value).some((item) => isDeeper(item, levels - 1)));
