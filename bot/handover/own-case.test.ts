import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createDossierPanel } from '../dossiers/officer-panel.ts';
import { loadSpeech } from '../texts/speech.ts';
import { inHours, officer } from './test-desk.ts';
import { newThread, onDuty, openTestHandOffs, type TestHandOffs, type TestThread } from './test-hand-offs.ts';

const lan = officer('Lan');
const late = { procedure: '1.001193', status: 'in-process', promisedAt: '2026-11-16T17:00:00+07:00' };
const inTime = { procedure: '1.001193', status: 'in-process', promisedAt: '2026-11-30T17:00:00+07:00' };

let test: TestHandOffs;
let made = 0;
beforeAll(async () => {
  test = await openTestHandOffs();
}, 60_000);
afterAll(() => test?.close());
beforeEach(() => {
  test.at = inHours;
  test.staff = onDuty(lan);
});

/** A person of his own each time. */
async function person(...dossiers: readonly object[]) {
  made += 1;
  const codes = dossiers.map((one, index) => ({ code: `H15.01-261101-${1000 + made * 10 + index}`, ...one }));
  const { sessionId, citizenId } = await test.signIn(`01019000${1000 + made}`, codes);
  return { thread: newThread('web', sessionId), sessionId, citizenId };
}
const kept = async (thread: TestThread) => (await test.desk.talk(lan, await test.openOne(thread))).handOff;

describe('a late case of his own', () => {
  it('is offered a person for this very case, who hears why', async () => {
    const { thread } = await person(late);
    const told = await test.ask(thread, 'hồ sơ của tôi tới đâu rồi');
    const [chip] = told.answer.options;
    expect(chip?.text).toBe('Gặp cán bộ về hồ sơ này');
    const said = await test.ask(thread, chip?.send ?? '');
    expect(said.text).toContain('quá ngày hẹn');
    expect(await kept(thread)).toMatchObject({ cause: 'dossier-late', field: 'Hộ tịch' });
  });

  it.each([
    'hồ sơ tôi trễ hẹn cả tuần rồi, tôi khiếu nại',
    'ho so cua toi tre hen hoai, lam an kieu gi vay',
    'giấy hẹn quá hạn rồi cho tôi gặp cán bộ',
  ])('is the cause of a complaint about it: %s', async (text) => {
    const { thread } = await person(inTime, late);
    await test.ask(thread, text);
    expect((await kept(thread)).cause).toBe('dossier-late');
  });

  it('is no cause where none is late, where he speaks of something else, or where nobody is signed in', async () => {
    const { thread } = await person(inTime);
    const told = await test.ask(thread, 'hồ sơ của tôi tới đâu rồi');
    expect(told.answer.options[0]?.text).toBe('Gặp cán bộ');
    await test.ask(thread, 'Cho tôi gặp cán bộ về hồ sơ này');
    expect((await kept(thread)).cause).toBe('citizen-asked');
    const other = await person(late);
    await test.ask(other.thread, 'cho tôi gặp cán bộ hỏi về tạm trú');
    expect((await kept(other.thread)).cause).toBe('citizen-asked');
    const unknown = newThread();
    await test.ask(unknown, 'hồ sơ tôi trễ hẹn cả tuần rồi, tôi khiếu nại');
    expect((await kept(unknown)).cause).toBe('complaint');
  });
});

describe('what an officer sees of him', () => {
  /** All that reaches an officer, by every road. */
  async function shown(thread: TestThread) {
    const id = await test.openOne(thread);
    const panel = createDossierPanel({ database: test.store.database, speak: loadSpeech(), nameOf: () => null });
    const talk = await test.desk.talk(lan, id);
    const all = [talk, await test.desk.transcript(lan, id), await test.desk.inbox(lan, { list: 'all' }), test.calls];
    return { text: JSON.stringify(all), name: talk.citizenName, dossiers: await panel.ofCitizen(lan, talk.handOff) };
  }
  const asked = async () => {
    const one = await person(late);
    await test.ask(one.thread, 'hồ sơ của tôi tới đâu rồi');
    const said = await test.ask(one.thread, 'cho tôi gặp cán bộ');
    expect(said.answer.asks).toBe('pass-to-officer');
    return one;
  };
  const consents = (citizenId: string) => test.store.consents.list(citizenId);
  const nothing = async (thread: TestThread) => {
    const { text, name, dossiers } = await shown(thread);
    expect([name, dossiers]).toEqual([null, null]);
    expect(text).not.toMatch(/Giàng|H15\.01|16\/11|đang được giải quyết|quá hẹn/);
  };

  it('is neither name nor case before his yes, in the talk, the transcript, the list, the calls', async () => {
    await nothing((await asked()).thread);
  });

  it.each(['đồng ý', 'vâng ạ', 'dong y cho xem', 'được, cứ cho cán bộ xem đi', 'ừ'])(
    'is all of it after a yes: %s',
    async (yes) => {
      const { thread, citizenId } = await asked();
      await test.ask(thread, yes);
      const { text, name, dossiers } = await shown(thread);
      expect(name).toBe('Giàng A T. D.');
      expect(dossiers).toHaveLength(1);
      expect(text).toMatch(/H15\.01/);
      expect(await consents(citizenId)).toMatchObject([
        {
          purpose: 'pass-to-officer',
          said: expect.stringContaining('có đồng ý cho cán bộ này xem'),
          withdrawnAt: null,
        },
      ]);
    },
  );

  it.each([
    'không',
    'tôi không muốn cho xem đâu',
    'để sau',
    'de sau di',
    'làm khai sinh cần giấy gì',
    'cho xem hồ sơ là sao?',
  ])('stays nothing after: %s', async (no) => {
    const { thread, citizenId } = await asked();
    await test.ask(thread, no);
    await nothing(thread);
    expect(await consents(citizenId)).toEqual([]);
  });

  it('is nothing for a late yes that answers no question', async () => {
    const { thread } = await asked();
    await test.ask(thread, 'làm khai sinh cần giấy gì');
    await test.ask(thread, 'ok');
    await nothing(thread);
    await test.ask(thread, 'đồng ý cho cán bộ xem hồ sơ của tôi');
    expect((await shown(thread)).name).not.toBeNull();
  });

  it('counts when the officer came between the question and the answer, and ends when it is taken back, whoever has the talk', async () => {
    const { thread, citizenId } = await asked();
    const claim = await test.desk.claim(lan, await test.openOne(thread));
    expect((await test.ask(thread, 'đồng ý')).answer.blocks).toEqual([]);
    expect((await shown(thread)).dossiers).toHaveLength(1);
    expect((await test.ask(thread, 'thôi đừng cho cán bộ xem hồ sơ của tôi nữa')).answer.blocks).toEqual([]);
    await nothing(thread);
    expect(await consents(citizenId)).toMatchObject([{ withdrawnAt: expect.any(Date) }]);
    await test.ask(thread, 'ok cho cán bộ xem tên của tôi');
    expect((await shown(thread)).name).not.toBeNull();
    await test.desk.end(lan, claim, 'returned');
    await test.ask(thread, 'cho tôi gặp cán bộ');
    await nothing(thread);
  });

  it('takes no yes from somebody who is not signed in', async () => {
    const thread = newThread();
    await test.ask(thread, 'cho tôi gặp cán bộ');
    await test.ask(thread, 'đồng ý cho cán bộ xem hồ sơ của tôi');
    expect((await kept(thread)).personalDataAgreed).not.toBe(true);
  });
});
