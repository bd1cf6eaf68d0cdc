/** What somebody who asks now is told, at each door: while the store is away, that has to be honest. */
import { randomUUID } from 'node:crypto';

export interface Told {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly body: string;
  readonly ms: number;
}

/** 0 where nothing was answered within this, in ms. */
const patienceMs = 40_000;

export async function tell(url: string, init: RequestInit = {}): Promise<Told> {
  const begun = performance.now();
  try {
    const response = await fetch(url, { ...init, redirect: 'manual', signal: AbortSignal.timeout(patienceMs) });
    const body = await response.text();
    const retryAfter = response.headers.get('retry-after');
    return { status: response.status, retryAfter, body, ms: performance.now() - begun };
  } catch (error) {
    return { status: 0, retryAfter: null, body: String(error), ms: performance.now() - begun };
  }
}

export interface Probe {
  /** What is wrong with what is said while the store is away; [] when all is honest. */
  whileAway(): Promise<readonly string[]>;
  /** Resolves with the ms until a question was kept and `/readyz` was good; `null` when that took too long. */
  untilBack(mostMs: number): Promise<number | null>;
  /** Questions that were acknowledged meanwhile, by key. */
  readonly acknowledged: readonly string[];
}

/** A citizen with a talk of his own, begun while all is well. */
export async function openProbe(base: string): Promise<Probe> {
  const headers = { 'content-type': 'application/json', 'x-forwarded-for': '10.99.0.1' };
  const begin = await tell(`${base}/api/token`, { method: 'POST', headers, body: '{}' });
  const { token, conversationId } = JSON.parse(begin.body) as { token: string; conversationId: string };
  const own = { ...headers, authorization: `Bearer ${token}` };
  const wire = `${base}/v3/directline/conversations`;
  await tell(wire, { method: 'POST', headers: own, body: '{}' });
  const acknowledged: string[] = [];
  const ask = async (): Promise<Told> => {
    const key = randomUUID();
    const activity = {
      type: 'message',
      from: { id: 'x' },
      text: 'lệ phí khai sinh?',
      channelData: { clientActivityID: key },
    };
    const told = await tell(`${wire}/${conversationId}/activities`, {
      method: 'POST',
      headers: own,
      body: JSON.stringify(activity),
    });
    if (told.status === 200) acknowledged.push(key);
    return told;
  };
  const page = () =>
    tell(`${base}/hoi`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-forwarded-for': '10.99.0.2' },
      body: new URLSearchParams({ q: 'đăng ký kết hôn cần gì', id: randomUUID() }),
    });
  return {
    acknowledged,
    async whileAway() {
      const [wireTold, pageTold, ready, health] = await Promise.all([
        ask(),
        page(),
        tell(`${base}/readyz`),
        tell(`${base}/healthz`),
      ]);
      return [
        ...refusal('the wire', wireTold, /Try again/),
        ...refusal('the page', pageTold, /thử lại/),
        ...(ready.status === 503 ? [] : [`/readyz said ${ready.status}`]),
        ...(ready.ms > 5_000 ? [`/readyz took ${Math.round(ready.ms)} ms`] : []),
        ...(health.status === 200
          ? []
          : [`/healthz said ${health.status}: the program is to be restarted for nothing`]),
      ];
    },
    async untilBack(mostMs) {
      const begun = performance.now();
      while (performance.now() - begun < mostMs) {
        const { status } = await tell(`${base}/readyz`);
        if (status === 200 && (await ask()).status === 200) return performance.now() - begun;
        // One talk may say so much a minute and no more.
        await new Promise((resolve) => setTimeout(resolve, status === 200 ? 3_000 : 250));
      }
      return null;
    },
  };
}

/** 503, when to come again, and words that say so. Answered within the 35 s that a client waits. */
const refusal = (door: string, { status, retryAfter, body, ms }: Told, words: RegExp): readonly string[] => [
  ...(status === 503 ? [] : [`${door} said ${status} while the store was away: ${body.slice(0, 120)}`]),
  ...(status === 503 && retryAfter === null ? [`${door} did not say when to come again`] : []),
  ...(status === 503 && !words.test(body) ? [`${door} did not say what to do`] : []),
  ...(ms > 35_000 ? [`${door} took ${Math.round(ms)} ms to refuse`] : []),
];
