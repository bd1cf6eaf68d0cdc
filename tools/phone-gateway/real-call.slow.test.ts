import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestBot, type TestBot } from '../../bot/test-bot.ts';
import { jambonzProvider } from '../../channels/hotline/jambonz/jambonz-provider.ts';
import type { Line } from '../../channels/hotline/line.ts';
import { providerRoutes } from '../../channels/hotline/provider-routes.ts';
import { openTestSwitchboard, testLine } from '../../channels/hotline/test-call.ts';
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
import { sentencesOf } from './verbs/prompts.ts';

const secret = 'a-webhook-secret-of-tests';
const voice = {
  synthesizer: { vendor: 'custom:test', language: 'vi-VN' },
  recognizer: { vendor: 'custom:test', language: 'vi-VN' },
};

let bot: TestBot;
let ears: TestEars;
let hooks: TestHooks | null = null;
let office: TestOffice | null = null;
beforeAll(async () => {
  [bot, ears] = await Promise.all([openTestBot(), openTestEars()]);
}, 60_000);
afterAll(() => ears.stop());
afterEach(async () => {
  await office?.stop();
  expect(office?.gateway.inUse).toEqual({ calls: 0, legs: 0, sounds: 0, listeners: 0 });
  await hooks?.stop();
  [office, hooks] = [null, null];
});

/** The real dialogue and the real knowledge behind signed hooks, and a gateway in front of them. */
async function openOffice({ line = testLine, officer }: { line?: Line; officer?: Phone } = {}) {
  const { dialogue } = await openTestSwitchboard({ bot, line });
  hooks = await serveHooks(providerRoutes(jambonzProvider({ secret, voice }), { dialogue, secret, onError: () => {} }));
  office = await openTestOffice({ ears, base: hooks.base, secret, ...(officer ? { trunk: officer.at } : {}) });
  return office;
}

/** Waits until a sentence like it was asked of the voice after the place, and was heard whole. @returns the sentence. */
async function hears(call: PhoneCall, like: RegExp, place = 0): Promise<string> {
  let said: string | undefined;
  await call.heard.until(() => {
    said = ears.standIn.spoken.slice(place).find((sentence) => like.test(sentence));
    return said !== undefined;
  });
  await hearSounds(call, [await ears.soundOf(said ?? '')]);
  return said ?? '';
}

const saidSoFar = () => ears.standIn.spoken.length;

/** The last text that was asked of the voice, and how surely it was heard, sentence by sentence. */
async function likenessOf(text: string, call: PhoneCall): Promise<number> {
  const all = call.heard.all();
  const each = await Promise.all(
    sentencesOf(text).map(async (sentence) => findSound(await ears.soundOf(sentence), all)),
  );
  return Math.min(...each.map(({ likeness }) => likeness));
}

describe('a real call', () => {
  it('is greeted in Vietnamese, is heard, and hears the answer', async () => {
    const { gateway, phone } = await openOffice();
    const caller = await phone();
    const question = await ears.utterance('lệ phí làm căn cước bao nhiêu');
    const call = await caller.call('02593822000', gateway.at);
    await hears(call, /trợ lý tự động/);
    const [heard, said] = [ears.standIn.heard.length, saidSoFar()];
    await call.say(question);
    await hears(call, /phí/, said);
    expect(ears.standIn.heard.slice(heard)).toEqual([
      expect.objectContaining({ text: 'lệ phí làm căn cước bao nhiêu' }),
    ]);
    expect(ears.standIn.heard.at(-1)!.likeness).toBeGreaterThan(0.99);
    call.hangUp();
    await gateway.settled();
    expect(office!.errors).toEqual([]);
  }, 180_000);

  it('comes by two failures to keys, and by a key to a person who was told what it is about', async () => {
    const officer = await openPhone({ number: testLine.officers!, answersAfterMs: 500 });
    const { gateway, phone } = await openOffice({ officer });
    const caller = await phone();
    const [first, second, hers, theirs] = await Promise.all(
      [
        // Nobody taught the recogniser these two: it hears a voice and no words.
        'ờ thì cái chuyện hôm nọ ấy mà',
        'thì là cái đó đó',
        'Cô cần làm giấy khai sinh cho cháu.',
        'Dạ, em là cán bộ hộ tịch, cô cần gì ạ?',
      ].map((text) => ears.soundOf(text)),
    );
    const call = await caller.call('02593822000', gateway.at);
    await hears(call, /trợ lý tự động/);
    await call.heard.until(({ silentMs }) => silentMs > 1_000);
    for (const [mumbled, answered] of [
      [first!, /ví dụ/],
      [second!, /phím không/],
    ] as const) {
      const place = saidSoFar();
      await call.say(mumbled);
      await hears(call, answered, place);
    }
    const place = saidSoFar();
    call.press('0');
    const desk = await officer.nextCall();
    const whispered = await hears(desk, /Người gọi từ tổng đài/, place);
    expect(await likenessOf(whispered, call)).toBeLessThan(0.6);
    await Promise.all([sayUntilHeard(call, desk, hers!), sayUntilHeard(desk, call, theirs!)]);
    desk.hangUp();
    expect(await call.ended).toMatchObject({ by: 'them' });
    await gateway.settled();
    expect(office!.errors).toEqual([]);
    await officer.close();
  }, 180_000);

  it('takes a call back outside the hours, and says goodbye', async () => {
    const { gateway, phone } = await openOffice({ line: { ...testLine, isOpen: () => false } });
    const call = await (await phone()).call('02593822000', gateway.at);
    await call.heard.until(({ speakingMs }) => speakingMs > 100);
    const place = saidSoFar();
    call.press('0');
    await hears(call, /gọi lại/, place);
    call.press('1');
    expect(await call.ended).toMatchObject({ by: 'them' });
    await gateway.settled();
    expect(office!.errors).toEqual([]);
  }, 180_000);
});
