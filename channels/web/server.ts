/** The web door as an Express application: the plain page, its assets, health. Opens no port. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import express, {
  type ErrorRequestHandler,
  type Express,
  type Request,
  type RequestHandler,
  type Router,
} from 'express';
import helmet from 'helmet';
import { z } from 'zod';
import {
  type Assistant,
  type OpenData,
  type PersonalDataStore,
  type SpeechMaker,
  type Switchboard,
  type Thread,
  TooBusyError,
} from '../../bot/index.ts';
import { chatFiles } from './chat-page/built-page.ts';
import { chatPageRoutes } from './chat-page/routes.ts';
import type { DirectLine } from './direct-line/direct-line.ts';
import { embedRoutes } from './embed/embed-routes.ts';
import { type Health, healthRoutes } from './health-routes.ts';
import { limitPages, type PageLimits, perAddress } from './limit-pages.ts';
import { noticeMarkup, noticeRoutes, noticesFor } from './notices/notice-routes.ts';
import { openDataRoutes } from './open-data/open-data-routes.ts';
import { ownDataRoutes } from './own-data/own-data-routes.ts';
import { messagePage } from './page.ts';
import { pictureRoutes } from './picture-routes.ts';
import { anonymousTalkOf, forgetTalk, plainTalk, talkCookie } from './plain-talk.ts';
import { signInRoutes } from './sign-in/routes.ts';
import type { WebSignIn } from './sign-in/web-sign-in.ts';
import { quoteError } from './trace/quote-error.ts';
import { type RequestWatch, traceRequests } from './trace/trace-requests.ts';

/** Whose an anonymous talk is; `null` for one that nobody began. */
export type OwnerOf = (thread: Thread) => Promise<string | null>;

export interface WebOptions {
  readonly assistant: Assistant;
  readonly speak: SpeechMaker;
  /** The wire of the chat; without it the plain page serves alone. */
  readonly directLine?: DirectLine;
  /** Doors at which platforms deliver. */
  readonly webhooks?: readonly Router[];
  /** Screens in ward offices; without it there are none. */
  readonly kiosk?: Router | null;
  /** Portals that may embed the chat. */
  readonly allowedOrigins?: readonly string[];
  /** For monitors; without it `/health` alone answers. */
  readonly health?: Health;
  /** Sign-in, where it is set up. */
  readonly signIn?: WebSignIn | null;
  /** What is kept of a citizen, for the page that shows it; without it there is no such page. */
  readonly ownData?: { readonly personalData: Pick<PersonalDataStore, 'read'>; readonly ownerOf: OwnerOf };
  /** Where officers work, /console; without it there is none. */
  readonly console?: Router;
  /** Figures for everybody; without it they are not public. */
  readonly openData?: (() => Promise<OpenData>) | null;
  /** What is turned off, and banners; without it nothing is said of them. */
  readonly switches?: Switchboard | null;
  /** A picture that an officer sent, by its id; `null`: none. */
  readonly pictureOf?: (id: string) => Promise<{ readonly type: string; readonly bytes: Buffer } | null>;
  /** In place of the table's: how often from one address in a minute. */
  readonly limits?: PageLimits;
  /** Gives each call its trace; without it there are none. */
  readonly requests?: RequestWatch;
  /** Told of each error that is ours. Never of a citizen's words. */
  readonly onError?: (error: unknown) => void;
}

const fonts = join(dirname(fileURLToPath(import.meta.resolve('@fontsource/be-vietnam-pro/package.json'))), 'files');

export function createWebServer(options: WebOptions): Express {
  const {
    assistant,
    speak,
    directLine,
    allowedOrigins = [],
    onError = () => {},
    signIn = null,
    limits = {},
    switches = null,
  } = options;
  const app = express();
  app.disable('x-powered-by');
  if (options.requests) app.use(traceRequests(options.requests));
  app.use(
    helmet({
      contentSecurityPolicy: { directives: { 'upgrade-insecure-requests': null, 'style-src': null, 'font-src': null } },
      strictTransportSecurity: false,
    }),
  );
  // No page of ours listens or looks; a kiosk's says so for itself.
  app.use((_request, response, next) => {
    response.set('Permissions-Policy', 'camera=(), microphone=(), geolocation=()');
    next();
  });
  app.get('/health', (_request, response) => {
    response.json({ status: 'ok' });
  });
  if (options.health) app.use(healthRoutes(options.health));
  app.get('/assets/plain.css', (_request, response) =>
    response.sendFile(join(import.meta.dirname, 'plain.css'), { maxAge: '1h' }),
  );
  app.get(['/assets/icon.svg', '/favicon.ico'], (_request, response) =>
    response.type('image/svg+xml').sendFile(join(import.meta.dirname, 'icon.svg'), { maxAge: '1d' }),
  );
  app.use('/assets', express.static(fonts, { index: false, maxAge: '30d', immutable: true }));
  for (const routes of options.webhooks ?? []) app.use(routes);
  if (options.kiosk) app.use(options.kiosk);
  app.use(embedRoutes(allowedOrigins));
  app.use(limitPages(limits));
  if (options.openData) app.use(openDataRoutes(options.openData));
  if (switches) app.use(noticeRoutes(switches));
  const notices = (unit: string | null = null) => switches && noticeMarkup(noticesFor(switches, unit, new Date()));
  if (directLine) app.use(directLine.routes);
  if (options.console) app.use(options.console);
  const chat = chatFiles();
  const opening = speak('vi', null).say('opening');
  app.use(chatPageRoutes({ files: chat, opening, cookieName: talkCookie, notices }));
  const limit = perAddress('web-sign-in', limits);
  app.use(signInRoutes({ web: signIn, talkOf: anonymousTalkOf, forgetTalk, limit, onError }));
  app.use(plainTalk({ assistant, signIn, opening, chat, notices }));
  if (options.ownData) {
    const { personalData, ownerOf } = options.ownData;
    const citizenOf = async (request: Request) => {
      const session = await signIn?.sessionOf(request.headers);
      const talk = session ? null : anonymousTalkOf(request);
      return session?.citizenId ?? (talk && (await ownerOf(talk)));
    };
    app.use(ownDataRoutes({ personalData, citizenOf }));
  }
  if (options.pictureOf) app.use(pictureRoutes(options.pictureOf));
  app.use(sayNoPage);
  app.use(sayError(speak, onError));
  return app;
}

const sayNoPage: RequestHandler = (_request, response) => {
  const page = messagePage('Không có trang này', 'Địa chỉ này không có ở đây. Mời ông/bà về trang hỏi.');
  response.status(404).type('html').send(page);
};

const sayError =
  (speak: SpeechMaker, onError: (error: unknown) => void): ErrorRequestHandler =>
  (error, _request, response, _next) => {
    const [status, title, text] = errorTexts(error);
    const isFault = status >= 500 && !(error instanceof TooBusyError);
    if (isFault) onError(error);
    if (status === 429 || status === 503) response.set('Retry-After', String(secondsIn(error)));
    const quote = isFault ? quoteError(speak('vi', null)) : '';
    response
      .status(status)
      .type('html')
      .send(messagePage(title, `${text}${quote}`));
  };

/** Of a refusal that knows; else half a minute. */
const secondsIn = (error: unknown): number =>
  typeof error === 'object' && error !== null && 'retryAfter' in error ? Number(error.retryAfter) || 30 : 30;

function errorTexts(error: unknown): readonly [number, string, string] {
  const status = typeof error === 'object' && error !== null && 'status' in error ? Number(error.status) : 0;
  if (error instanceof z.ZodError)
    return [400, 'Chưa có câu hỏi', 'Trang gửi lên thiếu câu hỏi. Mời ông/bà gõ lại câu hỏi rồi bấm Hỏi.'];
  if (error instanceof TooBusyError)
    return [
      503,
      'Đang có nhiều người hỏi',
      'Câu hỏi chưa được nhận. Mời ông/bà chờ nửa phút, quay lại trang trước rồi bấm Hỏi.',
    ];
  if (status === 413)
    return [413, 'Câu hỏi dài quá', 'Câu hỏi dài quá nên máy không nhận. Mời ông/bà hỏi gọn trong vài câu.'];
  if (status === 429)
    return [429, 'Xin chờ một chút', 'Từ nơi này vừa có nhiều lượt quá. Mời ông/bà chờ một phút rồi thử lại.'];
  if (status >= 400 && status < 500)
    return [status, 'Máy không đọc được', 'Nội dung gửi lên bị lỗi. Mời ông/bà về trang hỏi và gõ lại.'];
  return [503, 'Máy đang trục trặc', 'Câu hỏi chưa được lưu. Mời ông/bà thử lại sau ít phút, hoặc hỏi quầy Một cửa.'];
}
