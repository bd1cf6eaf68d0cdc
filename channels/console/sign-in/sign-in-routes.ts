/** Signing in and out by plain forms. */
import { Router } from 'express';
import { z } from 'zod';
import type { StaffSignIn } from '../../../bot/index.ts';
import { type Exchange, type ExchangeParts, makeExchange, returnPathOf } from './exchange.ts';
import { faultOf, faultPages } from './faults.ts';
import { codePage, enrolPage, signInPage } from './sign-in-pages.ts';
import { inside, sendPage, staffPaths } from './staff-page.ts';

export interface SignInRouteParts extends ExchangeParts {
  readonly signIn: StaffSignIn;
  /** An identity provider is set up as well. */
  readonly withProvider: boolean;
}

const typed = z.string().max(200);
const passwordForm = z.object({ login: typed, password: typed, ve: typed.optional() });
const codeForm = z.object({ code: z.string().max(40) });

export function signInRoutes(parts: SignInRouteParts): Router {
  const { gate, sessions, signIn, withProvider: provider } = parts;
  const { page, form } = makeExchange(parts);
  const router = Router();
  router.get(
    inside(staffPaths.signIn),
    page(({ request, csrf, show }) =>
      show(signInPage({ csrf, fault: null, returnTo: returnPathOf(request.query.ve), provider })),
    ),
  );
  router.post(
    inside(staffPaths.signIn),
    form(async ({ request, from, csrf, show, goOn }) => {
      const { login, password, ve } = passwordForm.parse(request.body);
      const returnTo = returnPathOf(ve);
      await goOn(await signIn.withPassword({ login, password, returnTo }, from), (outcome) =>
        show(signInPage({ csrf, fault: faultOf(outcome, 'password'), login, returnTo, provider })),
      );
    }),
  );
  router.use(codeRoutes(parts));
  router.get(
    inside(staffPaths.signOut),
    page(async ({ request, response, show }) => {
      const staff = await gate.staffOf(request);
      if (!staff) return show(faultPages['signed-out']);
      response.redirect(303, staffPaths.account);
    }),
  );
  router.post(inside(staffPaths.signOut), async (request, response) => {
    const staff = await gate.staffOf(request);
    const given: unknown = request.body?.csrf ?? request.get('x-csrf');
    // Another site's form brings no cookie, but the answer would clear it.
    const isOurs = !staff || (typeof given === 'string' && sessions.isCsrf(staff.token, given));
    if (!isOurs || !gate.isOwnPage(request)) return showOldForm(response);
    if (staff) await sessions.close(staff.token);
    gate.cookies.clear(response, 'session');
    response.redirect(303, staffPaths.signOut);
  });
  return router;
}

const showOldForm = (response: Exchange['response']) => sendPage(response, faultPages['old-form']);

/** The second half: a code, or an authenticator that is set up. */
function codeRoutes(parts: SignInRouteParts): Router {
  const { gate, signIn } = parts;
  const { page, form } = makeExchange(parts);
  const router = Router();
  const stepOf = ({ request }: Exchange) => gate.cookies.read(request.headers, 'step') ?? '';
  router.get(
    inside(staffPaths.code),
    page(({ csrf, show }) => show(codePage({ csrf, fault: null }))),
  );
  router.post(
    inside(staffPaths.code),
    form(async (exchange) => {
      const { code } = codeForm.parse(exchange.request.body);
      await exchange.goOn(await signIn.withCode(stepOf(exchange), code, exchange.from), (outcome) =>
        exchange.show(codePage({ csrf: exchange.csrf, fault: faultOf(outcome, 'code') })),
      );
    }),
  );
  const showEnrolment = async (exchange: Exchange, fault: string | null) => {
    const enrolment = await signIn.enrolment(stepOf(exchange), exchange.from);
    exchange.show(enrolment ? await enrolPage({ csrf: exchange.csrf, fault, ...enrolment }) : faultPages.stale);
  };
  router.get(
    inside(staffPaths.enrol),
    page((exchange) => showEnrolment(exchange, null)),
  );
  router.post(
    inside(staffPaths.enrol),
    form(async (exchange) => {
      const { code } = codeForm.parse(exchange.request.body);
      const outcome = await signIn.confirmEnrolment(stepOf(exchange), code, exchange.from);
      await exchange.goOn(outcome, (fault) => showEnrolment(exchange, faultOf(fault, 'code')));
    }),
  );
  return router;
}
