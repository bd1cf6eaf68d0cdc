import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import express from 'express';
import fc from 'fast-check';
import supertest from 'supertest';
import { z } from 'zod';
import { openTestBot, type TestBot } from '../../../bot/test-bot.ts';
import type { SpeechToText } from '../../speech/ports.ts';
import { writeWav } from '../../speech/sound/wav.ts';
import type { CallAction } from '../call.ts';
import { providerRoutes } from '../provider-routes.ts';
import { openTestSwitchboard, testLine } from '../test-call.ts';
import { openStringeeApi, type StringeeApi } from './call-api.ts';
import { fetchRecording, recordingLink } from './fetch-recording.ts';
import { openNumbers, sealNumbers } from './sealed-numbers.ts';
import { type StringeeOptions, stringeeProvider } from './stringee-provider.ts';
import { signed, startTestPlatform, type TestPlatform, testKeys, testSecret } from './test-platform.ts';
import { verifySignature } from './verify-signature.ts';
import { writeScco } from './write-scco.ts';

const publicUrl = 'https://hoi.phuong.example';
const at = new Date('2026-11-23T03:00:00Z');
const voice = 'hn_male_xuantin_vdts_48k-hsmm';

const talk = z.strictObject({
  action: z.literal('talk'),
  text: z.string().regex(/\p{L}/u),
  voice: z.string(),
  speed: z.number().optional(),
  bargeIn: z.boolean(),
  loop: z.number(),
});
const textOfNumber = z.string().regex(/^\d+$/);
const input = z.strictObject({
  ...{ action: z.literal('input'), eventUrl: z.url(), submitOnHash: z.enum(['true', 'false']) },
  ...{ timeout: textOfNumber, maxDigits: textOfNumber },
});
const recordMessage = z.strictObject({
  ...{ action: z.literal('recordMessage'), eventUrl: z.url(), beepStart: z.literal('true'), format: z.literal('wav') },
  ...{ timeout: textOfNumber, silenceThresh: textOfNumber, silenceTimeout: textOfNumber },
});
const side = z.strictObject({
  type: z.enum(['internal', 'external']),
  number: z.string().regex(/^[\w-]+$/),
  alias: z.string(),
});
const connect = z.strictObject({
  ...{ action: z.literal('connect'), from: side, to: side, customData: z.string(), timeout: textOfNumber },
  ...{ maxConnectTime: z.literal('-1'), peerToPeerCall: z.literal('false'), continueOnFail: z.literal('false') },
  onFailEventUrl: z.url(),
});
/** What the documents of Stringee allow. */
const scco = z.array(z.discriminatedUnion('action', [talk, input, recordMessage, connect])).min(1);

let bot: TestBot;
beforeAll(async () => {
  bot = await openTestBot();
}, 60_000);

/** A caller of Stringee's: the reply to each hook tells which one is called next. */
async function openCaller(options: Partial<StringeeOptions> = {}, line = testLine) {
  const { dialogue, errors } = await openTestSwitchboard({ bot, line });
  const provider = stringeeProvider({ secret: testSecret, publicUrl, voice, ...options });
  const app = express().use(
    providerRoutes(provider, { dialogue, secret: testSecret, now: () => at, onError: (error) => failures.push(error) }),
  );
  const failures: unknown[] = [];
  const get = (url: string, signature = signed(url)) => supertest(app).get(url).set('x-stringee-signature', signature);
  const post = (url: string, body: object, signature?: string) => {
    const text = JSON.stringify(body);
    return supertest(app)
      .post(url.replace(publicUrl, ''))
      .set('x-stringee-signature', signature ?? signed(text))
      .type('json')
      .send(text);
  };
  const begin = (id: string, from = '84900000011') =>
    get(`/hotline/stringee/call?from=${from}&to=842593822000&uuid=${id}&fromInternal=false`).expect(200);
  return { get, post, begin, errors, failures };
}

type Actions = z.infer<typeof scco>;
const actionsOf = (response: { readonly body: unknown }): Actions => scco.parse(response.body);
const spoken = (actions: Actions) =>
  actions.flatMap((action) => (action.action === 'talk' ? [action.text] : [])).join(' ');
const nextOf = (actions: Actions): string => {
  const action = actions.find(({ action }) => action !== 'talk');
  if (action?.action === 'connect') return action.onFailEventUrl;
  return action && 'eventUrl' in action ? action.eventUrl : '';
};
const keyed = (id: string, dtmf: string, over: object = {}) => ({
  ...{ time: String(at.getTime()), dtmf, call_id: id, customField: '', timeout: dtmf === '' },
  ...over,
});

describe('a signature of Stringee', () => {
  // Made by openssl dgst -sha1 -hmac khoa-ky-thu-nghiem -binary | base64.
  const path = '/hotline/stringee/call?from=84900000011&to=842593822000&uuid=call-vn-1-AB&fromInternal=false';
  const body = '{"time":"1795402800000","dtmf":"1","call_id":"call-vn-1-AB","customField":"","timeout":false}';
  const verdict = (over: Partial<Parameters<typeof verifySignature>[0]>, signature: string | undefined, now = at) =>
    verifySignature(
      { url: path, method: 'GET', body: Buffer.from(''), header: () => signature, ...over },
      testSecret,
      now,
    );
  const post = { method: 'POST' as const, url: '/hotline/stringee/turn?t=1', body: Buffer.from(body) };

  it('is good over the address of a GET and the body of a POST', () => {
    expect(verdict({}, 'gJ6eplTtJwsxQKy1qzFN1+jt1g8=')).toBe('good');
    expect(verdict(post, 'wTQEOt5Q9iqSeEagIxb+VdVVjDw=')).toBe('good');
  });

  it('is wrong over anything else, and missing where there is none', () => {
    expect(verdict({}, 'wTQEOt5Q9iqSeEagIxb+VdVVjDw=')).toBe('wrong');
    expect(verdict({ url: path.replace('011', '012') }, 'gJ6eplTtJwsxQKy1qzFN1+jt1g8=')).toBe('wrong');
    expect(verdict({ ...post, body: Buffer.from(body.replace('"1"', '"0"')) }, 'wTQEOt5Q9iqSeEagIxb+VdVVjDw=')).toBe(
      'wrong',
    );
    for (const bad of ['', 'sai', '%%%', 'wTQEOt5Q9iqSeEagIxb'.repeat(50)]) expect(verdict(post, bad)).not.toBe('good');
    expect(verdict(post, undefined)).toBe('missing');
  });

  it('is stale for an event of another moment', () => {
    const signature = 'wTQEOt5Q9iqSeEagIxb+VdVVjDw=';
    expect(verdict(post, signature, new Date(at.getTime() + 4 * 60_000))).toBe('good');
    expect(verdict(post, signature, new Date(at.getTime() + 6 * 60_000))).toBe('stale');
    expect(verdict(post, signature, new Date(at.getTime() - 6 * 60_000))).toBe('stale');
  });
});

describe('numbers in an address', () => {
  it('come back to us, and tell nobody else anything', () => {
    fc.assert(
      fc.property(fc.option(fc.string({ maxLength: 20 })), fc.string({ maxLength: 20 }), (from, to) => {
        const sealed = sealNumbers({ from, to }, testSecret);
        expect(sealed).toMatch(/^[\w-]+$/);
        expect(openNumbers(sealed, testSecret)).toEqual({ from, to });
        expect(openNumbers(sealed, 'another')).toBeNull();
        expect(openNumbers(`${sealed.slice(0, -2)}AA`, testSecret) === null || sealed.endsWith('AA')).toBe(true);
      }),
    );
    for (const bad of [undefined, 3, '', 'x', 'a'.repeat(5_000), ['a']])
      expect(openNumbers(bad, testSecret)).toBeNull();
  });
});

describe('a call by Stringee', () => {
  it('is led by keys from the greeting to an answer', async () => {
    const { begin, post } = await openCaller();
    const greeting = actionsOf(await begin('s1'));
    expect(spoken(greeting)).toMatch(/trợ lý tự động.*phím không.*chọn bằng phím.*Bấm một/);
    expect(greeting.map(({ action }) => action)).toEqual(['talk', 'input']);
    const asked = actionsOf(await post(nextOf(greeting), keyed('s1', '1')).expect(200));
    expect(spoken(asked)).not.toMatch(/chưa nghe/);
    expect(asked.at(-1)!.action).toBe('input');
  });

  it('reaches a person at 0, tells him without a name or a number, and offers a call back when nobody answers', async () => {
    const { begin, post } = await openCaller();
    const greeting = actionsOf(await begin('s2'));
    const person = actionsOf(await post(nextOf(greeting), keyed('s2', '0')).expect(200));
    const dial = person.at(-1)!;
    expect(dial).toMatchObject({
      action: 'connect',
      from: { number: '842593822000' },
      to: { type: 'external', number: '842593822111' },
      timeout: '25',
    });
    expect(JSON.stringify(dial)).not.toContain('900000011');
    const failed = { call_id: 's2', endCallCause: '486 Busy Here', timestamp_ms: at.getTime() };
    const busy = actionsOf(await post(nextOf(person), failed).expect(200));
    expect(spoken(busy)).toContain('gọi lại');
    const kept = actionsOf(await post(nextOf(busy), keyed('s2', '1')).expect(200));
    expect(kept.every(({ action }) => action === 'talk')).toBe(true);
  });

  it('goes from silence to the keys, and then to a person', async () => {
    const { begin, post } = await openCaller();
    let actions = actionsOf(await begin('s3'));
    for (let times = 0; times < 3 && nextOf(actions).includes('/turn'); times += 1)
      actions = actionsOf(await post(nextOf(actions), keyed('s3', '')).expect(200));
    expect(actions.at(-1)!.action).toBe('connect');
  });

  it('gives a repeated event the reply it had, and ends without a word', async () => {
    const { begin, post } = await openCaller();
    const greeting = actionsOf(await begin('s4'));
    const first = await post(nextOf(greeting), keyed('s4', '1')).expect(200);
    const again = await post(nextOf(greeting), keyed('s4', '1')).expect(200);
    expect(spoken(actionsOf(again))).toBe(spoken(actionsOf(first)));
    const ended = { call_status: 'ended', call_id: 's4', timestamp_ms: at.getTime(), to: { number: '842593822000' } };
    expect((await post('/hotline/stringee/status', ended).expect(200)).body).toEqual([]);
    const ringing = { ...ended, call_status: 'ringing' };
    expect((await post('/hotline/stringee/status', ringing).expect(200)).body).toEqual([]);
  });

  it('has no effect unsigned, signed for another address, for another call, or for another moment', async () => {
    const { begin, get, post } = await openCaller();
    const greeting = actionsOf(await begin('s5'));
    const next = nextOf(greeting);
    const call = '/hotline/stringee/call?from=84900000011&to=842593822000&uuid=s6';
    await get(call, '').expect(401);
    await get(call, signed(`${call}&x=1`)).expect(401);
    await get(call, signed(call, 'another')).expect(401);
    await post(next, keyed('s5', '1'), signed('{}')).expect(401);
    await post(next, keyed('s6', '1')).expect(401);
    await post(next.replace('t=1', 't=2'), keyed('s5', '1')).expect(401);
    await post(next, keyed('s5', '1', { time: String(at.getTime() - 600_000) })).expect(401);
  });

  it('refuses a signed request that is no call', async () => {
    const { get, post } = await openCaller();
    await get('/hotline/stringee/call?from=84900000011').expect(400);
    await post('/hotline/stringee/turn?t=1', { hello: 'x' }).expect(400);
    await post('/hotline/stringee/status', { call_id: 's7' }).expect(400);
  });

  it('knows the line and the caller in every turn, though Stringee does not tell them again', async () => {
    const asked: string[] = [];
    const { begin, post } = await openCaller();
    const greeting = actionsOf(await begin('s8'));
    const { searchParams } = new URL(nextOf(greeting));
    expect(openNumbers(searchParams.get('n'), testSecret)).toEqual({ from: '+84900000011', to: '+842593822000' });
    asked.push(spoken(actionsOf(await post(nextOf(greeting), keyed('s8', '0')).expect(200))));
    expect(asked[0]).toContain('nối máy');
  });
});

describe('what Stringee is told to do', () => {
  const options = {
    voice,
    slowSpeed: null,
    address: (hook: string) => `https://a.example/${hook}?t=1`,
    ownNumber: null,
    hears: false,
  };
  const words = fc.array(
    fc.record({ text: fc.constantFrom('Dạ.', 'Lệ phí là không đồng.'), sensitive: fc.boolean() }),
    { minLength: 1, maxLength: 4 },
  );
  const rate = fc.constantFrom('normal' as const, 'slow' as const);
  const actions: fc.Arbitrary<CallAction> = fc.oneof(
    fc.record({ do: fc.constant('hang-up' as const), say: words, rate }),
    fc.record({
      ...{ do: fc.constant('transfer' as const), say: words, rate, whisper: words },
      to: fc.constantFrom('+842593822111', 'sip:can-bo@tong-dai.example'),
      ringSeconds: fc.integer({ min: 5, max: 60 }),
    }),
    fc.record({
      ...{ do: fc.constant('ask' as const), say: words, rate, hints: fc.constant([]) },
      expect: fc.constantFrom(['digits'] as const, ['speech', 'digits'] as const),
      ...{ maxDigits: fc.integer({ min: 1, max: 24 }), timeoutSeconds: fc.integer({ min: 5, max: 20 }) },
    }),
  );

  it('is always within what its documents allow, and ends in waiting, a person, or a goodbye', () => {
    fc.assert(
      fc.property(actions, fc.boolean(), (action, hears) => {
        const written = scco.parse(writeScco(action, { ...options, hears }));
        const waits = written.filter(({ action }) => action !== 'talk');
        expect(waits).toHaveLength(action.do === 'hang-up' ? 0 : 1);
        if (action.do === 'ask' && !action.expect.includes('speech')) expect(waits[0]!.action).toBe('input');
      }),
    );
  });

  it('leaves time for the words themselves before a key is missed', () => {
    const say = [{ text: 'Dạ. '.repeat(60), sensitive: false }];
    const [, waits] = writeScco(
      { do: 'ask', say, rate: 'normal', expect: ['digits'], maxDigits: 1, timeoutSeconds: 8, hints: [] },
      options,
    );
    expect(Number(waits!.timeout)).toBeGreaterThan(8 + 15);
  });

  it('sends a slow pace only where the operator knows what it means there', () => {
    const action = { do: 'hang-up', rate: 'slow', say: [{ text: 'Dạ.', sensitive: false }] } as const;
    expect(writeScco(action, options)[0]).not.toHaveProperty('speed');
    expect(writeScco(action, { ...options, slowSpeed: -1 })[0]).toMatchObject({ speed: -1 });
  });
});

describe('the REST API of Stringee', () => {
  let platform: TestPlatform;
  let api: StringeeApi;
  beforeAll(async () => {
    platform = await startTestPlatform();
    api = openStringeeApi({ ...testKeys, baseUrl: platform.url, now: () => at });
  });
  afterAll(() => platform.stop());

  it('is asked with a token of a minute, signed as Stringee wants it', async () => {
    await api.putActions('c1', [{ action: 'talk', text: 'Dạ.' }]);
    await api.stop('c1');
    await api.transfer({ callId: 'c1', fromUserId: 'may', to: 'can-bo' });
    expect(platform.calls.map(({ path, body }) => [path, body])).toEqual([
      ['/v1/call2/putactions', { callId: 'c1', actions: [{ action: 'talk', text: 'Dạ.' }] }],
      ['/v1/call2/stop', { callId: 'c1' }],
      ['/v1/call2/transfer', { callId: 'c1', fromUserId: 'may', to: 'can-bo' }],
    ]);
    const [head = '', body = '', signature] = platform.calls[0]!.token.split('.');
    const read = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    expect(read(head)).toEqual({ typ: 'JWT', alg: 'HS256', cty: 'stringee-api;v=1' });
    expect(read(body)).toMatchObject({ iss: testKeys.sid, exp: at.getTime() / 1_000 + 60, rest_api: true });
    expect(read(body).jti).toMatch(/^SK\.thu\.nghiem-\d+$/);
    expect(signature).toBe(createHmac('sha256', testKeys.secret).update(`${head}.${body}`).digest('base64url'));
  });

  it.each([
    [{ body: '{"r":10,"message":"bad number"}' }, 10],
    [{ body: 'down', status: 502 }, null],
    [{ body: '[]' }, null],
  ])('fails with a word of ours: %j', async (reply, result) => {
    platform.answer(reply);
    await expect(api.stop('call-vn-84900000011')).rejects.toMatchObject({ name: 'StringeeError', result });
    await expect(api.stop('call-vn-84900000011')).rejects.not.toThrow(/84900000011|khoa-goi/);
  });

  it('fails when nobody is there', async () => {
    const nobody = openStringeeApi({ ...testKeys, baseUrl: 'http://127.0.0.1:1' });
    await expect(nobody.stop('c')).rejects.toThrow('was not reached');
  });
});

describe('words by Stringee, which are experimental', () => {
  const hosts = ['api.stringee.com'];
  const link = 'https://api.stringee.com/v1/call/recording/abc';
  const wav = Buffer.from(writeWav({ pcm16: new Int16Array(8_000).fill(900), sampleRate: 8_000 }));
  const heard: number[] = [];
  const listen: SpeechToText = {
    transcribe: async ({ pcm16 }) => {
      heard.push(pcm16.length);
      return { text: 'lệ phí khai sinh bao nhiêu', confidence: 0.9 };
    },
  };
  let platform: TestPlatform;
  beforeAll(async () => {
    platform = await startTestPlatform();
  });
  afterAll(() => platform.stop());
  const wordsWith = (ownFetch: typeof fetch, ear = listen): Partial<StringeeOptions> => ({
    words: {
      api: openStringeeApi({ ...testKeys, baseUrl: platform.url }),
      ...{ listen: ear, hints: [], hosts, fetch: ownFetch, onError: () => {} },
    },
  });
  const lastActions = () => scco.parse((platform.calls.at(-1)!.body as { actions: unknown }).actions);

  it('are recorded, fetched with our token, heard, and answered by REST', async () => {
    const asked: string[] = [];
    const { begin, post } = await openCaller(
      wordsWith(async (url, init) => {
        asked.push(`${url} ${new Headers(init?.headers).get('x-stringee-auth')?.split('.').length}`);
        return new Response(wav);
      }),
    );
    const greeting = actionsOf(await begin('w1'));
    expect(greeting.map(({ action }) => action)).toEqual(['talk', 'recordMessage', 'talk']);
    expect(spoken(greeting)).toContain('hỏi việc gì');
    const recorded = { call_id: 'w1', recording_url: link, timestamp_ms: at.getTime() };
    expect((await post(nextOf(greeting), recorded).expect(200)).body).toEqual([]);
    expect(asked).toEqual([`${link} 3`]);
    expect(spoken(lastActions())).toMatch(/phí/);
    expect(heard).toEqual([8_000]);
  });

  it.each([
    ['the link is not to be followed', 'http://api.stringee.com/a', async () => new Response(wav)],
    ['the recording is not there', link, async () => new Response('', { status: 404 })],
    ['it is no sound', link, async () => new Response('no sound')],
    ['the server is away', link, () => Promise.reject(new Error('down'))],
  ])('lead to keys when %s', async (_why, url, ownFetch) => {
    const { begin, post } = await openCaller(wordsWith(ownFetch as typeof fetch));
    const greeting = actionsOf(await begin('w2'));
    await post(nextOf(greeting), { call_id: 'w2', url }).expect(200);
    expect(spoken(lastActions())).toMatch(/chưa nghe rõ/);
  });

  it('are fetched only from hosts that were named, over https, whatever field holds the link', () => {
    for (const field of ['recording_url', 'recordingUrl', 'url', 'link', 'fileUrl', 'file_url'])
      expect(recordingLink({ [field]: link }, hosts)?.href).toBe(link);
    expect(recordingLink({ url: 'http://127.0.0.1/x', link }, hosts)?.href).toBe(link);
    for (const bad of [
      'http://api.stringee.com/a',
      'https://api.stringee.com.evil.example/a',
      'https://evil.example/?https://api.stringee.com',
      'https://api.stringee.com:8443/a',
      'https://user@api.stringee.com/a',
      'https://127.0.0.1/a',
      'https://[::1]/a',
      'https://169.254.169.254/latest/meta-data',
      'file:///etc/passwd',
      'không phải địa chỉ',
      42,
      null,
    ])
      expect(recordingLink({ url: bad }, hosts)).toBeNull();
    for (const body of [null, [], 'x', { other: link }]) expect(recordingLink(body, hosts)).toBeNull();
  });

  it('are not followed on a detour, nor read without end or for ever', async () => {
    const options = { hosts, header: () => ({}) };
    let redirect: RequestRedirect | undefined;
    const asked = async (_url: unknown, init?: RequestInit) => {
      redirect = init?.redirect;
      return new Response(wav);
    };
    await expect(
      fetchRecording(new URL(link), { ...options, fetch: asked as typeof fetch, mostBytes: 100 }),
    ).resolves.toBeNull();
    expect(redirect).toBe('error');
    const never = (_url: unknown, init?: RequestInit) =>
      new Promise((_resolve, reject) => init?.signal?.addEventListener('abort', () => reject(init.signal?.reason)));
    await expect(
      fetchRecording(new URL(link), { ...options, fetch: never as typeof fetch, withinMs: 20 }),
    ).resolves.toBeNull();
  });
});
