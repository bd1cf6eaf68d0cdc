/**
 * Our voice and our ear for jambonz ("custom" speech): so that a citizen's voice need not leave the country. Whoever
 * does not bear the key gets nothing, and without a key neither address is there.
 */
import { type IncomingMessage, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Router } from 'express';
import { WebSocketServer } from 'ws';
import { isBearer } from '../../same-secret.ts';
import type { SpeechToText, TextToSpeech } from '../ports.ts';
import { type HearLimits, hearSocket, usualLimits } from './hear-socket.ts';
import { sayRoutes } from './say-routes.ts';

export interface SpeechBridgeOptions {
  readonly listen: SpeechToText | null;
  readonly voice: TextToSpeech | null;
  readonly key: string;
  /** Calls that are heard at a time. */
  readonly mostSockets?: number;
  readonly limits?: Partial<HearLimits>;
  /** Never told of what was said. */
  readonly onError: (error: unknown) => void;
}

export interface SpeechBridge {
  readonly routes: Router;
  /** Whether an upgrade request is for this door. */
  owns(request: IncomingMessage): boolean;
  /** Takes one that is. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Closes every socket. */
  close(): void;
}

export const hearPath = '/hotline/speech/stt';
const usualSockets = 200;
/** A second of sound at 16 kHz, twice over; jambonz sends 20 ms. */
const largestFrame = 64 * 1024;

export function speechBridge(options: SpeechBridgeOptions): SpeechBridge {
  const { listen, voice, key, onError, mostSockets = usualSockets } = options;
  const limits = { ...usualLimits, ...options.limits };
  const server = new WebSocketServer({ noServer: true, maxPayload: largestFrame, perMessageDeflate: false });
  return {
    routes: sayRoutes({ voice, key, onError }),
    owns: ({ url }) => (url ?? '').split('?')[0] === hearPath,
    upgrade(request, socket, head) {
      socket.on('error', () => socket.destroy());
      if (!isBearer(request.headers.authorization, key)) return refuse(socket, 401);
      if (!listen || server.clients.size >= mostSockets) return refuse(socket, 503);
      server.handleUpgrade(request, socket, head, (opened) => hearSocket(opened, { listen, limits, onError }));
    },
    close() {
      for (const socket of server.clients) socket.terminate();
    },
  };
}

const refuse = (socket: Duplex, status: number): void =>
  void socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`);
