import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestStore, type TestStore } from '../../bot/store/test-store.ts';
import { signInTestStaff } from '../../channels/console/test-staff.ts';
import { hearByServer } from '../../channels/speech/engines/hear-by-server.ts';
import { keepPrompts } from '../../channels/speech/engines/keep-prompts.ts';
import { speakByServer } from '../../channels/speech/engines/speak-by-server.ts';
import type { TextToSpeech } from '../../channels/speech/ports.ts';
import { usualVoice } from './media/voice-activity.ts';
import { type ServedAssistant, serveAssistant, servedUnit } from './served-assistant.ts';
import { type Gateway, startGateway } from './start-gateway.ts';
import { findSound } from './test-caller/find-sound.ts';
import { hearSounds, sayUntilHeard } from './test-caller/hear-sounds.ts';
import { openPhone, type Phone, type PhoneCall } from './test-caller/phone.ts';
import { openPrompts } from './verbs/prompts.ts';

const question = 'làm căn cước hết bao nhiêu tiền';
const [hers, theirs] = ['cô cần làm giấy khai sinh cho cháu', 'dạ em là cán bộ hộ tịch đây ạ'];
const [number, officers] = ['02593822000', '02593822111'];
let test: TestStore;
let served: ServedAssistant;
let gateway: Gateway;
let voice: TextToSpeech;
let citizen: Phone;
let officer: Phone;
/** Every sentence that was asked of the voice, in its order. */
const made: string[] = [];
const errors: unknown[] = [];
const nothing = { calls: 0, legs: 0, sounds: 0, listeners: 0 };

beforeAll(async () => {
  [test, citizen, officer] = await Promise.all([openTestStore(), openPhone(), openPhone({ number: officers })]);
  const { databaseUrl, ownerUrl } = test.database;
  served = await serveAssistant({
    utterances: [question, hers, theirs],
    officers,
    number,
    // The key of the test store: who is signed in there is signed in here.
    files: { 'secret.key': Buffer.alloc(32, 7).toString('base64') },
    settings: { DATABASE_URL: databaseUrl, DATABASE_OWNER_URL: ownerUrl },
  });
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
    trunk: officer.at,
    mostCalls: 5,
    hooks: { base: served.base, secret: served.secret, timeoutMs: 10_000 },
    application: {
      callHook: '/hotline/jambonz/call',
      statusHook: '/hotline/jambonz/status',
      longestCall: 600,
      longestNothing: 60,
    },
    calls: { voice: usualVoice, bargeInBy: 'words' },
    listen: hearByServer(server),
    voice,
    onError: (error) => void errors.push(error),
  });
}, 180_000);
afterAll(async () => {
  await Promise.all([citizen.close(), officer.close()]);
  await gateway.stop();
  await served.stop();
  await test.close();
}, 60_000);

/** The next sentence from the place on that is like it; sounds go on coming while it is waited for. */
async function madeSince(place: number, like: RegExp, call: PhoneCall): Promise<string> {
  let found: string | undefined;
  await call.heard.until(() => {
    found = made.slice(place).find((sentence) => like.test(sentence));
    return found !== undefined;
  });
  return found ?? '';
}

async function soundOf(text: string): Promise<Int16Array> {
  const prompt = { texts: [text], rate: 'normal' as const, sensitive: false, signal: new AbortController().signal };
  const sounds: Int16Array[] = [];
  for await (const sound of openPrompts(voice).speak(prompt)) sounds.push(sound);
  return sounds[0] ?? new Int16Array(0);
}

describe('a real call to the program as it is served', () => {
  it('asks in Vietnamese over the greeting, is asked back, and chooses by a key', async () => {
    const call = await citizen.call(number, gateway.at);
    await call.heard.until(({ speakingMs }) => speakingMs > 300);
    const greeted = made.length;
    await call.say(served.sounds[0]!);
    // Asked back for which card: what was made after the question, not the greeting's rest that was never said.
    const said = await madeSince(greeted, /việc nào/, call);
    await hearSounds(call, [await soundOf(said)]);
    const asked = made.length;
    call.press('2');
    await call.heard.until(() => made.length > asked + 1);
    expect(made.slice(asked).join(' ')).not.toMatch(/nghe rõ/);
    call.hangUp();
    await gateway.settled();
    expect(errors).toEqual([]);
    expect(gateway.inUse).toEqual(nothing);
  }, 180_000);

  it('is put through: the officer hears what it is about, both hear each other, the console shows it as theirs', async () => {
    const { headers } = await signInTestStaff(test, { unit: servedUnit });
    const handOffs = async () => {
      const reply = await fetch(`${served.base}/console/api/hand-offs?list=all&channel=hotline`, { headers });
      expect(reply.status).toBe(200);
      const { items } = (await reply.json()) as { items: readonly Record<string, unknown>[] };
      return items.filter(({ id }) => !known.has(id));
    };
    const known = new Set<unknown>();
    for (const { id } of await handOffs()) known.add(id);
    const before = made.length;
    const call = await citizen.call(number, gateway.at);
    await call.heard.until(({ speakingMs }) => speakingMs > 300);
    call.press('0');
    const desk = await officer.nextCall();
    const whisper = await soundOf(await madeSince(before, /Người gọi từ tổng đài tự động/, desk));
    await hearSounds(desk, [whisper]);
    expect(findSound(whisper, call.heard.all()).likeness).toBeLessThan(0.6);
    // What is said while the whisper's last words run is heard by nobody: each speaks until the other has heard him.
    await Promise.all([sayUntilHeard(call, desk, served.sounds[1]!), sayUntilHeard(desk, call, served.sounds[2]!)]);
    expect(await handOffs()).toMatchObject([{ state: 'owned', channel: 'hotline', unit: servedUnit }]);
    desk.hangUp();
    const talked = made.length;
    await hearSounds(call, [await soundOf(await madeSince(talked, /trợ lý tự động/, call))]);
    expect(await handOffs()).toMatchObject([{ state: 'closed', closedAs: 'finished' }]);
    call.hangUp();
    await gateway.settled();
    expect(errors).toEqual([]);
    expect(gateway.inUse).toEqual(nothing);
  }, 240_000);
});
