import { beforeAll, describe, expect, it } from '@jest/globals';
import { emptyMemory } from '../memory.ts';
import type { IncomingMessage } from '../message.ts';
import { openTestBot, type TestBot } from '../test-bot.ts';
import { tellBanner } from './tell-banner.ts';

const at = new Date('2026-11-22T02:00:00Z');
const banner = {
  id: 'b1',
  vi: 'Bão số 9: quầy đóng cửa từ 14 giờ hôm nay.',
  en: 'Storm 9: the desk closes at 2 p.m. today.',
  severity: 'warning',
  from: at,
  to: at,
} as const;
const board = { bannerFor: () => banner };
let bot: TestBot;
beforeAll(async () => {
  bot = await openTestBot();
}, 60_000);
const ask = (text: string, message: Partial<IncomingMessage>, memory = emptyMemory) => bot.ask(text, memory, message);

describe('a banner on a channel that shows none', () => {
  it('is said first, once in a talk, in the language of the talk', async () => {
    const first = tellBanner(await ask('lệ phí khai sinh', { channel: 'zalo-bot' }), board, at);
    expect(first.answer.blocks[0]).toEqual({ kind: 'warning', text: banner.vi });
    expect(first.answer.blocks.length).toBeGreaterThan(1);
    const second = tellBanner(await ask('thế bao lâu xong?', { channel: 'zalo-bot' }, first.memory), board, at);
    expect(second.answer.blocks).not.toContainEqual({ kind: 'warning', text: banner.vi });
    const english = await ask('How much is the fee to register a birth?', { channel: 'hotline' });
    expect(tellBanner(english, board, at).answer.blocks[0]).toMatchObject({ text: banner.en });
  });

  it('waits for the next answer in danger, and breaks no silence', async () => {
    const danger = tellBanner(await ask('nhà tôi đang cháy', { channel: 'hotline' }), board, at);
    expect(danger.memory.banner).toBeNull();
    const silent = tellBanner(await ask('alo', { channel: 'hotline', ownedByOfficer: true }), board, at);
    expect(silent.answer.blocks).toEqual([]);
  });

  it('is left to the page of the web', async () => {
    const report = await ask('lệ phí khai sinh', {});
    expect(tellBanner(report, board, at)).toBe(report);
  });
});
