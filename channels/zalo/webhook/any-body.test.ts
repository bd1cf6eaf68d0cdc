import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { botSecretHeader } from './bot-secret.ts';
import { oaSignatureHeader } from './judge-oa-call.ts';
import { oaMac } from './oa-signature.ts';
import { oaText, openTestDoors, type TestDoors, testBot, testKeys, testNow } from './test-webhook.ts';
import { botWebhookPath, oaWebhookPath } from './webhook-routes.ts';

/** Names that the doors look at, so that random objects come close to real events. */
const names = [
  'event_name',
  'message',
  'sender',
  'recipient',
  'id',
  'from',
  'chat',
  'text',
  'msg_id',
  'message_id',
  'timestamp',
  'attachments',
  'payload',
  'ok',
  'result',
  'info',
  '__proto__',
  'constructor',
];
const words = [
  'user_send_text',
  'message.text.received',
  'webhook.test',
  'follow',
  'oa_send_text',
  testKeys.oaId,
  testBot.botId,
  '\u0000',
  '\ud800',
  '',
];
const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'medium' },
    fc.constantFrom(...words),
    fc.jsonValue({ maxDepth: 1 }),
    fc.bigInt(),
    tie('object'),
    fc.array(tie('value'), { maxLength: 3 }),
  ),
  object: fc.dictionary(fc.constantFrom(...names), tie('value'), { maxKeys: 8 }),
})).object;
const bigInt = (_key: string, value: unknown) => (typeof value === 'bigint' ? Number(value) : value);

describe('both webhooks, whatever is sent to them', () => {
  let doors: TestDoors;
  let server: Server;
  let base = '';
  beforeAll(async () => {
    doors = openTestDoors();
    server = doors.app.listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((resolve) => void server.close(resolve)));

  const post = async (
    path: string,
    body: string | Uint8Array<ArrayBuffer>,
    headers: Record<string, string>,
  ): Promise<number> => {
    const answer = await fetch(`${base}${path}`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', ...headers },
    });
    await answer.arrayBuffer();
    return answer.status;
  };
  const signed = (body: string): Record<string, string> => {
    const { timestamp } = JSON.parse(body) as { timestamp?: unknown };
    const text = typeof timestamp === 'string' || typeof timestamp === 'number' ? String(timestamp) : '';
    return {
      [oaSignatureHeader]: oaMac(testKeys.appId, { body: Buffer.from(body), timestamp: text }, testKeys.oaSecret),
    };
  };
  const bot = { [botSecretHeader]: testBot.secret };

  it('never answer that it was their fault', async () => {
    await fc.assert(
      fc.asyncProperty(json, async (event) => {
        const body = JSON.stringify(event, bigInt);
        expect(await post(oaWebhookPath, body, signed(body))).toBeLessThan(500);
        expect(await post(botWebhookPath, body, bot)).toBeLessThan(500);
      }),
      { numRuns: 300 },
    );
    expect(doors.errors).toEqual([]);
  });

  it('never fall over bytes that are no text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        const body = new Uint8Array(bytes);
        expect(await post(oaWebhookPath, body, { [oaSignatureHeader]: 'mac=00' })).toBeLessThan(500);
        expect(await post(botWebhookPath, body, bot)).toBeLessThan(500);
      }),
      { numRuns: 100 },
    );
    expect(doors.errors).toEqual([]);
  });

  it('lose no event that is right, in any order, with any repeats, amid any others', async () => {
    const plan = fc.array(fc.record({ number: fc.nat(15), noise: json }), { minLength: 1, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(plan, async (steps) => {
        doors.kept.length = 0;
        const answers = await Promise.all(
          steps.map(async ({ number, noise }) => {
            const body = oaText(`câu ${number}`, { timestamp: String(testNow.getTime() - number * 1000) });
            void post(oaWebhookPath, JSON.stringify(noise, bigInt), bot);
            return post(oaWebhookPath, body, signed(body));
          }),
        );
        expect(answers).toEqual(steps.map(() => 200));
        const told = doors.kept.filter(
          ({ name, thread }) => name === 'user_send_text' && thread === '246845883529197922',
        );
        expect(told).toHaveLength(new Set(steps.map(({ number }) => number)).size);
      }),
      { numRuns: 40 },
    );
  });
});
