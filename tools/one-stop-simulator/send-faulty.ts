/** Sends an answer, or what a fault makes of it. */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as wait } from 'node:timers/promises';
import type { Response } from 'express';
import type { Fault } from './fault.ts';

/** How `too-big` answers: in parts, so that a reader can stop. */
const hugeParts = 64;
const hugePart = ' '.repeat(1024 * 1024);

/** The answer goes out as it is unless the fault lies in the wire; faults in the words were put in before. */
export async function sendFaulty(response: Response, body: unknown, fault: Fault | null): Promise<void> {
  const text = JSON.stringify(body);
  const half = text.slice(0, Math.floor(text.length / 2));
  switch (fault?.kind) {
    case 'silent':
      return;
    case 'broken-off':
      return void response.socket?.destroy();
    case 'error':
      return void response.status(500).json({ error: 'internal' });
    case 'busy':
      return void response.status(429).set('retry-after', String(fault.seconds)).json({ error: 'busy' });
    case 'half-written':
      return void response.type('json').send(half);
    case 'cut':
      response.type('json').set('content-length', String(Buffer.byteLength(text)));
      return void response.write(half, () => response.socket?.destroy());
    case 'html':
      return void response.type('html').send('<!doctype html><title>Bảo trì</title><p>Hệ thống đang bảo trì.</p>');
    case 'too-big':
      return sendHuge(response);
    case 'wrong-token':
      return void response.status(401).json({ error: 'invalid_token' });
    case 'cursor-gone':
      return void response.status(410).json({ error: 'gone' });
    case 'forbidden':
      return void response.status(403).json({ error: 'forbidden' });
    case 'redirect':
      return void response.redirect('https://elsewhere.example/dossiers');
    case 'slow':
      await wait(fault.ms, undefined, { ref: false });
  }
  response.type('json').send(text);
}

/** A reader that has had enough ends the connection, which is no failure here. */
async function sendHuge(response: Response): Promise<void> {
  response.type('json');
  const parts = Array.from({ length: hugeParts }, () => hugePart);
  await pipeline(Readable.from(['{"dossiers":[', ...parts]), response).catch(() => undefined);
}
