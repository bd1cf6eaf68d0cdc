/** Asks Zalo's OAuth v4 for a new pair of tokens. */
import { z } from 'zod';
import { type Ask, makeAsk } from '../call/ask.ts';
import { words } from '../call/lenient.ts';
import { parseExact } from '../call/parse-exact.ts';
import { ZaloError } from '../zalo-error.ts';
import { oaError } from './oa-errors.ts';

export const oauthUrl = 'https://oauth.zaloapp.com';

export interface OaApp {
  readonly appId: string;
  /** The app's secret, which is not the OA Secret Key of the webhook. */
  readonly appSecret: string;
  readonly oauthUrl?: string;
  readonly fetch?: typeof fetch;
  readonly now?: () => Date;
}

export interface OaTokenPair {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly expiresAt: Date;
}

/** What a pair is asked for with: a refresh token, good once, or the code that a consent ended in, good for ten minutes. */
export type Grant = { readonly refreshToken: string } | { readonly code: string; readonly codeVerifier: string | null };

/** @throws {ZaloError} of the host `oauth`; `mayHaveArrived` says that the grant may be used up all the same. */
export type AskForTokens = (grant: Grant) => Promise<OaTokenPair>;

const token = z.string().min(8);
/** `expires_in` comes as a number or as digits. */
const pairShape = z.looseObject({
  access_token: token,
  refresh_token: token,
  expires_in: z.coerce.number().positive().catch(90_000),
});
const faultShape = z.looseObject({ error: z.coerce.number(), error_name: words, error_reason: words, message: words });

export function askForTokens(app: OaApp): AskForTokens {
  const ask = makeAsk({ host: 'oauth', parse: parseExact, ...(app.fetch ? { fetch: app.fetch } : {}) });
  return (grant) => askOnce(app, ask, grant);
}

async function askOnce(app: OaApp, ask: Ask, grant: Grant): Promise<OaTokenPair> {
  const { appId, appSecret, now = () => new Date() } = app;
  const method = 'refreshToken' in grant ? 'renewToken' : 'exchangeCode';
  const { json, status } = await ask({
    method,
    url: new URL(`${(app.oauthUrl ?? oauthUrl).replace(/\/+$/, '')}/v4/oa/access_token`),
    request: {
      method: 'POST',
      headers: { secret_key: appSecret, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ app_id: appId, ...formOf(grant) }).toString(),
    },
    hasEffect: true,
  });
  const pair = pairShape.safeParse(json).data;
  if (pair) {
    const expiresAt = new Date(now().getTime() + pair.expires_in * 1000);
    return { accessToken: pair.access_token, refreshToken: pair.refresh_token, expiresAt };
  }
  const fault = faultShape.safeParse(json).data;
  if (fault || status >= 400) {
    const description = [fault?.error_name, fault?.error_reason, fault?.message].filter(Boolean).join(' ');
    throw oaError('oauth', fault?.error ?? status, { method, description });
  }
  throw new ZaloError(`Zalo (oauth) answered ${method} in a form that we do not know.`, {
    host: 'oauth',
    method,
    action: 'human',
    mayHaveArrived: true,
  });
}

function formOf(grant: Grant): Record<string, string> {
  if ('refreshToken' in grant) return { grant_type: 'refresh_token', refresh_token: grant.refreshToken };
  const { code, codeVerifier } = grant;
  return { grant_type: 'authorization_code', code, ...(codeVerifier ? { code_verifier: codeVerifier } : {}) };
}
