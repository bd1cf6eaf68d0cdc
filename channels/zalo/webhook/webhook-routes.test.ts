import { describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { botSecretHeader } from './bot-secret.ts';
import { oaSignatureHeader } from './judge-oa-call.ts';
import { oaMac } from './oa-signature.ts';
import { fixture, macOf, oaText, openTestDoors, testBot, testKeys, testNow } from './test-webhook.ts';
import { botWebhookPath, oaWebhookPath } from './webhook-routes.ts';

type Doors = ReturnType<typeof openTestDoors>;
const json = 'application/json';

const postOa = ({ app }: Doors, body: string, header: string | null = macOf(body), type = json) => {
  const call = request(app).post(oaWebhookPath).set('content-type', type);
  return (header === null ? call : call.set(oaSignatureHeader, header)).send(body);
};
const postBot = ({ app }: Doors, body: string, secret: string | null = testBot.secret, type = json) => {
  const call = request(app).post(botWebhookPath).set('content-type', type);
  return (secret === null ? call : call.set(botSecretHeader, secret)).send(body);
};

describe('the webhook of an Official Account', () => {
  it('keeps what is signed and acknowledges it', async () => {
    const doors = openTestDoors();
    expect((await postOa(doors, fixture('oa-text.json'))).status).toBe(200);
    expect(doors.kept).toEqual([
      {
        channel: 'zalo-oa',
        account: testKeys.oaId,
        key: 'user_send_text:96d3cdf3af150460909',
        thread: '246845883529197922',
        name: 'user_send_text',
        original: fixture('oa-text.json'),
        masked: { kind: 'text', text: 'Hồ sơ của tôi đến đâu rồi?' },
        orderedAt: testNow,
        receivedAt: testNow,
      },
    ]);
    expect(doors.notes).toEqual(
      expect.arrayContaining(['signature:app-id:oa-secret', 'mac-header:mac=', 'timestamp:string']),
    );
  });

  it('masks what an operator may see of it', async () => {
    const doors = openTestDoors();
    await postOa(doors, oaText('CCCD của tôi là 010190000011'));
    expect(JSON.stringify(doors.kept[0]?.masked)).not.toContain('010190000011');
  });

  it.each([
    ['no signature', null],
    ['a wrong one', `mac=${'0'.repeat(64)}`],
    ['another event’s', macOf(oaText('khác'))],
    ['one with another secret', macOf(oaText('xin chào'), { ...testKeys, oaSecret: 'wrong' })],
    [
      'one of another form',
      `mac=${oaMac(testKeys.oaId, { body: Buffer.from(oaText('xin chào')), timestamp: String(testNow.getTime()) }, testKeys.oaSecret)}`,
    ],
  ])('refuses an event with %s, and keeps nothing', async (_what, header) => {
    const doors = openTestDoors();
    expect((await postOa(doors, oaText('xin chào'), header)).status).toBe(401);
    expect(doors.kept).toEqual([]);
  });

  it('says in the log which form would have fitted, and takes it where it is set', async () => {
    const body = oaText('xin chào');
    const timestamp = String(testNow.getTime());
    const header = `mac=${oaMac(testKeys.oaId, { body: Buffer.from(body), timestamp }, testKeys.appSecret)}`;
    const strict = openTestDoors();
    await postOa(strict, body, header);
    expect(strict.notes[0]).toContain('"wouldFit":["oa-id:app-secret"]');
    const open = openTestDoors({ oaDoor: { forms: ['app-id:oa-secret', 'oa-id:app-secret'] } });
    expect((await postOa(open, body, header)).status).toBe(200);
    expect(open.notes).toContain('signature:oa-id:app-secret');
  });

  it.each([
    ['another app', { app_id: '1' }],
    ['another OA', { recipient: { id: '1' } }],
  ])('refuses what is signed for %s', async (_what, more) => {
    const doors = openTestDoors();
    expect((await postOa(doors, oaText('xin chào', more))).status).toBe(403);
    expect(doors.kept).toEqual([]);
  });

  const aged = (minutes: number) => oaText('xin chào', { timestamp: String(testNow.getTime() - minutes * 60_000) });
  it.each([
    ['Zalo’s last redelivery, 110 minutes late', 110, 200],
    ['one of 2 h 59 min ago', 179, 200],
    ['one of four hours ago', 240, 403],
    ['one of nine minutes ahead', -9, 200],
    ['one of eleven minutes ahead', -11, 403],
  ])('takes or refuses %s', async (_what, minutes, status) => {
    const doors = openTestDoors();
    expect((await postOa(doors, aged(minutes))).status).toBe(status);
    expect(doors.kept).toHaveLength(status === 200 ? 1 : 0);
  });

  it('keeps one event once, five times and at once', async () => {
    const doors = openTestDoors();
    const answers = await Promise.all(Array.from({ length: 5 }, () => postOa(doors, fixture('oa-text.json'))));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(doors.kept).toHaveLength(1);
  });

  it.each([
    ['the console’s empty probe', '{}'],
    ['a probe without an event', '{"app_id":"1"}'],
  ])('acknowledges %s without a signature, and does nothing', async (_what, body) => {
    const doors = openTestDoors();
    expect((await postOa(doors, body, null)).status).toBe(200);
    expect(doors.kept).toEqual([]);
  });

  it('reads a body whatever it is said to be: what is signed are the bytes', async () => {
    const doors = openTestDoors();
    expect((await postOa(doors, fixture('oa-text.json'), undefined, 'text/plain')).status).toBe(200);
    expect(doors.kept).toHaveLength(1);
  });

  it('loses no digit of ids that are written as numbers', async () => {
    const doors = openTestDoors();
    expect((await postOa(doors, fixture('oa-big-numbers.json'))).status).toBe(200);
    expect(doors.kept[0]).toMatchObject({ thread: '246845883529197922', key: 'user_send_text:9653728190154609091' });
  });
});

describe('the webhook of a bot', () => {
  it.each(['bot-text-flat.json', 'bot-text-wrapped.json'])('keeps %s', async (name) => {
    const doors = openTestDoors();
    expect((await postBot(doors, fixture(name))).status).toBe(200);
    expect(doors.kept).toMatchObject([{ channel: 'zalo-bot', account: testBot.botId, thread: '6ede9afa66b88fe6d6a9' }]);
  });

  it.each([
    ['none', null],
    ['a wrong one', 'wrong'],
    ['one that begins right', testBot.secret.slice(0, -1)],
    ['an empty one', ''],
  ])('refuses an event with the secret %s', async (_what, secret) => {
    const doors = openTestDoors();
    expect((await postBot(doors, fixture('bot-text-flat.json'), secret)).status).toBe(401);
    expect(doors.kept).toEqual([]);
  });

  it('acknowledges Zalo’s own test with and without the secret, not with a wrong one', async () => {
    const doors = openTestDoors();
    const statuses = [];
    for (const secret of [testBot.secret, null, 'wrong'])
      statuses.push((await postBot(doors, fixture('bot-webhook-test.json'), secret)).status);
    expect(statuses).toEqual([200, 200, 401]);
    expect(doors.kept).toEqual([]);
  });

  it('refuses what is said to be no JSON, and what is none', async () => {
    const doors = openTestDoors();
    expect((await postBot(doors, fixture('bot-text-flat.json'), undefined, 'text/plain')).status).toBe(415);
    expect((await postBot(doors, 'xin chào')).status).toBe(400);
    expect((await postBot(doors, '[]')).status).toBe(400);
    expect((await postBot(doors, '{"event_name":')).status).toBe(400);
  });
});

describe('both webhooks', () => {
  it('take a body of a megabyte and refuse a longer one', async () => {
    const doors = openTestDoors();
    const long = oaText('a'.repeat(1_000_000));
    expect((await postOa(doors, long)).status).toBe(200);
    expect((await postOa(doors, oaText('a'.repeat(1_100_000)))).status).toBe(413);
    expect(doors.kept).toHaveLength(1);
  });

  it('refuse a packed body, and one nested too deep to be read', async () => {
    const doors = openTestDoors();
    const packed = await request(doors.app).post(oaWebhookPath).set('content-encoding', 'gzip').send(oaText('a'));
    expect(packed.status).toBe(415);
    const deep = `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`;
    expect((await postOa(doors, deep, null)).status).toBe(400);
    expect(doors.errors).toEqual([]);
  });

  it('ask Zalo to come again when the store is away, and when it takes too long', async () => {
    const away = openTestDoors({ keep: () => Promise.reject(new Error('connection lost')) });
    expect((await postOa(away, oaText('xin chào'))).status).toBe(503);
    expect(away.errors).toHaveLength(1);
    const slow = openTestDoors({ keep: () => new Promise(() => {}), patienceMs: 1 });
    expect((await postOa(slow, oaText('xin chào'))).status).toBe(503);
  });

  it('are not there for a platform that is off', async () => {
    const { app } = openTestDoors({ bot: null, oa: null });
    expect((await request(app).post(oaWebhookPath).send('{}')).status).toBe(404);
    expect((await request(app).post(botWebhookPath).send('{}')).status).toBe(404);
  });

  it('tell a browser that they are there', async () => {
    expect((await request(openTestDoors().app).get(oaWebhookPath)).text).toBe('ok');
  });
});
