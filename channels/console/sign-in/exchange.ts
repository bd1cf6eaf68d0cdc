/** One request of a plain page with what every page needs: whose browser it is, and what its form must bring back. */
import { randomBytes } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import type { FromBrowser, SignInOutcome, StaffSessions } from '../../../bot/index.ts';
import { networkOf } from '../../limits/index.ts';
import { faultPages } from './faults.ts';
import type { StaffGate } from './gate.ts';
import { recoveryPage } from './sign-in-pages.ts';
import { type StaffPage, sendPage, staffPaths } from './staff-page.ts';

export interface Exchange {
  readonly request: Request;
  readonly response: Response;
  readonly from: FromBrowser;
  /** For the form that is shown. */
  readonly csrf: string;
  readonly show: (page: StaffPage) => void;
  /** Goes on after a step of the sign-in; `again` shows the form anew with what was wrong. */
  readonly goOn: (
    outcome: SignInOutcome,
    again: (fault: Extract<SignInOutcome, { kind: 'wrong' | 'wait' }>) => void | Promise<void>,
  ) => Promise<void>;
}

export interface ExchangeParts {
  readonly gate: StaffGate;
  readonly sessions: StaffSessions;
}

type Handler = (exchange: Exchange) => Promise<void> | void;

/**
 * `page` for what is shown, `form` for what is sent: that must bring what our page gave this browser, and come from
 * there. Both work for whoever is not signed in; with `ofSession` the form is one of the session's own pages.
 */
export function makeExchange({ gate, sessions }: ExchangeParts) {
  const { cookies, isOwnPage } = gate;
  const open = (request: Request, response: Response, browser: string): Exchange => {
    const show = (page: StaffPage) => sendPage(response, page);
    const from: FromBrowser = {
      browser,
      address: networkOf(request.ip ?? ''),
      device: cookies.read(request.headers, 'device'),
      agent: agentOf(request.get('user-agent') ?? ''),
    };
    const goOn: Exchange['goOn'] = async (outcome, again) => {
      if (outcome.kind === 'wrong' || outcome.kind === 'wait') return again(outcome);
      if (outcome.kind === 'stale' || outcome.kind === 'ask-admin') return show(faultPages[outcome.kind]);
      if (outcome.kind !== 'signed-in') {
        cookies.set(response, 'step', outcome.step);
        return response.redirect(303, outcome.kind === 'code' ? staffPaths.code : staffPaths.enrol);
      }
      // A session that was there before is over: its token must not live on beside the new one.
      const before = cookies.read(request.headers, 'session');
      if (before) await sessions.close(before);
      cookies.set(response, 'session', outcome.opened.token);
      cookies.set(response, 'device', outcome.device);
      cookies.clear(response, 'step');
      if (outcome.recoveryCodes) return show(recoveryPage(outcome.recoveryCodes));
      response.redirect(303, outcome.returnTo);
    };
    return { request, response, from, csrf: sessions.csrfOf(browser), show, goOn };
  };
  return {
    page:
      (handle: Handler): RequestHandler =>
      async (request, response) => {
        const known = cookies.read(request.headers, 'form');
        const browser = known ?? randomBytes(32).toString('base64url');
        if (!known) cookies.set(response, 'form', browser);
        await handle(open(request, response, browser));
      },
    form:
      (handle: Handler, { ofSession = false } = {}): RequestHandler =>
      async (request, response) => {
        const browser = cookies.read(request.headers, 'form');
        const bound = ofSession ? cookies.read(request.headers, 'session') : browser;
        const given: unknown = request.body?.csrf;
        const isGiven = bound && typeof given === 'string' && sessions.isCsrf(bound, given);
        if (!browser || !isGiven || !isOwnPage(request)) return sendPage(response, faultPages['old-form']);
        await handle(open(request, response, browser));
      },
  };
}

const browsers = [
  ['Edg', 'Edge'],
  ['OPR', 'Opera'],
  ['CocCoc|coc_coc', 'Cốc Cốc'],
  ['Firefox', 'Firefox'],
  ['Chrome', 'Chrome'],
  ['Safari', 'Safari'],
] as const;
const systems = [
  ['Android', 'Android'],
  ['iPhone|iPad', 'iPhone, iPad'],
  ['Windows', 'Windows'],
  ['Mac OS', 'máy Mac'],
  ['Linux', 'Linux'],
] as const;

/** `Chrome, Windows`: enough to tell one's own browsers apart, and no more is kept. */
function agentOf(header: string): string {
  const nameIn = (list: readonly (readonly [string, string])[]) =>
    list.find(([pattern]) => new RegExp(pattern).test(header))?.[1];
  return [nameIn(browsers), nameIn(systems)].filter(Boolean).join(', ') || 'Trình duyệt khác';
}

/** Our own pages of the console alone, so that no link leads elsewhere after the sign-in. */
export function returnPathOf(wanted: unknown): string {
  const path = typeof wanted === 'string' ? wanted : '';
  const isOurs = /^\/console(\/[\w-]+)*$/.test(path) && !/^\/console\/(dang-|kich-hoat|api)/.test(path);
  return isOurs ? path : staffPaths.home;
}
