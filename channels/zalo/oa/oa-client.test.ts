import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { limitRate } from '../call/limit-rate.ts';
import { startZaloSimulator, type ZaloSimulator } from '../simulator/start-zalo-simulator.ts';
import { memoryTokens } from '../test-store.ts';
import { ZaloError } from '../zalo-error.ts';
import {
  askForTokens,
  keepOaTokens,
  type OaTokenKeeper,
  openOaClient,
  type TokenAlarm,
  type ZaloOaClient,
} from './index.ts';

const userId = '246845883529197922';
const hour = 3_600_000;

describe('the client of an Official Account', () => {
  let zalo: ZaloSimulator;
  let now = new Date('2026-11-23T03:00:00Z');
  const alarms: TokenAlarm[] = [];
  let client: ZaloOaClient;

  let tokens: OaTokenKeeper;
  const open = (more: Partial<Parameters<typeof openOaClient>[0]> = {}) => {
    const rate = limitRate({ perMinute: 60_000 });
    return openOaClient({ tokens, rate, openApiUrl: zalo.url, businessApiUrl: zalo.url, ...more });
  };
  beforeEach(async () => {
    now = new Date('2026-11-23T03:00:00Z');
    alarms.length = 0;
    zalo = await startZaloSimulator({ now: () => now });
    zalo.people.interacts(userId, now);
    const { accounts, settings, url } = zalo;
    const { appId, appSecret, oaId } = accounts;
    tokens = keepOaTokens({
      account: oaId,
      store: memoryTokens(),
      ask: askForTokens({ appId, appSecret, oauthUrl: url, now: () => now }),
      given: settings.ZALO_OA_REFRESH_TOKEN ?? null,
      onAlarm: (alarm) => alarms.push(alarm),
      now: () => now,
    });
    client = open();
  });
  afterEach(() => zalo.close());

  const failure = (work: Promise<unknown>): Promise<ZaloError> =>
    work.then(
      () => {
        throw new Error('It succeeded');
      },
      (error: unknown) => error as ZaloError,
    );

  it('sends words, buttons and pictures in the form of the documents', async () => {
    const sent = await client.sendText({ userId, text: 'Lệ phí: miễn.', quote: 'm1' });
    expect(sent).toEqual({ messageId: expect.any(String), quota: { type: 'reply', remain: 99, total: 100 } });
    await client.sendButtons({
      userId,
      text: 'Ông/bà hỏi việc nào?',
      buttons: [
        { title: 'Khai sinh', say: '#1' },
        { title: 'Trang web', url: 'https://dichvucong.gov.vn' },
        { title: 'Gọi', phone: '842593822111' },
        { title: 'Ẩn', say: '#2', hidden: true },
      ],
    });
    const attachmentId = await client.uploadImage({ name: 'qr.png', type: 'image/png', bytes: new Uint8Array(10) });
    await client.sendImage({ userId, picture: { attachmentId }, text: 'Mã QR' });
    const token = await client.uploadFile({ name: 'don.pdf', type: 'application/pdf', bytes: new Uint8Array(10) });
    await client.sendFile({ userId, token });
    await client.requestUserInfo({
      userId,
      title: 'Liên hệ',
      subtitle: 'Để cán bộ gọi lại',
      imageUrl: 'https://x.example/a.png',
    });
    expect(zalo.sent.all.map(({ body }) => body)).toEqual([
      { recipient: { user_id: userId }, message: { text: 'Lệ phí: miễn.', quote_message_id: 'm1' } },
      {
        recipient: { user_id: userId },
        message: {
          text: 'Ông/bà hỏi việc nào?',
          attachment: {
            type: 'template',
            payload: {
              buttons: [
                { title: 'Khai sinh', type: 'oa.query.show', payload: '#1' },
                { title: 'Trang web', type: 'oa.open.url', payload: { url: 'https://dichvucong.gov.vn' } },
                { title: 'Gọi', type: 'oa.open.phone', payload: { phone_code: '842593822111' } },
                { title: 'Ẩn', type: 'oa.query.hide', payload: '#2' },
              ],
            },
          },
        },
      },
      {
        recipient: { user_id: userId },
        message: {
          text: 'Mã QR',
          attachment: {
            type: 'template',
            payload: {
              template_type: 'media',
              elements: [{ media_type: 'image', attachment_id: 'simulated-attachment' }],
            },
          },
        },
      },
      {
        recipient: { user_id: userId },
        message: { attachment: { type: 'file', payload: { token: 'simulated-file-token' } } },
      },
      {
        recipient: { user_id: userId },
        message: {
          attachment: {
            type: 'template',
            payload: {
              template_type: 'request_user_info',
              elements: [{ title: 'Liên hệ', subtitle: 'Để cán bộ gọi lại', image_url: 'https://x.example/a.png' }],
            },
          },
        },
      },
    ]);
  });

  it('sends templates by user id in both forms, and by phone in Zalo’s way of writing one', async () => {
    const template = { templateId: '7895417', data: { ma_ho_so: 'H38.12', trang_thai: 'Có kết quả' } };
    await client.sendTemplateByUid({ ...template, userId });
    await open({ templateBody: 'recipient' }).sendTemplateByUid({ ...template, userId });
    await client.sendTemplateByPhone({ ...template, phone: '0900 000 011', trackingId: 'n-1' });
    const bodies = zalo.sent.all.map(({ body }) => body);
    expect(bodies[0]).toMatchObject({ user_id: userId, template_id: '7895417', template_data: template.data });
    expect(bodies[1]).toMatchObject({ recipient: { user_id: userId } });
    expect(bodies[2]).toMatchObject({ phone: '84900000011', tracking_id: 'n-1' });
    const wrong = await failure(client.sendTemplateByPhone({ ...template, phone: '1900', trackingId: 'n-2' }));
    expect(wrong).toMatchObject({ action: 'bug', platformCode: -108, code: 'zalo-business--108' });
  });

  it('reads the user, the quota and the OA', async () => {
    expect(await client.getUserDetail(userId)).toMatchObject({ userId, isFollower: false });
    expect(await client.getQuota(userId)).toEqual({
      lastInteraction: now,
      reply: { type: 'reply', remain: 100, total: 100 },
    });
    expect(await client.getOa()).toMatchObject({ oaId: zalo.accounts.oaId, isVerified: true, type: 4 });
    zalo.faults.add({ on: 'getUserDetail', fault: { code: -201 } });
    expect(await client.getUserDetail('x')).toBeNull();
  });

  it('renews a token that ended before its time once, for twenty calls at once', async () => {
    await client.sendText({ userId, text: 'một' });
    expect(zalo.tokens.renewals).toBe(1);
    zalo.tokens.expire();
    await Promise.all(Array.from({ length: 20 }, (_, index) => client.sendText({ userId, text: `câu ${index}` })));
    expect(zalo.tokens.renewals).toBe(2);
    expect(zalo.sent.all).toHaveLength(21);
  });

  it('gives up when the new token is refused as well', async () => {
    zalo.faults.add({ on: 'sendText', times: 2, fault: { code: -216 } });
    expect(await failure(client.sendText({ userId, text: 'a' }))).toMatchObject({
      action: 'refresh',
      platformCode: -216,
    });
    expect(zalo.tokens.renewals).toBe(2);
    expect(alarms).toEqual([]);
  });

  it.each([
    ['a week after the citizen’s last word', 7 * 24 * hour + 1, 'template', -230],
    ['six days after it', 6 * 24 * hour, null, 0],
  ])('learns the window of %s', async (_when, ms, action, code) => {
    await client.getOa();
    now = new Date(now.getTime() + ms);
    const sending = client.sendText({ userId, text: 'a' });
    if (action === null) expect((await sending).quota?.type).toBe('sub_quota');
    else expect(await failure(sending)).toMatchObject({ action, platformCode: code, mayHaveArrived: false });
  });

  it.each([
    [-32, 'slow-down'],
    [-100, 're-upload'],
    [-211, 'park'],
    [-213, 'drop'],
    [-224, 'human'],
    [-234, 'next-morning'],
    [-249, 'by-phone'],
    [-99_999, 'human'],
  ])('says of %d what there is to do: %s', async (code, action) => {
    zalo.faults.add({ on: 'sendText', fault: { code } });
    expect(await failure(client.sendText({ userId, text: 'a' }))).toMatchObject({ action, platformCode: code });
  });

  it('tells apart what did not arrive and what may have', async () => {
    await client.getOa();
    zalo.faults.add({ on: 'sendText', fault: 'break-after' });
    expect(await failure(client.sendText({ userId, text: 'a' }))).toMatchObject({
      action: 'retry',
      mayHaveArrived: true,
    });
    zalo.faults.add({ on: 'sendText', fault: 'garbled' });
    expect(await failure(client.sendText({ userId, text: 'b' }))).toMatchObject({ mayHaveArrived: true });
    zalo.faults.add({ on: 'sendText', fault: { http: 502 } });
    expect(await failure(client.sendText({ userId, text: 'c' }))).toMatchObject({ mayHaveArrived: true });
    zalo.faults.add({ on: 'getOa', fault: 'break-before' });
    expect(await failure(client.getOa())).toMatchObject({ action: 'retry', mayHaveArrived: false });
    const gone = await startZaloSimulator();
    await gone.close();
    const nowhere = open({ openApiUrl: gone.url });
    expect(await failure(nowhere.sendText({ userId, text: 'd' }))).toMatchObject({ mayHaveArrived: false });
  });

  it('leaves Zalo alone after five failures in a row', async () => {
    await client.getOa();
    zalo.faults.add({ on: 'getOa', times: 5, fault: { http: 503 } });
    for (let count = 0; count < 5; count += 1) await failure(client.getOa());
    expect(await failure(client.getOa())).toMatchObject({
      action: 'retry',
      retryAfterMs: 10_000,
      mayHaveArrived: false,
    });
  });

  it('puts no token into any error, and sends none as a Bearer', async () => {
    const errors: ZaloError[] = [];
    for (const fault of [{ code: -201 }, { http: 500 }, 'break-after', 'garbled', { http: 404 }] as const) {
      zalo.faults.add({ on: 'sendText', fault });
      errors.push(await failure(client.sendText({ userId, text: 'bí mật của tôi 010190000011' })));
    }
    const shown = errors.map((error) => `${error.stack} ${JSON.stringify(error)} ${String(error.cause)}`).join('\n');
    expect(shown).not.toMatch(/SIMULATED|127\.0\.0\.1|bí mật|010190000011|246845883529197922/);
    for (const error of errors) expect(error).toBeInstanceOf(ZaloError);
  });
});
