/** Asks one system over HTTP: so many at a time, for so long. */
import { randomUUID } from 'node:crypto';
import { Agent, get } from 'node:http';

export interface Peer {
  readonly name: string;
  readonly base: string;
  /** The processes whose memory and CPU are its own. */
  readonly pids: () => readonly number[];
  /** The postmaster of its store, where it has one. */
  readonly database?: () => number | undefined;
  readonly path: (question: string) => { readonly path: string; readonly headers: Readonly<Record<string, string>> };
}

export interface Asked {
  readonly status: number;
  readonly body: string;
  readonly ms: number;
}

const lines = new Agent({ keepAlive: true, maxSockets: 64 });

export const searchPath: Peer['path'] = (question) => ({
  path: `/search?${new URLSearchParams({ q: question })}`,
  headers: {},
});
/** The question route of the plain page: kept, answered, kept; the page that shows it is not fetched. */
export const talkPath: Peer['path'] = (question) => ({
  path: `/hoi?${new URLSearchParams({ q: question, id: randomUUID() })}`,
  headers: { cookie: `hmc=${randomUUID()}` },
});

export function askPeer({ base, path }: Peer, question: string): Promise<Asked> {
  const { path: where, headers } = path(question);
  const began = performance.now();
  return new Promise((resolve, reject) => {
    get(`${base}${where}`, { agent: lines, headers }, (reply) => {
      let body = '';
      reply.setEncoding('utf8').on('data', (text: string) => {
        body += text;
      });
      reply.once('end', () => resolve({ status: reply.statusCode ?? 0, body, ms: performance.now() - began }));
      reply.once('error', reject);
    }).once('error', reject);
  });
}

export interface Round {
  readonly times: readonly number[];
  readonly failed: number;
  readonly seconds: number;
}

/** Each asks its next question as soon as it has the answer to the last one. */
export async function askFor(
  peer: Peer,
  questions: readonly string[],
  { atOnce, seconds, stopped }: { readonly atOnce: number; readonly seconds: number; readonly stopped: AbortSignal },
): Promise<Round> {
  const times: number[] = [];
  let failed = 0;
  let next = 0;
  const began = performance.now();
  const until = began + seconds * 1000;
  const work = async () => {
    while (performance.now() < until && !stopped.aborted) {
      const question = questions[next++ % questions.length] ?? '';
      const asked = await askPeer(peer, question).catch(() => null);
      if (asked && asked.status < 400) times.push(asked.ms);
      else failed += 1;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return { times, failed, seconds: (performance.now() - began) / 1000 };
}
