/** Delivers as Zalo would, from a process of its own: at a steady pace, some events again, and again what was not acknowledged. */
import { createHash, randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { questions } from './questions.ts';
import { userId } from './user-id.ts';

const optionsShape = z.object({
  url: z.string(),
  count: z.number(),
  perSecond: z.number(),
  repeats: z.number(),
  users: z.number(),
  seed: z.number(),
  appId: z.string(),
  oaId: z.string(),
  oaSecret: z.string(),
});
export type LoadOptions = z.infer<typeof optionsShape>;

export interface LoadReport {
  readonly deliveries: number;
  /** Different messages among them. */
  readonly messages: number;
  /** Those that were never acknowledged, however often they were sent. */
  readonly unacknowledged: number;
  /** Requests by what they ended in. */
  readonly statuses: Readonly<Record<string, number>>;
  /** Of accepted requests, from sending to the answer, in ms. */
  readonly ack: { readonly p50: number; readonly p95: number; readonly p99: number; readonly max: number };
  /** The slowest of each five seconds' accepted requests but one in twenty, in ms: p95 by the time of sending. */
  readonly p95By5s: readonly number[];
  /** How far the load itself lay behind its pace at worst, in ms. */
  readonly behindMs: number;
  readonly seconds: number;
}

interface Delivery {
  readonly body: string;
  readonly mac: string;
}

/** Zalo documents 30 s, 5 min, 15 min, 30 min and 1 h; the later ones are shorter here, so that a measurement ends. */
const again = [30_000, 45_000, 60_000, 60_000, 60_000];
const zaloWaitsMs = 2_000;
const agent = new Agent({ keepAlive: true, maxSockets: 400 });

async function load(options: LoadOptions): Promise<LoadReport> {
  const random = randomOf(options.seed);
  const sent: Delivery[] = [];
  const took: number[] = [];
  const byTime: number[][] = [];
  const statuses: Record<string, number> = {};
  const open: Promise<boolean>[] = [];
  let behindMs = 0;
  const started = performance.now();
  for (let index = 0; index < options.count; index += 1) {
    const due = started + (index * 1000) / options.perSecond;
    const early = due - performance.now();
    if (early > 0) await sleep(early);
    behindMs = Math.max(behindMs, performance.now() - due);
    const isRepeat = sent.length > 0 && index < options.count && random() < options.repeats;
    const old = sent[Math.max(0, sent.length - 1 - Math.floor(random() * 2_000))];
    const delivery = isRepeat && old ? old : makeDelivery(options, sent.length);
    if (delivery !== old) sent.push(delivery);
    open.push(deliver(options.url, delivery, { took, statuses, started, byTime }));
  }
  const ends = await Promise.all(open);
  took.sort((one, other) => one - other);
  const at = (share: number) => Math.round((took[Math.ceil(took.length * share) - 1] ?? 0) * 10) / 10;
  return {
    deliveries: options.count,
    messages: sent.length,
    unacknowledged: ends.filter((isAcknowledged) => !isAcknowledged).length,
    statuses,
    ack: { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) },
    p95By5s: byTime.map((all) =>
      Math.round(all.toSorted((one, other) => one - other)[Math.ceil(all.length * 0.95) - 1] ?? 0),
    ),
    behindMs: Math.round(behindMs),
    seconds: Math.round((performance.now() - started) / 100) / 10,
  };
}

function makeDelivery({ appId, oaId, oaSecret, users }: LoadOptions, number: number): Delivery {
  const timestamp = String(Date.now());
  const text = questions[Math.floor(number / users + (number % users)) % questions.length];
  const body = JSON.stringify({
    app_id: appId,
    sender: { id: userId(number % users) },
    recipient: { id: oaId },
    event_name: 'user_send_text',
    message: { text, msg_id: randomUUID().replaceAll('-', '') },
    timestamp,
  });
  const mac = createHash('sha256').update(`${appId}${body}${timestamp}${oaSecret}`).digest('hex');
  return { body, mac };
}

interface Tally {
  readonly started: number;
  readonly byTime: number[][];
  readonly took: number[];
  readonly statuses: Record<string, number>;
}

async function deliver(url: string, delivery: Delivery, tally: Tally): Promise<boolean> {
  const { took, statuses, byTime } = tally;
  for (const waitMs of [0, ...again]) {
    if (waitMs > 0) await sleep(waitMs);
    const started = performance.now();
    const status = await post(url, delivery);
    statuses[status] = (statuses[status] ?? 0) + 1;
    if (status !== '200') continue;
    const ms = performance.now() - started;
    took.push(ms);
    const part = Math.floor((started - tally.started) / 5_000);
    while (byTime.length <= part) byTime.push([]);
    byTime[part]?.push(ms);
    return true;
  }
  return false;
}

function post(url: string, { body, mac }: Delivery): Promise<string> {
  return new Promise((resolve) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      'x-zevent-signature': `mac=${mac}`,
    };
    const call = request(url, { method: 'POST', agent, headers, timeout: zaloWaitsMs }, (response) => {
      response.resume().once('close', () => resolve(String(response.statusCode)));
    });
    call.once('timeout', () => call.destroy(new Error('late')));
    call.once('error', (error) => resolve(error.message === 'late' ? 'late' : 'no answer'));
    call.end(body);
  });
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

process.stdout.write(`${JSON.stringify(await load(optionsShape.parse(JSON.parse(process.argv[2] ?? '{}'))))}\n`);
