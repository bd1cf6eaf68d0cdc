/** One GET to the system: with our token, a limit on its size, and every outcome as JSON, null or a SourceError. */
import { SourceError } from '../source-error.ts';
import type { TokenKeeper } from './get-token.ts';
import { codeOf } from './network-code.ts';
import { parseJson, readBody } from './read-body.ts';

export interface Call {
  readonly url: URL;
  /** How the call is named in errors: a path without a dossier's code. */
  readonly name: string;
}

export interface CallerParts {
  readonly token: TokenKeeper;
  readonly fetch: typeof fetch;
  readonly maxBytes: number;
}

/** @returns `undefined` for 404. @throws {SourceError}, or the signal's reason. */
export async function callSource(parts: CallerParts, call: Call, signal: AbortSignal): Promise<unknown> {
  const token = await parts.token.get();
  const first = await send(parts, call, { token, signal });
  if (first.status !== 401) return readAnswer(parts, call, first);
  // The token may have been withdrawn before its time: one new one, and no second.
  await first.body?.cancel();
  parts.token.drop(token);
  const second = await send(parts, call, { token: await parts.token.get(), signal });
  return readAnswer(parts, call, second);
}

interface Sending {
  readonly token: string;
  readonly signal: AbortSignal;
}

async function send(parts: CallerParts, { url, name }: Call, { token, signal }: Sending): Promise<Response> {
  try {
    return await parts.fetch(url, {
      headers: { authorization: `Bearer ${token}`, accept: 'application/json' },
      // A redirect would carry the token and the code to wherever it points.
      redirect: 'manual',
      signal,
    });
  } catch (error) {
    throw networkFault(error, name, signal);
  }
}

async function readAnswer({ maxBytes }: CallerParts, { name, url }: Call, response: Response): Promise<unknown> {
  if (!response.ok) {
    await response.body?.cancel().catch(() => undefined);
    if (response.status === 404) return undefined;
    throw statusFault(response, `${url.host} answered ${response.status} to ${name}`);
  }
  const text = await readBody(response, maxBytes).catch((error: unknown) => {
    throw error instanceof SourceError ? error : networkFault(error, name);
  });
  return parseJson(text);
}

function statusFault({ status, headers }: Response, what: string): SourceError {
  if (status === 429 || (status === 503 && headers.has('retry-after'))) {
    const retryAfterMs = retryAfterOf(headers.get('retry-after'));
    return new SourceError('busy', `${what}: it asks us to wait.`, { retryAfterMs });
  }
  if (status >= 500) return new SourceError('down', `${what}. It is asked again; if this stays, tell its operator.`);
  if (status === 410) return new SourceError('cursor-lost', `${what}: everything is read anew.`);
  return new SourceError('refused', `${what}. Check the address and what our client may read there.`);
}

/** Seconds or a date (RFC 9110, 10.2.3), in ms from now; `null` when it is neither. */
function retryAfterOf(header: string | null, now = Date.now()): number | null {
  const text = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}

/** @returns the signal's own reason when it is we who stopped. */
function networkFault(error: unknown, name: string, signal?: AbortSignal): unknown {
  if (signal?.aborted) return signal.reason;
  return new SourceError('down', `The one-stop system broke off or was not reached for ${name}${codeOf(error)}.`);
}
