/** What the kiosk's calls say when they refuse: the wire's form, and words for the person at the screen. */
import type { ErrorRequestHandler, Request } from 'express';
import type { Speech, SpeechMaker } from '../../bot/index.ts';
import { errorBody, WireError, wireErrorOf } from '../web/direct-line/wire-error.ts';
import { quoteError } from '../web/trace/quote-error.ts';

/** Texts of the bundle by the code of a refusal. */
const wordsOf: Readonly<Record<string, string>> = {
  VisitOver: 'kiosk.visitOver',
  SessionOver: 'kiosk.visitOver',
  InvalidToken: 'kiosk.visitOver',
  TokenExpired: 'kiosk.visitOver',
  TooManyRequests: 'kiosk.busy',
  NotAReceipt: 'kiosk.receiptNotOurs',
  IdentityCard: 'kiosk.receiptIdCard',
  TicketFailed: 'kiosk.ticketFailed',
  NoTickets: 'kiosk.ticketDesk',
  NoSuchList: 'kiosk.checklistNone',
  TooManyCodes: 'kiosk.checklistWait',
  ListGone: 'kiosk.checklistGone',
  Unheard: 'kiosk.unheard',
};

export const visitOver = (): WireError => new WireError(403, 'VisitOver', 'This visit is over, or it never was.');

export const localeOf = ({ query }: Pick<Request, 'query'>): 'vi' | 'en' => (query.locale === 'en' ? 'en' : 'vi');

/** On the screen alone, so a code may stand there. */
const saying = (speech: Speech, key: string, { status }: WireError): string =>
  `${speech.say(key)}${status >= 500 ? quoteError(speech) : ''}`;

/** The last handler of the kiosk's calls. `onError` is told of what is our fault alone. */
export const sayKioskError =
  (speak: SpeechMaker, onError: (error: unknown) => void): ErrorRequestHandler =>
  (thrown, request, response, next) => {
    const error = wireErrorOf(thrown);
    if (error.status >= 500) onError(thrown);
    if (response.headersSent) return next(thrown);
    const key = wordsOf[error.code] ?? (error.status >= 500 ? 'kiosk.failed' : null);
    if (error.retryAfter !== null) response.set('Retry-After', String(error.retryAfter));
    response.status(error.status).json({
      ...errorBody(error),
      ...(key === null ? {} : { say: saying(speak(localeOf(request), null), key, error) }),
    });
  };
