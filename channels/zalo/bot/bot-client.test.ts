import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { limitRate } from '../call/limit-rate.ts';
import { startZaloSimulator, type ZaloSimulator } from '../simulator/start-zalo-simulator.ts';
import { ZaloError } from '../zalo-error.ts';
import { botIdOf, openBotClient, type ZaloBotClient } from './index.ts';

const chatId = '6ede9afa66b88fe6d6a9';

describe('the client of the Bot Platform', () => {
  let zalo: ZaloSimulator;
  let client: ZaloBotClient;
  const open = (token = zalo.accounts.botToken) =>
    openBotClient({ token, baseUrl: zalo.url, rate: limitRate({ perMinute: 60_000 }) });
  beforeEach(async () => {
    zalo = await startZaloSimulator();
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

  it('knows itself, sends words and pictures, and shows that it types', async () => {
    expect(await client.getMe()).toEqual({ id: '458912330021', name: 'bot.simulated', plan: 'BASIC' });
    expect(botIdOf(zalo.accounts.botToken)).toBe('458912330021');
    expect(await client.sendMessage({ chatId, text: 'Dạ, lệ phí: miễn.' })).toEqual({ messageId: expect.any(String) });
    await client.sendPhoto({ chatId, url: 'https://hoi.example/qr.png', caption: 'Mã QR' });
    await client.sendChatAction(chatId);
    expect(zalo.sent.all.map(({ body }) => body)).toEqual([
      { chat_id: chatId, text: 'Dạ, lệ phí: miễn.' },
      { chat_id: chatId, photo: 'https://hoi.example/qr.png', caption: 'Mã QR' },
    ]);
  });

  it('sets, looks at, tries and removes a webhook', async () => {
    expect(await client.getWebhookInfo()).toBeNull();
    const set = await client.setWebhook({ url: 'https://hoi.example/zalo/bot', secretToken: 'a'.repeat(32) });
    expect(set).toMatchObject({
      url: 'https://hoi.example/zalo/bot',
      check: { ok: true, outcome: 'webhook.ok', statusCode: 200 },
    });
    expect(await client.getWebhookInfo()).toMatchObject({ url: 'https://hoi.example/zalo/bot' });
    expect(await client.testWebhook()).toMatchObject({ ok: true });
    await client.deleteWebhook();
    expect(await client.getWebhookInfo()).toBeNull();
  });

  it('takes an idle round for no error, and a webhook that is set for one', async () => {
    expect(await client.getUpdates({ timeoutSeconds: 0 })).toEqual([]);
    zalo.updates.push({ event_name: 'x' });
    expect(await client.getUpdates({ timeoutSeconds: 0 })).toEqual([{ event_name: 'x' }]);
    await client.setWebhook({ url: 'https://hoi.example/zalo/bot', secretToken: 'a'.repeat(32) });
    expect(await failure(client.getUpdates({ timeoutSeconds: 0 }))).toMatchObject({ action: 'bug', platformCode: 400 });
  });

  it.each([
    [401, 'human', false],
    [403, 'retry', false],
    [404, 'drop', false],
    [408, 'retry', true],
    [426, 'next-day', false],
    [429, 'slow-down', false],
  ])('says of %d what there is to do: %s', async (code, action, mayHaveArrived) => {
    zalo.faults.add({ on: 'sendMessage', fault: { code } });
    expect(await failure(client.sendMessage({ chatId, text: 'a' }))).toMatchObject({
      action,
      platformCode: code,
      mayHaveArrived,
    });
  });

  it('is refused with a wrong token, and shows it nowhere', async () => {
    const stranger = open('458912330021:SIMULATED-wrong-token');
    const errors = [
      await failure(stranger.getMe()),
      await failure(stranger.sendMessage({ chatId, text: 'của tôi 0900000011' })),
    ];
    for (const fault of ['break-after', 'break-before', 'garbled', { http: 500 }, { http: 302 }] as const) {
      zalo.faults.add({ on: 'sendMessage', fault });
      errors.push(await failure(client.sendMessage({ chatId, text: 'của tôi 0900000011' })));
    }
    await zalo.close();
    errors.push(await failure(client.getMe()));
    zalo = await startZaloSimulator();
    expect(errors[0]).toMatchObject({ action: 'human', platformCode: 401 });
    for (const error of errors) {
      expect(error).toBeInstanceOf(ZaloError);
      expect(`${error.stack} ${JSON.stringify(error)} ${String(error.cause)}`).not.toMatch(
        /SIMULATED|127\.0\.0\.1|0900000011/,
      );
    }
  });

  it('gives up at its caller’s word', async () => {
    zalo.faults.add({ on: 'sendMessage', fault: 'hang' });
    const giveUp = new AbortController();
    const sending = client.sendMessage({ chatId, text: 'a' }, { signal: giveUp.signal });
    giveUp.abort(new Error('stopped'));
    await expect(sending).rejects.toThrow('stopped');
  });
});
