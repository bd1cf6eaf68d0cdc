/** What reads what platforms and browsers send: the parsers behind the doors, called as their doors call them. */
import { messageOf } from '../../bot/framework/activity.ts';
import { cleanPicture } from '../../channels/console/pictures/clean-picture.ts';
import { testJpeg, testPng } from '../../channels/console/pictures/test-pictures.ts';
import { staffCookies } from '../../channels/console/sign-in/cookies.ts';
import { isMarked } from '../../channels/hotline/hook-address.ts';
import * as jambonz from '../../channels/hotline/jambonz/read-event.ts';
import { verifySignature as verifyJambonz } from '../../channels/hotline/jambonz/verify-signature.ts';
import { openNumbers } from '../../channels/hotline/stringee/sealed-numbers.ts';
import { stringeeProvider } from '../../channels/hotline/stringee/stringee-provider.ts';
import { twimlProvider } from '../../channels/hotline/twiml/twiml-provider.ts';
import { deviceCookie } from '../../channels/kiosk/device-cookie.ts';
import { callerOf } from '../../channels/limits/addresses.ts';
import { readSsml } from '../../channels/speech/bridge/read-ssml.ts';
import { readWav, writeWav } from '../../channels/speech/sound/wav.ts';
import { anonymous } from '../../channels/web/direct-line/access.ts';
import { readUpload } from '../../channels/web/direct-line/read-upload.ts';
import { activitySchema } from '../../channels/web/direct-line/schemas.ts';
import { makeTokens } from '../../channels/web/direct-line/tokens.ts';
import { signInCookies } from '../../channels/web/sign-in/cookies.ts';
import { botEvent, oaEvent } from '../../channels/zalo/simulator/make-events.ts';
import { simulatedAccounts } from '../../channels/zalo/simulator/world.ts';
import { judgeBotCall } from '../../channels/zalo/webhook/judge-bot-call.ts';
import { judgeOaCall } from '../../channels/zalo/webhook/judge-oa-call.ts';
import { oaMac } from '../../channels/zalo/webhook/oa-signature.ts';
import { bent, bentBytes, bentText, json, text } from './hostile.ts';
import { type Parser, parser } from './parser.ts';

const at = new Date('2026-11-23T02:00:00Z');
const around = { at, turn: 1 };
const publicUrl = 'https://hoi.example';
const ofZod = ['ZodError', 'SyntaxError'];
const accounts = simulatedAccounts;
const said = { from: '7000000000000000001', at, message: { text: 'lệ phí khai sinh', msg_id: 'm1' } };
const jambonzBody = {
  call_sid: 'c1',
  direction: 'inbound',
  from: '+84900000011',
  to: '1022',
  call_status: 'in-progress',
  reason: 'speechDetected',
  speech: { language_code: 'vi-VN', is_final: true, alternatives: [{ transcript: 'khai sinh', confidence: 0.9 }] },
  digits: '1',
  dial_call_status: 'completed',
  dial_sip_status: 200,
};
const form =
  'CallSid=CA1&AccountSid=AC1&From=%2B84900000011&To=1022&CallStatus=in-progress&SpeechResult=khai+sinh&Confidence=0.9&Digits=1&DialCallStatus=completed';
const multipart = Buffer.from(
  '--x\r\nContent-Disposition: form-data; name="activity"\r\nContent-Type: application/vnd.microsoft.activity\r\n\r\n{"type":"message","text":"a"}\r\n--x--\r\n',
);
const tokens = makeTokens(Buffer.alloc(32, 7), () => at.getTime());
const token = tokens.issue(anonymous('dl-x'));
const twiml = twimlProvider({ token: 'x', publicUrl, voice: 'v' });
const stringee = stringeeProvider({ secret: 'x', publicUrl, voice: 'v' });
const request = (body: string, url: string, method: 'GET' | 'POST' = 'POST') => ({
  url,
  method,
  header: () => undefined,
  body: Buffer.from(body),
});

export const wireParsers: readonly Parser[] = [
  parser({
    name: 'direct-line activity',
    covers: ['channels/web/direct-line/take-activity.ts'],
    inputs: bent({
      type: 'message',
      id: 'x',
      from: { id: 'toi' },
      text: 'khai sinh',
      locale: 'vi',
      channelData: { clientActivityID: 'y' },
    }),
    refusals: ofZod,
    read: (given) =>
      messageOf({ conversation: { id: 'x' }, channelId: 'web', ...activitySchema.parse(given) } as never),
  }),
  parser({
    name: 'direct-line upload',
    covers: ['channels/web/direct-line/read-upload.ts'],
    inputs: bentBytes(multipart),
    refusals: ['WireError', ...ofZod],
    read: (given) => readUpload(given, 'multipart/form-data; boundary=x', 'toi'),
  }),
  parser({
    name: 'direct-line token',
    covers: [],
    inputs: bentText(token),
    read: (given) => tokens.read(given, 'talk'),
  }),
  parser({
    name: 'x-forwarded-for',
    covers: [],
    inputs: bentText('10.0.0.1, 192.168.1.1', '::1, [2001:db8::1]:443'),
    read: (given) => callerOf('127.0.0.1', given, 2),
  }),
  parser({
    name: 'cookies',
    covers: [],
    inputs: bentText(`hmc=1; __Host-hmc-phien=${'x'.repeat(43)}; hmc_staff=${'y'.repeat(43)}`),
    read: (cookie) => [
      signInCookies(true).sessionIn({ cookie }),
      staffCookies(false).read({ cookie }, 'session'),
      deviceCookie(true).keyIn({ cookie }),
    ],
  }),
  parser({
    name: 'zalo bot delivery',
    covers: [
      'channels/zalo/webhook/judge-bot-call.ts',
      'channels/zalo/webhook/read-bot-event.ts',
      'channels/zalo/call/parse-exact.ts',
    ],
    inputs: json(botEvent(said)),
    read: (given) =>
      judgeBotCall(
        {
          headers: { 'x-bot-api-secret-token': accounts.botSecret, 'content-type': 'application/json' },
          body: Buffer.from(given),
          receivedAt: at,
        },
        { botId: '458912330021', secret: accounts.botSecret },
      ),
  }),
  parser({
    name: 'zalo oa delivery',
    covers: ['channels/zalo/webhook/judge-oa-call.ts', 'channels/zalo/webhook/read-oa-event.ts'],
    inputs: json(JSON.parse(oaEvent(accounts, said))),
    read: (given) => {
      const body = Buffer.from(given);
      const mac = oaMac(accounts.appId, { body, timestamp: timestampIn(given) }, accounts.oaSecret);
      return judgeOaCall(
        { headers: { 'x-zevent-signature': `mac=${mac}` }, body, receivedAt: at },
        { keys: accounts, forms: ['app-id:oa-secret'], oldestMs: 3_600_000 },
      );
    },
  }),
  parser({
    name: 'zalo signature header',
    covers: [],
    inputs: bentText(`mac=${'a'.repeat(64)}`),
    read: (given) =>
      judgeOaCall(
        { headers: { 'x-zevent-signature': given }, body: Buffer.from(oaEvent(accounts, said)), receivedAt: at },
        { keys: accounts, forms: ['app-id:oa-secret'], oldestMs: 3_600_000 },
      ),
  }),
  parser({
    name: 'jambonz hooks',
    covers: ['channels/hotline/jambonz/read-event.ts'],
    inputs: bent(jambonzBody),
    refusals: ofZod,
    read: (given) =>
      anyOf(
        [jambonz.startedOf, jambonz.turnOf, jambonz.transferOf, jambonz.endOf].map((read) => () => read(given, around)),
      ),
  }),
  parser({
    name: 'jambonz signature',
    covers: ['channels/hotline/jambonz/verify-signature.ts'],
    inputs: bentText('t=1700000000,v1=abcdef'),
    read: (header) => verifyJambonz({ header, body: Buffer.from('{}'), secret: 'x', now: at }),
  }),
  parser({
    name: 'twiml forms',
    covers: ['channels/hotline/twiml/read-event.ts', 'channels/hotline/twiml/verify-signature.ts'],
    inputs: bentText(form),
    refusals: ofZod,
    read: async (given) => {
      twiml.verify(request(given, '/hotline/twiml/turn'), at);
      await anyOf(
        twiml.hooks.map(
          (hook) => async () => hook.read(twiml.payloadOf(request(given, '/hotline/twiml/turn')), around),
        ),
      );
    },
  }),
  parser({
    name: 'stringee hooks',
    covers: ['channels/hotline/stringee/read-event.ts', 'channels/hotline/stringee/verify-signature.ts'],
    inputs: json({
      call_id: 'c1',
      dtmf: '1',
      from: { number: '84900000011' },
      to: { number: '842143000000' },
      timestamp_ms: at.getTime(),
      call_status: 'ended',
      timeout: false,
    }),
    refusals: ofZod,
    read: async (given) => {
      const url = `/hotline/stringee/turn?n=${encodeURIComponent(given.slice(0, 40).toWellFormed())}`;
      stringee.verify(request(given, url), at);
      await anyOf(
        stringee.hooks.map(
          (hook) => async () =>
            hook.read(stringee.payloadOf(request(given, url, hook.method === 'get' ? 'GET' : 'POST')), around),
        ),
      );
    },
  }),
  parser({
    name: 'stringee sealed numbers',
    covers: [],
    inputs: bentText('abc.def', 'x'.repeat(80)),
    read: (given) => openNumbers(given, 'x'),
  }),
  parser({
    name: 'mark of a hook',
    covers: [],
    inputs: bent('1700000000.abcdef'),
    read: (given) => isMarked('x', given, { callId: 'c', turn: 1, at }),
  }),
  parser({
    name: 'ssml',
    covers: ['channels/speech/bridge/read-ssml.ts'],
    inputs: bentText('<speak><prosody rate="slow">Lệ phí &amp; hồ sơ<break time="300ms"/></prosody></speak>'),
    read: readSsml,
  }),
  parser({
    name: 'wav',
    covers: [],
    inputs: bentBytes(writeWav({ pcm16: new Int16Array(200), sampleRate: 16_000 })),
    refusals: ['WavError'],
    read: readWav,
  }),
  parser({
    name: 'pictures',
    covers: [
      'channels/console/pictures/clean-picture.ts',
      'channels/console/pictures/clean-png.ts',
      'channels/console/pictures/clean-jpeg.ts',
    ],
    inputs: bentBytes(testPng(), testJpeg()),
    refusals: ['PictureError'],
    read: cleanPicture,
  }),
  parser({
    name: 'header names of any text',
    covers: [],
    inputs: text,
    read: (given) => [callerOf(given, given, 1), signInCookies(false).sessionIn({ cookie: given })],
  }),
];

/** Each hook reads bodies of its own kind: one that takes it is enough, and none may fail in another way. */
async function anyOf(reads: readonly (() => unknown)[]): Promise<void> {
  let refused: unknown = null;
  let taken = false;
  for (const read of reads)
    try {
      await read();
      taken = true;
    } catch (error) {
      if (!(error instanceof Error && ofZod.includes(error.constructor.name))) throw error;
      refused = error;
    }
  if (!taken) throw refused;
}

function timestampIn(given: string): string {
  try {
    const read: unknown = JSON.parse(given);
    return typeof read === 'object' && read !== null && 'timestamp' in read ? String(read.timestamp) : '';
  } catch {
    return '';
  }
}
