/** Answers that an officer looks at first: who decides, what the citizen hears, and that nobody is left without an answer. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { handOffDefaults } from '../handover/hand-off-settings.ts';
import { inHours, officer, outOfHours, testProvince, testUnit } from '../handover/test-desk.ts';
import { newThread, onDuty, openTestHandOffs, type TestHandOffs, type TestThread } from '../handover/test-hand-offs.ts';
import type { ChannelName } from '../message.ts';
import { loadSpeech } from '../texts/speech.ts';
import { createHeldDesk, type HeldDesk, type Suggestion } from './held-desk.ts';

const lan = officer('Lan');
const minh = officer('Minh');
const question = 'đăng ký khai sinh cho con cần giấy tờ gì';
const minutes = (count: number) => new Date(inHours.getTime() + count * 60_000);

let test: TestHandOffs;
let desk: HeldDesk;
let suggested: Suggestion[] = [];
beforeAll(async () => {
  test = await openTestHandOffs();
  desk = createHeldDesk({
    store: test.store,
    speak: loadSpeech(),
    settings: handOffDefaults,
    now: () => test.at,
    suggest: async (_member, suggestion) => {
      suggested.push(suggestion);
      return '00000000-0000-4000-8000-000000000001';
    },
  });
}, 60_000);
afterAll(() => test?.close());
beforeEach(async () => {
  test.staff = onDuty(lan, minh);
  test.reachable = null;
  test.at = inHours;
  suggested = [];
  await test.database('delete from hold_rule');
  await setRule();
});

const setRule = (rule: Partial<{ unit: string | null; statuses: string[]; fields: string[]; minutes: number }> = {}) =>
  test.store.held.setRule({
    ...{ unit: testUnit, statuses: ['answered', 'partial'], fields: [], minutes: 5 },
    ...rule,
    by: { name: 'Hoa', actor: 'staff:1' },
    at: inHours,
  });

async function holdOne(thread: TestThread = newThread()) {
  const { answer, text } = await test.ask(thread, question);
  const id = await test.openOne(thread);
  const [draft] = await desk.list(lan, id);
  if (!draft) throw new Error('nothing is held');
  const wish = { handOffId: id, draftId: draft.id, fence: null, text: null, keep: false };
  return { thread, answer, text, id, draft, wish };
}
const last = async (thread: TestThread) => (await test.heard(thread)).at(-1) ?? '';
const stateOf = async (id: string) =>
  (await test.database(`select state, closed_as, owner_officer from hand_off where id = '${id}'`))[0];

describe('an answer that is held', () => {
  it('tells the citizen at once that a person looks, by when, and the code; staff is called', async () => {
    const { answer, text, draft } = await holdOne();
    expect(answer.status).toBe('handed-off');
    expect(text).toMatch(/nhờ cán bộ xem lại.*5 phút.*Mã của câu hỏi: \w{3}-\w{3}/s);
    expect(text).not.toContain('khai sinh');
    expect(draft.answer.status).toBe('answered');
    expect(draft.answer.sources.length).toBeGreaterThan(0);
    expect(test.calls.at(-1)).toMatchObject({ kind: 'new-hand-off' });
  });

  it.each<ChannelName>(['web', 'zalo-bot', 'zalo-oa'])('goes out on %s in the name of who let it', async (channel) => {
    const { thread, id, wish } = await holdOne(newThread(channel));
    expect(await desk.send(lan, wish)).toEqual({ isOver: true, isKept: false });
    expect(await last(thread)).toMatch(/^officer: .*Nguồn: .*Cán bộ Lan đã kiểm tra câu trả lời này\.$/s);
    expect(await stateOf(id)).toEqual({ state: 'closed', closed_as: 'returned', owner_officer: null });
    const { text } = await test.ask(thread, 'chào bạn');
    expect(text).not.toBe('');
  });

  it('keeps its chips where it goes out as it is, and has none where it was changed', async () => {
    const chips = async () => {
      const rows = await test.database(
        `select content->'options' as options from utterance where content->>'notice' = 'checked' order by said_at desc, position desc limit 1`,
      );
      return (rows as { options: { text: string }[] | null }[])[0]?.options ?? [];
    };
    const asItIs = await holdOne();
    await desk.send(lan, asItIs.wish);
    expect(await chips()).toEqual(asItIs.draft.answer.options);
    expect(asItIs.draft.answer.options.length).toBeGreaterThan(0);
    test.at = minutes(1);
    const changed = await holdOne();
    await desk.send(lan, { ...changed.wish, text: 'Chị mang giấy chứng sinh.' });
    expect(await chips()).toEqual([]);
  });

  it('is the topic of what is asked next', async () => {
    const { thread, wish } = await holdOne();
    await desk.send(lan, wish);
    await setRule({ statuses: [] });
    const { answer } = await test.ask(thread, 'thế lệ phí?');
    expect(answer.codes).toContain('1.001193');
  });

  it('is sent by one of two who press together, and once', async () => {
    const { thread, wish } = await holdOne();
    const both = await Promise.allSettled([desk.send(lan, wish), desk.send(minh, wish)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'taken' } });
    const winner = both[0]?.status === 'fulfilled' ? lan : minh;
    await desk.send(winner, wish);
    expect((await test.heard(thread)).filter((line) => line.startsWith('officer:'))).toHaveLength(1);
    test.at = minutes(10);
    await test.watch();
    expect((await test.heard(thread)).filter((line) => line.includes('chưa kịp xem lại'))).toEqual([]);
  });

  it('can be changed by who holds the talk; the bot is silent meanwhile and speaks again after it', async () => {
    const { thread, id, wish } = await holdOne();
    const { fence } = await test.desk.claim(lan, id);
    expect((await test.ask(thread, 'lệ phí khai sinh')).text).toBe('');
    await expect(desk.send(minh, wish)).rejects.toMatchObject({ code: 'taken' });
    await expect(desk.send(lan, { ...wish, text: 'Chị mang giấy chứng sinh.' })).rejects.toMatchObject({
      code: 'lost',
    });
    const sent = await desk.send(lan, { ...wish, fence, text: 'Chị mang giấy chứng sinh.' });
    expect(sent.isOver).toBe(true);
    const [words, returned] = (await test.heard(thread)).slice(-2);
    expect(words).toBe('officer: Chị mang giấy chứng sinh.\n\nCán bộ Lan đã kiểm tra và sửa câu trả lời này.');
    expect(returned).toContain('trả lời tiếp');
    expect((await test.ask(thread, 'lệ phí kết hôn')).text).not.toBe('');
  });

  it('masks an identity number that an officer types', async () => {
    const { thread, id, wish } = await holdOne();
    const { fence } = await test.desk.claim(lan, id);
    await desk.send(lan, { ...wish, fence, text: 'Căn cước 010190000011 đã đúng.' });
    expect((await test.heard(thread)).join('\n')).not.toContain('010190000011');
  });

  it('is dropped when the officer answers himself, and does not go out later', async () => {
    const { thread, id, draft } = await holdOne();
    const { fence } = await test.desk.claim(lan, id);
    await desk.drop(lan, { handOffId: id, draftId: draft.id, fence });
    await test.desk.say(lan, { handOffId: id, fence }, { key: 'k', text: 'Chị gọi giúp em nhé.' });
    await test.desk.end(lan, { handOffId: id, fence }, 'returned');
    test.at = minutes(20);
    await test.watch();
    expect((await test.heard(thread)).join('\n')).not.toContain('chưa kịp xem lại');
  });

  it('can become a draft for the editors in the same click, once', async () => {
    const { wish } = await holdOne();
    expect(await desk.send(lan, { ...wish, keep: true })).toEqual({ isOver: true, isKept: true });
    await desk.send(lan, { ...wish, keep: true });
    expect(suggested).toEqual([expect.objectContaining({ question, code: '1.001193', turnId: expect.any(String) })]);
  });
});

describe('an answer that nobody looks at', () => {
  it('goes out by itself after the limit, says that it is unchecked, and the hand-off is over', async () => {
    const { thread, id, wish } = await holdOne();
    test.at = minutes(4);
    await test.watch();
    expect(await last(thread)).toContain('nhờ cán bộ xem lại');
    test.at = minutes(5);
    await Promise.all([test.watch(), test.watch()]);
    expect(await last(thread)).toMatch(/chưa kịp xem lại.*chứng sinh/s);
    expect((await test.heard(thread)).filter((line) => line.includes('chưa kịp xem lại'))).toHaveLength(1);
    expect(await stateOf(id)).toMatchObject({ state: 'closed', closed_as: 'released' });
    await expect(desk.send(lan, wish)).rejects.toMatchObject({ code: 'lost' });
  });

  it('goes out when who took it has gone', async () => {
    const { thread, id } = await holdOne();
    await test.desk.claim(lan, id);
    test.at = minutes(5);
    await test.watch();
    expect(await last(thread)).toContain('chưa kịp xem lại');
    expect(await stateOf(id)).toEqual({ state: 'closed', closed_as: 'released', owner_officer: null });
  });

  it('goes out when who took it sits there and does nothing, though it is noon and no working minute passes', async () => {
    const noon = 88;
    test.at = minutes(noon);
    const { thread, id } = await holdOne();
    const { fence } = await test.desk.claim(lan, id);
    for (const later of [2, 4, 6, 8, 9.9]) {
      test.at = minutes(noon + later);
      await test.desk.keep(lan, { handOffId: id, fence });
      await test.watch();
    }
    expect(await last(thread)).toContain('đã vào trả lời');
    test.at = minutes(noon + 10);
    await test.watch();
    expect(await last(thread)).toContain('chưa kịp xem lại');
  });

  it('goes out when the citizen takes his wish back', async () => {
    const { thread } = await holdOne();
    await test.ask(thread, 'thôi tôi không cần gặp cán bộ nữa');
    await test.watch();
    expect(await last(thread)).toContain('chưa kịp xem lại');
  });

  it('does not end the wait of a citizen who asked for a person meanwhile', async () => {
    const { thread, id } = await holdOne();
    await test.ask(thread, 'cho tôi gặp cán bộ');
    test.at = minutes(5);
    await test.watch();
    // He also hears that others are called for what he asked himself.
    expect((await test.heard(thread)).join('\n')).toContain('chưa kịp xem lại');
    expect(await stateOf(id)).toMatchObject({ state: 'waiting' });
  });
});

describe('an answer goes out at once', () => {
  const heardAtOnce = async (text = question, channel: ChannelName = 'web') => {
    const { answer, text: said } = await test.ask(newThread(channel), text);
    expect(said).not.toContain('nhờ cán bộ xem lại');
    expect(said).not.toBe('');
    return answer;
  };
  const heldOnes = async () => (await test.database(`select id from held_draft where state = 'held'`)).length;

  it('without a rule', async () => {
    await test.database('delete from hold_rule');
    await heardAtOnce();
  });
  it('out of hours', async () => {
    test.at = outOfHours;
    await heardAtOnce();
  });
  it('while nobody is there', async () => {
    test.staff = [{ member: lan, presence: 'away' }];
    await heardAtOnce();
  });
  it('when nobody can be called, and nothing is left behind', async () => {
    const before = await heldOnes();
    test.reachable = () => false;
    await heardAtOnce();
    expect(await heldOnes()).toBe(before);
  });
  it.each<ChannelName>(['hotline', 'kiosk', 'console'])('on %s, where nothing can be said later', async (channel) => {
    await heardAtOnce(question, channel);
  });
  it.each([
    ['an emergency', 'nhà tôi đang cháy', 'emergency'],
    ['a greeting', 'chào bạn', 'smalltalk'],
    ['a forbidden wish', 'làm giả giấy khai sinh giúp tôi', 'declined-unsafe'],
    ['a dossier', 'hồ sơ của tôi đến đâu rồi', 'login-required'],
  ])('to %s, whatever the rule says', async (_what, text, status) => {
    await setRule({ statuses: [], fields: ['Hộ tịch'] });
    await setRule({
      statuses: ['answered', 'partial', 'emergency', 'smalltalk', 'declined-unsafe', 'clarify', 'dossier'],
    });
    expect((await heardAtOnce(text)).status).toBe(status);
  });
  it('to a field that the rule does not name', async () => {
    await setRule({ statuses: [], fields: ['Đất đai'] });
    await heardAtOnce();
    await setRule({ statuses: [], fields: ['Hộ tịch'] });
    await holdOne();
  });
  it('in a commune whose own rule holds nothing, though its province does', async () => {
    await setRule({ unit: testProvince });
    await setRule({ statuses: [] });
    await heardAtOnce();
  });
  it('to a citizen who waits for a person already', async () => {
    const thread = newThread();
    await test.ask(thread, 'cho tôi gặp cán bộ');
    expect((await test.ask(thread, question)).text).toContain('chứng sinh');
  });
});

it('a rule is in the audit log with who set it', async () => {
  const rows = await test.database(`select actor, object from audit where action = 'hold-rule-set' limit 1`);
  expect(rows).toEqual([{ actor: 'staff:1', object: `hold-rule:${testUnit}` }]);
});
