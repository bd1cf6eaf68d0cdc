/** Zalo as a channel: its doors, its clients, and the worker that hands on what was kept. */
import type { RequestListener } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Router } from 'express';
import {
  type HeldDelivery,
  type NewDelivery,
  newTraceId,
  type PlatformDeliveries,
  type PlatformTokens,
  type Tracer,
  traceIdNow,
} from '../../bot/index.ts';
import { botIdOf, openBotClient, type ZaloBotClient } from './bot/index.ts';
import { limitRate, type RateOptions } from './call/limit-rate.ts';
import { askForTokens, keepOaTokens, type OaTokenKeeper, openOaClient, type ZaloOaClient } from './oa/index.ts';
import { keepInBatches } from './webhook/keep-in-batches.ts';
import { rehearseDeliveries } from './webhook/rehearse-deliveries.ts';
import { type NoteLog, tellNotes } from './webhook/tell-notes.ts';
import { zaloWebhooks } from './webhook/webhook-routes.ts';
import { feelTraffic } from './work/feel-traffic.ts';
import { pollUpdates } from './work/poll-updates.ts';
import { readDelivery } from './work/read-delivery.ts';
import { runDeliveries } from './work/run-deliveries.ts';
import { startBeside } from './work/start-beside.ts';
import type { BotAccount, OaAccount } from './zalo-accounts.ts';
import type { HandleZaloEvent } from './zalo-event.ts';

export interface ZaloOptions {
  readonly bot: BotAccount | null;
  readonly oa: OaAccount | null;
  readonly store: { readonly deliveries: PlatformDeliveries; readonly platformTokens: PlatformTokens };
  readonly log: NoteLog & { readonly error: (fields: object, text: string) => void };
  readonly onError: (error: unknown) => void;
  readonly fetch?: typeof fetch;
  /** Takes spans. */
  readonly tracer?: Tracer | null;
  /** Whether the processor has little time left; without it, it counts as busy whenever deliveries pour in. */
  readonly isBusy?: () => boolean;
  /** By which the allowance of calls is reckoned. */
  readonly rateClock?: Pick<RateOptions, 'now' | 'after'>;
}

export interface Zalo {
  /** To be mounted before anything that reads bodies. */
  readonly routes: Router;
  readonly bot: { readonly id: string; readonly client: ZaloBotClient } | null;
  readonly oa: { readonly id: string; readonly client: ZaloOaClient; readonly tokens: OaTokenKeeper } | null;
  /**
   * Lets invented deliveries go all the way through the server and undoes them, so that the first that a platform waits
   * for meets nothing cold. To be awaited before the port is open. Never rejects.
   */
  rehearse(server: RequestListener): Promise<void>;
  /** Awaited by whoever works beside the doors, with the ms that a piece of work took: deliveries go first. */
  readonly makeWay: (tookMs: number) => Promise<void>;
  /** Begins to hand on what was kept. `stop` resolves when nothing is in hand any more. */
  start(handle: HandleZaloEvent): { stop(): Promise<void> };
}

const turnsAtOnce = 4;
/** In heavy traffic a batch waits so long for more, in ms. */
const gatherMs = 5;

export function openZalo(options: ZaloOptions): Zalo {
  const { store, log, onError } = options;
  const bot = options.bot && openBot(options.bot, options);
  const oa = options.oa && openOa(options.oa, options);
  const traffic = feelTraffic(options.isBusy ? { isBusy: options.isBusy } : {});
  const doors = zaloDoors(options);
  const note = tellNotes(log);
  let wake = () => {};
  let rehearses = false;
  const onKept = () => wake();
  const keepBatched = keepInBatches<NewDelivery>({
    keep: async (deliveries) => {
      if (!rehearses) return store.deliveries.keep(deliveries);
      await store.deliveries.rehearse(deliveries);
      return deliveries.map(() => true);
    },
    gather: () => (traffic.isHeavy() ? sleep(gatherMs) : new Promise((resolve) => void setImmediate(resolve))),
  });
  // Many are kept at once: each brings the trace of its own call.
  const keep = (delivery: NewDelivery) => keepBatched({ ...delivery, trace: traceIdNow() ?? newTraceId() });
  const routes = zaloWebhooks({
    ...doors,
    keep,
    onKept,
    onCall: traffic.came,
    onNote: (what, detail) => void (rehearses || note(what, detail)),
    onError,
  });
  return {
    routes,
    bot,
    oa,
    makeWay: traffic.makeWay,
    async rehearse(server) {
      rehearses = true;
      await rehearseDeliveries(server, doors).catch(onError);
      rehearses = false;
    },
    start(handle) {
      const { deliveries } = store;
      traffic.brace();
      const worker = runDeliveries({
        deliveries,
        read: readDelivery,
        handle,
        onError,
        // Each turn keeps the processor from those who wait to be acknowledged.
        atOnce: () => (traffic.isPressing() ? 1 : turnsAtOnce),
        makeWay: traffic.makeWay,
        onWorked: tellWork(log),
        tracer: options.tracer ?? null,
      });
      wake = worker.wake;
      const polls = bot && options.bot?.events === 'poll';
      const poll = polls ? pollUpdates({ client: bot.client, botId: bot.id, keep, onKept, onError }) : null;
      const beside = startBeside({ deliveries, tokens: oa?.tokens ?? null, onError });
      return {
        async stop() {
          await Promise.all([poll?.stop(), beside.stop()]);
          await worker.stop();
        },
      };
    },
  };
}

const tellWork =
  (log: NoteLog) =>
  ({ channel, name, attempt, receivedAt }: HeldDelivery, end: { state: string; reason?: string }, ms: number): void =>
    log.info(
      { channel, name, ...end, attempt, ms: Math.round(ms), waitedMs: Date.now() - receivedAt.getTime() },
      'delivery',
    );

function openBot(account: BotAccount, { fetch: ownFetch, rateClock }: ZaloOptions): NonNullable<Zalo['bot']> {
  const rate = limitRate({ perMinute: account.callsPerMinute, ...rateClock });
  const { token, apiUrl: baseUrl } = account;
  return {
    id: botIdOf(token),
    client: openBotClient({ token, baseUrl, rate, ...(ownFetch ? { fetch: ownFetch } : {}) }),
  };
}

function openOa(account: OaAccount, { store, log, fetch: ownFetch, rateClock }: ZaloOptions): NonNullable<Zalo['oa']> {
  const { oaId, appId, appSecret, oauthUrl } = account;
  const own = ownFetch ? { fetch: ownFetch } : {};
  const tokens = keepOaTokens({
    account: oaId,
    store: store.platformTokens,
    ask: askForTokens({ appId, appSecret, oauthUrl, ...own }),
    given: account.refreshToken,
    onAlarm: ({ code, what }) => log.error({ alarm: code, oa: oaId }, what),
  });
  const client = openOaClient({
    tokens,
    rate: limitRate({ perMinute: account.callsPerMinute, ...rateClock }),
    openApiUrl: account.openApiUrl,
    businessApiUrl: account.businessApiUrl,
    proofSecret: account.sendProof ? appSecret : null,
    templateBody: account.templateBody,
    ...own,
  });
  return { id: oaId, client, tokens };
}

/** What the webhooks need of the accounts. */
export function zaloDoors({ bot, oa }: Pick<ZaloOptions, 'bot' | 'oa'>) {
  const hours = 3_600_000;
  return {
    bot: bot?.webhookSecret ? { botId: botIdOf(bot.token), secret: bot.webhookSecret } : null,
    oa: oa && {
      keys: { appId: oa.appId, oaId: oa.oaId, oaSecret: oa.oaSecret, appSecret: oa.appSecret },
      forms: oa.signatureForms,
      oldestMs: oa.oldestHours * hours,
    },
  };
}
