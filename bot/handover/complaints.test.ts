/** What users of such systems complain of (5 to 11 of the survey): each must not happen here. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type ChannelName, channelNames } from '../message.ts';
import { inHours, officer, outOfHours, testProvince } from './test-desk.ts';
import { newThread, onDuty, openTestHandOffs, type TestHandOffs, type TestThread } from './test-hand-offs.ts';

const lan = officer('Lan', { skills: ['Hộ tịch'] });
const minh = officer('Minh', { skills: ['Đất đai'] });
const thao = officer('Thảo', { role: 'supervisor' });
const far = officer('Hùng', { unit: '02647' });

let test: TestHandOffs;
beforeAll(async () => {
  test = await openTestHandOffs();
}, 60_000);
afterAll(() => test?.close());
beforeEach(async () => {
  await test.database('update conversation set owner_officer = null');
  await test.database('delete from hand_off');
  test.at = inHours;
  test.staff = onDuty(lan, minh, thao);
  test.calls.length = 0;
  test.reachable = null;
});

const later = (minutes: number): void => {
  test.at = new Date(test.at.getTime() + minutes * 60_000);
};
const talkChannels = channelNames.filter((name): name is ChannelName => name !== 'console');

/** A citizen who asked for a person, and an officer who took it. */
async function taken(thread: TestThread, by = lan) {
  await test.ask(thread, 'Cho tôi gặp cán bộ');
  const id = await test.openOne(thread);
  return { id, claim: await test.desk.claim(by, id) };
}

describe.each(talkChannels)('5. the bot talks over an officer: on %s', (channel) => {
  it('it says nothing while an officer has the talk, whatever is asked; in danger it gives the number and calls him', async () => {
    const thread = newThread(channel);
    const { id, claim } = await taken(thread);
    for (const text of ['làm khai sinh cần giấy gì', 'cảm ơn', 'gặp cán bộ khác', '5 sao', 'thôi không cần nữa'])
      expect((await test.ask(thread, text)).answer.blocks).toEqual([]);
    await test.desk.say(lan, claim, { key: 'a', text: 'Chào chị.' });
    expect((await test.heard(thread)).slice(3).map((line) => line.split(':')[0])).toEqual([
      ...Array(5).fill('citizen'),
      'officer',
    ]);
    test.calls.length = 0;
    const alarm = await test.ask(thread, 'cứu với nhà tôi đang cháy');
    expect(alarm.answer.status).toBe('emergency');
    expect(test.calls).toMatchObject([{ kind: 'emergency', handOffId: id, staffIds: [lan.id] }]);
  });
});

describe('6. the bot stays silent after it was given back', () => {
  it('it answers the very next question, and knows what the officer spoke of', async () => {
    const thread = newThread();
    const { claim } = await taken(thread);
    await test.ask(thread, 'tôi cần đăng ký khai sinh cho con thì sao');
    await test.desk.say(lan, claim, { key: 'a', text: 'Chị làm đăng ký khai sinh ở xã mình được.' });
    await test.desk.end(lan, claim, 'returned');
    const fee = await test.ask(thread, 'thế lệ phí?');
    expect(fee.answer).toMatchObject({ status: 'answered', codes: ['1.001193'], facet: 'fee' });
  });
});

describe('7. nobody is notified', () => {
  it('those of the commune who can answer are called, by skill and presence, with no word of the citizen’s', async () => {
    test.staff = onDuty(lan, minh, thao, far);
    const thread = newThread();
    await test.ask(thread, 'đăng ký khai sinh cần giấy gì');
    const said = await test.ask(thread, 'cho tôi gặp cán bộ, tôi tên Hoa số 0900000011');
    expect(test.calls).toMatchObject([{ kind: 'new-hand-off', staffIds: [lan.id] }]);
    expect(JSON.stringify(test.calls)).not.toMatch(/Hoa|0900000011|khai sinh/);
    expect(said.text).toContain('đã báo người trực');
  });

  it('when nobody can be reached all are tried, and he is told that and when', async () => {
    test.reachable = () => false;
    const thread = newThread();
    const said = await test.ask(thread, 'cho tôi gặp cán bộ');
    expect(new Set(test.calls.flatMap(({ staffIds }) => staffIds))).toEqual(new Set([lan.id, minh.id, thao.id]));
    expect(said.text).toMatch(/chưa gọi được cán bộ nào[\s\S]*quầy mở: thứ Hai 23\/11, 13 giờ 30/);
    expect(said.text).not.toContain('đã báo người trực');
    expect(said.answer.asks).toBe('contact');
  });

  it('it stands in the queue at once, with what was asked, answered and from where', async () => {
    const thread = newThread();
    await test.ask(thread, 'đăng ký khai sinh cần giấy gì');
    await test.ask(thread, 'cho tôi gặp cán bộ');
    const { items } = await test.desk.inbox(lan, { list: 'waiting' });
    const id = await test.openOne(thread);
    const one = items.find((item) => item.id === id);
    expect(one).toMatchObject({ cause: 'citizen-asked', unit: '02683', field: 'Hộ tịch' });
    expect(one?.summary).toMatchObject({
      asked: [
        { code: '1.001193', facets: ['documents'], answered: true, sources: [{ checkedOn: expect.any(String) }] },
      ],
      lastWords: 'cho tôi gặp cán bộ',
    });
  });
});

describe('8. the officer never answers', () => {
  it('whoever is silent loses it to the next one, who finds it at the front; then the supervisor is called', async () => {
    const thread = newThread();
    const { id, claim } = await taken(thread);
    test.calls.length = 0;
    later(6);
    await test.watch();
    expect((await test.heard(thread)).at(-1)).toMatch(
      /^bot: Dạ, cán bộ đang tạm gián đoạn. Câu hỏi của ông\/bà đã lên đầu hàng/,
    );
    await expect(test.desk.say(lan, claim, { key: 'z', text: 'Tôi đây' })).rejects.toMatchObject({ code: 'lost' });
    await test.watch();
    expect(test.calls).toMatchObject([{ kind: 'overdue', handOffId: id, staffIds: [minh.id] }]);
    const other = newThread();
    await test.ask(other, 'cho tôi gặp cán bộ');
    expect((await test.desk.inbox(minh, { list: 'waiting' })).items[0]?.id).toBe(id);
    test.calls.length = 0;
    later(6);
    await test.watch();
    await test.watch();
    expect(test.calls.filter(({ handOffId }) => handOffId === id)).toMatchObject([
      { kind: 'overdue', staffIds: [thao.id] },
    ]);
    expect((await test.heard(thread)).at(-1)).toMatch(/^bot: Dạ, vẫn chưa có cán bộ nào nhận.*lãnh đạo phụ trách/);
  });

  it('time counts only while the desk is open', async () => {
    test.at = new Date('2026-11-23T04:29:00Z'); // 11:29, a minute before noon
    const thread = newThread();
    const { id } = await taken(thread);
    later(60);
    await test.watch();
    expect((await test.desk.talk(lan, id)).handOff).toMatchObject({ state: 'owned' });
    test.at = new Date('2026-11-23T06:35:00Z'); // 13:35
    await test.watch();
    expect((await test.desk.talk(lan, id)).handOff).toMatchObject({ state: 'waiting', escalation: 1 });
  });

  it('the citizen who writes again and hears nothing for five minutes is no longer his', async () => {
    const thread = newThread();
    const { id, claim } = await taken(thread);
    await test.desk.say(lan, claim, { key: 'a', text: 'Chào chị, chị cần gì ạ?' });
    later(10);
    await test.watch();
    await test.ask(thread, 'tôi hỏi về hộ khẩu');
    await test.watch();
    later(4);
    await test.watch();
    expect((await test.desk.talk(lan, id)).handOff.state).toBe('owned');
    later(2);
    await test.watch();
    expect((await test.desk.talk(lan, id)).handOff).toMatchObject({ state: 'waiting', escalation: 1 });
  });

  it('a talk that both have left is closed, and the bot answers again', async () => {
    const thread = newThread();
    const { id, claim } = await taken(thread);
    await test.desk.say(lan, claim, { key: 'a', text: 'Chị xem giúp tôi nhé.' });
    later(31);
    await test.watch();
    expect((await test.desk.talk(lan, id)).handOff).toMatchObject({ state: 'closed', closedAs: 'citizen-left' });
    expect((await test.ask(thread, 'đăng ký khai sinh hết bao nhiêu tiền')).answer.status).toBe('answered');
  });
});

describe('9. out of hours the office’s text clashes with the bot', () => {
  it('there is one answer with the opening, nobody’s phone rings, and the bot goes on answering', async () => {
    test.at = outOfHours;
    const thread = newThread();
    const said = await test.ask(thread, 'cho tôi gặp cán bộ');
    expect(said.text).toMatch(/ngoài giờ làm việc[\s\S]*thứ Hai 23\/11, 7 giờ 30/);
    expect(test.calls).toEqual([]);
    const next = await test.ask(thread, 'đăng ký khai sinh hết bao nhiêu tiền');
    expect(next.answer.status).toBe('answered');
    expect(next.text).toMatch(/đang chờ cán bộ, thứ \d/);
    expect(await test.heard(thread)).toHaveLength(4);
    await test.watch();
    expect(test.calls).toEqual([]);
    test.at = new Date('2026-11-23T00:31:00Z');
    await test.watch();
    expect(test.calls).toMatchObject([{ kind: 'new-hand-off' }]);
    expect(await test.heard(thread)).toHaveLength(4);
  });

  it('a number for a call back is kept sealed, and the office is called for it when it opens', async () => {
    test.at = outOfHours;
    const thread = newThread();
    await test.ask(thread, 'cho tôi gặp cán bộ');
    const kept = await test.ask(thread, '0900000011');
    expect(kept.text).toMatch(/đã cất số[\s\S]*thứ Hai 23\/11, 7 giờ 30/);
    const id = await test.openOne(thread);
    expect(await test.desk.talk(lan, id)).toMatchObject({ contactMasked: '•••••011', handOff: { state: 'call-back' } });
    expect(await test.desk.revealContact(lan, id, 'gọi lại')).toBe('0900000011');
    test.at = new Date('2026-11-23T00:31:00Z');
    await test.watch();
    expect(test.calls).toMatchObject([{ kind: 'call-back-due' }]);
    const rows = await test.database('select * from hand_off');
    expect(JSON.stringify(rows)).not.toContain('0900000011');
  });
});

describe('10. it cannot go to a particular team', () => {
  it('it goes to another desk, a colleague or another commune, and who gets it is called', async () => {
    const thread = newThread();
    const { id, claim } = await taken(thread);
    test.calls.length = 0;
    await test.desk.transfer(lan, claim, { staffId: minh.id }, 'Việc đất đai');
    expect((await test.ask(thread, 'có ai không')).answer.blocks.length).toBeGreaterThan(0);
    await test.watch();
    expect(test.calls).toMatchObject([{ kind: 'transferred', handOffId: id, staffIds: [minh.id] }]);
    const second = await test.desk.claim(minh, id);
    await test.desk.transfer(minh, second, { unit: '02647' }, 'Thuộc phường Lào Cai');
    test.staff = onDuty(lan, minh, thao, far);
    test.calls.length = 0;
    await test.watch();
    expect(test.calls).toMatchObject([{ staffIds: [far.id] }]);
  });
});

describe.each(talkChannels)('11. it works on one channel only, and messages go missing: %s', (channel) => {
  it('asking, answering, giving back and rating are the same, and every word stays', async () => {
    const thread = newThread(channel);
    const { id, claim } = await taken(thread);
    await test.ask(thread, 'tôi hỏi về tạm trú');
    await test.desk.say(lan, claim, { key: 'a', text: 'Chị mang giấy thuê nhà.' });
    await test.ask(thread, 'vâng');
    await test.desk.end(lan, claim, 'finished');
    later(1);
    expect((await test.ask(thread, '5 sao')).text).toContain('cảm ơn');
    await test.ask(thread, 'chị Lan nhiệt tình lắm');
    const { handOff, entries } = await test.desk.talk(lan, id);
    expect(handOff).toMatchObject({
      state: 'closed',
      closedAs: 'finished',
      rating: { stars: 5, word: 'chị Lan nhiệt tình lắm' },
    });
    expect(entries.filter(({ speaker }) => speaker === 'citizen').map(({ text }) => text)).toEqual([
      'Cho tôi gặp cán bộ',
      'tôi hỏi về tạm trú',
      'vâng',
    ]);
  });

  it('a fault of the bot hands nothing over by itself', async () => {
    const thread = newThread(channel);
    await test.ask(thread, 'cái này là cái gì đây ta');
    await expect(test.openOne(thread)).rejects.toThrow('no open hand-off');
  });
});

describe('what follows', () => {
  it('the code tells how it stands, on any channel and however it is typed; a wrong one tells nothing', async () => {
    const thread = newThread('web');
    const { text } = await test.ask(thread, 'cho tôi gặp cán bộ');
    const code = /Mã của câu hỏi: (\S{7})\./.exec(text)?.[1] ?? '';
    const elsewhere = newThread('zalo-oa');
    expect((await test.ask(elsewhere, code.toLowerCase().replace('-', ' '))).text).toMatch(`câu hỏi ${code} đang chờ`);
    expect((await test.ask(elsewhere, `cau hoi ${code} cua toi den dau roi`)).text).toMatch(`câu hỏi ${code} đang chờ`);
    expect((await test.ask(thread, 'câu hỏi của tôi đến đâu rồi?')).text).toMatch(`câu hỏi ${code} đang chờ`);
    expect((await test.ask(elsewhere, 'mã ZZ2-ZZ2 của tôi tới đâu rồi')).text).toContain('không thấy câu hỏi nào');
    expect((await test.ask(newThread(), 'câu hỏi của tôi đến đâu rồi')).text).toContain('nhắn mã của câu hỏi');
  });

  it('guessing codes is slowed', async () => {
    const thread = newThread('zalo-bot');
    for (let n = 2; n < 6; n++) await test.ask(thread, `mã ZZ${n}-ZZ2 tới đâu rồi`);
    const { text: own } = await test.ask(newThread(), 'gặp cán bộ');
    const code = /Mã của câu hỏi: (\S{7})\./.exec(own)?.[1] ?? '';
    await test.ask(thread, 'mã ZZ9-ZZ2 tới đâu rồi');
    test.at = new Date();
    expect((await test.ask(thread, `mã ${code} tới đâu rồi`)).text).toContain('mã sai nhiều lần quá');
  });

  it('he may take it back while he waits', async () => {
    const thread = newThread();
    await test.ask(thread, 'cho tôi gặp cán bộ');
    const id = await test.openOne(thread);
    expect((await test.ask(thread, 'thôi không cần nữa')).text).toContain('đã rút câu hỏi');
    expect((await test.desk.talk(lan, id)).handOff).toMatchObject({ state: 'closed', closedAs: 'withdrawn' });
  });

  it('minutes are told once five waits were measured, and not before', async () => {
    const province = officer('Cả tỉnh', { unit: testProvince });
    await test.database('update hand_off set told_position = null');
    const first = newThread();
    expect((await test.ask(first, 'cho tôi gặp cán bộ')).text).not.toMatch(/phút/);
    for (let n = 0; n < 6; n++) {
      const thread = newThread();
      await test.ask(thread, 'cho tôi gặp cán bộ');
      const id = await test.openOne(thread);
      later(2);
      const claim = await test.desk.claim(province, id);
      await test.desk.say(province, claim, { key: 'a', text: 'Chào bác' });
      await test.desk.end(province, claim, 'finished');
    }
    expect((await test.ask(newThread(), 'cho tôi gặp cán bộ')).text).toMatch(/chờ khoảng \d+ phút/);
  });
});

describe('what the bot says beside the turns', () => {
  it('calls the citizen as he calls himself, whoever has him told', async () => {
    const thread = newThread();
    await test.ask(thread, 'bác muốn hỏi đăng ký khai sinh');
    const { claim } = await taken(thread);
    later(6);
    await test.watch();
    expect((await test.heard(thread)).at(-1)).toContain('Câu hỏi của bác đã lên đầu hàng');
    const id = await test.openOne(thread);
    expect((await test.heard(thread)).find((line) => line.includes('đã vào trả lời'))).toContain(
      'Cán bộ thấy chữ bác đang gõ',
    );
    const second = await test.desk.claim(minh, id);
    expect(second.fence).toBeGreaterThan(claim.fence);
    await test.desk.transfer(minh, second, { desk: 'Địa chính' }, '');
    expect((await test.heard(thread)).at(-1)).toContain('câu hỏi của bác');
    await test.desk.end(lan, await test.desk.claim(lan, id), 'returned');
    expect((await test.heard(thread)).at(-1)).toContain('Bác cần thêm gì');
  });
});

describe('a talk that belongs to another commune', () => {
  it('is told to the citizen by its name, goes on there without consent, and the old one has no way back into it', async () => {
    const thread = newThread();
    const { id, claim } = await taken(thread);
    await test.database(`update hand_off set personal_data_agreed = true where id = '${id}'`);
    const conversationId = (await test.desk.talk(lan, id)).handOff.conversationId;
    await test.database(`update conversation set unit = '02683' where id = '${conversationId}'`);
    await test.desk.transfer(lan, claim, { unit: '02647' }, '');
    expect((await test.heard(thread)).at(-1)).toMatch(/thuộc phường Lào Cai nên câu hỏi của ông\/bà/i);
    for (const wanted of [id, conversationId]) {
      await expect(test.desk.claim(lan, wanted)).rejects.toMatchObject({ code: 'unknown' });
      await expect(test.desk.talk(lan, wanted)).rejects.toMatchObject({ code: 'unknown' });
    }
    expect((await test.desk.talk(far, id)).handOff).toMatchObject({ state: 'waiting', personalDataAgreed: null });
    await test.desk.end(far, await test.desk.claim(far, id), 'finished');
    await expect(test.desk.claim(lan, conversationId)).rejects.toMatchObject({ code: 'unknown' });
  });
});

describe('an officer who steps in', () => {
  it('takes a talk of his commune by its id from the bot, once, and nobody of another commune does', async () => {
    const thread = newThread();
    await test.ask(thread, 'làm khai sinh cần giấy gì');
    const found = await test.store.findConversation({ channel: 'web', externalId: thread.conversationId });
    const id = found?.id ?? '';
    await expect(test.desk.claim(lan, id)).rejects.toMatchObject({ code: 'unknown' });
    await test.database(`update conversation set unit = '02683' where id = '${id}'`);
    await expect(test.desk.claim(far, id)).rejects.toMatchObject({ code: 'unknown' });
    const both = await Promise.allSettled([test.desk.claim(lan, id), test.desk.claim(minh, id)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await test.ask(thread, 'thế lệ phí?')).answer.blocks).toEqual([]);
    const handOffId = await test.openOne(thread);
    expect((await test.desk.talk(lan, handOffId)).handOff).toMatchObject({ cause: 'stepped-in', state: 'owned' });
  });
});
