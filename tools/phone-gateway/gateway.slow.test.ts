import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Answer, type Answers, openTestApplication, type TestApplication } from './test-application.ts';
import { findSound } from './test-caller/find-sound.ts';
import { hearSounds, sayUntilHeard } from './test-caller/hear-sounds.ts';
import { openPhone, type Phone, type PhoneCall } from './test-caller/phone.ts';
import {
  openTestEars,
  openTestOffice,
  serveHooks,
  type TestEars,
  type TestHooks,
  type TestOffice,
} from './test-office.ts';

const secret = 'a-webhook-secret-of-tests';
const greeting = 'Dạ, em nghe ạ.';
const recognizer = { vendor: 'custom:test', language: 'vi-VN' };
const ask = (text: string, more: object = {}) => ({
  verb: 'gather',
  actionHook: '/turn',
  input: ['speech', 'digits'],
  numDigits: 1,
  // As long as a busy machine needs: nobody here falls silent to be asked again.
  timeout: 60,
  bargein: true,
  minBargeinWordCount: 2,
  recognizer,
  say: { text },
  ...more,
});
const dial = (more: object = {}) => ({
  verb: 'dial',
  target: [{ type: 'phone', number: '0259382211' }],
  timeout: 5,
  actionHook: '/dialled',
  ...more,
});
const nothing = { calls: 0, legs: 0, sounds: 0, listeners: 0 };
/** At once; more for a longer look: PHONE_GATEWAY_HANG_UPS=40. */
const hangUps = Number(process.env.PHONE_GATEWAY_HANG_UPS ?? 11);
const goodbye = [{ verb: 'say', text: 'Em chào bà.' }, { verb: 'hangup' }];

let ears: TestEars;
beforeAll(async () => {
  ears = await openTestEars();
}, 60_000);
afterAll(() => ears.stop());

let office: TestOffice;
let hooks: TestHooks;
let application: TestApplication;
afterEach(async () => {
  await office.stop();
  await hooks.stop();
  expect(office.gateway.inUse).toEqual(nothing);
  expect(application.faults).toEqual([]);
});

async function open(answers: Answers, more: Partial<Parameters<typeof openTestOffice>[0]> = {}) {
  application = openTestApplication(secret, answers);
  hooks = await serveHooks(application.router);
  const usual = { callHook: '/call', statusHook: '/status', longestCall: 600, longestNothing: 60 };
  office = await openTestOffice({ ears, base: hooks.base, secret, application: usual, ...more });
  return office;
}

/** Waits until the text was heard whole. */
const hears = async (text: string, call: PhoneCall): Promise<void> => hearSounds(call, [await ears.soundOf(text)]);

const likeness = async (text: string, { heard }: PhoneCall) =>
  findSound(await ears.soundOf(text), heard.all()).likeness;

describe('the gateway', () => {
  it('carries a prompt out and an utterance in, says so to the hooks, and tells how the call ended', async () => {
    const { gateway, phone } = await open({ call: [ask(greeting)], turn: goodbye });
    const question = await ears.utterance('tôi hỏi khai sinh');
    const call = await (await phone()).call('1022', gateway.at);
    await hears(greeting, call);
    await call.say(question);
    expect(await call.ended).toEqual({ by: 'them', why: 'bye' });
    expect(await likeness('Em chào bà.', call)).toBeGreaterThan(0.99);
    expect(application.of('call')[0]).toMatchObject({
      direction: 'inbound',
      from: '0900000011',
      to: '1022',
      call_status: 'trying',
    });
    expect(application.of('turn')[0]).toMatchObject({
      reason: 'speechDetected',
      speech: { is_final: true, alternatives: [{ transcript: 'tôi hỏi khai sinh' }] },
    });
    await gateway.settled();
    expect(application.of('status').map(({ call_status }) => call_status)).toEqual(['in-progress', 'completed']);
    expect(application.of('status').at(-1)).toMatchObject({ call_termination_by: 'jambonz' });
  }, 180_000);

  it.each(['sound', 'message'] as const)(
    'stops the prompt at a key that comes by %s',
    async (by) => {
      const long =
        'Dạ, bà muốn hỏi về khai sinh, về tạm trú, về căn cước, hay là về việc khác ạ? Bà cứ nói tự nhiên nhé.';
      const { gateway, phone } = await open({ call: [ask(long)], turn: goodbye });
      const call = await (await phone()).call('1022', gateway.at);
      await call.heard.until(({ speakingMs }) => speakingMs > 200);
      call.press('1', by);
      await call.ended;
      expect(application.of('turn')).toMatchObject([{ reason: 'dtmfDetected', digits: '1' }]);
      expect(await likeness('Em chào bà.', call)).toBeGreaterThan(0.99);
      expect(await likeness(long, call)).toBeLessThan(0.9);
    },
    180_000,
  );

  it('stops the prompt for a question, and goes on with it after a cough', async () => {
    const long =
      'Dạ, bà muốn hỏi về khai sinh, về tạm trú, về căn cước, hay là về việc khác ạ? Bà cứ nói tự nhiên nhé.';
    const { gateway, phone } = await open({ call: [ask(long)], turn: goodbye });
    const question = await ears.utterance('đăng ký tạm trú');
    const call = await (await phone()).call('1022', gateway.at);
    await call.heard.until(({ speakingMs }) => speakingMs > 100);
    await call.say(Int16Array.from({ length: 1_600 }, (_none, at) => 6_000 * Math.sin(at * at)));
    const before = call.heard.ms;
    await call.heard.until(({ ms, speakingMs }) => ms > before + 1_500 && speakingMs > 100);
    expect(application.of('turn')).toEqual([]);
    await call.say(question);
    await call.ended;
    expect(application.of('turn')).toMatchObject([{ reason: 'speechDetected' }]);
    expect(await likeness(long, call)).toBeLessThan(0.9);
  }, 180_000);

  it('hears through lost packets and a noisy line', async () => {
    let packets = 0;
    const { gateway, phone } = await open({ call: [ask(greeting)], turn: goodbye });
    const caller = await phone({ loses: () => ++packets % 50 === 0 });
    const question = await ears.utterance('xin cấp lại thẻ căn cước');
    const call = await caller.call('1022', gateway.at);
    await hears(greeting, call);
    let seed = 7;
    const noise = () => {
      seed = (seed * 16_807) % 2_147_483_647;
      return (seed / 2_147_483_647 - 0.5) * 800;
    };
    await call.say(question.map((sample) => sample + noise()));
    await call.ended;
    // The stand-in is stricter than any recogniser: it wants every sample. This is the likeness of what was left.
    expect(ears.standIn.heard.at(-1)!.likeness).toBeGreaterThan(0.95);
    expect(application.of('turn')).toHaveLength(1);
  }, 180_000);

  it('puts through: the officer alone hears the whisper, then the two hear each other, keys too', async () => {
    const officer = await openPhone({ number: '0259382211', answersAfterMs: 300 });
    const whisper = 'Bà hỏi về khai sinh.';
    const { gateway, phone } = await open(
      { call: [dial({ confirmHook: '/whisper' })], whisper: [{ verb: 'say', text: whisper }], dialled: goodbye },
      { trunk: officer.at },
    );
    const [hers, theirs] = [
      await ears.soundOf('Tôi cần làm giấy khai sinh.'),
      await ears.soundOf('Dạ, em là cán bộ hộ tịch.'),
    ];
    const call = await (await phone()).call('1022', gateway.at);
    const desk = await officer.nextCall();
    await hears(whisper, desk);
    await Promise.all([sayUntilHeard(call, desk, hers), sayUntilHeard(desk, call, theirs)]);
    call.press('5');
    await desk.heard.until(({ keys }) => keys === '5');
    expect(await likeness(whisper, call)).toBeLessThan(0.5);
    desk.hangUp();
    await call.ended;
    expect(application.of('dialled')).toMatchObject([{ dial_call_status: 'completed', dial_sip_status: 200 }]);
    expect(application.of('whisper')[0]).toMatchObject({
      direction: 'outbound',
      parent_call_sid: application.of('call')[0]!.call_sid,
    });
    await gateway.settled();
    await officer.close();
  }, 180_000);

  it.each([
    ['is-busy', { dial_call_status: 'busy', dial_sip_status: 486 }],
    ['is-switched-off', { dial_call_status: 'failed', dial_sip_status: 404 }],
    ['rings', { dial_call_status: 'no-answer' }],
  ] as const)(
    'tells that the officer’s telephone %s',
    async (manner, told) => {
      const officer = await openPhone({ manner });
      const { gateway, phone } = await open({ call: [dial({ timeout: 1 })], dialled: goodbye }, { trunk: officer.at });
      const call = await (await phone()).call('1022', gateway.at);
      await call.ended;
      expect(application.of('dialled')).toMatchObject([told]);
      await gateway.settled();
      await officer.close();
    },
    180_000,
  );

  it('refuses the call when the application is away, is wrong, or answers with what jambonz would not do', async () => {
    const firstAnswers: Answer[] = [
      500,
      401,
      [],
      'no json',
      [{ verb: 'say', txt: 'x' }],
      [{ verb: 'sing' }],
      [{ verb: 'gather', input: ['dtmf'] }],
    ];
    const { gateway, phone } = await open({ call: () => firstAnswers.shift() ?? 500 });
    const statuses: number[] = [];
    const caller = await phone();
    for (let tried = firstAnswers.length; tried > 0; tried -= 1) {
      const dialled = await caller.dial('1022', gateway.at);
      if (dialled.outcome !== 'answered') statuses.push(dialled.status);
    }
    expect(statuses).toEqual([503, 503, 480, 500, 500, 500, 500]);
    expect(office.errors.map((error) => (error as Error).message).join('\n')).toMatch(
      /webhook secret the same(.|\n)*unknown property txt/,
    );
  }, 180_000);

  it('ends the call when a later answer is wrong, and when nothing is answered in time', async () => {
    const { gateway, phone } = await open(
      { call: [ask(greeting)], turn: ({ digits }) => (digits === '1' ? [{ verb: 'gather', timeOut: 3 }] : 'hang') },
      { hookTimeoutMs: 3_000 },
    );
    const caller = await phone();
    for (const key of ['1', '2']) {
      const call = await caller.call('1022', gateway.at);
      call.press(key);
      expect(await call.ended).toMatchObject({ by: 'them' });
    }
    await gateway.settled();
    expect(office.errors).toHaveLength(2);
  }, 180_000);

  it('takes as many calls as it is told to, at once, and tells the next that it is busy', async () => {
    const { gateway, phone } = await open({ call: [ask(greeting)], turn: goodbye }, { mostCalls: 10 });
    const phones = await Promise.all(Array.from({ length: 10 }, () => phone()));
    const calls = await Promise.all(phones.map((one) => one.call('1022', gateway.at)));
    expect(await phones[0]!.dial('1022', gateway.at)).toEqual({ outcome: 'busy', status: 486 });
    await Promise.all(calls.map((call) => hears(greeting, call)));
    for (const call of calls) call.hangUp();
    await gateway.settled();
    expect(application.of('status').filter(({ call_status }) => call_status === 'completed')).toHaveLength(10);
  }, 180_000);

  it('lets a line go that has fallen silent without a goodbye, and one that lasts too long', async () => {
    const application = { callHook: '/call', statusHook: '/status', longestCall: 3, longestNothing: 1 };
    const { gateway, phone } = await open({ call: [ask(greeting, { timeout: 0 })] }, { application });
    const mute = await phone({ loses: () => true });
    const [one, two] = await Promise.all([mute.call('1022', gateway.at), (await phone()).call('1022', gateway.at)]);
    await Promise.all([one.ended, two.ended]);
    await gateway.settled();
    expect(gateway.inUse.calls).toBe(0);
  }, 180_000);

  it('leaves nothing behind, at whatever moment the caller hangs up', async () => {
    const officer: Phone = await openPhone({ answersAfterMs: 400 });
    const question = await ears.utterance('gặp cán bộ');
    const { gateway, phone } = await open(
      {
        call: [ask(greeting, { recognizer: { ...recognizer, asrTimeout: 1 } })],
        turn: [{ verb: 'say', text: 'Em nối máy.' }, dial({ confirmHook: '/whisper' })],
        whisper: [{ verb: 'say', text: 'Bà hỏi về khai sinh.' }],
      },
      { trunk: officer.at, mostCalls: 50 },
    );
    const hangUpAt = async (wants: (giveUp: () => void) => unknown) => {
      const giveUp = new AbortController();
      wants(() => giveUp.abort());
      const dialled = await (await phone()).dial('1022', gateway.at, giveUp.signal);
      if (dialled.outcome !== 'answered') return;
      const { leg } = dialled;
      giveUp.signal.addEventListener('abort', () => leg.hangUp());
      if (giveUp.signal.aborted) leg.hangUp();
      setTimeout(() => leg.rtp.playout.begin().push(question), 1_200);
      await leg.ended;
    };
    const atWhisper = async (giveUp: () => void) => {
      while (application.of('whisper').length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
      giveUp();
    };
    // A whole call lasts some seven seconds: before it is answered, greeting, question, recogniser, words, ringing, whisper, talk.
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 8_000 }), { minLength: hangUps, maxLength: hangUps }),
        async (moments) => {
          const atMoments = moments.map((ms) => hangUpAt((giveUp) => setTimeout(giveUp, ms)));
          await Promise.all([...atMoments, hangUpAt(atWhisper)]);
          await gateway.settled();
          expect(gateway.inUse).toEqual(nothing);
        },
      ),
      { numRuns: 1 },
    );
    while (officer.legs > 0) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(officer.soundsInUse).toBe(0);
    await officer.close();
    expect(application.of('dialled').length).toBeGreaterThan(0);
  }, 180_000);
});
