/** One request to one of Zalo's hosts: with a time limit, a limit on the answer's size, and no address in any error. */
import { BrokenCircuitError, ConsecutiveBreaker, circuitBreaker, handleWhen } from 'cockatiel';
import { ZaloError, type ZaloHost } from '../zalo-error.ts';

export interface Question {
  /** Name of our method, for errors. */
  readonly method: string;
  readonly url: URL;
  readonly request: {
    readonly method: 'GET' | 'POST';
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: string | FormData | URLSearchParams;
  };
  /** Whether it has an effect on the other side: then a broken connection leaves it in doubt. */
  readonly hasEffect: boolean;
  /** Time limit in ms instead of the usual one. */
  readonly withinMs?: number;
  readonly signal?: AbortSignal | undefined;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** `null` for what is no JSON. */
  readonly json: unknown;
}

export type Ask = (question: Question) => Promise<Answer>;

export interface AskOptions {
  readonly host: ZaloHost;
  readonly fetch?: typeof fetch;
  /** One request with its answer, in ms. */
  readonly withinMs?: number;
  readonly parse?: (text: string) => unknown;
}

const usualMs = 10_000;
const largestAnswer = 1024 * 1024;
const failuresInARow = 5;
const restMs = 10_000;

/** @throws {ZaloError} with `platformCode: null` when there was no answer; whatever was answered is the caller's to judge. */
export function makeAsk({ host, fetch: ownFetch = fetch, withinMs = usualMs, parse = JSON.parse }: AskOptions): Ask {
  const breaker = circuitBreaker(
    handleWhen((error) => error instanceof ZaloError && error.platformCode === null),
    { halfOpenAfter: restMs, breaker: new ConsecutiveBreaker(failuresInARow) },
  );
  const askOnce = async (question: Question): Promise<Answer> => {
    const { url, request, signal } = question;
    const limit = AbortSignal.timeout(question.withinMs ?? withinMs);
    const either = signal ? AbortSignal.any([limit, signal]) : limit;
    try {
      // A redirect would carry the token to wherever it points.
      const response = await ownFetch(url, { ...request, redirect: 'manual', signal: either });
      const text = await readText(response);
      if (response.status >= 500) throw unreached(host, question, `answered ${response.status}`);
      return { status: response.status, headers: response.headers, json: jsonOf(text, parse) };
    } catch (error) {
      if (signal?.aborted) throw signal.reason;
      if (error instanceof ZaloError) throw error;
      throw unreached(host, question, limit.aborted ? 'gave no answer in time' : faultOf(error), error);
    }
  };
  return async (question) => {
    try {
      return await breaker.execute(() => askOnce(question));
    } catch (error) {
      if (!(error instanceof BrokenCircuitError)) throw error;
      throw new ZaloError(`Zalo (${host}) failed several times in a row and is left alone for a while.`, {
        host,
        method: question.method,
        action: 'retry',
        retryAfterMs: restMs,
      });
    }
  };
}

function unreached(host: ZaloHost, { method, hasEffect }: Question, what: string, error?: unknown): ZaloError {
  return new ZaloError(`Zalo (${host}) ${what} to ${method}.`, {
    host,
    method,
    action: 'retry',
    mayHaveArrived: hasEffect && !neverLeft.has(networkCode(error)),
  });
}

/** With these, no byte of the request was sent. */
const neverLeft: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

/** `fetch` wraps the network's error; its message may hold the address, so only the code is read. */
function networkCode(error: unknown): string {
  const inner = fieldOf(error, 'cause') ?? error;
  const code = fieldOf(inner, 'code');
  return typeof code === 'string' && /^[A-Z0-9_]{3,60}$/.test(code) ? code : '';
}

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;

const faultOf = (error: unknown): string => {
  const code = networkCode(error);
  return code ? `was not reached (${code})` : 'broke off the answer';
};

async function readText(response: Response): Promise<string> {
  if (response.body === null) return '';
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body as ReadableStream<Uint8Array> & AsyncIterable<Uint8Array>) {
    size += part.byteLength;
    // The loop's end cancels what is left of it.
    if (size > largestAnswer) break;
    parts.push(part);
  }
  return size > largestAnswer ? '' : Buffer.concat(parts).toString('utf8');
}

function jsonOf(text: string, parse: (text: string) => unknown): unknown {
  try {
    return parse(text);
  } catch {
    return null;
  }
}
