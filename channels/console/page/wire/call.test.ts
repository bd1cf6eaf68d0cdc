import { describe, expect, it } from '@jest/globals';
import { openCaller } from './call.ts';

const replying = (status: number, body: string, headers: Record<string, string> = {}) => {
  const seen: { url: string; init: RequestInit }[] = [];
  let signedOut = 0;
  const caller = openCaller({
    fetcher: async (url, init) => {
      seen.push({ url, init });
      return new Response(status === 204 ? null : body, { status, headers });
    },
    onSignedOut: () => {
      signedOut += 1;
    },
    isActive: () => false,
  });
  caller.csrf = 'c1';
  return { caller, seen, signedOut: () => signedOut };
};

describe('a call of the console', () => {
  it('carries the csrf token when it changes something, and never when it looks', async () => {
    const { caller, seen } = replying(200, '{}');
    await caller.get('/me');
    await caller.post('/hand-offs/x/claim');
    await caller.upload('/pictures', new Blob(['x'], { type: 'image/png' }));
    expect(seen.map(({ url, init }) => [init.method, url, (init.headers as Record<string, string>)['x-csrf']])).toEqual(
      [
        ['GET', '/console/api/me', undefined],
        ['POST', '/console/api/hand-offs/x/claim', 'c1'],
        ['POST', '/console/api/pictures', 'c1'],
      ],
    );
    expect(seen[2]?.init.headers).toMatchObject({ 'content-type': 'image/png' });
  });

  it('says that it comes of itself, so that an empty chair keeps no session', async () => {
    const { caller, seen } = replying(204, '');
    await expect(caller.put('/presence', { state: 'away' })).resolves.toEqual({});
    expect(seen[0]?.init.headers).toMatchObject({ 'x-active': '0' });
  });

  it('fails with the words of the server and with who was quicker', async () => {
    const { caller } = replying(409, '{"error":{"code":"taken","message":"Minh đã nhận.","by":"Minh"}}');
    await expect(caller.post('/hand-offs/x/claim')).rejects.toMatchObject({
      code: 'taken',
      by: 'Minh',
      message: 'Minh đã nhận.',
      passing: false,
    });
  });

  it('tells once that the session is over', async () => {
    const { caller, signedOut } = replying(401, '{"error":{"code":"signed-out","message":"Mời đăng nhập lại."}}');
    await expect(caller.get('/me')).rejects.toMatchObject({ status: 401 });
    expect(signedOut()).toBe(1);
  });

  it('hears how long a busy server wants to be left alone', async () => {
    const { caller } = replying(429, '<html>', { 'retry-after': '7' });
    await expect(caller.get('/hand-offs')).rejects.toMatchObject({ passing: true, retryAfterMs: 7_000 });
  });

  it('takes a failing network for a server out of reach', async () => {
    const caller = openCaller({
      fetcher: () => Promise.reject(new TypeError('Failed to fetch')),
      onSignedOut: () => {},
      isActive: () => true,
    });
    await expect(caller.get('/me')).rejects.toMatchObject({ status: 0, code: 'unreachable', passing: true });
  });
});
