/** One request to a server for speech: time limit, breaker, limit on the answer's size, no key and no word in any error. */
import { BrokenCircuitError, ConsecutiveBreaker, circuitBreaker, handleWhen } from 'cockatiel';
import { SpeechError } from '../ports.ts';

export interface SpeechServer {
  /** Base address of an OpenAI-compatible server, such as `http://127.0.0.1:8000/v1`. */
  readonly baseUrl: string;
  readonly model: string;
  readonly apiKey: string | null;
}

export interface ServerOptions {
  /** Beginning of its settings' names, for errors: `SPEECH_TO_TEXT`. */
  readonly settings: string;
  readonly mostBytes: number;
  readonly fetch?: typeof fetch;
  /** How long a server is left alone that failed several times in a row. */
  readonly restMs?: number;
}

export interface ServerRequest {
  readonly path: string;
  readonly body: FormData | string;
  readonly withinMs: number;
  readonly signal: AbortSignal;
}

export interface ServerReply {
  readonly type: string;
  readonly bytes: Uint8Array;
}

const failuresInARow = 5;
const usualRestMs = 10_000;
const breaking: ReadonlySet<string> = new Set(['speech-unreachable', 'speech-timeout', 'speech-garbage']);

export type AskServer = (request: ServerRequest) => Promise<ServerReply>;

/** One for each server. @throws {SpeechError}, or the signal's own reason when the caller gave up. */
export function askServer(server: SpeechServer, options: ServerOptions): AskServer {
  const breaker = circuitBreaker(
    handleWhen((error) => error instanceof SpeechError && breaking.has(error.code)),
    { halfOpenAfter: options.restMs ?? usualRestMs, breaker: new ConsecutiveBreaker(failuresInARow) },
  );
  return async (request) => {
    try {
      return await breaker.execute(() => askOnce(server, options, request));
    } catch (cause) {
      if (!(cause instanceof BrokenCircuitError)) throw cause;
      throw new SpeechError('unreachable', 'The server for speech failed several times in a row and is left alone.');
    }
  };
}

async function askOnce(
  { baseUrl, apiKey }: SpeechServer,
  { settings, mostBytes, fetch: ownFetch = fetch }: ServerOptions,
  { path, body, withinMs, signal }: ServerRequest,
): Promise<ServerReply> {
  const limit = AbortSignal.timeout(withinMs);
  try {
    signal.throwIfAborted();
    const content = await contentOf(body);
    const response = await ownFetch(`${baseUrl.replace(/\/$/, '')}${path}`, {
      method: 'POST',
      body: content.bytes,
      headers: {
        'content-type': content.type,
        ...(apiKey === null ? {} : { authorization: `Bearer ${apiKey}` }),
      },
      // A redirect would carry the key, and a citizen's voice, to wherever it points.
      redirect: 'manual',
      signal: AbortSignal.any([limit, signal]),
    });
    if (!response.ok) throw refusal(response.status, settings);
    return { type: response.headers.get('content-type') ?? '', bytes: await readAll(response, mostBytes) };
  } catch (error) {
    if (error instanceof SpeechError) throw error;
    if (signal.aborted) throw signal.reason;
    if (limit.aborted) throw new SpeechError('timeout', `The server for speech gave no answer within ${withinMs} ms.`);
    throw new SpeechError('unreachable', `The server for speech cannot be reached: check ${settings}_URL`);
  }
}

/** Whole, not as a stream: a form that is being sent breaks the program when it is given up. */
async function contentOf(body: FormData | string) {
  if (typeof body === 'string') return { bytes: body, type: 'application/json' };
  const form = new Response(body);
  return { bytes: await form.arrayBuffer(), type: form.headers.get('content-type') ?? 'multipart/form-data' };
}

function refusal(status: number, settings: string): SpeechError {
  const fault = status === 429 || status === 503 ? 'busy' : status >= 500 ? 'unreachable' : 'refused';
  return new SpeechError(
    fault,
    `The server for speech answered ${status}: check ${settings}_URL, ${settings}_MODEL and ${settings}_API_KEY`,
  );
}

async function readAll(response: Response, mostBytes: number): Promise<Uint8Array> {
  if (!response.body) return new Uint8Array();
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body as ReadableStream<Uint8Array> & AsyncIterable<Uint8Array>) {
    size += part.byteLength;
    if (size > mostBytes) throw new SpeechError('garbage', `The server for speech sent more than ${mostBytes} bytes.`);
    parts.push(part);
  }
  return Buffer.concat(parts);
}
