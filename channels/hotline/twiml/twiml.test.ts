import { beforeAll, describe, expect, it } from '@jest/globals';
import express from 'express';
import { parse } from 'node-html-parser';
import supertest from 'supertest';
import twilio from 'twilio';
import { openTestBot } from '../../../bot/test-bot.ts';
import { hookQuery } from '../hook-address.ts';
import { providerRoutes } from '../provider-routes.ts';
import { openTestSwitchboard } from '../test-call.ts';
import { twimlProvider } from './twiml-provider.ts';
import { writeTwiml } from './write-twiml.ts';

const token = 'a-token-of-tests';
const publicUrl = 'https://hoi.phuong.example';
const at = new Date('2026-11-23T03:00:00Z');
/** The address that our reply to the turn before gave. */
const next = (hook: string, sid: string, turn: number) => `${hook}${hookQuery(token, { callId: sid, turn, at })}`;
let app: express.Express;
beforeAll(async () => {
  const { dialogue } = await openTestSwitchboard({ bot: await openTestBot() });
  app = express();
  app.use(
    providerRoutes(twimlProvider({ token, publicUrl, voice: 'Google.vi-VN-Wavenet-A' }), {
      dialogue,
      secret: token,
      now: () => at,
      onError: () => {},
    }),
  );
}, 60_000);

/** Signed by the provider's own library. */
const post = (path: string, fields: Readonly<Record<string, string>>, signature?: string) => {
  const url = `/hotline/twiml/${path}`;
  return supertest(app)
    .post(url)
    .type('form')
    .set(
      'x-twilio-signature',
      signature ?? twilio.getExpectedTwilioSignature(token, `${publicUrl}${url}`, { ...fields }),
    )
    .send(fields);
};
const call = (sid: string, more: object = {}) => ({
  CallSid: sid,
  From: '+84900000011',
  To: '+842593822000',
  CallStatus: 'in-progress',
  ...more,
});

describe('the hooks of TwiML providers', () => {
  it('lead from the greeting to an answer and to a person', async () => {
    const greeting = await post('call', call('t1')).expect(200);
    const gather = parse(greeting.text).querySelector('gather');
    expect(gather?.getAttribute('input')).toBe('speech dtmf');
    expect(gather?.getAttribute('actiononemptyresult')).toBe('true');
    expect(gather?.text).toContain('trợ lý tự động');
    const answer = await post(
      next('turn', 't1', 1),
      call('t1', { SpeechResult: 'lệ phí khai sinh bao nhiêu', Confidence: '0.91' }),
    ).expect(200);
    expect(answer.text).toMatch(/phí/);
    const person = await post(next('turn', 't1', 2), call('t1', { Digits: '0' })).expect(200);
    expect(parse(person.text).querySelector('dial number')?.text).toBe('+842593822111');
    const busy = await post(next('transfer-result', 't1', 3), call('t1', { DialCallStatus: 'no-answer' })).expect(200);
    expect(busy.text).toContain('gọi lại');
    await post('status', call('t1', { CallStatus: 'completed' })).expect(200);
    expect((await post('whisper', call('t1')).expect(200)).text).toContain('tổng đài');
  });

  it('have no effect unsigned, or signed for another address or form', async () => {
    const fields = call('t2');
    await post('call', fields, '').expect(401);
    await post(
      'call',
      fields,
      twilio.getExpectedTwilioSignature(token, `${publicUrl}/hotline/twiml/turn`, fields),
    ).expect(401);
    await post(
      'call',
      fields,
      twilio.getExpectedTwilioSignature('other', `${publicUrl}/hotline/twiml/call`, fields),
    ).expect(401);
  });

  it('hear words whose confidence is none', async () => {
    await post('call', call('t3'));
    const said = { SpeechResult: 'lệ phí khai sinh bao nhiêu', Confidence: 'unknown' };
    expect((await post(next('turn', 't3', 1), call('t3', said)).expect(200)).text).toMatch(/phí/);
  });

  it('refuse a signed form that is no call', async () => {
    await post('call', { Hello: 'x' }).expect(400);
  });

  it('escape whatever is said', () => {
    const xml = writeTwiml(
      { do: 'hang-up', rate: 'slow', say: [{ text: 'a & b < c "d"', sensitive: false }] },
      { voice: 'v"x', address: () => '/p', ownNumber: null, from: null, to: '' },
    );
    expect(xml).toContain('a &amp; b &lt; c &quot;d&quot;');
    expect(xml).toContain('voice="v&quot;x"');
    expect(xml).toContain('<prosody rate="80%">');
  });
});
