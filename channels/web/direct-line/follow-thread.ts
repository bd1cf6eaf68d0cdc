/** Shows a thread to a socket. */
import type { WebSocket } from 'ws';
import type { OpenThread } from '../../../bot/index.ts';
import type { Followed } from './look-after.ts';
import type { Rounds } from './rounds.ts';
import { readActivities, type Wire } from './wire.ts';

const mostUnsent = 1_000_000;

export interface Place {
  readonly conversationId: string;
  readonly thread: OpenThread;
  readonly visit: string | null;
  /** The position that the client has seen. */
  readonly after: number;
  readonly rounds: Rounds<Followed>;
}

/**
 * Shows a thread to a socket from a position on. Everything kept is read from the store after the last position shown,
 * whatever woke us: so each activity is shown once and in order, also when it was said by another copy of the program.
 */
export function followThread(wire: Wire, socket: WebSocket, place: Place): void {
  const { conversationId, thread, visit, after, rounds } = place;
  let shown = after;
  let isReading = false;
  let again = false;
  const send = (frame: object) => {
    if (socket.bufferedAmount > mostUnsent) socket.terminate();
    else if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(frame));
  };
  const readOn = async () => {
    // After the sign-out, or the end of the visit, nothing more is shown, also of what was on its way.
    if (thread.sessionId && !(await wire.signIn?.signIn.isLive(thread.sessionId))) return socket.close(4403);
    if (visit !== null && !(await wire.visits?.lasts(visit))) return socket.close(4403);
    const page = await readActivities(wire, conversationId, thread, shown);
    again ||= page.more;
    if (page.last === shown) return;
    shown = page.last;
    send({ activities: page.activities, watermark: String(page.last) });
  };
  const wake = () => {
    again = true;
    if (isReading) return;
    isReading = true;
    const loop = async () => {
      while (again && socket.readyState === socket.OPEN) {
        again = false;
        await readOn();
      }
    };
    // Should the store fail, the next look tries again.
    loop()
      .catch(wire.onError)
      .finally(() => {
        isReading = false;
      });
  };
  const leave = wire.live.follow(thread.id, {
    wake,
    show: (activity) => send({ activities: [{ ...activity, conversation: { id: conversationId } }] }),
  });
  const followed: Followed = {
    ...{ socket, threadId: thread.id, shown: () => shown, wake, alive: true },
    isGuarded: thread.sessionId !== null || visit !== null,
  };
  const rest = rounds.add(followed);
  socket.on('pong', () => {
    followed.alive = true;
  });
  socket.on('error', () => socket.terminate());
  socket.on('close', () => {
    rest();
    leave();
  });
  wake();
}
