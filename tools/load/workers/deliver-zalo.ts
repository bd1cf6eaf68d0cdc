/** A process of the load: the simulated Zalo, which delivers at an even pace and takes the answers. */
import { createHash, randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { startZaloSimulator, type ZaloSimulator } from '../../../channels/zalo/simulator/start-zalo-simulator.ts';
import { userId } from '../../zalo-bench/user-id.ts';
import { readQuestions } from './asked-questions.ts';
import { beWorker } from './be-worker.ts';
import { keepPace } from './keep-pace.ts';
import { makeTally, nowMs, type WorkTally } from './tally.ts';

export interface ZaloOptions {
  readonly perSecond: number;
  /** Invented citizens who write. */
  readonly users: number;
}

/** Zalo waits so long for an acknowledgement. */
const zaloWaitsMs = 2_000;
const lines = new Agent({ keepAlive: true, maxSockets: 400 });

interface Delivery {
  readonly url: string;
  readonly body: string;
  readonly mac: string;
}

function makeDelivery({ appId, oaId, oaSecret }: ZaloSimulator['accounts'], from: string, text: string) {
  const timestamp = String(Date.now());
  const body = JSON.stringify({
    app_id: appId,
    sender: { id: from },
    recipient: { id: oaId },
    event_name: 'user_send_text',
    message: { text, msg_id: randomUUID().replaceAll('-', '') },
    timestamp,
  });
  return { body, mac: createHash('sha256').update(`${appId}${body}${timestamp}${oaSecret}`).digest('hex') };
}

/** Resolves with `null` for an acknowledgement in time, else with the kind of failure. */
const deliver = ({ url, body, mac }: Delivery): Promise<string | null> =>
  new Promise((resolve) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      'x-zevent-signature': `mac=${mac}`,
    };
    const call = request(url, { method: 'POST', agent: lines, headers }, (reply) => {
      reply.resume().once('close', () => {
        clearTimeout(late);
        resolve(reply.statusCode === 200 ? null : `HTTP ${reply.statusCode}`);
      });
    });
    const late = setTimeout(() => {
      resolve('not acknowledged within 2 s');
      call.destroy();
    }, zaloWaitsMs);
    call.once('error', (error: Error & { code?: string }) => resolve(error.code ?? error.message));
    call.end(body);
  });

async function deliverOne(tally: WorkTally, delivery: Delivery, due: number): Promise<void> {
  const failure = await deliver(delivery);
  if (failure === null) tally.took('acknowledged', due);
  else tally.failed(failure);
}

await beWorker<ZaloOptions>(async ({ options, tell, target, begin, stopped }) => {
  const zalo = await startZaloSimulator({ limits: { oaPerMinute: null } });
  const { ZALO_BOT_TOKEN: _token, ZALO_BOT_WEBHOOK_SECRET: _secret, ...settings } = zalo.settings;
  tell({ kind: 'ready', settings });
  const base = await target();
  zalo.deliverTo(base);
  const now = new Date();
  for (let user = 0; user < options.users; user += 1) zalo.people.interacts(userId(user), now);
  const questions = readQuestions();
  const measured = await begin();
  const tally = makeTally(measured, 'acknowledged');
  const open = new Set<Promise<void>>();
  const before = zalo.sent.all.length;
  await keepPace({ begin: measured, perSecond: options.perSecond, stopped }, (index, due) => {
    tally.sent(due);
    const text = questions[index % questions.length] ?? '';
    const made = makeDelivery(zalo.accounts, userId((index * 7919) % options.users), text);
    const one = deliverOne(tally, { url: `${base}/zalo/oa`, ...made }, due);
    open.add(one);
    void one.then(() => open.delete(one));
  });
  const until = nowMs() + zaloWaitsMs + 500;
  while (open.size > 0 && nowMs() < until) await sleep(50);
  tally.count('messages sent to citizens', zalo.sent.all.length - before);
  tell({ kind: 'report', report: tally.report() });
});
