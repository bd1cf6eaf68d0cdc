import { beforeAll, describe, expect, it } from '@jest/globals';
import { openTestBot, type TestBot } from '../test-bot.ts';
import { scriptedModel, testCopilot, tokenOf } from './test-copilot.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await openTestBot();
}, 120_000);

const look = (name: string, args: Record<string, unknown>) => [{ name, args }];

describe('the co-pilot', () => {
  it('looks up, and writes a draft whose facts are the record’s, each sentence with its source', async () => {
    const model = scriptedModel(
      look('search', { words: 'đăng ký khai tử' }),
      look('guide', { code: '1.000656', facets: ['documents', 'fee', 'time'] }),
      (read) => `Dạ, {{me}} trả lời {{you}} như sau. Lệ phí: ${tokenOf(read, 'Không phải ai cũng miễn phí')}.`,
    );
    const draft = await testCopilot(bot, { chatModel: async () => model }).ask('Soạn trả lời về khai tử');
    expect(draft).toMatchObject({ end: 'written', steps: 2, modelCalls: 3, codes: ['1.000656'] });
  });
});
