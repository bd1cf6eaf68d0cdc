import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hearByServer } from '../../channels/speech/engines/hear-by-server.ts';
import { keepPrompts } from '../../channels/speech/engines/keep-prompts.ts';
import { speakByServer } from '../../channels/speech/engines/speak-by-server.ts';
import type { TextToSpeech } from '../../channels/speech/ports.ts';
import { usualVoice } from './media/voice-activity.ts';
import { type ServedAssistant, serveAssistant } from './served-assistant.ts';
import { type Gateway, startGateway } from './start-gateway.ts';
import { findSound } from './test-caller/find-sound.ts';
import { openPhone, type Phone } from './test-caller/phone.ts';
import { openPrompts } from './verbs/prompts.ts';

const question = 'làm căn cước hết bao nhiêu tiền';
let served: ServedAssistant;
let gateway: Gateway;
let voice: TextToSpeech;
let phone: Phone | null = null;
const made: string[] = [];
const errors: unknown[] = [];

beforeAll(async () => {
  served = await serveAssistant({ utterances: [question], officers: '02593822111', number: '02593822000' });
  const server = { baseUrl: served.speechUrl, model: 'stand-in', apiKey: null };
  const kept = keepPrompts(speakByServer({ ...server, voice: 'vi' }));
  voice = {
    synthesize(speaking) {
      made.push(speaking.text);
      return kept.synthesize(speaking);
    },
  };
  gateway = await startGateway({
    address: '127.0.0.1',
    port: 0,
    publicAddress: null,
    sound: { from: 0, to: 0 },
    allowed: null,
    trunk: null,
    mostCalls: 5,
    hooks: { base: served.base, secret: served.secret, timeoutMs: 10_000 },
    application: {
      callHook: '/hotline/jambonz/call',
      statusHook: '/hotline/jambonz/status',
      longestCall: 600,
      longestNothing: 20,
    },
    calls: { voice: usualVoice, bargeInBy: 'words' },
    listen: hearByServer(server),
    voice,
    onError: (error) => void errors.push(error),
  });
}, 180_000);
afterAll(async () => {
  await phone?.close();
  await gateway.stop();
  await served.stop();
}, 60_000);

describe('a real call to the program as it is served', () => {
  it('asks in Vietnamese over the greeting, is asked back, and chooses by a key', async () => {
    phone = await openPhone();
    const call = await phone.call('02593822000', gateway.at);
    await call.heard.until(({ speakingMs }) => speakingMs > 300, 20_000);
    const greeted = made.length;
    await call.say(served.sounds[0]!);
    await call.heard.until(({ silentMs }) => silentMs > 300);
    await call.heard.until(({ speakingMs }) => speakingMs > 300, 20_000);
    await call.heard.until(({ silentMs }) => silentMs > 700);
    // Asked back for which card: what was made after the question, not the greeting's rest that was never said.
    const said = made.slice(greeted).find((sentence) => /việc nào/.test(sentence));
    expect(said).toBeDefined();
    const signal = new AbortController().signal;
    const sounds: Int16Array[] = [];
    const prompt = { texts: [said!], rate: 'normal' as const, sensitive: false, signal };
    for await (const sound of openPrompts(voice).speak(prompt)) sounds.push(sound);
    await call.heard.until(({ silentMs }) => silentMs > 1_500);
    expect(findSound(sounds[0]!, call.heard.all()).likeness).toBeGreaterThan(0.99);
    const asked = made.length;
    call.press('2');
    await call.heard.until(() => made.length > asked + 1, 30_000);
    expect(made.slice(asked).join(' ')).not.toMatch(/nghe rõ/);
    call.hangUp();
    await gateway.settled();
    expect(errors).toEqual([]);
    expect(gateway.inUse).toEqual({ calls: 0, legs: 0, sounds: 0, listeners: 0 });
  }, 120_000);
});
