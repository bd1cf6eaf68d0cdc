import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestBot, type TestBot } from '../../bot/test-bot.ts';
import { jambonzProvider } from '../../channels/hotline/jambonz/jambonz-provider.ts';
import type { Line } from '../../channels/hotline/line.ts';
import { providerRoutes } from '../../channels/hotline/provider-routes.ts';
import { openTestSwitchboard, testLine } from '../../channels/hotline/test-call.ts';
import { findSound } from './test-caller/find-sound.ts';
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

/** Waits until the machine has said something and is silent. */
async function heardOut(call: PhoneCall): Promise<void> {
  await call.heard.until(({ speakingMs }) => speakingMs > 100, 20_000);
  await call.heard.until(({ silentMs }) => silentMs > 700);
}

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
    const call = await caller.call('02593822000', gateway.at);
    await heardOut(call);
    const greeting = ears.standIn.spoken.filter((text) => text.includes('trợ lý tự động'));
    expect(greeting).toHaveLength(1);
    expect(await likenessOf(greeting[0]!, call)).toBeGreaterThan(0.99);
    const before = ears.standIn.heard.length;
    await call.say(await ears.utterance('lệ phí làm căn cước bao nhiêu'));
    await heardOut(call);
    expect(ears.standIn.heard.slice(before)).toEqual([
      expect.objectContaining({ text: 'lệ phí làm căn cước bao nhiêu' }),
    ]);
    expect(ears.standIn.heard.at(-1)!.likeness).toBeGreaterThan(0.99);
    const answer = ears.standIn.spoken.filter((text) => /phí/.test(text)).at(-1)!;
    expect(await likenessOf(answer, call)).toBeGreaterThan(0.99);
    call.hangUp();
    await gateway.settled();
    expect(office!.errors).toEqual([]);
  }, 120_000);

  it('comes by two failures to keys, and by a key to a person who was told what it is about', async () => {
    const officer = await openPhone({ number: testLine.officers!, answersAfterMs: 500 });
    const { gateway, phone } = await openOffice({ officer });
    const caller = await phone();
    const call = await caller.call('02593822000', gateway.at);
    await heardOut(call);
    // Nobody taught the recogniser these: it hears a voice and no words.
    for (const [mumbled, answered] of [
      ['ờ thì cái chuyện hôm nọ ấy mà', /ví dụ/],
      ['thì là cái đó đó', /phím không/],
    ] as const) {
      await call.say(await ears.soundOf(mumbled));
      await heardOut(call);
      expect(ears.standIn.spoken.at(-1) + ears.standIn.spoken.slice(-4).join(' ')).toMatch(answered);
    }
    call.press('0');
    const desk = await officer.nextCall();
    await heardOut(desk);
    const whispered = ears.standIn.spoken.at(-1)!;
    expect(await likenessOf(whispered, desk)).toBeGreaterThan(0.99);
    expect(await likenessOf(whispered, call)).toBeLessThan(0.6);
    const [hers, theirs] = [
      await ears.soundOf('Cô cần làm giấy khai sinh cho cháu.'),
      await ears.soundOf('Dạ, em là cán bộ hộ tịch, cô cần gì ạ?'),
    ];
    await Promise.all([call.say(hers), desk.say(theirs)]);
    await Promise.all([call, desk].map(({ heard }) => heard.until(({ silentMs }) => silentMs > 400)));
    expect(findSound(hers, desk.heard.all()).likeness).toBeGreaterThan(0.99);
    expect(findSound(theirs, call.heard.all()).likeness).toBeGreaterThan(0.99);
    desk.hangUp();
    expect(await call.ended).toMatchObject({ by: 'them' });
    await gateway.settled();
    expect(office!.errors).toEqual([]);
    await officer.close();
  }, 180_000);

  it('takes a call back outside the hours, and says goodbye', async () => {
    const { gateway, phone } = await openOffice({ line: { ...testLine, isOpen: () => false } });
    const call = await (await phone()).call('02593822000', gateway.at);
    await call.heard.until(({ speakingMs }) => speakingMs > 100, 20_000);
    call.press('0');
    await heardOut(call);
    await call.heard.until(({ silentMs }) => silentMs > 1_500);
    expect(ears.standIn.spoken.slice(-6).join(' ')).toContain('gọi lại');
    call.press('1');
    expect(await call.ended).toMatchObject({ by: 'them' });
    await gateway.settled();
    expect(office!.errors).toEqual([]);
  }, 120_000);
});
