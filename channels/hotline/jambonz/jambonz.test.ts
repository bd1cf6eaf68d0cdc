import { createHmac } from 'node:crypto';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, it } from '@jest/globals';
import express from 'express';
import supertest from 'supertest';
import { openTestBot } from '../../../bot/test-bot.ts';
import { hookQuery } from '../hook-address.ts';
import { phoneOf } from '../phone-number.ts';
import { providerRoutes } from '../provider-routes.ts';
import { openTestSwitchboard, type TestSwitchboard } from '../test-call.ts';
import { jambonzProvider } from './jambonz-provider.ts';
import { type Verb, writeVerbs } from './write-verbs.ts';

const require = createRequire(import.meta.url);
const runtime = require('@jambonz/verb-specifications') as { validate(logger: unknown, verbs: unknown): void };
const schema = require('@jambonz/schema') as { validateApp(verbs: unknown): { valid: boolean; errors: unknown } };
const logger = { info() {}, debug() {}, error() {} };

const secret = 'a-webhook-secret-of-tests';
const voice = {
  synthesizer: { vendor: 'google', language: 'vi-VN' },
  recognizer: { vendor: 'google', language: 'vi-VN' },
};
const at = new Date('2026-11-23T03:00:00Z');

let board: TestSwitchboard;
let app: express.Express;
const errors: unknown[] = [];
beforeAll(async () => {
  board = await openTestSwitchboard({ bot: await openTestBot() });
  app = express();
  app.use(
    providerRoutes(jambonzProvider({ secret, voice }), {
      dialogue: board.dialogue,
      secret,
      now: () => at,
      onError: (error) => void errors.push(error),
    }),
  );
}, 60_000);

const sign = (body: string, seconds = Math.floor(at.getTime() / 1000), key = secret) =>
  `t=${seconds},v1=${createHmac('sha256', key).update(`${seconds}.${body}`).digest('hex')}`;

const post = (path: string, payload: unknown, signature?: string) => {
  const body = typeof payload === 'string' ? payload : JSON.stringify(payload);
  return supertest(app)
    .post(`/hotline/jambonz/${path}`)
    .set('content-type', 'application/json')
    .set('jambonz-signature', signature ?? sign(body))
    .send(body);
};
/** The address that our reply to the turn before gave. */
const next = (hook: string, sid: string, turn: number) => `${hook}${hookQuery(secret, { callId: sid, turn, at })}`;
const call = (sid: string, more: object = {}) => ({
  call_sid: sid,
  direction: 'inbound',
  from: '0900000011',
  to: '02593822000',
  call_status: 'in-progress',
  ...more,
});

/** As the program that runs the verbs checks them, as their schema says, and what neither looks at. */
function expectGood(verbs: readonly Verb[]): void {
  expect(() => runtime.validate(logger, verbs)).not.toThrow();
  const { valid, errors } = schema.validateApp(verbs);
  expect(valid ? [] : errors).toEqual([]);
  expect(verbs.length).toBeGreaterThan(0);
  for (const verb of verbs) {
    if (verb.verb === 'gather') expect(verb.actionHook).toMatch(/^\/hotline\/jambonz\/turn\?t=\d+&k=[\w-]+$/);
    if (verb.verb === 'say') expect(verb.text).toMatch(/\S/);
  }
}

describe('the hooks of jambonz', () => {
  it('lead a call from the greeting to an answer and to a person, in verbs that jambonz takes', async () => {
    const greeting = await post('call', call('c1')).expect(200);
    expectGood(greeting.body);
    expect(greeting.body[0].say.text).toContain('trợ lý tự động');
    const heard = {
      reason: 'speechDetected',
      speech: { alternatives: [{ transcript: 'lệ phí khai sinh bao nhiêu', confidence: 0.9 }] },
    };
    const answer = await post(next('turn', 'c1', 1), call('c1', heard)).expect(200);
    expectGood(answer.body);
    expect(answer.body[0].say.text).toMatch(/phí/);
    const person = await post(next('turn', 'c1', 2), call('c1', { reason: 'dtmfDetected', digits: '0' })).expect(200);
    expectGood(person.body);
    expect(person.body.at(-1)).toMatchObject({ verb: 'dial', target: [{ type: 'phone' }] });
    const whisper = await post('whisper', call('c1')).expect(200);
    expectGood(whisper.body);
    const busy = await post(next('transfer-result', 'c1', 3), call('c1', { dial_call_status: 'busy' })).expect(200);
    expectGood(busy.body);
    expect(busy.body[0].say.text).toContain('gọi lại');
    await post('status', call('c1', { call_status: 'completed', call_termination_by: 'caller' })).expect(200);
  });

  it('give a hook that is told twice the same verbs', async () => {
    await post('call', call('c2'));
    const heard = call('c2', {
      reason: 'speechDetected',
      speech: { alternatives: [{ transcript: 'đăng ký tạm trú', confidence: 0.9 }] },
    });
    const [one, two] = await Promise.all([post(next('turn', 'c2', 1), heard), post(next('turn', 'c2', 1), heard)]);
    expect(two.body).toEqual(one.body);
  });

  it.each([
    ['no signature', ''],
    ['another secret', 'other'],
    ['an old one', 'stale'],
  ])('have no effect with %s', async (_name, kind) => {
    const body = JSON.stringify(call('c3'));
    const signature =
      kind === 'other'
        ? sign(body, undefined, 'another')
        : kind === 'stale'
          ? sign(body, Math.floor(at.getTime() / 1000) - 301)
          : 'x';
    await post('call', body, signature).expect(401);
  });

  it('have no effect at an address that was not made for this turn of this call', async () => {
    await post('call', call('c5'));
    const heard = call('c5', { reason: 'dtmfDetected', digits: '0' });
    for (const address of [next('turn', 'c5', 2).replace('t=2', 't=3'), next('turn', 'c4', 1), 'turn?t=1', 'turn'])
      await post(address, heard).expect(401, /signature-replayed/);
    await post(next('turn', 'c5', 1), heard).expect(200);
  });

  it('refuse what is signed and yet no call', async () => {
    for (const body of ['{}', '[]', 'null', '{"call_sid":1}', 'not json']) await post('call', body).expect(400);
    await post('call', JSON.stringify({ call_sid: 'x'.repeat(200_000) })).expect(413);
  });

  it('lay a body that nobody can unpack at no door of ours: strangers would fill the log with it', async () => {
    const refused = await post('call', call('c9')).set('content-encoding', 'gzip').expect(400);
    expect(refused.body).toMatchObject({ error: { code: 'bad-input' } });
    await post('call', call('c9')).set('content-encoding', 'morse').expect(415);
    expect(errors).toEqual([]);
  });

  it('take silence, a failed recogniser and a reason of tomorrow for a miss or silence', async () => {
    await post('call', call('c4'));
    for (const [turn, reason] of ['timeout', 'error'].entries()) {
      const { body } = await post(next('turn', 'c4', turn + 1), call('c4', { reason })).expect(200);
      expectGood(body);
    }
    await post(next('turn', 'c4', 3), call('c4', { reason: 'tomorrow' })).expect(400);
  });

  it.each([
    ['custom:hoi', undefined, '<speak><prosody rate="slow">Giấy A &amp; B.</prosody></speak>'],
    ['google', 'vi-VN-Wavenet-A', '<speak><prosody rate="slow">Giấy A &amp; B.</prosody></speak>'],
    ['google', 'vi-VN-Chirp3-HD-Kore', 'Giấy A & B.'],
    ['elevenlabs', undefined, 'Giấy A & B.'],
  ])('ask %s %s for slow words as it hears it', (vendor, name, text) => {
    const synthesizer = { vendor, language: 'vi-VN', ...(name ? { voice: name } : {}) };
    const say = [{ text: 'Giấy A & B.', sensitive: false }];
    const options = { voice: { ...voice, synthesizer }, address: () => '/x', ownNumber: null, from: null, to: '' };
    const [slow, fast] = (['slow', 'normal'] as const).map((rate) => writeVerbs({ do: 'hang-up', say, rate }, options));
    expectGood(slow ?? []);
    expect(slow?.[0]).toMatchObject({ text });
    expect('instructions' in (slow?.[0] ?? {})).toBe(!text.startsWith('<speak>'));
    expect(fast?.[0]).toMatchObject({ text: 'Giấy A & B.' });
  });

  it('read a number however the trunk writes it', () => {
    expect(['0912345678', '84912345678', '+84912345678', 'sip:0912345678@trunk', 'anonymous'].map(phoneOf)).toEqual([
      '+84912345678',
      '+84912345678',
      '+84912345678',
      '+84912345678',
      null,
    ]);
  });
});
