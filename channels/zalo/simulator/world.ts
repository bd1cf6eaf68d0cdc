/** All that the doors of the simulated Zalo share. */

import { type FaultScript, makeFaultScript } from './fault.ts';
import { keepPeople, type SimulatedPeople } from './people.ts';
import { type CallCount, countCalls } from './rate.ts';
import { keepSentMessages, type SentMessage, type SentMessages } from './sent-messages.ts';
import { keepSimulatedTokens, type SimulatedTokens } from './simulated-tokens.ts';

export interface SimulatedLimits {
  /** Calls a minute to the OA; Growth 100, Comprehensive 2,000; `null` lifts it. */
  readonly oaPerMinute?: number | null;
  readonly botPerMinute?: number | null;
  /** Messages a month of the bot's plan. */
  readonly botMessages?: number | null;
  /** Messages of the package outside of 48 hours. */
  readonly oaOutside48h?: number | null;
  /** Free replies within 48 hours; Zalo's pages say both 8 and no limit. */
  readonly oaFreeReplies?: number | null;
}

export interface SimulatedZaloOptions {
  readonly limits?: SimulatedLimits;
  readonly now?: () => Date;
  /** Seconds that an access token lives. */
  readonly tokenSeconds?: number;
  readonly onSent?: (message: SentMessage) => void;
  readonly accounts?: Partial<SimulatedAccounts>;
}

export interface SimulatedAccounts {
  readonly botToken: string;
  readonly botSecret: string;
  readonly appId: string;
  readonly oaId: string;
  readonly appSecret: string;
  readonly oaSecret: string;
}

/** Invented, and of no use anywhere else. */
export const simulatedAccounts: SimulatedAccounts = {
  botToken: '458912330021:SIMULATED-bot-token',
  botSecret: 'simulated-bot-webhook-secret',
  appId: '3608465248940903967',
  oaId: '388613280878808645',
  appSecret: 'SIMULATED-app-secret',
  oaSecret: 'SIMULATED-oa-secret-key',
};

export interface World {
  readonly accounts: SimulatedAccounts;
  readonly sent: SentMessages;
  readonly people: SimulatedPeople;
  readonly tokens: SimulatedTokens;
  readonly faults: FaultScript;
  readonly calls: { readonly oa: CallCount; readonly bot: CallCount };
  readonly left: { botMessages: number; oaOutside48h: number };
  readonly limits: SimulatedLimits;
  readonly now: () => Date;
  /** Where the bot's events go; set by `setWebhook` or by the one who simulates. */
  readonly webhook: { bot: { url: string; secret: string } | null; oa: string | null };
  /** Events that wait for `getUpdates`. */
  readonly updates: unknown[];
}

export function makeWorld(options: SimulatedZaloOptions): World {
  const { limits = {}, now = () => new Date(), tokenSeconds = 90_000, onSent } = options;
  return {
    accounts: { ...simulatedAccounts, ...options.accounts },
    sent: keepSentMessages(onSent),
    people: keepPeople(),
    tokens: keepSimulatedTokens({ now, tokenSeconds }),
    faults: makeFaultScript(),
    calls: { oa: countCalls(limits.oaPerMinute ?? null), bot: countCalls(limits.botPerMinute ?? null) },
    left: { botMessages: limits.botMessages ?? Number.POSITIVE_INFINITY, oaOutside48h: limits.oaOutside48h ?? 500 },
    limits,
    now,
    webhook: { bot: null, oa: null },
    updates: [],
  };
}
