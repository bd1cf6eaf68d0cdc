/** Writes down what really came from Zalo, masked, each line bound to the one before, the last one signed. */
import { createHash, createHmac } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import type { Server } from 'node:http';
import express from 'express';
import { parsedOf } from '../webhook/judge-bot-call.ts';
import { type ZaloWebhookOptions, zaloWebhooks } from '../webhook/webhook-routes.ts';
import { shapeOf } from './shape-of.ts';

export interface RecordOptions extends Pick<ZaloWebhookOptions, 'bot' | 'oa'> {
  readonly file: string;
  readonly port: number;
  /** Signs the last line. */
  readonly key: Buffer;
  readonly now?: () => Date;
}

export interface Recording {
  readonly server: Server;
  /** Writes the last line and closes the doors. */
  end(): Promise<void>;
}

const headersOfUse = ['content-type', 'user-agent', 'num_retry', 'x-zevent-server', 'content-length'];

/** Nothing is answered to citizens and nothing is kept: the doors acknowledge and write down. */
export function recordZalo({ bot, oa, file, port, key, now = () => new Date() }: RecordOptions): Recording {
  let last = '';
  const write = (entry: object): void => {
    const line = JSON.stringify({ at: now().toISOString(), ...entry, before: last });
    last = createHash('sha256').update(line).digest('hex');
    appendFileSync(file, `${line}\n`, { mode: 0o600 });
  };
  const app = express();
  const raw = express.raw({ type: () => true, limit: '1mb', inflate: false });
  app.use(raw, (request, _response, next) => {
    const body = Buffer.isBuffer(request.body) ? parsedOf(request.body) : undefined;
    const headers = Object.fromEntries(headersOfUse.map((name) => [name, request.headers[name] ?? null]));
    const names = Object.keys(request.headers).filter((name) => name.startsWith('x-'));
    write({ path: request.path, method: request.method, headers, names, body: shapeOf(body ?? null) });
    next();
  });
  const keep = async () => true;
  const note: ZaloWebhookOptions['onNote'] = (said, detail) => write({ note: said, ...detail });
  app.use(zaloWebhooks({ bot, oa, keep, onKept: () => {}, onNote: note, onError: () => {} }));
  const server = app.listen(port);
  return {
    server,
    end: () =>
      new Promise((resolve) => {
        write({ end: true, signature: createHmac('sha256', key).update(`zalo-recording ${last}`).digest('hex') });
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** What is wrong with a recording; empty when it is whole and was signed with this key. */
export function checkRecording(text: string, key: Buffer): readonly string[] {
  const lines = text.trimEnd().split('\n');
  const faults: string[] = [];
  let last = '';
  for (const [index, line] of lines.entries()) {
    const entry = entryOf(line);
    if (entry?.before !== last) faults.push(`line ${index + 1} does not follow the one before it`);
    if (index === lines.length - 1) {
      const expected = createHmac('sha256', key).update(`zalo-recording ${last}`).digest('hex');
      if (entry?.signature !== expected) faults.push('the last line is not signed with the key of this program');
    }
    last = createHash('sha256').update(line).digest('hex');
  }
  return faults;
}

function entryOf(line: string): { readonly before?: unknown; readonly signature?: unknown } | null {
  try {
    return JSON.parse(line) as { before?: unknown; signature?: unknown };
  } catch {
    return null;
  }
}
