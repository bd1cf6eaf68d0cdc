import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestStaff } from '../test-staff.ts';
import { openTestConsole, otherUnit, type TestConsole } from './test-console.ts';

let at: TestConsole;
let lan: TestStaff;
beforeAll(async () => {
  at = await openTestConsole({ beatMs: 50, limits: { streams: 3 } });
  lan = await at.staff({ name: 'Lan' });
}, 120_000);
afterAll(() => at?.close());

interface Stream {
  readonly status: number;
  readonly headers: Headers;
  /** All that came so far. */
  readonly text: () => string;
  /** Resolves once `found` is in it, or it has ended. */
  until(found: string): Promise<string>;
  readonly ended: Promise<void>;
  close(): void;
}

async function listen(by: TestStaff, headers: Record<string, string> = {}): Promise<Stream> {
  const abort = new AbortController();
  const response = await fetch(`${at.url}/console/api/events`, {
    headers: { cookie: by.cookie, ...headers },
    signal: abort.signal,
  });
  let text = '';
  const waiting = new Set<() => void>();
  const read = async () => {
    for await (const chunk of response.body ?? []) {
      text += Buffer.from(chunk).toString('utf8');
      for (const look of waiting) look();
    }
  };
  const ended = read()
    .catch(() => {})
    .finally(() => {
      for (const look of waiting) look();
      over = true;
    });
  let over = false;
  return {
    status: response.status,
    headers: response.headers,
    text: () => text,
    until: (found) =>
      new Promise((resolve) => {
        const look = () => {
          if (!over && !text.includes(found)) return;
          waiting.delete(look);
          resolve(text);
        };
        waiting.add(look);
        void ended.then(look);
        look();
      }),
    ended,
    close: () => abort.abort(),
  };
}

const claim = async (by: TestStaff) => {
  const talk = await at.waiting();
  const { body } = await at.call('POST', `/hand-offs/${talk.id}/claim`, { by });
  await at.call('GET', `/hand-offs/${talk.id}`, { by });
  return { ...talk, fence: body.fence as number };
};

describe('the live stream', () => {
  it('tells that something of his unit changed, by its id alone, and is not held back by proxies', async () => {
    const stream = await listen(lan);
    expect(stream.status).toBe(200);
    expect(stream.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(stream.headers.get('x-accel-buffering')).toBe('no');
    expect(stream.headers.get('cache-control')).toContain('no-transform');
    const { id } = await at.waiting({ asked: 'Chuyện riêng của tôi' });
    const text = await stream.until(id);
    expect(text).toContain(`data: {"kind":"hand-off","id":"${id}"}`);
    expect(text).not.toContain('Chuyện riêng');
    stream.close();
  });

  it('tells nothing of another commune', async () => {
    const stream = await listen(lan);
    const foreign = await at.waiting({ unit: otherUnit });
    const own = await at.waiting();
    const text = await stream.until(own.id);
    expect(text).not.toContain(foreign.id);
    stream.close();
  });

  it('says that it is there, and ends with the sign-out', async () => {
    const leaving = await at.staff({ name: 'Hùng' });
    const stream = await listen(leaving);
    expect(await stream.until(': here')).toContain(': here');
    await at.test.store.staff.accounts.endSessions(leaving.member.id, {}, 'test');
    await stream.ended;
    const { id } = await at.waiting();
    expect(stream.text()).not.toContain(id);
    expect((await at.call('GET', '/events', { by: leaving })).status).toBe(401);
  });

  it('tells whoever comes back to read all of it again', async () => {
    const stream = await listen(lan, { 'last-event-id': '7' });
    expect(await stream.until('again')).toContain('data: {"kind":"again"}');
    stream.close();
  });

  it('has room for a few of one member, and says when to come back', async () => {
    const busy = await at.staff({ name: 'Thư' });
    const streams = await Promise.all([1, 2, 3].map(() => listen(busy)));
    const refused = await at.call('GET', '/events', { by: busy });
    expect([refused.status, refused.body.error.code]).toEqual([429, 'too-many']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    for (const stream of streams) stream.close();
  });
});

describe('typing', () => {
  it('of the citizen is seen by the officer who holds the talk, masked, and by nobody else', async () => {
    const minh = await at.staff({ name: 'Minh' });
    const talk = await claim(lan);
    const [holder, colleague] = await Promise.all([listen(lan), listen(minh)]);
    await at.typing.citizen(talk, 'Số của tôi là 0900000011 ạ');
    const seen = await holder.until('"typing"');
    expect(seen).toContain(`"kind":"typing","id":"${talk.id}"`);
    expect(seen).not.toContain('0900000011');
    const { id } = await at.waiting();
    expect(await colleague.until(id)).not.toContain('"typing"');
    holder.close();
    colleague.close();
  });

  it('of the citizen goes to nobody while nobody holds the talk, and after it was given back', async () => {
    const stream = await listen(lan);
    const free = await at.waiting();
    await at.typing.citizen(free, 'Chưa ai nhận');
    const talk = await claim(lan);
    await at.call('POST', `/hand-offs/${talk.id}/end`, { by: lan, body: { fence: talk.fence, as: 'returned' } });
    await at.typing.citizen(talk, 'Đã trả lại');
    const { id } = await at.waiting();
    expect(await stream.until(id)).not.toContain('"typing"');
    stream.close();
  });

  it('of the officer is shown to the citizen of his talk, with the right fence alone', async () => {
    const talk = await claim(lan);
    const typing = (fence: number) => at.call('POST', `/hand-offs/${talk.id}/typing`, { by: lan, body: { fence } });
    expect((await typing(talk.fence + 1)).status).toBe(409);
    expect(at.typed).toEqual([]);
    expect((await typing(talk.fence)).status).toBe(204);
    // The sign goes over the database, to whichever copy of the program the citizen is with.
    while (at.typed.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(at.typed).toEqual([talk.conversationId]);
  });

  it('is kept nowhere', async () => {
    const talk = await claim(lan);
    await at.typing.citizen(talk, 'chưa gửi đi đâu');
    const tables = await at.test.database.query(
      "select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
    );
    for (const { name } of tables as { name: string }[]) {
      const found = await at.test.database.query(
        `select count(*)::int as n from "${name}" t where t::text like '%chưa gửi đi%'`,
      );
      expect([name, found[0]]).toEqual([name, { n: 0 }]);
    }
  });
});
