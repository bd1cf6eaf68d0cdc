/** One call to a host of the Official Account, with our token, renewed once when it does not hold any more. */
import { createHmac } from 'node:crypto';
import { z } from 'zod';
import type { Ask } from '../call/ask.ts';
import type { CallOptions } from '../call/call-options.ts';
import type { RateLimit } from '../call/limit-rate.ts';
import { ZaloError } from '../zalo-error.ts';
import { oaError, restAfterLimitMs } from './oa-errors.ts';

export interface OaTokens {
  /** The access token to use now. @throws {ZaloError} */
  get(): Promise<string>;
  /** Another one, when this one was refused. @throws {ZaloError} when there is none. */
  renew(refused: string): Promise<string>;
  /** A call with it succeeded. */
  worked(token: string): void;
}

export interface OaCall {
  readonly host: 'oa' | 'business';
  readonly method: string;
  readonly path: string;
  /** What is sent; without it a GET. */
  readonly body?: Readonly<Record<string, unknown>> | FormData;
  readonly query?: Readonly<Record<string, string>>;
  readonly hasEffect?: boolean;
  readonly options?: CallOptions | undefined;
}

export interface OaCaller {
  readonly tokens: OaTokens;
  readonly ask: Readonly<Record<'oa' | 'business', Ask>>;
  readonly baseUrls: Readonly<Record<'oa' | 'business', string>>;
  /** Templates are not counted by the plan's calls. */
  readonly rate: RateLimit;
  /** Sends the proof that the token is used by the app itself. */
  readonly proofSecret: string | null;
}

const envelope = z.looseObject({
  error: z.coerce.number(),
  message: z.unknown().optional(),
  data: z.unknown().optional(),
});

/** Resolves with `data`. @throws {ZaloError} */
export async function callOa(caller: OaCaller, call: OaCall): Promise<unknown> {
  const { tokens } = caller;
  const token = await tokens.get();
  try {
    return await callOnce(caller, call, token);
  } catch (error) {
    if (!(error instanceof ZaloError) || error.action !== 'refresh') throw error;
    return await callOnce(caller, call, await tokens.renew(token));
  }
}

async function callOnce(caller: OaCaller, call: OaCall, token: string): Promise<unknown> {
  const { rate, tokens } = caller;
  const { host, method, hasEffect = false, options } = call;
  if (host === 'oa') await rate.acquire(options?.priority ?? 'reply', options?.signal);
  const request = requestOf(caller, call, token);
  const url = addressOf(caller, call);
  const { status, headers, json } = await caller.ask[host]({
    method,
    url,
    request,
    hasEffect,
    signal: options?.signal,
  });
  if (headers.get('x-ratelimit-remain')?.trim() === '0') rate.rest(restAfterLimitMs);
  const answer = envelope.safeParse(json);
  if (status < 300 && answer.data?.error === 0) {
    tokens.worked(token);
    return answer.data.data;
  }
  const code = answer.data?.error || status;
  if (answer.data === undefined && status < 300) throw garbled(call);
  const error = oaError(host, code, { method, description: answer.data?.message });
  if (error.action === 'slow-down') rate.rest(restAfterLimitMs);
  throw error;
}

const garbled = ({ host, method, hasEffect = false }: OaCall) =>
  new ZaloError(`Zalo (${host}) answered ${method} in a form that we do not know.`, {
    host,
    method,
    action: 'retry',
    mayHaveArrived: hasEffect,
  });

function addressOf({ baseUrls }: OaCaller, { host, path, query = {} }: OaCall): URL {
  const url = new URL(`${baseUrls[host].replace(/\/+$/, '')}${path}`);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url;
}

function requestOf({ proofSecret }: OaCaller, { body }: OaCall, token: string) {
  const proof = proofSecret && createHmac('sha256', proofSecret).update(token).digest('hex');
  // The header is named so, and no Bearer stands before it.
  const headers = { access_token: token, ...(proof ? { appsecret_proof: proof } : {}) };
  if (body === undefined) return { method: 'GET' as const, headers };
  if (body instanceof FormData) return { method: 'POST' as const, headers, body };
  const json = { ...headers, 'content-type': 'application/json' };
  return { method: 'POST' as const, headers: json, body: JSON.stringify(body) };
}
