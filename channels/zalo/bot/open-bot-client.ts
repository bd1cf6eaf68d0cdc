/** Opens the client of the Bot Platform. */
import { z } from 'zod';
import { type Ask, makeAsk } from '../call/ask.ts';
import type { CallOptions } from '../call/call-options.ts';
import { idText, maybe, momentOf, words } from '../call/lenient.ts';
import type { RateLimit } from '../call/limit-rate.ts';
import { parseExact } from '../call/parse-exact.ts';
import { ZaloError } from '../zalo-error.ts';
import type { BotSelf, BotSent, BotWebhook, WebhookCheck, ZaloBotClient } from './bot-client.ts';
import { botError } from './bot-errors.ts';

export interface BotClientOptions {
  /** `<digits>:<secret>`, from Zalo Bot Creator. */
  readonly token: string;
  readonly baseUrl?: string;
  readonly rate: RateLimit;
  readonly fetch?: typeof fetch;
}

export const botApiUrl = 'https://bot-api.zaloplatforms.com';

/** The bot's id, which stands before the colon of its token. */
export const botIdOf = (token: string): string => token.split(':')[0] ?? '';

const envelope = z.looseObject({
  ok: z.boolean(),
  result: z.unknown().optional(),
  description: z.unknown().optional(),
  error_code: maybe(z.number()),
  errorCode: maybe(z.number()),
});
const number = maybe(z.number());
const checkShape = z.looseObject({
  ok: z.boolean(),
  outcome: words,
  status_code: number,
  latency_ms: number,
  hint: words,
});
const webhookShape = z.looseObject({ url: words, updated_at: z.unknown().optional(), verification: maybe(checkShape) });
const selfShape = z.looseObject({ id: idText, account_name: words, display_name: words, account_type: words });
const sentShape = z.looseObject({ message_id: idText });

interface Call {
  readonly method: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly options?: CallOptions | undefined;
  readonly hasEffect?: boolean;
  readonly withinMs?: number;
}

export function openBotClient(options: BotClientOptions): ZaloBotClient {
  const ask = makeAsk({ host: 'bot', parse: parseExact, ...(options.fetch ? { fetch: options.fetch } : {}) });
  const call = (one: Call) => callBot(options, ask, one);
  const send = async (method: string, params: Call['params'], one?: CallOptions): Promise<BotSent> => {
    const sent = sentShape.safeParse(
      await call({ method, ...(params ? { params } : {}), options: one, hasEffect: true }),
    );
    return { messageId: sent.data?.message_id ?? null };
  };
  return {
    getMe: async (one) => selfOf(await call({ method: 'getMe', options: one })),
    sendMessage: ({ chatId, text }, one) => send('sendMessage', { chat_id: chatId, text }, one),
    sendPhoto: ({ chatId, url, caption }, one) =>
      send('sendPhoto', { chat_id: chatId, photo: url, ...(caption ? { caption } : {}) }, one),
    sendChatAction: async (chatId, one) =>
      void (await call({ method: 'sendChatAction', params: { chat_id: chatId, action: 'typing' }, options: one })),
    setWebhook: async ({ url, secretToken }, one) =>
      webhookOf(await call({ method: 'setWebhook', params: { url, secret_token: secretToken }, options: one })),
    async getWebhookInfo(one) {
      try {
        const found = webhookOf(await call({ method: 'getWebhookInfo', options: one }));
        return found.url === '' ? null : found;
      } catch (error) {
        // A bot without a webhook answers 404.
        if (error instanceof ZaloError && error.platformCode === 404) return null;
        throw error;
      }
    },
    testWebhook: async (one) => checkOf(await call({ method: 'testWebhook', options: one })),
    deleteWebhook: async (one) => void (await call({ method: 'deleteWebhook', options: one })),
    getUpdates: (one) => getUpdates(call, one),
  };
}

/** Idle ends in 408, at the level of HTTP or in the body: no error. The answer may take a little longer than asked. */
async function getUpdates(
  call: (one: Call) => Promise<unknown>,
  { timeoutSeconds, ...options }: CallOptions & { readonly timeoutSeconds: number },
): Promise<readonly unknown[]> {
  try {
    const withinMs = (timeoutSeconds + 8) * 1000;
    const params = { timeout: String(timeoutSeconds) };
    const found = await call({ method: 'getUpdates', params, options, withinMs });
    return Array.isArray(found) ? found : found === null || found === undefined ? [] : [found];
  } catch (error) {
    if (error instanceof ZaloError && error.platformCode === 408) return [];
    throw error;
  }
}

async function callBot({ token, baseUrl = botApiUrl, rate }: BotClientOptions, ask: Ask, one: Call): Promise<unknown> {
  const { method, params = {}, options, hasEffect = false, withinMs } = one;
  await rate.acquire(options?.priority ?? 'reply', options?.signal);
  const { status, json } = await ask({
    method,
    url: new URL(`${baseUrl.replace(/\/+$/, '')}/bot${token}/${method}`),
    request: { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(params) },
    hasEffect,
    signal: options?.signal,
    ...(withinMs ? { withinMs } : {}),
  });
  const answer = envelope.safeParse(json);
  if (answer.data?.ok && status < 300) return answer.data.result;
  const told = answer.data?.error_code ?? answer.data?.errorCode;
  const code = told || (status >= 300 ? status : 400);
  if (code >= 500) throw unsure(method, hasEffect);
  if (code === 429) rate.rest(restAfterLimitMs);
  throw botError(code, { method, description: answer.data?.description, hasEffect });
}

/** The platform names no time to wait. */
const restAfterLimitMs = 2_000;

const unsure = (method: string, hasEffect: boolean) =>
  new ZaloError(`Zalo (bot) had an error of its own at ${method}.`, {
    host: 'bot',
    method,
    action: 'retry',
    mayHaveArrived: hasEffect,
  });

function selfOf(result: unknown): BotSelf {
  const self = selfShape.safeParse(result).data;
  return {
    id: self?.id ?? '',
    name: self?.account_name ?? self?.display_name ?? null,
    plan: self?.account_type ?? null,
  };
}

function webhookOf(result: unknown): BotWebhook {
  const found = webhookShape.safeParse(result).data;
  const { url = '', updated_at: updatedAt, verification } = found ?? {};
  return { url, updatedAt: momentOf(updatedAt), check: verification ? checkOf(verification) : null };
}

function checkOf(result: unknown): WebhookCheck {
  const check = checkShape.safeParse(result).data;
  return {
    ok: check?.ok ?? false,
    outcome: check?.outcome ?? 'unknown',
    statusCode: check?.status_code ?? null,
    latencyMs: check?.latency_ms ?? null,
    hint: check?.hint ?? null,
  };
}
