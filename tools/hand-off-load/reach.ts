/** Calls whichever copy of the program is there, as a client behind a balancer would. */
import { setTimeout as sleep } from 'node:timers/promises';
import { countIn, type Tally } from './tally.ts';

export interface Reply {
  readonly status: number;
  readonly body: unknown;
  /** How often it was sent: more than once when a reply did not come. */
  readonly tries: number;
}

export interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface Reach {
  /** The copy it uses now. */
  base(): string;
  /** Goes on with the other one. */
  turnTo(): string;
  /** Until a copy answers with anything but its own failure. @throws after ten minutes without. */
  call(path: string, asked?: Asked): Promise<Reply>;
}

const patienceMs = 600_000;
const oneTryMs = 20_000;

export function makeReach(bases: readonly string[], tally: Tally): Reach {
  let index = Math.floor(Math.random() * bases.length);
  const base = () => bases[index % bases.length] ?? '';
  const turnTo = () => {
    index += 1;
    return base();
  };
  const once = async (path: string, { method, headers, body }: Asked) => {
    const response = await fetch(`${base()}${path}`, {
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(oneTryMs),
      redirect: 'manual',
    });
    const text = await response.text();
    return { status: response.status, body: text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : text };
  };
  return {
    base,
    turnTo,
    async call(path, asked = {}) {
      const until = Date.now() + patienceMs;
      for (let tries = 1; ; tries += 1) {
        const reply = await once(path, asked).catch((error: unknown) => kindOf(error));
        if (typeof reply !== 'string' && reply.status < 500 && reply.status !== 429) return { ...reply, tries };
        const kind = typeof reply === 'string' ? reply : `HTTP ${reply.status}`;
        countIn(tally.errors, kind);
        if (Date.now() > until) throw new Error(`No copy answered ${path.replace(/[\w-]{20,}/g, '…')}: ${kind}`);
        if (kind !== 'HTTP 429') turnTo();
        await sleep(kind === 'HTTP 429' ? 2_000 : 100 + Math.random() * 400);
      }
    },
  };
}

function kindOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  // The code of a request that was given up is a number.
  const { code, name } = cause as { readonly code?: unknown; readonly name?: string };
  return typeof code === 'string' ? code : name || 'unknown';
}
