/** The WebSocket stream of a conversation. */
import { type IncomingMessage, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { callerOf } from '../../limits/index.ts';
import { followThread, type Place } from './follow-thread.ts';
import { type Followed, lookAfter } from './look-after.ts';
import { refuseOrigin } from './origins.ts';
import { makeRounds } from './rounds.ts';
import { findThread, positionOf, requireSession, type Wire } from './wire.ts';
import { badArgument, errorBody, notFound, wireErrorOf } from './wire-error.ts';

const streamPath = /^\/v3\/directline\/conversations\/([\w-]{1,100})\/stream$/;
/** Each socket is looked after once in a round: whether it lives, and whether a signal of its thread was missed. */
const roundMs = 30_000;
/** A round is walked in so many steps, so that ten thousand sockets never want something in the same moment. */
const steps = 30;

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
  const rounds = makeRounds<Followed>(steps);
  const beat = setInterval(
    () => void lookAfter(wire.transcript, rounds.next()).catch(wire.onError),
    (wire.roundMs ?? roundMs) / steps,
  );
  beat.unref();
  const accept = async (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const release = wire.limits.sockets.take(
      callerOf(request.socket.remoteAddress, String(request.headers['x-forwarded-for'] ?? ''), wire.settings.proxies),
    );
    socket.once('close', release);
    const from = await admit(wire, request);
    server.handleUpgrade(request, socket, head, (opened) => followThread(wire, opened, { ...from, rounds }));
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

/** Everything is checked before the socket is opened, so that a refusal is a plain HTTP answer. */
async function admit(wire: Wire, request: IncomingMessage): Promise<Omit<Place, 'rounds'>> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const conversationId = streamPath.exec(url.pathname)?.[1];
  if (!conversationId) throw notFound('No socket is opened here.');
  refuseOrigin(request.headers, wire.settings.allowedOrigins);
  const claims = wire.access.claimsOfStream(url.searchParams.get('t') ?? '', conversationId, request.headers);
  await requireSession(wire, claims, { headers: request.headers });
  const thread = await findThread(wire, claims);
  const after = positionOf(url.searchParams.get('watermark') ?? '');
  // Every thread has a start; any other position must be one of its own.
  if (after !== 0 && !(await wire.transcript.read(thread, after, 1)))
    throw badArgument('watermark: not one of this conversation');
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
