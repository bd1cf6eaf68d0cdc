import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestStaff } from '../test-staff.ts';
import { openTestConsole, ownUnit, type TestConsole } from './test-console.ts';

let at: TestConsole;
let lan: TestStaff;
let minh: TestStaff;
beforeAll(async () => {
  at = await openTestConsole();
  lan = await at.staff({ name: 'Lan' });
  minh = await at.staff({ name: 'Minh' });
}, 120_000);
afterAll(() => at?.close());

const post = (path: string, by: TestStaff, body: unknown = {}) => at.call('POST', path, { by, body });
const claimed = async (by = lan) => {
  const talk = await at.waiting();
  const { body } = await post(`/hand-offs/${talk.id}/claim`, by);
  return { ...talk, path: `/hand-offs/${talk.id}`, fence: body.fence as number };
};

describe('an officer at the console', () => {
  it('is told who he is and what he may do', async () => {
    const { status, body } = await at.call('GET', '/me', { by: lan });
    expect(status).toBe(200);
    expect(body).toMatchObject({ member: { name: 'Lan', unit: ownUnit }, csrf: lan.csrf, vapidKey: null });
    expect(body.rights).toContain('answer');
    expect(body.rights).not.toContain('switch');
  });

  it('sees who waits, takes one over, answers, and the inbox counts it as his', async () => {
    const talk = await at.waiting({ asked: 'Hồ sơ của tôi sao lâu vậy?' });
    const waiting = await at.call('GET', '/hand-offs?list=waiting', { by: lan });
    expect(waiting.body.items.map(({ id }: { id: string }) => id)).toContain(talk.id);
    const claim = await post(`/hand-offs/${talk.id}/claim`, lan);
    expect(claim.body).toMatchObject({ handOffId: talk.id, fence: 1 });
    const said = await post(`/hand-offs/${talk.id}/messages`, lan, {
      fence: 1,
      key: 'mot-hai-ba',
      text: 'Dạ, chào bác, cháu xem ngay ạ.',
    });
    expect(said.body).toMatchObject({ speaker: 'officer', by: 'Lan', text: 'Dạ, chào bác, cháu xem ngay ạ.' });
    const { body } = await at.call('GET', `/hand-offs/${talk.id}`, { by: lan });
    expect(body.entries.map(({ speaker }: { speaker: string }) => speaker)).toEqual(['citizen', 'officer', 'officer']);
    expect(body).toMatchObject({ claim: { fence: 1 }, dossiers: null, handOff: { owner: { name: 'Lan' } } });
    const mine = await at.call('GET', '/hand-offs?list=mine', { by: lan });
    expect(mine.body.items.map(({ id }: { id: string }) => id)).toContain(talk.id);
  });

  it('and a colleague press together: one has it, the other hears who', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { id } = await at.waiting();
      const both = await Promise.all([lan, minh].map((by) => post(`/hand-offs/${id}/claim`, by)));
      expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
      const lost = both.find(({ status }) => status === 409);
      const winner = both[0]?.status === 200 ? 'Lan' : 'Minh';
      expect(lost?.body.error).toMatchObject({ code: 'taken', by: winner, message: expect.stringContaining(winner) });
    }
  });

  it('says one thing once, however often his page sends it', async () => {
    const { path, fence } = await claimed();
    const words = { fence, key: 'mot-lan-thoi', text: 'Dạ vâng ạ.' };
    const sent = await Promise.all([1, 2, 3].map(() => post(`${path}/messages`, lan, words)));
    expect(new Set(sent.map(({ body }) => body.id)).size).toBe(1);
    const { body } = await at.call('GET', path, { by: lan });
    expect(body.entries.filter(({ text }: { text: string }) => text === 'Dạ vâng ạ.')).toHaveLength(1);
  });

  it('says nothing with the fence of another claim, of a former one, or of nobody', async () => {
    const { path, fence } = await claimed();
    const act = (name: string, more: object) => post(`${path}/${name}`, lan, { fence: fence + 1, ...more });
    const tried = [
      await act('messages', { key: 'khong-duoc', text: 'x' }),
      await act('keep', {}),
      await act('typing', {}),
      await act('end', { as: 'finished' }),
      await act('transfer', { to: { desk: 'Hộ tịch' }, note: '' }),
      await post(`${path}/messages`, minh, { fence, key: 'khong-duoc', text: 'x' }),
    ];
    for (const { status, body } of tried) expect([status, body.error.code]).toEqual([409, 'lost']);
    expect(at.typed).toEqual([]);
  });

  it('notes, labels, passes on, gives back; each as the talk then tells', async () => {
    const { path, fence } = await claimed();
    expect((await post(`${path}/notes`, lan, { text: 'Bác này cần gấp, gọi 0900000011.' })).status).toBe(204);
    const labels = { labels: ['khai sinh', 'gấp'] };
    expect((await at.call('PUT', `${path}/labels`, { by: lan, body: labels })).status).toBe(204);
    const { body } = await at.call('GET', path, { by: lan });
    expect(body.handOff.labels).toEqual(['khai sinh', 'gấp']);
    expect(body.notes[0].text).not.toContain('0900000011');
    const passed = await post(`${path}/transfer`, lan, { fence, to: { staffId: minh.member.id }, note: 'Nhờ em' });
    expect(passed.status).toBe(204);
    const taken = await post(`${path}/claim`, minh);
    expect(taken.status).toBe(200);
    expect((await post(`${path}/end`, minh, { fence: taken.body.fence, as: 'returned' })).status).toBe(204);
    const after = await at.call('GET', path, { by: minh });
    expect(after.body.handOff).toMatchObject({ state: 'closed', closedAs: 'returned', owner: null });
  });

  it('takes a transcript along as a file, or as a page to print, without numbers of persons', async () => {
    const { path, fence } = await claimed();
    const text = 'Bác gọi số <b>0900000011</b> nhé';
    await post(`${path}/messages`, lan, { fence, key: 'goi-so-nay', text });
    const file = await at.call('GET', `${path}/transcript`, { by: lan });
    expect(file.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename=hoi-mot-cua-\w+\.txt$/);
    expect(file.text).toContain('Cho tôi gặp cán bộ');
    expect(file.text).not.toContain('0900000011');
    const page = await at.call('GET', `${path}/transcript?print=1`, { by: lan });
    expect(page.text).toContain('&lt;b&gt;');
    expect(page.text).not.toContain('<b>');
  });

  it('hears who else is there, which desks and communes take talks', async () => {
    await at.staff({ name: 'Hoa', desk: 'Ban Tiếp công dân' });
    await at.staff({ name: 'Tú', role: 'editor', desk: 'Biên tập' });
    const names = (await at.call('GET', '/colleagues', { by: lan })).body.map(
      ({ member }: { member: { name: string } }) => member.name,
    );
    expect(names).toContain('Hoa');
    expect(names).not.toContain('Tú');
    expect((await at.call('GET', '/desks', { by: lan })).body).toEqual([{ name: 'Ban Tiếp công dân', address: null }]);
    expect((await at.call('GET', '/units', { by: lan })).body).toEqual([{ code: ownUnit, name: expect.any(String) }]);
  });

  it('is away with a reason, and colleagues see it', async () => {
    expect((await at.call('PUT', '/presence', { by: minh, body: { state: 'away', reason: 'họp' } })).status).toBe(204);
    expect((await at.call('GET', '/me', { by: minh })).body.presence).toBe('away');
  });

  it('looks up, and is given replies with their fields filled', async () => {
    const found = await at.call('GET', `/search?q=${encodeURIComponent('đăng ký khai tử cần giấy gì')}`, { by: lan });
    expect(found.body.procedure).toMatchObject({ code: '1.000656', citation: expect.stringContaining('1.000656') });
    const replies = await at.call('GET', '/canned?code=1.000656', { by: lan });
    expect(replies.body).toHaveLength(12);
    expect(replies.body[0].text).toContain('Tôi là Lan');
  });
});
