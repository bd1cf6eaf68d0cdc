/** Somebody who has signed in: a late case of his own, and what an officer may see of him before and after his yes. */
import { randomUUID } from 'node:crypto';
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
