/** How the simulated Zalo delivers: signed, again when it is not acknowledged, and if wanted twice or late. */
import { botSecretHeader } from '../webhook/bot-secret.ts';
import { oaSignatureHeader } from '../webhook/judge-oa-call.ts';
import { oaMac } from '../webhook/oa-signature.ts';
import type { World } from './world.ts';

export interface DeliveryReport {
  /** Status of each try; 0 where there was no answer. */
  readonly statuses: readonly number[];
  /** Of the try that was acknowledged, in ms. */
  readonly ms: number;
}

export interface DeliverOptions {
  /** Waits before each redelivery, in ms. Zalo's own: 30 s, 5 min, 15 min, 30 min, 1 h. */
  readonly again?: readonly number[];
  readonly wait?: (ms: number) => Promise<void>;
}

/** As Zalo documents it, in ms. */
export const zaloSchedule = [30_000, 300_000, 900_000, 1_800_000, 3_600_000];
/** Zalo waits no longer for an answer, in ms. */
const patienceMs = 2_000;

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** To the OA's webhook. */
export function deliverOa(world: World, body: string, options: DeliverOptions = {}): Promise<DeliveryReport> {
  const { appId, oaSecret } = world.accounts;
  const timestamp = String((JSON.parse(body) as { timestamp?: unknown }).timestamp);
  const mac = oaMac(appId, { body: Buffer.from(body), timestamp }, oaSecret);
  return deliver(world.webhook.oa, { body, headers: { [oaSignatureHeader]: `mac=${mac}` } }, options);
}

/** To the bot's webhook; without one the event waits for `getUpdates`. */
export async function deliverBot(
  world: World,
  event: object,
  options: DeliverOptions & { readonly wrapped?: boolean } = {},
): Promise<DeliveryReport> {
  const hook = world.webhook.bot;
  if (hook === null) {
    world.updates.push(event);
    return { statuses: [], ms: 0 };
  }
  const body = JSON.stringify(options.wrapped ? { ok: true, result: event } : event);
  return deliver(hook.url, { body, headers: { [botSecretHeader]: hook.secret } }, options);
}

async function deliver(
  url: string | null,
  { body, headers }: { readonly body: string; readonly headers: Readonly<Record<string, string>> },
  { again = [], wait = sleep }: DeliverOptions,
): Promise<DeliveryReport> {
  if (url === null) throw new Error('The simulated Zalo has no webhook to deliver to: set world.webhook');
  const statuses: number[] = [];
  for (const [retry, ms] of [0, ...again].entries()) {
    if (ms > 0) await wait(ms);
    const started = performance.now();
    const more: Record<string, string> = retry > 0 ? { num_retry: String(retry) } : {};
    const status = await post(url, body, { ...headers, ...more, 'content-type': 'application/json' });
    statuses.push(status);
    if (status === 200) return { statuses, ms: performance.now() - started };
  }
  return { statuses, ms: 0 };
}

async function post(url: string, body: string, headers: Readonly<Record<string, string>>): Promise<number> {
  try {
    const response = await fetch(url, { method: 'POST', body, headers, signal: AbortSignal.timeout(patienceMs) });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return 0;
  }
}
