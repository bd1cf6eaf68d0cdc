/** One-time links: looking at one uses nothing up, so that whatever previews a link in a chat does no harm. */
import { Router } from 'express';
import { z } from 'zod';
import type { StaffLinks } from '../../../bot/index.ts';
import { type Exchange, type ExchangeParts, makeExchange } from './exchange.ts';
import { faultOf, faultPages, passwordFaults } from './faults.ts';
import { newPasswordPage, renewCodePage } from './link-pages.ts';
import { inside, staffPaths } from './staff-page.ts';

const linkForm = z.object({ password: z.string().max(400), again: z.string().max(400).optional() });

export function linkRoutes(parts: ExchangeParts & { readonly links: StaffLinks }): Router {
  const { links } = parts;
  const { page, form } = makeExchange(parts);
  const router = Router();
  const tokenOf = ({ request }: Exchange) => String(request.params.token ?? '');
  const look = async (exchange: Exchange, fault: string | null) => {
    const link = await links.find(tokenOf(exchange));
    if (!link) return exchange.show(faultPages['dead-link']);
    const { name, login } = link.account;
    const action = `${staffPaths.activate}/${tokenOf(exchange)}`;
    const shown = { csrf: exchange.csrf, fault, action, name, login };
    exchange.show(link.kind === 'password' ? newPasswordPage(shown) : renewCodePage(shown));
  };
  router.get(
    inside(`${staffPaths.activate}/:token`),
    page((exchange) => look(exchange, null)),
  );
  router.post(
    inside(`${staffPaths.activate}/:token`),
    form(async (exchange) => {
      const { password, again } = linkForm.parse(exchange.request.body);
      const link = await links.find(tokenOf(exchange));
      if (!link) return exchange.show(faultPages['dead-link']);
      if (link.kind === 'password' && password !== again) return look(exchange, passwordFaults['not-same']);
      const outcome =
        link.kind === 'password'
          ? await links.setPassword(tokenOf(exchange), password, exchange.from)
          : await links.renewSecondFactor(tokenOf(exchange), password, exchange.from);
      if (outcome.kind === 'fault') return look(exchange, passwordFaults[outcome.fault]);
      if (outcome.kind === 'stale') return exchange.show(faultPages['dead-link']);
      await exchange.goOn(outcome, (fault) => look(exchange, faultOf(fault, 'password')));
    }),
  );
  return router;
}
