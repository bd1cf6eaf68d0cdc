/** The doors at which Zalo delivers: kept first, then acknowledged; nothing slow in between. */
import express, { type ErrorRequestHandler, type Request, type Response, Router } from 'express';
import type { NewDelivery } from '../../../bot/index.ts';
import { deliveryOf } from './delivery-of.ts';
import { type BotDoor, type Call, judgeBotCall } from './judge-bot-call.ts';
import { judgeOaCall, type OaDoor } from './judge-oa-call.ts';
import type { Judgement } from './judgement.ts';

export const botWebhookPath = '/zalo/bot';
export const oaWebhookPath = '/zalo/oa';

export interface ZaloWebhookOptions {
  /** `null`: off. */
  readonly bot: BotDoor | null;
  readonly oa: OaDoor | null;
  /** Resolves once the delivery is in the store: `true` when it is new. */
  readonly keep: (delivery: NewDelivery) => Promise<boolean>;
  /** Called after something new was kept. */
  readonly onKept: () => void;
  /** Called as a call comes. */
  readonly onCall?: () => void;
  /** Told of each form in which something came, of what was passed over, and of what was refused. Holds no citizen's word. */
  readonly onNote: (note: string, detail?: Readonly<Record<string, unknown>>) => void;
  readonly onError: (error: unknown) => void;
  readonly now?: () => Date;
  /** Zalo waits 2 s: after this many ms it is told to come again. */
  readonly patienceMs?: number;
}

const bodyLimit = '1mb';

export function zaloWebhooks(options: ZaloWebhookOptions): Router {
  const routes = Router();
  // Whatever it says it is: what is signed are the bytes. A packed body is none that Zalo sends.
  const raw = express.raw({ type: () => true, limit: bodyLimit, inflate: false });
  const { bot, oa } = options;
  if (bot)
    routes.post(botWebhookPath, raw, (request, response) =>
      take(options, { request, response }, (call) => judgeBotCall(call, bot)),
    );
  if (oa)
    routes.post(oaWebhookPath, raw, (request, response) =>
      take(options, { request, response }, (call) => judgeOaCall(call, oa)),
    );
  const open = [...(bot ? [botWebhookPath] : []), ...(oa ? [oaWebhookPath] : [])];
  for (const path of open) routes.get(path, (_request, response) => void response.type('text').send('ok'));
  routes.use([botWebhookPath, oaWebhookPath], answerFault(options));
  return routes;
}

interface Exchange {
  readonly request: Request;
  readonly response: Response;
}

async function take(
  options: ZaloWebhookOptions,
  { request, response }: Exchange,
  judge: (call: Call) => Judgement,
): Promise<void> {
  const { now = () => new Date(), onNote, onCall } = options;
  onCall?.();
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  const judged = judge({ headers: request.headers, body, receivedAt: now() });
  if (judged.status !== 200) {
    onNote(`refused:${judged.refused}`, { path: request.path, ...judged.detail });
    response.status(judged.status).json({ error: judged.refused });
    return;
  }
  const { arrival } = judged;
  for (const form of arrival.forms) onNote(form);
  if ('ignored' in arrival) onNote(`ignored:${arrival.ignored}`);
  else if (!(await keepInTime(options, deliveryOf(arrival.event, body.toString('utf8'))))) {
    response.status(503).set('retry-after', '30').json({ error: 'not-kept' });
    return;
  }
  response.json({ ok: true });
}

/** `false` when it could not be kept in time: Zalo delivers it again, and if it was kept after all it is known. */
async function keepInTime(
  { keep, onKept, onError, onNote, patienceMs = 1_500 }: ZaloWebhookOptions,
  delivery: NewDelivery,
): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const kept = keep(delivery).then((isNew) => {
    if (isNew) onKept();
    else onNote('repeated');
    return true;
  });
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), patienceMs);
  });
  try {
    return await Promise.race([kept, late]);
  } catch (error) {
    if (!isUnstorable(error)) {
      onError(error);
      return false;
    }
    // An id that no platform gives: asking for it again would bring the same.
    onNote('ignored:unstorable');
    return true;
  } finally {
    clearTimeout(timer);
  }
}

const isUnstorable = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('bad-');

/** What the reading of a body ends in: too big, broken off, packed. */
const answerFault =
  ({ onNote, onError }: ZaloWebhookOptions): ErrorRequestHandler =>
  (error: unknown, request, response, _next) => {
    const status = typeof error === 'object' && error !== null && 'status' in error ? Number(error.status) : 500;
    const isTheirs = status >= 400 && status < 500;
    if (isTheirs) onNote(`refused:${status}`, { path: request.path });
    else onError(error);
    if (response.headersSent) return;
    response.status(isTheirs ? status : 503).json({ error: isTheirs ? 'bad-request' : 'not-kept' });
  };
