/** One's own account, by plain forms. Whatever weakens it asks for the password again. */
import { Router } from 'express';
import { z } from 'zod';
import type { OwnAccount } from '../../../bot/index.ts';
import { accountPage } from './account-pages.ts';
import { type Exchange, type ExchangeParts, makeExchange } from './exchange.ts';
import { faultOf, faultPages, passwordFaults } from './faults.ts';
import type { SignedIn } from './gate.ts';
import { inside, staffPaths } from './staff-page.ts';

export interface AccountRouteParts extends ExchangeParts {
  readonly own: OwnAccount;
}

type Said = { readonly fault?: string; readonly done?: string; readonly phoneCode?: string };
type Handler = (staff: SignedIn, exchange: Exchange) => Promise<Said | null>;

const typed = z.string().max(400);

export function accountRoutes(parts: AccountRouteParts): Router {
  const { own, gate } = parts;
  const { page, form } = makeExchange(parts);
  const router = Router();
  const show = async (staff: SignedIn, { csrf, show: send }: Exchange, said: Said) => {
    const { id, name } = staff.member;
    const [sessions, hasCode, phones] = await Promise.all([own.sessions(id), own.hasCode(id), own.phones(id)]);
    const { fault = null, done = null, phoneCode = null } = said;
    const shown = { name, csrf, fault, done, phoneCode, sessions, hasCode, phones, ownSession: staff.sessionId };
    // The form's own key is the session's: the one of the sign-in page is of no use here.
    send(accountPage({ ...shown, csrf: staff.csrf }));
  };
  const signedIn = (handle: Handler) => async (exchange: Exchange) => {
    const staff = await gate.staffOf(exchange.request);
    if (!staff)
      return exchange.response.redirect(303, `${staffPaths.signIn}?${new URLSearchParams({ ve: staffPaths.account })}`);
    const said = await handle(staff, exchange);
    if (said) await show(staff, exchange, said);
  };
  router.get(inside(staffPaths.account), page(signedIn(async () => ({}))));
  for (const [name, run] of Object.entries(orders(own)))
    router.post(inside(`${staffPaths.account}/${name}`), form(signedIn(run), { ofSession: true }));
  return router;
}

const orders = (own: OwnAccount): Readonly<Record<string, Handler>> => ({
  'mat-khau': async ({ member, sessionId }, { request, from }) => {
    const { password, next, again } = z.object({ password: typed, next: typed, again: typed }).parse(request.body);
    if (next !== again) return { fault: passwordFaults['not-same'] };
    const who = { staffId: member.id, sessionId };
    const outcome = await own.changePassword(who, { current: password, next }, from);
    if (outcome.kind === 'done') return { done: 'Đã đổi mật khẩu. Các nơi đăng nhập khác đã bị đăng xuất.' };
    return { fault: outcome.kind === 'fault' ? passwordFaults[outcome.fault] : faultOf(outcome, 'password') };
  },
  'ung-dung': async ({ member }, { request, response, from, goOn, show }) => {
    const { password } = z.object({ password: typed }).parse(request.body);
    const outcome = await own.beginEnrolment(member.id, password, from);
    if (outcome.kind === 'wrong' || outcome.kind === 'wait') return { fault: faultOf(outcome, 'password') };
    await goOn(outcome, () => show(faultPages.stale));
    return response.headersSent ? null : {};
  },
  phien: async ({ member }, { request }) => {
    const { session } = z.object({ session: z.uuid() }).parse(request.body);
    await own.endSession(member.id, session);
    return { done: 'Đã đăng xuất nơi đó.' };
  },
  'ma-kenh': async ({ member }) => ({ phoneCode: await own.newPhoneCode(member.id) }),
  'bo-kenh': async ({ member }, { request }) => {
    const { channel } = z.object({ channel: z.string().max(40) }).parse(request.body);
    await own.unlinkPhone(member.id, channel);
    return { done: 'Sẽ không nhắn qua kênh đó nữa.' };
  },
});
