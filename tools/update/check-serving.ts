/** Whether a running program can answer: it says that it is ready, and one real question gets a real answer. */
import { setTimeout as sleep } from 'node:timers/promises';
import { UpdateError } from './update-error.ts';

/** Answered from a full record in every release: what a certificate of marriage status costs is left to provinces, papers are not. */
const question = 'đăng ký khai sinh cho con cần giấy tờ gì';

export interface ServingOptions {
  /** `http://127.0.0.1:3000`. */
  readonly base: string;
  /** How long it may take until it is ready, in ms. */
  readonly patienceMs: number;
  /** Becomes true when there is nothing to wait for any more. */
  readonly hasEnded?: () => boolean;
}

/** @throws {UpdateError} `does-not-serve`, with what was missing. */
export async function checkServing(options: ServingOptions): Promise<void> {
  await waitUntilReady(options);
  const { status, text } = await askOverTheWire(options.base);
  if (status === 'answered' && text.length > 40) return;
  throw new UpdateError('does-not-serve', `It is ready, but a question got "${status}" instead of an answer.`);
}

async function waitUntilReady({ base, patienceMs, hasEnded = () => false }: ServingOptions): Promise<void> {
  const until = Date.now() + patienceMs;
  while (Date.now() < until) {
    if (hasEnded()) throw new UpdateError('does-not-serve', 'It ended before it was ready.');
    if (await isReady(base)) return;
    await sleep(250);
  }
  throw new UpdateError('does-not-serve', `It was not ready within ${Math.round(patienceMs / 1000)} seconds.`);
}

export const isReady = (base: string): Promise<boolean> =>
  fetch(`${base}/readyz`, { signal: AbortSignal.timeout(5_000) }).then(
    async (reply) => {
      await reply.arrayBuffer();
      return reply.status === 200;
    },
    () => false,
  );

/** Resolves when nobody listens there any more. @throws {UpdateError} when somebody still does after `patienceMs`. */
export async function waitUntilSilent(base: string, patienceMs: number): Promise<void> {
  const until = Date.now() + patienceMs;
  for (;;) {
    const answers = await fetch(`${base}/healthz`, { signal: AbortSignal.timeout(2_000) }).then(
      () => true,
      () => false,
    );
    if (!answers) return;
    if (Date.now() > until)
      throw new UpdateError(
        'command-failed',
        `The program was stopped, yet somebody still answers at ${base}. Is a second copy running, or another program on that port?`,
      );
    await sleep(250);
  }
}

interface Activity {
  readonly type: string;
  readonly id: string;
  readonly text?: string;
  readonly channelData?: { readonly answer?: { readonly status?: string } };
}

/** As any page does it: a token, a conversation, a message, its answer. */
async function askOverTheWire(base: string): Promise<{ readonly status: string; readonly text: string }> {
  const { token } = await call<{ token: string }>(`${base}/api/token`, { body: {} });
  const wire = `${base}/v3/directline/conversations`;
  const { conversationId } = await call<{ conversationId: string }>(wire, { token, body: {} });
  const activities = `${wire}/${conversationId}/activities`;
  const message = { type: 'message', from: { id: 'kiem-tra' }, text: question };
  const { id } = await call<{ id: string }>(activities, { token, body: message });
  for (const until = Date.now() + 60_000; Date.now() < until; await sleep(200)) {
    const page = await call<{ activities: readonly Activity[] }>(activities, { token });
    const asked = page.activities.findIndex((activity) => activity.id === id);
    const answer = page.activities.slice(asked + 1).find(({ channelData }) => channelData?.answer);
    if (answer) return { status: answer.channelData?.answer?.status ?? 'no status', text: answer.text ?? '' };
  }
  return { status: 'no answer', text: '' };
}

async function call<Body>(
  url: string,
  { token, body }: { readonly token?: string; readonly body?: unknown },
): Promise<Body> {
  const reply = await fetch(url, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(30_000),
  }).catch((cause: unknown) => {
    throw new UpdateError('does-not-serve', 'It was ready, then a call got no reply.', { cause });
  });
  if (!reply.ok)
    throw new UpdateError(
      'does-not-serve',
      `It is ready, but ${new URL(url).pathname.slice(0, 30)} says ${reply.status}.`,
    );
  return (await reply.json()) as Body;
}
