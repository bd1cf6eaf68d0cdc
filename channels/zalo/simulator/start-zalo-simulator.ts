/** Starts the simulated Zalo on 127.0.0.1: both platforms' HTTP. For tests, the demo and measurements; the product never loads it. */
import type { AddressInfo } from 'node:net';
import express from 'express';
import { z } from 'zod';
import { botRoutes } from './bot-routes.ts';
import { type DeliverOptions, type DeliveryReport, deliverBot, deliverOa } from './deliver.ts';
import { faultSchema } from './fault.ts';
import { botEvent, oaEvent, oaFollow, type Said } from './make-events.ts';
import { oaRoutes } from './oa-routes.ts';
import { oauthRoutes } from './oauth-routes.ts';
import { makeWorld, type SimulatedZaloOptions, type World } from './world.ts';

export interface ZaloSimulator extends World {
  readonly url: string;
  /** The settings of a program that talks to it. */
  readonly settings: Readonly<Record<string, string>>;
  /** Delivers to a program at this address from now on. */
  deliverTo(base: string): void;
  /** Something that an invented citizen does with the OA. */
  toOa(said: Simulated, options?: DeliverOptions): Promise<DeliveryReport>;
  /** The same with the bot. */
  toBot(said: Simulated, options?: DeliverOptions & { readonly wrapped?: boolean }): Promise<DeliveryReport>;
  follow(from: string, event?: 'follow' | 'unfollow'): Promise<DeliveryReport>;
  close(): Promise<void>;
}

export interface Simulated extends Partial<Said> {
  readonly from: string;
  readonly text?: string;
  /** Another kind than words, with the fields of its message. */
  readonly kind?: string;
  readonly message?: object;
}

export async function startZaloSimulator(
  options: SimulatedZaloOptions & { readonly port?: number } = {},
): Promise<ZaloSimulator> {
  const world = makeWorld(options);
  const app = express();
  app.disable('x-powered-by');
  app.use(botRoutes(world), oauthRoutes(world), oaRoutes(world), sideDoor(world));
  const server = app.listen(options.port ?? 0, '127.0.0.1');
  await new Promise<void>((resolve, reject) => void server.once('listening', resolve).once('error', reject));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { accounts, people, now, webhook } = world;
  const saidOf = ({ text, message, at, ...said }: Simulated) => ({
    ...said,
    at: at ?? now(),
    message: { ...(text === undefined ? {} : { text }), ...message },
  });
  return {
    ...world,
    url,
    settings: settingsOf(world, url),
    deliverTo(base) {
      webhook.oa = `${base}/zalo/oa`;
      webhook.bot = { url: `${base}/zalo/bot`, secret: accounts.botSecret };
    },
    async toOa(said, how) {
      people.interacts(said.from, now());
      return deliverOa(world, oaEvent(accounts, saidOf(said)), how);
    },
    toBot: async (said, how) => deliverBot(world, botEvent(saidOf(said)), how),
    async follow(from, event = 'follow') {
      people.interacts(from, now()).follows = event === 'follow';
      return deliverOa(world, oaFollow(accounts, { from, at: now(), event }));
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function settingsOf({ accounts, tokens }: World, url: string): Readonly<Record<string, string>> {
  return {
    ZALO_BOT_TOKEN: accounts.botToken,
    ZALO_BOT_WEBHOOK_SECRET: accounts.botSecret,
    ZALO_BOT_API_URL: url,
    ZALO_APP_ID: accounts.appId,
    ZALO_OA_ID: accounts.oaId,
    ZALO_APP_SECRET: accounts.appSecret,
    ZALO_OA_SECRET_KEY: accounts.oaSecret,
    ZALO_OA_REFRESH_TOKEN: tokens.consent(),
    ZALO_OPENAPI_URL: url,
    ZALO_BUSINESS_API_URL: url,
    ZALO_OAUTH_URL: url,
  };
}

/** For those who try it out by hand: faults, and an access token that ends. */
function sideDoor(world: World): express.Router {
  const routes = express.Router();
  routes.post('/simulator/faults', express.json(), (request, response) => {
    const script = z.array(faultSchema).safeParse(request.body);
    if (!script.success) return void response.status(400).json({ error: z.prettifyError(script.error) });
    world.faults.add(...script.data);
    response.json({ added: script.data.length });
  });
  routes.post('/simulator/expire', (_request, response) => {
    world.tokens.expire();
    response.json({});
  });
  routes.get('/simulator/sent', (_request, response) => void response.json(world.sent.all));
  return routes;
}
