/** A citizen's talk through the door of a province: says again what was not acknowledged, as the pages do. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

export interface ShownActivity {
  readonly id: string;
  readonly type: string;
  readonly text?: string;
  readonly from?: { readonly role?: string };
  readonly channelData?: { readonly opening?: boolean; readonly answer?: { readonly status?: string } };
}

/** Answers in the order in which they were shown, each with the message that it came after: the first that had none. */
export function repliesIn(
  activities: readonly ShownActivity[],
): readonly { readonly to: string; readonly text: string }[] {
  const open: string[] = [];
  return activities.flatMap(({ id, from, text = '', channelData }) => {
    if (from?.role === 'user') open.push(id);
    if (!channelData?.answer) return [];
    return [{ to: open.shift() ?? 'nothing asked', text }];
  });
}

export interface Talk {
  /** Resolves with the id when it was acknowledged. */
  say(text: string): Promise<string>;
  shown(): Promise<readonly ShownActivity[]>;
  /** Reads until it holds. @throws after two minutes, with what was shown. */
  shownUntil(holds: (activities: readonly ShownActivity[]) => boolean): Promise<readonly ShownActivity[]>;
  /** Address of the socket, at the door. */
  socketUrl(): Promise<string>;
}

interface Page {
  readonly activities: readonly ShownActivity[];
  readonly watermark: string;
}

const patienceMs = 120_000;

export async function openTalk(base: string): Promise<Talk> {
  let token = '';
  const call = async <Body>(path: string, body?: unknown): Promise<Body> => {
    for (const until = Date.now() + patienceMs; ; await sleep(550)) {
      const reply = await once(`${base}${path}`, token, body);
      if (reply?.ok) return (await reply.json()) as Body;
      if (reply && reply.status < 500 && reply.status !== 429) throw new Error(`${path}: ${reply.status}`);
      if (Date.now() > until) throw new Error(`${path} got no reply`);
    }
  };
  ({ token } = await call<{ token: string }>('/api/token', {}));
  const wire = '/v3/directline/conversations';
  const { conversationId } = await call<{ conversationId: string }>(wire, {});
  const path = `${wire}/${conversationId}`;
  const all: ShownActivity[] = [];
  let watermark = '';
  /** Reads on from where it stopped, page by page: a long talk does not fit into one. */
  const shown = async (): Promise<readonly ShownActivity[]> => {
    for (;;) {
      const page = await call<Page>(`${path}/activities?watermark=${watermark}`);
      all.push(...page.activities.filter(({ type }) => type === 'message'));
      if (page.watermark === watermark) return all;
      watermark = page.watermark;
    }
  };
  return {
    shown,
    async say(text) {
      const channelData = { clientActivityID: randomUUID() };
      const message = { type: 'message', from: { id: 'nguoi-dan' }, text, channelData };
      return (await call<{ id: string }>(`${path}/activities`, message)).id;
    },
    async shownUntil(holds) {
      for (const until = Date.now() + patienceMs; ; await sleep(550)) {
        const activities = await shown();
        if (holds(activities)) return activities;
        if (Date.now() > until) throw new Error(`Waited in vain. Shown: ${JSON.stringify(activities).slice(0, 2000)}`);
      }
    },
    async socketUrl() {
      const { streamUrl } = await call<{ streamUrl: string }>(`${path}?watermark=0`);
      const url = new URL(streamUrl);
      const { hostname, port } = new URL(base);
      Object.assign(url, { protocol: 'ws:', hostname, port });
      return url.href;
    },
  };
}

const once = (url: string, token: string, body: unknown): Promise<Response | null> =>
  fetch(url, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(30_000),
  }).catch(() => null);
