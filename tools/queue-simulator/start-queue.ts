/** An invented queue machine (máy lấy số) over REST, with faults on order. The contract: docs/how-to/set-up-a-kiosk.md. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type Request, type Response } from 'express';
import { z } from 'zod';

/** `lost`: the number is drawn, and the line breaks before it is told. */
export const queueFaults = [
  'error',
  'busy',
  'silent',
  'garbage',
  'huge',
  'closed',
  'lost',
  'redirect',
  'refused',
] as const;
export type QueueFault = (typeof queueFaults)[number];

export interface QueueSimulator {
  readonly url: string;
  /** Numbers drawn so far, each with the counter that it is for. */
  readonly drawn: readonly { readonly number: string; readonly counter: string }[];
  /** What the next requests meet, one after another; `null`: a good answer. */
  readonly faults: (QueueFault | null)[];
  /** How often it was asked. */
  readonly asked: () => number;
  /** As the machine knows them; others draw no number. */
  readonly counters: readonly string[];
  close(): Promise<void>;
}

export interface QueueOptions {
  readonly key: string;
  readonly port?: number;
  readonly counters?: readonly string[];
}

const wishSchema = z.object({
  counter: z.object({ number: z.number().int().nullable(), name: z.string() }),
});

export async function startQueue({
  key,
  port = 0,
  counters = ['Quầy 1', 'Quầy 2'],
}: QueueOptions): Promise<QueueSimulator> {
  const drawn: { number: string; counter: string }[] = [];
  const faults: (QueueFault | null)[] = [];
  const known = new Map<string, object>();
  let asked = 0;
  const app = express();
  app.use(express.json());
  app.post('/queue/tickets', (request, response) => {
    asked += 1;
    const fault = faults.shift() ?? null;
    if (request.get('authorization') !== `Bearer ${key}` || fault === 'refused') return void response.status(401).end();
    if (fault && fault !== 'lost') return fail(fault, response);
    const ticket = draw(request, { drawn, known, counters });
    if (fault === 'lost') return void request.socket.destroy();
    if (!ticket) return void response.status(404).json({ error: 'no such counter' });
    response.status(201).json(ticket);
  });
  const server = await new Promise<Server>((resolve) => {
    const opened: Server = app.listen(port, '127.0.0.1', () => resolve(opened));
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/queue`,
    ...{ drawn, faults, counters, asked: () => asked },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface Book {
  readonly drawn: { number: string; counter: string }[];
  /** By idempotency key. */
  readonly known: Map<string, object>;
  readonly counters: readonly string[];
}

function draw(request: Request, { drawn, known, counters }: Book): object | null {
  const { counter } = wishSchema.parse(request.body);
  const at = counter.number === null ? counters.indexOf(counter.name) : counter.number - 1;
  const name = counters[at];
  if (name === undefined) return null;
  const again = known.get(request.get('idempotency-key') ?? '');
  if (again) return again;
  const before = drawn.filter((one) => one.counter === name).length;
  const number = `${String.fromCharCode(65 + at)}${String(before + 1).padStart(3, '0')}`;
  drawn.push({ number, counter: name });
  const ticket = { number, waiting: before, counter: name };
  known.set(request.get('idempotency-key') ?? '', ticket);
  return ticket;
}

function fail(fault: QueueFault, response: Response): void {
  const send = (status: number, body: string) => void response.status(status).type('json').send(body);
  if (fault === 'error') send(503, '{"error":"made to fail"}');
  else if (fault === 'busy') send(429, '{"error":"made to be busy"}');
  else if (fault === 'closed') send(409, '{"error":"no more numbers today"}');
  else if (fault === 'garbage') send(200, '<html>made to be garbage</html>');
  else if (fault === 'huge') send(200, `{"number":"${'9'.repeat(200_000)}"}`);
  else if (fault === 'redirect') response.redirect(302, 'http://127.0.0.1:9/elsewhere');
  // `silent`: nothing is ever said; whoever asked gives up.
}
