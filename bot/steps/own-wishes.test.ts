/** Notices and own data as a citizen meets them: asked for, agreed to, stopped, seen, erased; on a real store. */
import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { textOf } from '../answer.ts';
import { createAssistant } from '../assistant.ts';
import type { IncomingMessage } from '../message.ts';
import { sendParcels } from '../notices/send-parcels.ts';
import { sendToWeb } from '../notices/send-to-web.ts';
import { pipeline } from '../pipeline.ts';
import { queueParcel } from '../store/outbox.ts';
import { openTestStore, type TestStore } from '../store/test-store.ts';
import { storeTools } from '../store-jobs.ts';
import { openTestBot } from '../test-bot.ts';
import { loadSpeech } from '../texts/speech.ts';

describe('wishes of a citizen', () => {
  let test: TestStore;
  let say: (thread: string, text: string, over?: Partial<IncomingMessage>) => Promise<{ status: string; text: string }>;
  beforeAll(async () => {
    test = await openTestStore();
    const { tools } = await openTestBot();
    const wired = { ...tools, ...storeTools(test.store, { channels: ['web'], page: '/du-lieu-cua-toi' }) };
    const assistant = createAssistant({ steps: pipeline(wired), speak: loadSpeech(), store: test.store });
    say = async (conversationId, text, over = {}) => {
      const message = { id: randomUUID(), conversationId, channel: 'web', locale: 'vi', text, at: new Date() } as const;
      const { answer } = await assistant.handle({ ...message, signedInAs: null, ownedByOfficer: false, ...over });
      return { status: answer.status, text: textOf(answer) };
    };
  }, 120_000);
  afterAll(() => test?.close());

  /** Somebody who has signed in: his citizen, and what each of his messages carries. */
  async function signIn() {
    const session = { personKey: randomBytes(32), tokenHash: randomBytes(32), nameMasked: 'Vàng T. M.', idToken: null };
    const { id, citizenId } = await test.store.openSession({ ...session, from: null });
    return { owner: citizenId, by: { sessionId: id } };
  }
  const ownerOf = async (thread: string) =>
    (await test.store.findConversation({ channel: 'web', externalId: thread }))?.citizenId ?? '';

  it('tells who is not signed in to sign in first, and keeps no consent', async () => {
    expect(await say('t1', 'hồ sơ có kết quả thì nhắn tôi nhé')).toMatchObject({ status: 'login-required' });
    expect(await test.store.consents.list(await ownerOf('t1'))).toEqual([]);
  });

  it('asks for consent in plain words, keeps the words after a yes, and stops with one word', async () => {
    const { owner, by } = await signIn();
    const asked = await say('t2', 'nhan cho toi khi co ket qua nha', by);
    expect(asked.text).toMatch(/giờ ban ngày.*đồng ý không/s);
    expect(await test.store.consents.list(owner)).toEqual([]);
    expect((await say('t2', 'ừ đồng ý', by)).text).toContain('đã ghi');
    expect(await test.store.consents.list(owner)).toMatchObject([{ said: expect.stringContaining('nhắn «dừng»') }]);
    expect((await say('t2', 'dừng', by)).text).toContain('đã dừng');
    expect(await test.store.consents.places(owner)).toEqual([]);
    expect(await test.store.consents.list(owner)).toMatchObject([{ withdrawnAt: expect.any(Date) }]);
    expect((await say('t2', 'dừng', by)).text).toContain('không có gì để dừng');
  });

  it('takes a no, and a change of subject, for no consent', async () => {
    const { owner, by } = await signIn();
    await say('t3', 'bật thông báo', by);
    expect((await say('t3', 'không', by)).text).toContain('không nhắn gì');
    await say('t3', 'bật thông báo', by);
    await say('t3', 'làm khai sinh cần giấy gì', by);
    await say('t3', 'ok', by);
    expect(await test.store.consents.list(owner)).toEqual([]);
  });

  it('asks for consent in one way only, however the wish is put, in both languages', async () => {
    const { by } = await signIn();
    for (const text of ['Khi nào có kết quả thì báo giúp tôi', 'hồ sơ có gì mới thì nhắn bác nhé'])
      expect((await say(`t-${text.length}`, text, by)).text).toMatch(/dừng.*có đồng ý không/s);
    const english = { ...by, locale: 'en' as const };
    expect((await say('t-en', 'Please text me when my application is ready', english)).text).toMatch(/Do you agree/);
  });

  it('shows a notice in the talk that is open when it comes, and keeps it while nobody is there', async () => {
    const { owner, by } = await signIn();
    await say('t5', 'đồng ý nhận thông báo hồ sơ', by);
    const now = new Date();
    const parcel = { citizenId: owner, channel: 'web', address: owner, kind: 'notice', key: randomUUID() };
    await test.store.database.withCitizen(owner, (handle) =>
      queueParcel(handle, { ...parcel, content: { text: 'Hồ sơ đã có kết quả.' }, notBefore: now }, now),
    );
    const away = { ...test.store, notices: { ...test.store.notices, talkNow: async () => null } };
    const round = (store: Parameters<typeof sendToWeb>[0], at: Date) =>
      sendParcels({ outbox: test.store.outbox, senders: [sendToWeb(store)], now: () => at });
    expect(await round(away, now)).toBe(0);
    expect(await round(test.store, now)).toBe(0);
    expect(await round(test.store, new Date(now.getTime() + 61_000))).toBe(1);
    const talk = await test.store.findConversation({ channel: 'web', externalId: 't5', ...by });
    const key = { conversationId: talk?.id ?? '', citizenId: owner };
    const said = (await test.store.utterances({ ...key, after: 0 }))?.utterances ?? [];
    expect(JSON.stringify(said.at(-1)?.content)).toContain('đã có kết quả');
  });

  it('keeps a notice back while an officer has the talk, and shows it after the return', async () => {
    const { owner, by } = await signIn();
    await say('t6', 'đồng ý nhận thông báo hồ sơ', by);
    const talk = await test.store.findConversation({ channel: 'web', externalId: 't6', ...by });
    const owned = (officer: string | null) =>
      test.database.query('update conversation set owner_officer = $1 where id = $2', [officer, talk?.id]);
    const now = new Date();
    const parcel = { citizenId: owner, channel: 'web', address: owner, kind: 'notice', key: randomUUID() };
    await test.store.database.withCitizen(owner, (handle) =>
      queueParcel(handle, { ...parcel, content: { text: 'Hồ sơ đã có kết quả.' }, notBefore: now }, now),
    );
    const round = (minutes: number) => {
      const at = new Date(now.getTime() + minutes * 60_000);
      return sendParcels({ outbox: test.store.outbox, senders: [sendToWeb(test.store)], now: () => at });
    };
    await owned(randomUUID());
    expect(await round(0)).toBe(0);
    expect(await round(2)).toBe(0);
    await owned(null);
    expect(await round(10)).toBe(1);
    const page = await test.store.utterances({ conversationId: talk?.id ?? '', citizenId: owner, after: 0 });
    expect(JSON.stringify(page?.utterances.at(-1)?.content)).toContain('đã có kết quả');
  });

  it('shows what is kept, erases it only after a second yes, and lets it be taken back', async () => {
    await say('t4', 'đăng ký tạm trú mất bao nhiêu tiền');
    expect((await say('t4', 'cho tôi xem dữ liệu của tôi')).text).toMatch(/2 câu hỏi.*đăng nhập/s);
    expect((await say('t4', 'xóa dữ liệu của tôi')).text).toMatch(/không lấy lại được.*có chắc/s);
    const owner = await ownerOf('t4');
    expect((await test.store.personalData.read(owner)).erasureAt).toBeNull();
    expect((await say('t4', 'có')).text).toContain('30 phút');
    expect((await test.store.personalData.read(owner)).erasureAt).not.toBeNull();
    expect((await say('t4', 'không xóa nữa')).text).toContain('vẫn còn');
    expect((await test.store.personalData.read(owner)).erasureAt).toBeNull();
  });
});
