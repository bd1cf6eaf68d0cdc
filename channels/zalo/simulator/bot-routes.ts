/** The simulated Bot Platform. */
import express, { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { answerWith } from './answer-with.ts';
import type { World } from './world.ts';

const meanings: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Internal server error',
  404: 'Not Found',
  408: 'Request timeout',
  426: 'Upgrade Required',
  429: 'Quota exceeded',
};
const refusal = (code: number) => ({
  status: code,
  json: { ok: false, description: meanings[code] ?? 'Error', error_code: code },
});

const text = z.string().min(1).max(2_000);
const message = z.object({ chat_id: z.string().min(1), text });
const photo = z.object({ chat_id: z.string().min(1), photo: z.url(), caption: text.optional() });
const action = z.object({ chat_id: z.string().min(1), action: z.literal('typing') });
const hook = z.object({ url: z.url().startsWith('http'), secret_token: z.string().min(8).max(256) });

type Done = { readonly json: object } | { readonly refuse: number };

export function botRoutes(world: World): Router {
  const routes = Router();
  routes.post(/^\/bot([^/]+)\/(\w+)$/, express.json({ limit: '1mb' }), (request, response) => {
    const method = String(request.params[1]);
    const isOurs = request.params[0] === world.accounts.botToken;
    const work = () => (isOurs ? workOn(world, method, request) : { refuse: 401 });
    if (method === 'getUpdates' && isOurs) return waitForUpdates(world, request, response);
    answerWith(world, { method, request, response, refusal, work });
  });
  return routes;
}

function workOn(world: World, method: string, { body }: Request): Done {
  const { accounts, webhook, calls, now } = world;
  if (!calls.bot.take(now())) return { refuse: 429 };
  const ok = (result?: object): Done => ({ json: { ok: true, error_code: 0, ...(result ? { result } : {}) } });
  switch (method) {
    case 'getMe':
      return ok({
        id: accounts.botToken.split(':')[0],
        account_name: 'bot.simulated',
        account_type: 'BASIC',
        can_join_groups: false,
      });
    case 'sendMessage':
      return send(world, { method, parsed: message.safeParse(body), body });
    case 'sendPhoto':
      return send(world, { method, parsed: photo.safeParse(body), body });
    case 'sendChatAction':
      return action.safeParse(body).success ? ok() : { refuse: 400 };
    case 'setWebhook': {
      const told = hook.safeParse(body).data;
      if (!told) return { refuse: 400 };
      webhook.bot = { url: told.url, secret: told.secret_token };
      return ok({
        url: told.url,
        updated_at: now().getTime(),
        verification: { ok: true, outcome: 'webhook.ok', status_code: 200, latency_ms: 12, hint: '' },
      });
    }
    case 'getWebhookInfo':
      return webhook.bot ? ok({ url: webhook.bot.url, updated_at: now().getTime() }) : { refuse: 404 };
    case 'testWebhook':
      return webhook.bot
        ? ok({ ok: true, outcome: 'webhook.ok', status_code: 200, latency_ms: 12, hint: '' })
        : { refuse: 404 };
    case 'deleteWebhook':
      webhook.bot = null;
      return ok({ url: '', updated_at: now().getTime() });
    default:
      return { refuse: 404 };
  }
}

interface Sending {
  readonly method: string;
  readonly parsed: z.ZodSafeParseResult<{ chat_id: string; text?: string; caption?: string | undefined }>;
  readonly body: unknown;
}

function send({ sent, left, now }: World, { method, parsed, body }: Sending): Done {
  if (!parsed.success) return { refuse: 400 };
  if (left.botMessages <= 0) return { refuse: 429 };
  left.botMessages -= 1;
  const { chat_id: to, text: said, caption } = parsed.data;
  const { messageId } = sent.add({ channel: 'zalo-bot', to, method, text: said ?? caption ?? '', body, at: now() });
  return { json: { ok: true, error_code: 0, result: { message_id: messageId, date: now().getTime() } } };
}

/** Zalo replays what was told before until it is old; here too each update is told twice. */
function waitForUpdates({ webhook, updates, faults }: World, request: Request, response: Response): void {
  const refuse = (code: number, description: string): void => {
    response.status(code).json({ ok: false, description, error_code: code });
  };
  const fault = faults.next('getUpdates');
  const until = Date.now() + Math.min(Number(request.body?.timeout ?? 30), 30) * 1000;
  const look = (): void => {
    const [update] = updates;
    if (update !== undefined) {
      replay(updates);
      response.json({ ok: true, error_code: 0, result: update });
    } else if (Date.now() >= until || request.socket.destroyed) refuse(408, 'Request timeout');
    else setTimeout(look, 20);
  };
  if (fault !== null && typeof fault === 'object' && 'code' in fault) refuse(fault.code, 'simulated');
  else if (webhook.bot) refuse(400, 'You cannot use this API while a webhook is set. Please remove the webhook first');
  else look();
}

const told = new WeakSet<object>();
function replay(updates: unknown[]): void {
  const [first] = updates;
  if (typeof first !== 'object' || first === null || told.has(first)) updates.shift();
  else told.add(first);
}
