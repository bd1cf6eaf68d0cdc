/** Web push to the browsers of staff. The only file that knows the library. */
import { createHash } from 'node:crypto';
import webPush from 'web-push';
import type { CallDelivery, PhoneSender } from '../../../bot/index.ts';

export interface VapidKeys {
  readonly publicKey: string;
  readonly privateKey: string;
}

export interface PushSenderParts {
  readonly keys: VapidKeys;
  /** Whom a push service may write to: `mailto:…` or an https address. */
  readonly subject: string;
  /** Hosts of push services; a subscription elsewhere is not taken, and nothing is sent to it. */
  readonly hosts: readonly string[];
}

/** Of the browsers in use; `*.` stands for what comes before. */
export const pushHosts: readonly string[] = [
  'fcm.googleapis.com',
  'updates.push.services.mozilla.com',
  '*.notify.windows.com',
  '*.push.apple.com',
];

/** Whether an endpoint is one of a push service: staff give it to us, and the program posts to no other host. */
export function isPushEndpoint(endpoint: string, hosts: readonly string[]): boolean {
  if (!URL.canParse(endpoint)) return false;
  const { protocol, host, hostname, username } = new URL(endpoint);
  if (username !== '' || (protocol !== 'https:' && hostname !== '127.0.0.1')) return false;
  return hosts.some((one) => (one.startsWith('*.') ? host.endsWith(one.slice(1)) : host === one));
}

export const newVapidKeys = (): VapidKeys => webPush.generateVAPIDKeys();

const patienceMs = 10_000;
/** Seconds a push service keeps it for a phone that is off. */
const keptFor = 30 * 60;

export function makePushSender({ keys, subject, hosts }: PushSenderParts): PhoneSender {
  return {
    way: 'push',
    async send({ to, kind, code, handOffId }) {
      if (to.way !== 'push') return { end: 'not-sent', reason: 'phone-gone', again: false };
      if (!isPushEndpoint(to.subscription.endpoint, hosts))
        return { end: 'not-sent', reason: 'foreign-host', again: false, gone: true };
      const details = webPush.generateRequestDetails(
        { endpoint: to.subscription.endpoint, keys: { ...to.subscription.keys } },
        JSON.stringify({ kind, code }),
        {
          vapidDetails: { subject, ...keys },
          TTL: keptFor,
          urgency: 'high',
          // A second one of the same kind and hand-off takes the place of the first that was not shown yet.
          topic: createHash('sha256').update(`${handOffId}:${kind}`).digest('base64url').slice(0, 32),
        },
      );
      return post(details);
    },
  };
}

async function post({ endpoint, headers, body }: ReturnType<typeof webPush.generateRequestDetails>) {
  const { 'Content-Length': _length, ...rest } = headers as Record<string, string>;
  try {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: rest,
      body: new Uint8Array(body ?? Buffer.alloc(0)),
      redirect: 'error',
      signal: AbortSignal.timeout(patienceMs),
    });
    await response.body?.cancel();
    return deliveryOf(response.status);
  } catch (error) {
    return faultOf(error);
  }
}

function deliveryOf(status: number): CallDelivery {
  if (status >= 200 && status < 300) return { end: 'sent' };
  // The browser has taken its subscription back, or was never ours.
  if (status === 404 || status === 410) return { end: 'not-sent', reason: `http-${status}`, again: false, gone: true };
  return { end: 'not-sent', reason: `http-${status}`, again: status === 429 || status >= 500 };
}

/** Told by the code of the connection: never reached, or perhaps reached. */
function faultOf(error: unknown): CallDelivery {
  const cause = error instanceof Error ? (error.cause as { code?: string } | undefined) : undefined;
  const never = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH', 'UND_ERR_CONNECT_TIMEOUT'];
  if (cause?.code && never.includes(cause.code)) return { end: 'not-sent', reason: cause.code, again: true };
  return { end: 'unsure', reason: cause?.code ?? 'no-reply' };
}
