/** What the wire says when it refuses: `{"error": {"code", "message"}}`, in every case. */
import type { ErrorRequestHandler, RequestHandler } from 'express';
import { z } from 'zod';
import { StoreInputError, TooBusyError } from '../../../bot/index.ts';
import { TooManyError } from '../../limits/index.ts';

/** A refusal. The message is for whoever writes a client: it names what was wrong, never a citizen's words. */
export class WireError extends Error {
  readonly status: number;
  readonly code: string;
  /** Seconds after which the same call may go well; `null` when it will not. */
  readonly retryAfter: number | null;

  constructor(status: number, code: string, message: string, retryAfter: number | null = null) {
    super(message);
    this.status = status;
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

export const badArgument = (message: string): WireError => new WireError(400, 'BadArgument', message);
export const notFound = (message: string): WireError => new WireError(404, 'NotFound', message);

/** The body of a refusal. */
export const errorBody = ({ code, message }: Pick<WireError, 'code' | 'message'>) => ({ error: { code, message } });

export const refuseUnknownPath: RequestHandler = (request) => {
  throw notFound(`There is no ${request.method} ${request.baseUrl}${request.path.slice(0, 100)}.`);
};

/** The last handler of a router of the wire. `onError` is told of what is our fault alone. */
export const sayWireError =
  (onError: (error: unknown) => void): ErrorRequestHandler =>
  (thrown, _request, response, next) => {
    const error = wireErrorOf(thrown);
    if (error.status >= 500 && !(thrown instanceof TooBusyError)) onError(thrown);
    if (response.headersSent) return next(thrown);
    if (error.retryAfter !== null) response.set('Retry-After', String(error.retryAfter));
    response.status(error.status).json(errorBody(error));
  };

/** What a caller is told of any failure. */
export function wireErrorOf(thrown: unknown): WireError {
  if (thrown instanceof WireError) return thrown;
  if (thrown instanceof TooManyError) return new WireError(429, 'TooManyRequests', thrown.message, thrown.retryAfter);
  if (thrown instanceof TooBusyError) return new WireError(503, 'ServiceBusy', thrown.message, thrown.retryAfter);
  if (thrown instanceof z.ZodError) {
    const [issue] = thrown.issues;
    return badArgument(`${issue?.path.join('.') || 'body'}: ${issue?.message ?? 'wrong'}`);
  }
  if (thrown instanceof StoreInputError && thrown.code === 'conversation-over')
    return new WireError(403, 'SessionOver', 'What this conversation belongs to is over.');
  const status = typeof thrown === 'object' && thrown !== null && 'status' in thrown ? Number(thrown.status) : 0;
  if (status === 413) return new WireError(413, 'MessageSizeTooBig', 'The body is larger than this call takes.');
  if (status >= 400 && status < 500)
    return new WireError(status, 'BadSyntax', 'The request cannot be read: it is no well-formed JSON.');
  return new WireError(503, 'ServiceError', 'Nothing was kept. Try again in a moment.', 5);
}

/** The thread that was worked with is there no more. */
export const isUnknown = (error: unknown): boolean =>
  error instanceof StoreInputError && error.code === 'unknown-conversation';
