/** Calls the application's hooks as jambonz does: POST, signed over the exact body, ten seconds for the header. */
import { createHmac } from 'node:crypto';
import { readVerbs, type Verb, VerbError } from './verb.ts';

export interface HookSettings {
  /** `http://127.0.0.1:3000`: what relative hooks are relative to. */
  readonly base: string;
  readonly secret: string;
  readonly timeoutMs: number;
  readonly now?: () => number;
}

/** The application did not answer, or not as it must. Holds no word of the call. */
export class HookError extends Error {
  override readonly name = 'HookError';
  readonly code = 'hook-failed';
  /** HTTP status; `null`: no answer at all. */
  readonly status: number | null;

  constructor(message: string, status: number | null, options?: ErrorOptions) {
    super(message, options);
    this.status = status;
  }
}

export interface Hooks {
  /**
   * What to do next; `null`: nothing that replaces what is being done.
   * @throws {HookError} {@link VerbError}
   */
  post(hook: string, payload: object, signal?: AbortSignal): Promise<readonly Verb[] | null>;
}

const accepted = new Set([200, 202, 204]);

export function openHooks({ base, secret, timeoutMs, now = Date.now }: HookSettings): Hooks {
  return {
    async post(hook, payload, signal) {
      const url = addressOf(hook, base);
      const body = JSON.stringify(payload);
      const t = Math.floor(now() / 1000);
      const v1 = createHmac('sha256', secret).update(`${t}.${body}`).digest('hex');
      const headers = { 'content-type': 'application/json', 'jambonz-signature': `t=${t},v1=${v1}` };
      const limit = AbortSignal.timeout(timeoutMs);
      const either = signal ? AbortSignal.any([signal, limit]) : limit;
      const response = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal: either }).catch(
        (cause) => {
          signal?.throwIfAborted();
          const why = limit.aborted ? `within ${timeoutMs} ms` : 'at all: does it run?';
          throw new HookError(`${url.origin}${url.pathname} did not answer ${why}`, null, { cause });
        },
      );
      const text = await response.text();
      if (!accepted.has(response.status))
        throw new HookError(
          `${url.origin}${url.pathname} answered ${response.status}${hintOf(response.status)}`,
          response.status,
        );
      return verbsOf(response, text);
    },
  };
}

const hintOf = (status: number): string => {
  if (status === 401) return ': is the webhook secret the same on both sides?';
  return status === 404 ? ': is the hotline switched on there?' : '';
};

function addressOf(hook: string, base: string): URL {
  const url = URL.parse(hook, base);
  if (url && /^https?:$/.test(url.protocol)) return url;
  throw new VerbError(`${hook.slice(0, 80)} is no address of a hook`);
}

function verbsOf(response: Response, text: string): readonly Verb[] | null {
  if (!/application\/json/i.test(response.headers.get('content-type') ?? '')) return null;
  const answer = parsed(text);
  return Array.isArray(answer) && answer.length > 0 ? readVerbs(answer) : null;
}

function parsed(text: string): unknown {
  if (text.trim() === '') return null;
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new VerbError('The answer is said to be JSON and is none', { cause });
  }
}
