/** The WebSocket stream of a conversation. */
import { type IncomingMessage, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { OpenThread } from '../../../bot/index.ts';
import { callerOf } from './addresses.ts';
import { refuseOrigin } from './origins.ts';
import { findThread, positionOf, readActivities, requireSession, type Wire } from './wire.ts';
import { errorBody, notFound, wireErrorOf } from './wire-error.ts';

const streamPath = /^\/v3\/directline\/conversations\/([\w-]{1,100})\/stream$/;
const pingMs = 30_000;
/** The truth is in the store; a signal that somebody said something may be missed. */
const lookMs = 30_000;
const mostUnsent = 1_000_000;

export interface Streams {
  /** Takes an upgrade request; one that is no stream of ours is answered 404. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** How many are open. */
  count(): number;
  /** Closes every socket: the program stops, clients come back by themselves. */
  close(): void;
}

export function makeStreams(wire: Wire): Streams {
  // Clients send nothing but empty frames.
  const server = new WebSocketServer({ noServer: true, maxPayload: 1024, perMessageDeflate: false });
  const beat = setInterval(() => {
    for (const socket of server.clients) checkPulse(socket);
  }, pingMs);
  beat.unref();
  const accept = async (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const release = wire.limits.sockets.take(
      callerOf(request.socket.remoteAddress, String(request.headers['x-forwarded-for'] ?? ''), wire.settings.proxies),
    );
    socket.once('close', release);
    const from = await admit(wire, request);
    server.handleUpgrade(request, socket, head, (opened) => followThread(wire, opened, from));
  };
  return {
    upgrade(request, socket, head) {
      socket.on('error', () => socket.destroy());
      accept(request, socket, head).catch((error: unknown) => refuse(wire, socket, error));
    },
    count: () => server.clients.size,
    close() {
      clearInterval(beat);
      for (const socket of server.clients) socket.close(1001);
      setTimeout(() => {
        for (const socket of server.clients) socket.terminate();
      }, 1_000).unref();
    },
  };
}

interface Place {
  readonly conversationId: string;
  readonly thread: OpenThread;
  readonly visit: string | null;
  readonly after: number;
}

/** Everything is checked before the socket is opened, so that a refusal is a plain HTTP answer. */
async function admit(wire: Wire, request: IncomingMessage): Promise<Place> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const conversationId = streamPath.exec(url.pathname)?.[1];
  if (!conversationId) throw notFound('No socket is opened here.');
  refuseOrigin(request.headers, wire.settings.allowedOrigins);
  const claims = wire.access.claimsOfStream(url.searchParams.get('t') ?? '', conversationId, request.headers);
  await requireSession(wire, claims, { headers: request.headers });
  const thread = await findThread(wire, claims);
  const after = positionOf(url.searchParams.get('watermark') ?? '');
  await readActivities(wire, conversationId, thread, after);
  return { conversationId, thread, visit: claims.visit, after };
}

function refuse(wire: Wire, socket: Duplex, thrown: unknown): void {
  const error = wireErrorOf(thrown);
  if (error.status >= 500) wire.onError(thrown);
  const body = JSON.stringify(errorBody(error));
  const wait = error.retryAfter === null ? '' : `Retry-After: ${error.retryAfter}\r\n`;
  socket.end(
    `HTTP/1.1 ${error.status} ${STATUS_CODES[error.status] ?? ''}\r\n${wait}Content-Type: application/json; charset=utf-8\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}

/**
 * Shows a thread to a socket from a position on. Everything kept is read from the store after the last position shown,
 * whatever woke us: so each activity is shown once and in order, also when it was said by another copy of the program.
 */
function followThread(wire: Wire, socket: WebSocket, { conversationId, thread, visit, after }: Place): void {
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
  const look = setInterval(wake, lookMs);
  pulses.set(socket, true);
  socket.on('pong', () => pulses.set(socket, true));
  socket.on('error', () => socket.terminate());
  socket.on('close', () => {
    clearInterval(look);
    leave();
  });
  wake();
}

/** Whether a socket was heard of since the last beat. */
const pulses = new WeakMap<WebSocket, boolean>();

function checkPulse(socket: WebSocket): void {
  if (!pulses.get(socket)) {
    socket.terminate();
    return;
  }
  pulses.set(socket, false);
  socket.ping();
}
