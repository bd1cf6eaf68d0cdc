/** The hooks of one provider as routes. Unsigned or badly signed calls have no effect at all. */
import express, { type ErrorRequestHandler, type Request, type RequestHandler, Router } from 'express';
import { z } from 'zod';
import type { CallDialogue, CallEvent } from './call.ts';
import { hookQuery, isMarked } from './hook-address.ts';
import type { CallProvider, Hook, HookReply, HookRequest } from './provider.ts';

export interface ProviderRoutesOptions {
  readonly dialogue: CallDialogue;
  /** Marks the addresses of our hooks: the provider's secret. */
  readonly secret: string;
  readonly now?: () => Date;
  readonly onError: (error: unknown) => void;
}

const mostBytes = 100_000;

export const pathOf = ({ name }: Pick<CallProvider, 'name'>): string => `/hotline/${name}`;

export function providerRoutes(provider: CallProvider, options: ProviderRoutesOptions): Router {
  const { dialogue, secret, now = () => new Date(), onError } = options;
  const router = Router();
  const path = pathOf(provider);
  const raw = express.raw({ type: () => true, limit: mostBytes });
  const signed: RequestHandler = (request, response, next) => {
    const verdict = provider.verify(hookRequestOf(request), now());
    if (verdict === 'good') next();
    else unsigned(response, verdict);
  };
  const answer = async (hook: Hook, event: CallEvent): Promise<HookReply> => {
    const { callId, at, turn, from, to } = event;
    const action = await dialogue.onEvent(event);
    if (event.kind === 'ended') return provider.nothing;
    const query = hookQuery(secret, { callId, at, turn: turn + 1 });
    const ownNumber = to.startsWith('+') ? to : null;
    const written = { address: (name: string) => `${path}/${name}${query}`, ownNumber, from, to };
    if (!hook.carryOut) return provider.write(action, written);
    await hook.carryOut(action, { ...written, callId });
    return provider.nothing;
  };
  for (const hook of provider.hooks)
    router[hook.method](`${path}/${hook.path}`, raw, signed, async (request, response) => {
      const turn = turnSchema.parse(request.query.t);
      const event = await hook.read(provider.payloadOf(hookRequestOf(request)), { at: now(), turn });
      if (event === null) return send(response, provider.nothing);
      const isOurs = hook.unasked || isMarked(secret, request.query.k, { callId: event.callId, turn, at: now() });
      if (!isOurs) return unsigned(response, 'replayed');
      send(response, await answer(hook, event));
    });
  router.post(`${path}/whisper`, raw, signed, async (request, response) => {
    const callId = provider.whisperedCall(provider.payloadOf(hookRequestOf(request)));
    send(response, provider.whisper(await dialogue.whisperTo({ provider: provider.name, callId })));
  });
  router.use(path, refuse(onError));
  return router;
}

/** A turn that is not there is the first; one that is no number is none of ours. */
const turnSchema = z.coerce.number().int().min(0).max(1_000_000).default(0);

function hookRequestOf(request: Request): HookRequest {
  return {
    url: request.originalUrl,
    method: request.method === 'GET' ? 'GET' : 'POST',
    header: (name) => request.header(name),
    body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
  };
}

const send = (response: express.Response, { type, body }: HookReply): void => void response.type(type).send(body);

const unsigned = (response: express.Response, verdict: string): void =>
  void response
    .status(401)
    .json({ error: { code: `signature-${verdict}`, message: 'The signature of this call is not good.' } });

const refuse =
  (onError: (error: unknown) => void): ErrorRequestHandler =>
  (error, _request, response, next) => {
    const refused = (status: number, code: string, message: string) =>
      void response.status(status).json({ error: { code, message } });
    if (error instanceof z.ZodError || error instanceof SyntaxError)
      return refused(400, 'bad-input', 'This is no call of this provider.');
    if (error?.type === 'entity.too.large') return refused(413, 'too-large', 'The body is too large.');
    // Cut off, or packed in a way that nobody asked for: anybody can send that, and none of it is a fault of ours.
    if (error?.status >= 400 && error.status < 500)
      return refused(error.status, 'bad-input', 'The body cannot be read.');
    onError(error);
    next(error);
  };
