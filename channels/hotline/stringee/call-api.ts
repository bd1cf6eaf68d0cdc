/** Stringee's REST API for calls that go on: new actions, an end, a transfer. Its tokens live a minute. */
import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { boundedFetch } from '../../../bot/index.ts';
import type { SccoAction } from './write-scco.ts';

/** Its answers are a number and a word. */
const mostReplyBytes = 100_000;

export interface StringeeKeys {
  readonly sid: string;
  readonly secret: string;
}

export interface StringeeApiOptions extends StringeeKeys {
  /** Without a slash at its end. */
  readonly baseUrl?: string;
  readonly withinMs?: number;
  readonly now?: () => Date;
  readonly fetch?: typeof fetch;
}

/** Stringee refused, or was not reached. Holds no number, no key, and nothing that was said. */
export class StringeeError extends Error {
  override readonly name = 'StringeeError';
  readonly code = 'stringee';
  /** As Stringee numbers its errors; `null`: it was not reached. */
  readonly result: number | null;

  constructor(message: string, result: number | null, options?: ErrorOptions) {
    super(message, options);
    this.result = result;
  }
}

export interface StringeeApi {
  /** Replaces what the call does at the moment. */
  putActions(callId: string, actions: readonly SccoAction[]): Promise<void>;
  stop(callId: string): Promise<void>;
  /** @param to user of Stringee's own software. */
  transfer(call: { readonly callId: string; readonly fromUserId: string; readonly to: string }): Promise<void>;
  /** Bears the right to fetch recordings. */
  token(): string;
}

export const authHeader = 'x-stringee-auth';
const usualBase = 'https://api.stringee.com';
const usualMs = 5_000;
const tokenSeconds = 60;
const reply = z.looseObject({ r: z.number(), message: z.string().max(500).optional() });

export function openStringeeApi(options: StringeeApiOptions): StringeeApi {
  const { baseUrl = usualBase, withinMs = usualMs, now = () => new Date(), fetch: givenFetch } = options;
  const ownFetch = boundedFetch(mostReplyBytes, givenFetch);
  const token = () => tokenOf(options, now());
  const post = async (path: string, body: object): Promise<void> => {
    const read = await ask(path, body).catch((cause: unknown) => {
      throw new StringeeError(`Stringee was not reached by ${path}.`, null, { cause: nameOf(cause) });
    });
    if (!read.success) throw new StringeeError(`Stringee answered ${path} with something else than a result.`, null);
    if (read.data.r !== 0) throw new StringeeError(`Stringee refused ${path}: r=${read.data.r}.`, read.data.r);
  };
  const ask = async (path: string, body: object) => {
    const response = await ownFetch(`${baseUrl}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', [authHeader]: token() },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.timeout(withinMs),
    });
    return reply.safeParse(await response.json().catch(() => null));
  };
  return {
    token,
    putActions: (callId, actions) => post('/v1/call2/putactions', { callId, actions }),
    stop: (callId) => post('/v1/call2/stop', { callId }),
    transfer: (call) => post('/v1/call2/transfer', call),
  };
}

/** The network's error may hold the address. */
const nameOf = (cause: unknown): string => (cause instanceof Error ? cause.name : 'unknown');

const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A JSON Web Token (HS256) as Stringee wants it. */
function tokenOf({ sid, secret }: StringeeKeys, now: Date): string {
  const seconds = Math.floor(now.getTime() / 1_000);
  const head = encoded({ typ: 'JWT', alg: 'HS256', cty: 'stringee-api;v=1' });
  const body = encoded({ jti: `${sid}-${now.getTime()}`, iss: sid, exp: seconds + tokenSeconds, rest_api: true });
  const signature = createHmac('sha256', secret).update(`${head}.${body}`).digest('base64url');
  return `${head}.${body}.${signature}`;
}
