import { describe, expect, it } from '@jest/globals';
import { loadSpeech, type SpeechMaker } from '../../../bot/index.ts';
import { ZaloError } from '../zalo-error.ts';
import { makeStaffSender } from './call-staff.ts';

describe('calling staff by the Zalo bot', () => {
  const speech: ReturnType<SpeechMaker> = loadSpeech()('vi', null);
  const call = {
    id: 'c1',
    staffId: 's1',
    kind: 'new-hand-off' as const,
    handOffId: 'h1',
    code: 'K7M-3TX',
    attempt: 1,
    fence: 1,
    to: { way: 'account' as const, channel: 'zalo-bot', account: '458912330021:6ede9afa' },
  };
  const sent: { chatId: string; text: string }[] = [];
  let fails: unknown = null;
  const client = {
    async sendMessage(message: { chatId: string; text: string }) {
      if (fails) throw fails;
      sent.push(message);
      return { messageId: 'm' };
    },
  };
  const consoleUrl = 'https://hoi.phuong.example/console';
  const sender = makeStaffSender({ bot: { id: '458912330021', client }, speech, consoleUrl });

  it('says why and by what code, and nothing of a citizen', async () => {
    expect(await sender.send(call)).toEqual({ end: 'sent' });
    expect(sent).toEqual([{ chatId: '6ede9afa', text: `Có người dân cần gặp cán bộ. Mã K7M-3TX.\n${consoleUrl}` }]);
  });

  it.each([
    ['retry', false, { end: 'not-sent', reason: 'zalo-bot-429', again: true }],
    ['slow-down', false, { end: 'not-sent', reason: 'zalo-bot-429', again: true }],
    ['human', false, { end: 'not-sent', reason: 'zalo-bot-429', again: false }],
    ['retry', true, { end: 'unsure', reason: 'zalo-bot-429' }],
  ] as const)('after %s (may have arrived: %s)', async (action, mayHaveArrived, end) => {
    fails = new ZaloError('no', { host: 'bot', method: 'sendMessage', action, platformCode: 429, mayHaveArrived });
    expect(await sender.send(call)).toEqual(end);
  });

  it('writes to no account of another bot', async () => {
    const to = { ...call.to, account: '1:6ede9afa' };
    expect(await sender.send({ ...call, to })).toMatchObject({ end: 'not-sent', again: false });
  });
});
