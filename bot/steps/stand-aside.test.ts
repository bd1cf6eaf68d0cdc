import { beforeAll, describe, expect, it } from '@jest/globals';
import { textOf } from '../answer.ts';
import { emptyMemory } from '../memory.ts';
import { pipeline } from '../pipeline.ts';
import { runTurn, startTurn } from '../run-turn.ts';
import { boardOf } from '../switches/switchboard.ts';
import { openTestBot, plainMessage, type TestBot, testDesk } from '../test-bot.ts';
import { loadSpeech } from '../texts/speech.ts';

const speak = loadSpeech();
let bot: TestBot;
beforeAll(async () => {
  bot = await openTestBot(testDesk);
}, 60_000);

const row = {
  id: 'x',
  unit: null,
  because: 'thử',
  by: 'lan',
  since: new Date(0),
  endedAt: null,
  endedBy: null,
} as const;
const ask = (text: string, off: { what: string; until?: Date; unit?: string }, message: object = {}) => {
  const rows = [{ ...row, unit: off.unit ?? null, what: off.what, until: off.until ?? null, endedBecause: null }];
  const switches = boardOf(
    () => ({ off: rows, banners: [] }),
    () => ({ provinceOf: () => null, home: null }),
  );
  return runTurn(
    startTurn({ ...plainMessage, text, ...message }, emptyMemory, speak),
    pipeline({ ...bot.tools, switches }),
  );
};

describe('while the bot is turned off', () => {
  it('says so with the desk, its hours and phone, when it comes back, and no fact', async () => {
    const { answer } = await ask('làm khai sinh cho con cần giấy tờ gì', {
      what: 'bot',
      until: new Date('2099-01-01T06:30:00Z'),
    });
    expect(answer).toMatchObject({ status: 'failed', codes: [], sources: [] });
    expect(textOf(answer)).toMatch(
      /tạm nghỉ[\s\S]*giữ lại[\s\S]*13:30 ngày 01\/01\/2099[\s\S]*12 Lê Lợi[\s\S]*0259 3822 111/,
    );
    expect(answer.options).toEqual([{ text: 'Gặp cán bộ', send: 'Tôi muốn gặp cán bộ' }]);
  });

  it.each([
    ['hotline', 'bấm phím 0'],
    ['kiosk', 'trên màn hình'],
    ['zalo-oa', 'nhắn «gặp cán bộ»'],
  ] as const)('says how a person is reached on the %s', async (channel, way) => {
    const { answer } = await ask('làm khai sinh cho con cần giấy tờ gì', { what: 'bot' }, { channel });
    expect(textOf(answer)).toContain(way);
    expect(textOf(answer).includes('nhắn')).toBe(channel === 'zalo-oa');
  });

  it('still gives the number in an emergency, and stays silent where an officer has the talk', async () => {
    expect((await ask('nhà tôi đang cháy', { what: 'bot' })).answer.status).toBe('emergency');
    expect((await ask('lệ phí khai sinh', { what: 'bot' }, { ownedByOfficer: true })).answer.blocks).toEqual([]);
  });

  it.each(['Tôi muốn gặp cán bộ', 'cho gap nguoi that di'])('still brings to a person: %s', async (text) => {
    expect((await ask(text, { what: 'bot' })).answer.status).toBe('handed-off');
  });

  it('speaks English to whoever asks in English', async () => {
    expect(textOf((await ask('How much is the fee to register a birth?', { what: 'bot' })).answer)).toMatch('resting');
  });
});

describe('while a channel is turned off', () => {
  it('the other channels answer', async () => {
    expect(textOf((await ask('lệ phí khai sinh', { what: 'web' })).answer)).toMatch('Dạ, kênh này đang tạm ngừng');
    expect((await ask('lệ phí khai sinh', { what: 'kiosk' })).answer.status).toBe('answered');
  });

  it('in one commune, the others answer', async () => {
    const off = { what: 'web', unit: '00004' };
    expect((await ask('lệ phí khai sinh', off, { unit: '00004' })).answer.codes).toEqual(['1.001193']);
    const here = await runTurn(
      startTurn({ ...plainMessage, text: 'lệ phí khai sinh' }, { ...emptyMemory, unit: '00004' }, speak),
      pipeline({
        ...bot.tools,
        switches: boardOf(
          () => ({ off: [{ ...row, unit: '00004', what: 'web', until: null, endedBecause: null }], banners: [] }),
          () => ({ provinceOf: () => null, home: null }),
        ),
      }),
    );
    expect(here.answer.status).toBe('failed');
  });
});
