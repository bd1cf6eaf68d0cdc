/** The addresses of sign-in: begin, come back, end; and the page that links other channels. */
import express, { type Request, type RequestHandler, type Response, Router } from 'express';
import { z } from 'zod';
import type { Thread } from '../../../bot/index.ts';
import { isFromElsewhere } from '../from-elsewhere.ts';
import { messagePage, plainPage } from '../page.ts';
import { faultTexts, linkMarkup, paths, signedOutMarkup } from './pages.ts';
import { callbackPath, SignInError } from './provider.ts';
import type { WebSession, WebSignIn } from './web-sign-in.ts';

export interface SignInRouteParts {
  /** `null` while sign-in is not set up: then the pages say so. */
  readonly web: WebSignIn | null;
  /** The anonymous talk of this browser on the plain page. */
  readonly talkOf: (request: Request) => Thread | null;
  readonly forgetTalk: (response: Response) => void;
  readonly limit: (request: Request) => Promise<void>;
  readonly onError: (error: unknown) => void;
}

/** Where one may go after the sign-in: our own pages alone, so that no link leads elsewhere. */
const returns = new Set(['/', '/chat', paths.link]);
const formSchema = z.object({ key: z.string().max(200), link: z.uuid().optional() });

export function signInRoutes(parts: SignInRouteParts): Router {
  const router = Router();
  const { web } = parts;
  router.use([paths.begin, paths.end, paths.link], noStore);
  if (!web) {
    router.use([paths.begin, paths.end, paths.link], (_request, response) => sayFault(response, 'not-open'));
    return router;
  }
  router.get(
    paths.begin,
    guarded(parts, (request, response) => begin(web, request, response)),
  );
  router.get(
    callbackPath,
    guarded(parts, (request, response) => comeBack(parts, web, { request, response })),
  );
  const form = express.urlencoded({ extended: false, limit: '4kb' });
  router.post(paths.end, form, (request, response) => end(web, request, response));
  router.use(paths.link, linkRoutes(web, form));
  return router;
}

const noStore: RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'no-store');
  next();
};

function sayFault(response: Response, fault: string): void {
  const [status, title, text] = faultTexts[fault] ?? [500, '', ''];
  if (status === 429 || status === 503) response.set('Retry-After', '60');
  response.status(status).type('html').send(messagePage(title, text));
}

/** Limits the calls, and says in words what came of a sign-in that failed. */
const guarded =
  (
    { limit, onError }: SignInRouteParts,
    run: (request: Request, response: Response) => Promise<void>,
  ): RequestHandler =>
  async (request, response) => {
    await limit(request);
    try {
      await run(request, response);
    } catch (error) {
      if (!(error instanceof SignInError)) throw error;
      if (error.code !== 'refused') onError(error);
      sayFault(response, error.code);
    }
  };

async function begin({ signIn, provider, cookies }: WebSignIn, request: Request, response: Response): Promise<void> {
  const wanted = String(request.query.ve ?? '/');
  const { browser, ...agreed } = await signIn.start(returns.has(wanted) ? wanted : '/');
  const address = await provider.address(agreed);
  cookies.setLogin(response, browser);
  response.redirect(303, address.href);
}

interface Exchange {
  readonly request: Request;
  readonly response: Response;
}

async function comeBack(parts: SignInRouteParts, web: WebSignIn, { request, response }: Exchange): Promise<void> {
  const { signIn, provider, cookies } = web;
  const browser = cookies.loginIn(request.headers);
  const state = String(request.query.state ?? '');
  const login = browser && (await signIn.resume(browser, state));
  if (!login) return sayFault(response, 'stale');
  cookies.clearLogin(response);
  const person = await provider.finish(new URL(request.originalUrl, web.origin).search, { ...login, state });
  // A session that was there before is over: its token must not live on beside the new one.
  const before = cookies.sessionIn(request.headers);
  if (before) await signIn.close(before);
  const { token } = await signIn.open(person, parts.talkOf(request));
  cookies.setSession(response, token);
  parts.forgetTalk(response);
  response.redirect(303, login.returnTo);
}

async function end(web: WebSignIn, request: Request, response: Response): Promise<void> {
  const session = await web.sessionOf(request.headers);
  const isForeign = isFromElsewhere(request) || (session && !isOurForm(web, session, request));
  if (isForeign) return sayFault(response, 'wrong-form');
  const idToken = session && (await web.signIn.close(session.token));
  web.cookies.clearSession(response);
  const next = session ? await web.provider.endAddress(idToken) : null;
  // Following a form to another site is forbidden to our pages, so the page that answers goes there.
  if (next) response.set('Refresh', `2; url=${next.href}`);
  response.type('html').send(plainPage('Đã đăng xuất', signedOutMarkup(next?.href ?? null)));
}

/** The form's own key, and the browser's word for where it stands. */
function isOurForm({ signIn, origin }: WebSignIn, { token }: WebSession, request: Request): boolean {
  const form = formSchema.safeParse(request.body ?? {});
  const { origin: from, 'sec-fetch-site': site } = request.headers;
  // Our pages send no referrer, so browsers call their origin null and say by this other header that it is ours.
  const isOurs = from === undefined || from === origin || (from === 'null' && site === 'same-origin');
  return form.success && signIn.isFormKey(token, form.data.key) && isOurs;
}

function linkRoutes(web: WebSignIn, form: RequestHandler): Router {
  const router = Router();
  const show = async (response: Response, session: WebSession, code: string | null) => {
    const links = await web.accounts.list(session.citizenId);
    response.type('html').send(plainPage('Liên kết kênh khác', linkMarkup({ formKey: session.formKey, code, links })));
  };
  router.get('/', async (request, response) => {
    const session = await web.sessionOf(request.headers, { touch: true });
    if (session) return show(response, session, null);
    response.redirect(303, `${paths.begin}?${new URLSearchParams({ ve: paths.link })}`);
  });
  const changed =
    (run: (session: WebSession, request: Request) => Promise<string | null>): RequestHandler =>
    async (request, response) => {
      const session = await web.sessionOf(request.headers, { touch: true });
      if (!session) return response.redirect(303, `${paths.begin}?${new URLSearchParams({ ve: paths.link })}`);
      if (!isOurForm(web, session, request)) return sayFault(response, 'wrong-form');
      const code = await run(session, request);
      if (code === 'too-many') return sayFault(response, code);
      await show(response, session, code);
    };
  router.post(
    '/',
    form,
    changed(async ({ citizenId }) => (await web.accounts.newCode(citizenId)) ?? 'too-many'),
  );
  router.post(
    '/go',
    form,
    changed(async ({ citizenId }, request) => {
      const { link } = formSchema.parse(request.body);
      if (link) await web.accounts.remove(citizenId, link);
      return null;
    }),
  );
  return router;
}
