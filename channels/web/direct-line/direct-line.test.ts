import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestWire, type TestWire } from './test-wire.ts';

const base = '/v3/directline';

describe('Direct Line', () => {
  let wire: TestWire;
  beforeAll(async () => {
    wire = await openTestWire({ settings: { tokensPerMinute: 1000 } });
  }, 60_000);
  afterAll(() => wire?.close());

  it('makes tokens for who holds the secret, and starts nothing by that', async () => {
    const { body } = await wire.call('POST', `${base}/tokens/generate`, {
      token: wire.secret,
      body: { user: { id: 'dl_hoa' } },
    });
    expect(body.expires_in).toBe(1800);
    const early = await wire.call('GET', `${base}/conversations/${body.conversationId}/activities`, {
      token: body.token,
    });
    expect(early).toMatchObject({ status: 404, body: { error: { code: 'NotFound' } } });
    expect((await wire.call('POST', `${base}/conversations`, { token: body.token })).status).toBe(201);
    expect((await wire.call('POST', `${base}/conversations`, { token: body.token })).status).toBe(200);
  });

  it('starts a conversation with the words that a machine speaks, once', async () => {
    const talk = await wire.start();
    await Promise.all([1, 2, 3].map(() => wire.call('POST', `${base}/conversations`, { token: talk.token })));
    const activities = await wire.told(talk);
    expect(activities).toHaveLength(1);
    expect(activities[0]).toMatchObject({ from: { role: 'bot' }, channelData: { opening: true } });
    expect(activities[0].text).toContain('máy trả lời tự động');
  });

  it('speaks English first to whoever comes in English', async () => {
    const [opening] = await wire.told(await wire.start({ locale: 'en-US', unit: '26740' }));
    expect(opening.text).toContain('automatic assistant');
    const [row] = await wire.store.database.query("select locale, unit from conversation where unit = '26740'");
    expect(row).toEqual({ locale: 'en', unit: '26740' });
  });

  it('echoes the message with its own id and channelData, then answers with text, chips and the whole answer', async () => {
    const talk = await wire.start();
    const channelData = { clientActivityID: 'k1', anything: { deep: [1] } };
    const { body } = await wire.say(talk, 'Làm khai sinh cho con cần giấy tờ gì?', channelData);
    const [, asked, said] = await wire.told(talk, 1);
    expect(asked).toMatchObject({ id: body.id, from: { role: 'user' }, channelData });
    expect(said.channelData).toMatchObject({ answer: { status: 'answered', codes: ['1.001193'] } });
    expect(said.channelData.answer.sources[0].url).toMatch(/^https:/);
    expect(said.text).toContain('Tờ khai');
    expect(said.suggestedActions.actions[0]).toEqual({
      type: 'imBack',
      title: expect.any(String),
      value: expect.any(String),
    });
  });

  it('lets the id in the token stand above what an activity says, and lends it to nobody', async () => {
    const talk = await wire.start();
    await wire.say(talk, 'chào');
    const [, asked] = await wire.told(talk);
    expect(asked.from.id).toMatch(/^dl_/);
    const { body } = await wire.call('POST', `${base}/tokens/generate`, { token: wire.secret });
    await wire.call('POST', `${base}/conversations`, { token: body.token });
    const path = `${base}/conversations/${body.conversationId}/activities`;
    const message = { type: 'message', text: 'chào' };
    const borrowed = await wire.call('POST', path, { token: body.token, body: { ...message, from: { id: 'dl_hoa' } } });
    expect(borrowed.status).toBe(400);
    expect((await wire.call('POST', path, { token: body.token, body: message })).status).toBe(400);
    expect(
      (await wire.call('POST', path, { token: body.token, body: { ...message, from: { id: 'hoa' } } })).status,
    ).toBe(200);
  });

  it('takes the same clientActivityID, or the same id, once', async () => {
    const talk = await wire.start();
    const sent = await Promise.all(
      [1, 2, 3].map(() => wire.say(talk, 'lệ phí khai sinh', { clientActivityID: 'same' })),
    );
    expect(new Set(sent.map(({ body }) => body.id)).size).toBe(1);
    const path = `${base}/conversations/${talk.id}/activities`;
    const body = { type: 'message', id: 'mine', from: { id: 'x' }, text: 'đăng ký kết hôn' };
    const again = [
      await wire.call('POST', path, { token: talk.token, body }),
      await wire.call('POST', path, { token: talk.token, body }),
    ];
    expect(again[0]?.body.id).toBe(again[1]?.body.id);
    expect(await wire.told(talk, 2)).toHaveLength(5);
  });

  it('answers messages that come at once one after another, in their order', async () => {
    const talk = await wire.start();
    const texts = ['lệ phí đăng ký kết hôn', 'còn giấy tờ?', 'đăng ký tạm trú mất bao lâu', 'lệ phí?'];
    await Promise.all(texts.map((text, index) => wire.say(talk, text, { clientActivityID: String(index) })));
    const activities = await wire.told(talk, 4);
    const asked = activities.filter((one: { from: { role: string } }) => one.from.role === 'user');
    const said = activities.filter((one: { channelData: { turnId?: string } }) => one.channelData.turnId);
    expect(asked).toHaveLength(4);
    const order = await wire.store.database.query(
      'select t.seq from utterance u join turn t on t.id = u.turn_id where u.speaker = $1 and t.id = any($2) order by u.position',
      ['bot', said.map((one: { channelData: { turnId: string } }) => one.channelData.turnId)],
    );
    expect(order.map(({ seq }) => Number(seq))).toEqual([1, 2, 3, 4]);
  });

  it('keeps every number masked, shows the sender what he typed, and after a restart the masked text', async () => {
    const talk = await wire.start();
    const text = 'mã số của tôi là 079203004567, làm khai sinh thế nào';
    await wire.say(talk, text, { clientActivityID: 'k', note: 'gọi 0912345678', at: 1795302208123 });
    const [, asked] = await wire.told(talk, 1);
    expect(asked.text).toBe(text);
    expect(asked.channelData.note).toBe('gọi 0912345678');
    const rows = await wire.store.database.query(
      "select coalesce(u.content::text, '') || coalesce(t.asked_masked, '') || coalesce(t.answer::text, '') as kept from utterance u left join turn t on t.id = u.turn_id",
    );
    expect(JSON.stringify(rows)).not.toMatch(/079203004567|0912345678/);
    await wire.restart();
    const [, later] = await wire.told(talk, 1);
    expect(later).toMatchObject({ id: asked.id, channelData: { clientActivityID: 'k' } });
    expect(later.text).toContain('[số căn cước 1]');
  });

  it('replays the whole conversation after a restart, answer by answer the same', async () => {
    const talk = await wire.start();
    await wire.say(talk, 'đăng ký kết hôn cần gì', { clientActivityID: 'r' });
    const before = await wire.told(talk, 1);
    await wire.restart();
    expect(await wire.told(talk, 1)).toEqual(before);
    const again = await wire.say(talk, 'đăng ký kết hôn cần gì', { clientActivityID: 'r' });
    expect(again.body.id).toBe(before[1].id);
    expect(await wire.told(talk, 1)).toHaveLength(3);
  });

  it('takes no file: it says so, keeps none, and answers the question that came along', async () => {
    const talk = await wire.start();
    const form = new FormData();
    const activity = {
      type: 'message',
      from: { id: 'x' },
      text: 'lệ phí khai sinh?',
      channelData: { clientActivityID: 'u1' },
    };
    form.append('activity', new Blob([JSON.stringify(activity)], { type: 'application/vnd.microsoft.activity' }));
    form.append('file', new Blob(['secret content'], { type: 'image/png' }), 'cccd.png');
    const sent = await fetch(`${wire.url}${base}/conversations/${talk.id}/upload?userId=x`, {
      method: 'POST',
      headers: { authorization: `Bearer ${talk.token}` },
      body: form,
    });
    expect(sent.status).toBe(200);
    const all = await wire.told(talk, 2);
    expect(all.map((one: { text: string }) => one.text).join('\n')).toMatch(/chưa nhận được tệp/);
    expect(all.some((one: { channelData: { turnId?: string } }) => one.channelData.turnId)).toBe(true);
    const bare = await wire.call('POST', `${base}/conversations/${talk.id}/upload?userId=x`, {
      token: talk.token,
      raw: { type: 'application/pdf', data: 'x' },
      headers: { 'content-disposition': 'name="file"; filename="a.pdf"' },
    });
    expect(bare.status).toBe(200);
    const [row] = await wire.store.database.query(
      'select count(*)::int as n from utterance where content::text like $1',
      ['%secret content%'],
    );
    expect(row).toEqual({ n: 0 });
  });

  it('keeps an opinion on an answer of this conversation, and on no other', async () => {
    const talk = await wire.start();
    await wire.say(talk, 'lệ phí khai sinh?');
    const turnId = (await wire.told(talk, 1)).at(-1).channelData.turnId;
    const body = { turnId, verdict: 'down', reason: 'sai, gọi tôi 0912345678' };
    expect((await wire.call('POST', '/api/feedback', { token: talk.token, body })).status).toBe(204);
    expect(
      await wire.store.database.query('select verdict, reason from feedback where turn_id = $1', [turnId]),
    ).toEqual([{ verdict: 'down', reason: 'sai, gọi tôi [số điện thoại 1]' }]);
    const other = await wire.start();
    expect((await wire.call('POST', '/api/feedback', { token: other.token, body })).status).toBe(404);
    expect((await wire.call('POST', '/api/feedback', { body })).status).toBe(401);
  });

  it('tells where a record comes from and whether the desk is open', async () => {
    const { body } = await wire.call('GET', '/api/guides/1.001193');
    expect(body).toMatchObject({ code: '1.001193', decision: expect.any(String), checkedOn: expect.any(String) });
    expect((await wire.call('GET', '/api/guides/9.999999')).status).toBe(404);
    expect((await wire.call('GET', '/api/desk')).body).toMatchObject({
      open: expect.any(Boolean),
      hours: expect.stringContaining('thứ Hai'),
    });
    // An installation with one desk alone serves it to the portal of any commune.
    expect((await wire.call('GET', '/api/desk?unit=02683')).body).toMatchObject({ open: expect.any(Boolean) });
    expect((await wire.call('GET', '/api/desk?unit=xa')).status).toBe(400);
  });

  it('goes on with the conversation of a token that still holds', async () => {
    const talk = await wire.start({ locale: 'en' });
    const { body } = await wire.call('POST', '/api/token', { token: talk.token });
    expect(body).toMatchObject({ conversationId: talk.id, locale: 'en' });
    const fresh = await wire.call('POST', `${base}/tokens/refresh`, { token: talk.token });
    expect(fresh.body.conversationId).toBe(talk.id);
  });
});
