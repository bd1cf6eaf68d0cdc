/** What the API says when it refuses: a code to act on, and a Vietnamese sentence that says what to do. */
import type { ErrorRequestHandler, RequestHandler } from 'express';
import { z } from 'zod';
import { type SpeechMaker, StoreInputError } from '../../../bot/index.ts';
import { quoteError } from '../../web/trace/quote-error.ts';
import type { ErrorReply, errorCodes } from './schemas.ts';

export type RefusalCode = (typeof errorCodes)[number];

const statusOf: Readonly<Record<RefusalCode, number>> = {
  'signed-out': 401,
  forbidden: 403,
  csrf: 403,
  unknown: 404,
  taken: 409,
  lost: 409,
  'bad-input': 400,
  'too-large': 413,
  'too-many': 429,
  unavailable: 503,
};

export interface RefusalDetail {
  /** Who holds it, with `taken`. */
  readonly by?: string;
  /** What was wrong, with `bad-input`. */
  readonly field?: string;
  /** Seconds until the same call may go well. */
  readonly retryAfter?: number;
  /** A text of the bundle in place of the code's own. */
  readonly say?: string;
}

export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly detail: RefusalDetail;
  constructor(code: RefusalCode, detail: RefusalDetail = {}) {
    super(`The console refused: ${code}`);
    this.code = code;
    this.detail = detail;
  }
}

export const refuseUnknownPath: RequestHandler = () => {
  throw new Refusal('unknown');
};

/** The last handler of the API. `onError` is told of what is our fault alone. */
export const sayRefusal =
  (speech: ReturnType<SpeechMaker>, onError: (error: unknown) => void): ErrorRequestHandler =>
  (thrown, _request, response, next) => {
    const { code, detail } = refusalOf(thrown);
    if (code === 'unavailable') onError(thrown);
    if (response.headersSent) return next(thrown);
    const { by = '', field = '', retryAfter, say } = detail;
    if (retryAfter !== undefined) response.set('Retry-After', String(retryAfter));
    const said = speech.say(say ?? `consoleError.${code}`, { by, field, seconds: retryAfter ?? 1 });
    const message = code === 'unavailable' ? `${said}${quoteError(speech)}` : said;
    const error = { code, message, ...(code === 'taken' ? { by } : {}) };
    response.status(statusOf[code]).json({ error } satisfies ErrorReply);
  };

const deskCodes = new Set<unknown>(['taken', 'lost', 'unknown', 'forbidden', 'bad-input']);

/** What a caller is told of any failure. */
export function refusalOf(thrown: unknown): Refusal {
  if (thrown instanceof Refusal) return thrown;
  if (thrown instanceof z.ZodError)
    return new Refusal('bad-input', { field: thrown.issues[0]?.path.join('.') || 'nội dung' });
  // What the store cannot read is no id or no moment: the caller made it up.
  if (thrown instanceof StoreInputError) return new Refusal('bad-input', { field: 'id' });
  if (typeof thrown !== 'object' || thrown === null) return new Refusal('unavailable');
  const { status, retryAfter, code, by } = thrown as Readonly<Record<string, unknown>>;
  if (deskCodes.has(code)) return new Refusal(code as RefusalCode, typeof by === 'string' ? { by } : {});
  if (status === 413) return new Refusal('too-large');
  if (status === 429) return new Refusal('too-many', { retryAfter: typeof retryAfter === 'number' ? retryAfter : 5 });
  if (typeof status === 'number' && status >= 400 && status < 500) return new Refusal('bad-input', { field: 'JSON' });
  return new Refusal('unavailable', { retryAfter: 5 });
}
