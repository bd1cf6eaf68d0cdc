/** Looks after open sockets: whether they live, and whether their thread has grown without a signal. */
import type { WebSocket } from 'ws';
import type { Transcript } from '../../../bot/index.ts';

/** A socket that follows a thread. */
export interface Followed {
  readonly socket: Pick<WebSocket, 'ping' | 'terminate'>;
  readonly threadId: string;
  /** The position up to which it was shown. */
  readonly shown: () => number;
  /** More than its thread decides what it may be shown, a sign-in or a visit: it is woken at each look. */
  readonly isGuarded: boolean;
  /** The thread may have grown: read on. */
  readonly wake: () => void;
  /** Heard of since the last look. */
  alive: boolean;
}

/**
 * The truth is in the store; a signal that somebody said something may be missed. One question tells which of many
 * threads have grown, and those alone are read: a chat in which nothing is said costs next to nothing.
 */
export async function lookAfter(transcript: Pick<Transcript, 'grown'>, followed: readonly Followed[]): Promise<void> {
  const living = followed.filter(hasPulse);
  for (const { isGuarded, wake } of living) if (isGuarded) wake();
  const plain = living.filter(({ isGuarded }) => !isGuarded);
  const grown = new Set(await transcript.grown(plain.map(({ threadId, shown }) => ({ id: threadId, after: shown() }))));
  for (const { threadId, wake } of plain) if (grown.has(threadId)) wake();
}

/** One that answered no ping for a whole round is gone. */
function hasPulse(followed: Followed): boolean {
  const { socket, alive } = followed;
  if (!alive) {
    socket.terminate();
    return false;
  }
  followed.alive = false;
  socket.ping();
  return true;
}
