/** Signing staff in by an identity provider: there and back. */
import { type RequestHandler, Router } from 'express';
import type { StaffSignIn } from '../../../bot/index.ts';
import { type OpenIdProvider, SignInError } from '../../open-id/provider.ts';
import { html } from '../../web/html.ts';
import { type Exchange, type ExchangeParts, makeExchange, returnPathOf } from './exchange.ts';
import { faultPages } from './faults.ts';
import { inside, sendPage, staffPaths } from './staff-page.ts';
import type { ProviderStaff } from './staff-provider.ts';

export interface ProviderRouteParts extends ExchangeParts {
  readonly signIn: StaffSignIn;
  readonly provider: OpenIdProvider<ProviderStaff>;
  readonly onError: (error: unknown) => void;
}

/** Whoever comes from another site brings none of our cookies: our own page leads him on, with all of them. */
const step = 'buoc';

export function providerRoutes(parts: ProviderRouteParts): Router {
  const { gate, signIn, provider } = parts;
  const { page } = makeExchange(parts);
  const router = Router();
  router.get(
    inside(staffPaths.provider),
    page(
      guarded(parts, async ({ request, response }) => {
        const { browser, ...agreed } = await signIn.beginProvider(returnPathOf(request.query.ve));
        const address = await provider.address(agreed);
        gate.cookies.set(response, 'oidc', browser);
        response.redirect(303, address.href);
      }),
    ),
  );
  router.get(inside(staffPaths.providerBack), leadOn, page(guarded(parts, (exchange) => comeBack(parts, exchange))));
  return router;
}

const leadOn: RequestHandler = (request, response, next) => {
  if (request.query[step] === '2') return next();
  const { search } = new URL(request.originalUrl, 'http://localhost');
  const address = `${staffPaths.providerBack}${search}${search ? '&' : '?'}${step}=2`;
  response.set('Refresh', `0; url=${address}`);
  sendPage(response, {
    title: 'Đang đăng nhập',
    body: html`<p><a href="${address}">Bấm vào đây nếu trang không tự chuyển</a></p>`,
  });
};

async function comeBack({ gate, signIn, provider }: ProviderRouteParts, exchange: Exchange): Promise<void> {
  const { request, response, from, show, goOn } = exchange;
  const browser = gate.cookies.read(request.headers, 'oidc');
  const state = String(request.query.state ?? '');
  const login = browser && (await signIn.resumeProvider(browser, state));
  if (!login) return show(faultPages.stale);
  gate.cookies.clear(response, 'oidc');
  const query = new URL(request.originalUrl, 'http://localhost').searchParams;
  query.delete(step);
  const person = await provider.finish(`?${query}`, { ...login, state });
  if (person === 'not-admitted') return show(faultPages['not-admitted']);
  await goOn(await signIn.withProvider(person, login.returnTo, from), () => show(faultPages['not-admitted']));
}

type Handler = (exchange: Exchange) => Promise<void>;

/** Says in words what came of a sign-in that failed. */
const guarded =
  ({ onError }: ProviderRouteParts, run: Handler): Handler =>
  async (exchange) => {
    try {
      await run(exchange);
    } catch (error) {
      if (!(error instanceof SignInError)) throw error;
      if (error.code !== 'refused') onError(error);
      exchange.show(error.code === 'no-number' ? faultPages['bad-reply'] : faultPages[error.code]);
    }
  };
