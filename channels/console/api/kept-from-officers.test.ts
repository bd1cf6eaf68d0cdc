/** From a citizen's sentence to every door of the console: a denunciation, and what he has not agreed to. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  newThread,
  onDuty,
  openTestHandOffs,
  type TestHandOffs,
  type TestThread,
} from '../../../bot/handover/test-hand-offs.ts';
import type { TestStaff } from '../test-staff.ts';
import { openTestConsole, type TestConsole } from './test-console.ts';

let at: TestConsole;
let citizens: TestHandOffs;
let reception: TestStaff;
let accused: TestStaff;
let others: readonly TestStaff[];
beforeAll(async () => {
  at = await openTestConsole();
  citizens = await openTestHandOffs({}, at.test);
  reception = await at.staff({ name: 'Hoa', desk: 'Ban Tiếp công dân' });
  accused = await at.staff({ name: 'Nguyễn Văn Tuấn', desk: 'Địa chính' });
  others = [accused, await at.staff({ name: 'Lan' }), await at.staff({ name: 'Thảo', role: 'supervisor' })];
  citizens.at = new Date();
  citizens.staff = onDuty(...[reception, ...others].map(({ member }) => member));
}, 120_000);
afterAll(() => at?.close());

/** What this officer's console shows of everything, in one text. */
async function allFor(by: TestStaff, id: string): Promise<string> {
  const lists = await Promise.all(
    ['mine', 'waiting', 'all'].map((list) => at.call('GET', `/hand-offs?list=${list}`, { by })),
  );
  const talk = await at.call('GET', `/hand-offs/${id}`, { by });
  const paper = await at.call('GET', `/hand-offs/${id}/transcript`, { by });
  return [...lists, talk, paper].map(({ text }) => text).join('\n');
}

/** All hints of a stream until the next change of another talk, which everybody hears. */
async function hintsDuring(by: TestStaff, deed: () => Promise<unknown>): Promise<string> {
  const abort = new AbortController();
  const response = await fetch(`${at.url}/console/api/events`, {
    headers: { cookie: by.cookie },
    signal: abort.signal,
  });
  await deed();
  const open = newThread();
  await citizens.ask(open, 'cho tôi gặp cán bộ');
  const last = await citizens.openOne(open);
  let text = '';
  for await (const chunk of response.body ?? []) {
    text += Buffer.from(chunk).toString('utf8');
    if (text.includes(last)) break;
  }
  abort.abort();
  return text;
}

describe('a denunciation, from the citizen’s words', () => {
  it.each([
    ['tôi muốn tố cáo ông Tuấn bên địa chính nhận tiền làm sổ đỏ', 'nhận tiền'],
    ['toi to cao can bo dia chinh ten Tuan lay tien cua dan', 'lay tien'],
    ['cán bộ địa chính đòi hối lộ 5 triệu', '5 triệu'],
    ['tố giác anh Tuấn tham ô tiền cứu trợ', 'cứu trợ'],
    ['I want to report corruption by Mr Tuấn of the land desk (địa chính)', 'corruption'],
  ])('points to the reception desk and reaches it alone: %s', async (text, words) => {
    const thread = newThread();
    await citizens.ask(thread, 'làm sổ đỏ cần giấy gì');
    citizens.calls.length = 0;
    let said = '';
    const hints = await hintsDuring(accused, async () => {
      said = (await citizens.ask(thread, text)).text;
    });
    const id = await citizens.openOne(thread);
    expect(said).toMatch(/nơi tiếp công dân|citizens' reception/);
    const [row] = await at.test.database.query('select * from hand_off where id = $1', [id]);
    expect(row).toMatchObject({ cause: 'denunciation', desk: 'tiep-cong-dan', guarded: true, field: null });
    expect(JSON.stringify(row?.summary)).not.toContain(words);
    expect(row?.summary).toMatchObject({ asked: [], lastWords: null });
    expect(hints).not.toContain(id);
    expect(
      citizens.calls.filter(({ handOffId }) => handOffId === id).flatMap(({ staffIds }) => staffIds),
    ).not.toContain(accused.member.id);
    expect(JSON.stringify(citizens.calls)).not.toContain(words);
    const unknown = randomUUID();
    for (const by of others) {
      const all = await allFor(by, id);
      expect(all).not.toContain(words);
      expect(all).not.toContain(String(row?.code));
      for (const [method, path, body] of [
        ['GET', '', undefined],
        ['POST', '/claim', {}],
        ['POST', '/notes', { text: 'x' }],
        ['GET', '/transcript', undefined],
        ['POST', '/contact', { reason: 'xem thử' }],
        ['POST', '/dossier', { code: 'H15.09-261101-9999', reason: 'xem thử' }],
      ] as const) {
        const kept = await at.call(method, `/hand-offs/${id}${path}`, { by, body });
        const none = await at.call(method, `/hand-offs/${unknown}${path}`, { by, body });
        expect([kept.status, kept.text]).toEqual([none.status, none.text]);
      }
      const talkId = String(row?.conversation_id);
      expect((await at.call('POST', `/hand-offs/${talkId}/claim`, { by, body: {} })).status).toBe(404);
    }
    expect(await allFor(reception, id)).toContain(words);
    expect(JSON.stringify(await at.test.database.query('select * from audit'))).not.toContain(words);
  });

  it('stays with its desk when somebody passes it on', async () => {
    const thread = newThread();
    await citizens.ask(thread, 'tôi tố cáo cán bộ địa chính nhận tiền');
    const id = await citizens.openOne(thread);
    const { body: claim } = await at.call('POST', `/hand-offs/${id}/claim`, { by: reception, body: {} });
    for (const to of [{ desk: 'Địa chính' }, { desk: 'Một cửa' }, { staffId: accused.member.id }]) {
      const passed = await at.call('POST', `/hand-offs/${id}/transfer`, {
        by: reception,
        body: { fence: claim.fence, to, note: '' },
      });
      expect(passed.status).toBe(400);
    }
    expect(await allFor(accused, id)).not.toContain('nhận tiền');
  });

  it('takes an open talk along, with all that was said in it before', async () => {
    const thread = newThread();
    await citizens.ask(thread, 'cho tôi gặp cán bộ, chuyện mảnh ruộng đằng sau đình');
    const id = await citizens.openOne(thread);
    expect(await allFor(accused, id)).toContain('đằng sau đình');
    await citizens.ask(thread, 'thôi tôi tố cáo luôn cán bộ địa chính');
    expect(await allFor(accused, id)).not.toContain('đằng sau đình');
    await citizens.ask(thread, 'ông ấy tên là Tuấn, nhà ở cạnh chợ');
    expect(await allFor(accused, id)).not.toContain('cạnh chợ');
    expect(await allFor(reception, id)).toContain('cạnh chợ');
  });
});

describe('a complaint', () => {
  it('does not reach the officer it names, even when he was about to take the talk', async () => {
    const thread = newThread();
    await citizens.ask(thread, 'cho tôi gặp cán bộ');
    const id = await citizens.openOne(thread);
    await citizens.ask(thread, 'tôi khiếu nại thái độ của ông Tuấn');
    expect((await at.call('GET', `/hand-offs/${id}`, { by: accused })).status).toBe(404);
    expect((await at.call('GET', `/hand-offs/${id}`, { by: others[1] ?? accused })).status).toBe(200);
  });
});

describe('consent, over the wire', () => {
  const lan = () => others[1] ?? accused;
  let number = 0;
  const askedOf = async (): Promise<TestThread> => {
    number += 1;
    const code = `H15.01-261101-30${10 + number}`;
    const { sessionId } = await citizens.signIn(`01019000300${number}`, [{ code, status: 'in-process' }]);
    const thread = newThread('web', sessionId);
    await citizens.ask(thread, 'hồ sơ của tôi tới đâu rồi');
    await citizens.ask(thread, 'cho tôi gặp cán bộ');
    return thread;
  };
  const private_ = /Giàng|H15\.01-261101|đang được giải quyết/;

  it('opens name and cases to who holds the talk, and only between the yes and its end', async () => {
    const thread = await askedOf();
    const id = await citizens.openOne(thread);
    await at.call('POST', `/hand-offs/${id}/claim`, { by: lan(), body: {} });
    expect(await allFor(lan(), id)).not.toMatch(private_);
    await citizens.ask(thread, 'để sau');
    expect(await allFor(lan(), id)).not.toMatch(private_);
    await citizens.ask(thread, 'đồng ý cho cán bộ xem hồ sơ của tôi');
    const { body } = await at.call('GET', `/hand-offs/${id}`, { by: lan() });
    expect(body).toMatchObject({ citizenName: 'Giàng A T. D.', dossiers: [{ applicantName: 'Giàng A Thí Dụ' }] });
    await citizens.ask(thread, 'tôi không đồng ý cho xem hồ sơ nữa');
    expect(await allFor(lan(), id)).not.toMatch(private_);
  });
});
