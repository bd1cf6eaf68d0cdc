import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { textOf } from '../answer.ts';
import { newHandOffCode } from './hand-off-code.ts';
import { inHours, officer, openTestDesk, type TestDesk, testProvince, testUnit } from './test-desk.ts';

const lan = officer('Lan');
const minh = officer('Minh');
const elsewhere = officer('Hùng', { unit: '02647' });
const province = officer('Thảo', { unit: testProvince, role: 'supervisor' });
const reception = officer('Hoa', { desk: 'Ban Tiếp công dân' });
const editor = officer('Tú', { role: 'editor' });

let test: TestDesk;
beforeAll(async () => {
  test = await openTestDesk();
}, 60_000);
afterAll(() => test?.close());
beforeEach(() => {
  test.at = inHours;
});

/** A citizen who waits. */
async function waiting(
  cause = 'citizen-asked',
  rest: { unit?: string | null; desk?: string; keptFrom?: string[] } = {},
) {
  const { store } = test;
  const { id, citizenId } = await store.openConversation({ channel: 'web', externalId: randomUUID(), locale: 'vi' });
  const said = await store.receive({
    conversationId: id,
    citizenId,
    messageId: 'm1',
    askedMasked: 'Cho tôi gặp cán bộ',
    slots: {},
    at: test.at,
  });
  const { unit = testUnit, desk = null, keptFrom = [] } = rest;
  const { handOff } = await store.handOffs.ofCitizens.open({
    conversationId: id,
    citizenId,
    code: newHandOffCode(),
    channel: 'web',
    locale: 'vi',
    unit,
    province: unit === null ? null : testProvince,
    field: null,
    desk,
    cause,
    summary: { text: 'Người dân muốn gặp cán bộ.', asked: [], lastWords: null },
    keptFrom,
    dueAt: null,
    opensAt: null,
    now: test.at,
  });
  const key = { conversationId: id, citizenId };
  return { ...key, id: handOff.id, turnId: said.turnId, code: handOff.code };
}

const saidIn = async (key: { conversationId: string; citizenId: string }) => {
  const page = await test.store.utterances({ ...key, after: 0 });
  return (page?.utterances ?? []).map(({ speaker, content, asked }) => {
    const kept = (content ?? {}) as { text?: string; answer?: Parameters<typeof textOf>[0] };
    return `${speaker}: ${kept.text ?? asked ?? (kept.answer ? textOf(kept.answer) : '')}`;
  });
};
const at = (minutes: number) => new Date(inHours.getTime() + minutes * 60_000);

describe('what is told again because its reply did not arrive', () => {
  it('an end is one end, and no loss to him who ended it', async () => {
    const talk = await waiting();
    const claim = await test.desk.claim(lan, talk.id);
    await test.desk.end(lan, claim, 'finished');
    const before = await saidIn(talk);
    await test.desk.end(lan, claim, 'finished');
    expect(await saidIn(talk)).toEqual(before);
    await expect(test.desk.end(lan, { ...claim, fence: claim.fence + 1 }, 'finished')).rejects.toMatchObject({
      code: 'lost',
    });
  });

  it('passing on is done once, also when the colleague has it by now', async () => {
    const talk = await waiting();
    const claim = await test.desk.claim(lan, talk.id);
    await test.desk.transfer(lan, claim, { desk: 'Hộ tịch' }, 'Nhờ xem tiếp');
    const taken = await test.desk.claim(minh, talk.id);
    const before = await saidIn(talk);
    await test.desk.transfer(lan, claim, { desk: 'Hộ tịch' }, 'Nhờ xem tiếp');
    expect(await saidIn(talk)).toEqual(before);
    const { handOff, notes } = await test.desk.talk(minh, talk.id);
    expect(notes).toHaveLength(1);
    expect(handOff).toMatchObject({ owner: { id: minh.id }, fence: taken.fence });
  });

  it('a word that was said stays said, also when the talk is over', async () => {
    const talk = await waiting();
    const claim = await test.desk.claim(lan, talk.id);
    const said = await test.desk.say(lan, claim, { key: 'cùng-một', text: 'Chào chị' });
    await test.desk.end(lan, claim, 'returned');
    const before = await saidIn(talk);
    expect(await test.desk.say(lan, claim, { key: 'cùng-một', text: 'Chào chị' })).toMatchObject({ id: said.id });
    await expect(test.desk.say(lan, claim, { key: 'khác', text: 'Tôi quên' })).rejects.toMatchObject({ code: 'lost' });
    expect(await saidIn(talk)).toEqual(before);
  });
});

describe('taking over', () => {
  it('lets one officer have it; the other hears who does', async () => {
    const { id } = await waiting();
    const claim = await test.desk.claim(lan, id);
    expect(claim.fence).toBe(1);
    await expect(test.desk.claim(minh, id)).rejects.toMatchObject({ code: 'taken', by: 'Lan' });
    expect(await test.desk.claim(lan, id)).toMatchObject({ fence: 1 });
  });

  it('gives it to exactly one of ten that press together', async () => {
    const { id } = await waiting();
    const all = await Promise.allSettled(
      Array.from({ length: 10 }, (_, n) => test.desk.claim(officer(`Cán bộ ${n}`), id)),
    );
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('tells the citizen who has come, and keeps the bot’s answer back that was on its way', async () => {
    const talk = await waiting();
    await test.desk.claim(lan, talk.id);
    const answer = { answer: { blocks: [{ kind: 'say', text: 'Dạ, lệ phí là …' }] } };
    const end = await test.store.finish({
      ...talk,
      answer,
      status: 'answered',
      ms: 1,
      memory: { opened: true },
      at: test.at,
      unsaid: {},
    });
    expect(end.said).toBe(false);
    expect(await saidIn(talk)).toEqual([
      'citizen: Cho tôi gặp cán bộ',
      expect.stringContaining('officer: Cán bộ Lan đã vào trả lời. Từ lúc này trợ lý tự động im lặng.'),
    ]);
    expect((await test.store.turn(talk))?.answer).toMatchObject({ heldBack: answer });
  });

  it('lets a colleague have it when the lease is over, and the first one say nothing more', async () => {
    const { id } = await waiting();
    const claim = await test.desk.claim(lan, id);
    test.at = at(2);
    await test.desk.claim(minh, id);
    await expect(test.desk.say(lan, claim, { key: 'k', text: 'Chào chị' })).rejects.toMatchObject({
      code: 'lost',
      by: 'Minh',
    });
    await expect(test.desk.keep(lan, claim)).rejects.toMatchObject({ code: 'lost', by: 'Minh' });
    await expect(test.desk.end(lan, claim, 'finished')).rejects.toMatchObject({ code: 'lost' });
  });
});

describe('speaking', () => {
  it('says the same key once, and what was said reaches the citizen in order', async () => {
    const talk = await waiting();
    const claim = await test.desk.claim(lan, talk.id);
    const first = await test.desk.say(lan, claim, { key: 'a', text: 'Chào chị, tôi là Lan.' });
    const again = await test.desk.say(lan, claim, { key: 'a', text: 'Chào chị, tôi là Lan.' });
    expect(again.id).toBe(first.id);
    await test.desk.say(lan, claim, { key: 'b', text: 'Chị mang giấy chứng sinh theo nhé.' });
    expect((await saidIn(talk)).slice(-2)).toEqual([
      'officer: Chào chị, tôi là Lan.',
      'officer: Chị mang giấy chứng sinh theo nhé.',
    ]);
  });

  it('keeps no identity number, and lets a phone of the office stand', async () => {
    const talk = await waiting();
    const claim = await test.desk.claim(lan, talk.id);
    const { text } = await test.desk.say(lan, claim, { key: 'a', text: 'Số căn cước 010190000011, gọi 0900000011' });
    expect(text).toBe('Số căn cước [số căn cước 1], gọi 0900000011');
  });
});

describe('giving back', () => {
  it('lets the bot speak again, asks for a rating and remembers', async () => {
    const talk = await waiting();
    const claim = await test.desk.claim(lan, talk.id);
    await test.desk.end(lan, claim, 'returned');
    const open = await test.store.readConversation(talk);
    expect(open).toMatchObject({ ownedByOfficer: false, memory: { asks: 'rating' } });
    expect((await saidIn(talk)).at(-1)).toMatch(/^bot: Dạ, cán bộ Lan đã trao đổi xong, em trả lời tiếp/);
    await expect(test.desk.say(lan, claim, { key: 'z', text: 'Còn nữa' })).rejects.toMatchObject({ code: 'lost' });
  });
});

describe('who sees what', () => {
  it('shows a commune’s own to its officers and its province, and to nobody of another', async () => {
    const { id } = await waiting();
    expect((await test.desk.talk(lan, id)).entries).toHaveLength(1);
    expect((await test.desk.talk(province, id)).handOff.id).toBe(id);
    await expect(test.desk.talk(elsewhere, id)).rejects.toMatchObject({ code: 'unknown' });
    await expect(test.desk.claim(elsewhere, id)).rejects.toMatchObject({ code: 'unknown' });
    await expect(test.desk.talk(editor, id)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('shows a denunciation to the reception desk alone, and not to the officer it is about', async () => {
    const about = officer('Hoa', { desk: 'Tiếp công dân' });
    const { id } = await waiting('denunciation', { desk: 'tiep-cong-dan', keptFrom: [about.id] });
    await expect(test.desk.talk(lan, id)).rejects.toMatchObject({ code: 'unknown' });
    await expect(test.desk.talk(province, id)).rejects.toMatchObject({ code: 'unknown' });
    await expect(test.desk.talk(about, id)).rejects.toMatchObject({ code: 'unknown' });
    expect((await test.desk.talk(reception, id)).handOff.cause).toBe('denunciation');
    const listed = await test.desk.inbox(lan, { list: 'all' });
    expect(listed.items.map((item) => item.id)).not.toContain(id);
  });

  it('lists what waits, oldest first, page by page', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 5; n++) {
      test.at = at(100 + n);
      ids.push((await waiting('citizen-asked', { unit: testUnit })).id);
    }
    const first = await test.desk.inbox(lan, { list: 'waiting', limit: 3 });
    const seen = [...first.items];
    for (let next = first.next; next; ) {
      const page = await test.desk.inbox(lan, { list: 'waiting', limit: 3, after: next });
      seen.push(...page.items);
      next = page.next;
    }
    expect(seen.map(({ id }) => id).filter((id) => ids.includes(id))).toEqual(ids);
    expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
  });
});

describe('passing on', () => {
  it('keeps it for the colleague until his time is over', async () => {
    const { id } = await waiting();
    test.staff = [lan, minh].map((member) => ({ member, presence: 'available' as const }));
    const claim = await test.desk.claim(lan, id);
    await test.desk.transfer(lan, claim, { staffId: minh.id }, 'Chị ấy hỏi về đất');
    await expect(test.desk.claim(lan, id)).rejects.toMatchObject({ code: 'taken', by: 'Minh' });
    expect((await test.desk.inbox(minh, { list: 'mine' })).items.map((item) => item.id)).toContain(id);
    await test.desk.claim(minh, id);
    expect((await test.desk.talk(minh, id)).notes).toMatchObject([{ by: 'Lan', text: 'Chị ấy hỏi về đất' }]);
  });

  it('moves it to another commune, where it is seen from then on', async () => {
    const { id } = await waiting();
    const claim = await test.desk.claim(lan, id);
    await test.desk.transfer(lan, claim, { unit: '02647' }, 'Thuộc phường Lào Cai');
    await expect(test.desk.talk(lan, id)).rejects.toMatchObject({ code: 'unknown' });
    expect((await test.desk.talk(elsewhere, id)).handOff).toMatchObject({ unit: '02647', state: 'waiting' });
  });
});

it('notes, labels and takes a transcript along, with numbers masked', async () => {
  const { id } = await waiting();
  await test.desk.note(lan, id, 'Đã gọi 0900000011');
  await test.desk.label(lan, id, ['gấp', 'gấp', ' đất đai ']);
  const { notes, handOff } = await test.desk.talk(lan, id);
  expect(notes).toMatchObject([{ by: 'Lan', text: 'Đã gọi [số điện thoại 1]' }]);
  expect(handOff.labels).toEqual(['gấp', 'đất đai']);
  expect(await test.desk.transcript(lan, id)).toContain('Người dân: Cho tôi gặp cán bộ');
});
