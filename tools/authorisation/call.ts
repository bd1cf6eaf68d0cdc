/** One HTTP call over a line that is kept open, with all that came back: status, headers and body as one text. */
import { Agent, request } from 'node:http';

export interface Asked {
  readonly headers?: Readonly<Record<string, string>>;
  /** An object is sent as JSON; a text or bytes as they are. */
  readonly body?: unknown;
}

export interface Told {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  /** `null` where the body is no JSON. */
  readonly json: unknown;
}

export type Call = (method: string, path: string, asked?: Asked) => Promise<Told>;
export type Caller = Call & { close(): void };

/** Nobody waits longer for an answer of this program, in ms: what hangs is a find. */
const patienceMs = 60_000;

export function openCaller(base: string): Caller {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const call: Call = (method, path, { headers = {}, body } = {}) => {
    const raw = typeof body === 'string' || Buffer.isBuffer(body);
    const data = body === undefined ? null : raw ? body : JSON.stringify(body);
    const type: Record<string, string> = data === null || raw ? {} : { 'content-type': 'application/json' };
    const length: Record<string, string> = data === null ? {} : { 'content-length': String(Buffer.byteLength(data)) };
    return new Promise((resolve, reject) => {
      const sent = request(
        `${base}${path}`,
        { method, agent, headers: { ...type, ...length, ...headers } },
        (reply) => {
          const chunks: Buffer[] = [];
          reply.on('data', (chunk: Buffer) => void chunks.push(chunk));
          reply.on('end', () => {
            const text = Buffer.concat(chunks).toString('utf8');
            resolve({ status: reply.statusCode ?? 0, headers: reply.headers, text, json: jsonOf(text) });
          });
          reply.on('error', reject);
        },
      );
      sent.setTimeout(patienceMs, () => sent.destroy(new Error(`${method} ${path} gave no answer`)));
      sent.on('error', (error: NodeJS.ErrnoException) => {
        // The server ended a line at rest in the moment in which it was used again: nothing of the call was read.
        if (sent.reusedSocket && error.code === 'ECONNRESET') resolve(call(method, path, { headers, body }));
        else reject(error);
      });
      sent.end(data ?? undefined);
    });
  };
  return Object.assign(call, { close: () => agent.destroy() });
}

function jsonOf(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
