import { describe, expect, it } from '@jest/globals';
import { readDesk } from './desk.ts';
import { openDirectLine, WireError } from './direct-line.ts';

const session = { conversationId: 'a b', token: 't', expiresAt: 0 };
const replying = (status: number, body: string, headers: Record<string, string> = {}) => {
  const seen: { url: string; init: RequestInit }[] = [];
  const wire = openDirectLine(async (url, init) => {
    seen.push({ url, init });
    return new Response(status === 204 ? null : body, { status, headers });
  });
  return { wire, seen };
};

describe('the wire', () => {
  it('sends an activity with the token, to the conversation of the session', async () => {
    const { wire, seen } = replying(200, '{"id":"1"}');
    await wire.send(session, { type: 'message' });
    expect(seen[0]?.url).toBe('/v3/directline/conversations/a%20b/activities');
    expect(seen[0]?.init).toMatchObject({ method: 'POST', headers: { authorization: 'Bearer t' } });
  });

  it('passes on the commune of a portal only when there is one', async () => {
    const { wire, seen } = replying(200, '{"token":"t","conversationId":"c","expires_in":60}');
    await wire.newSession('vi', null);
    await wire.newSession('vi', '00004');
    expect(seen.map(({ init }) => init.body)).toEqual(['{"locale":"vi"}', '{"locale":"vi","unit":"00004"}']);
  });

  it('takes an empty reply for done', async () => {
    await expect(replying(204, '').wire.feedback(session, { turnId: 't', verdict: 'up' })).resolves.toEqual({});
  });

  it.each([
    [403, { sessionOver: true, passing: false }],
    [404, { sessionOver: true, passing: false }],
    [502, { sessionOver: false, passing: true }],
    [413, { sessionOver: false, passing: false }],
  ])('tells what a refusal with %i means', async (status, meaning) => {
    const { wire } = replying(status, '{"error":{"code":"x","message":"y"}}');
    await expect(wire.send(session, {})).rejects.toMatchObject({ status, ...meaning });
  });

  it('hears how long a busy server wants to be left alone', async () => {
    const { wire } = replying(429, '', { 'retry-after': '7' });
    await expect(wire.send(session, {})).rejects.toMatchObject({ passing: true, retryAfterMs: 7_000 });
  });

  it('takes a failing network and a reply that is no JSON for a server out of reach', async () => {
    const failing = openDirectLine(() => Promise.reject(new TypeError('Failed to fetch')));
    await expect(failing.desk()).rejects.toEqual(new WireError(0));
    await expect(replying(200, '<html>').wire.desk()).rejects.toMatchObject({ status: 0, passing: true });
  });
});

describe('readDesk', () => {
  it('reads whether the desk is open', () => {
    const reply = { name: 'Bàn một cửa', open: false, hours: 'thứ Hai', opensNext: 'thứ Hai, 7 giờ 30' };
    expect(readDesk(reply)).toEqual({ name: 'Bàn một cửa', open: false, hours: 'thứ Hai', next: 'thứ Hai, 7 giờ 30' });
  });

  it('knows nothing where the ward has set none', () => {
    expect(readDesk({ name: null, open: null, hours: null, opensNext: null })).toBeNull();
    expect(readDesk(null)).toBeNull();
  });
});
