import { beforeAll, describe, expect, it } from '@jest/globals';
import { unsupported } from '../check/check-answer.ts';
import { factsIn } from '../check/known-facts.ts';
import { openTestBot, type TestBot } from '../test-bot.ts';
import { scriptedModel, testCopilot, tokenOf } from './test-copilot.ts';
import type { CheckWording } from './write-draft.ts';

const check: CheckWording = (sentences, { fields }) => {
  const facts = factsIn(fields.map(({ text }) => text));
  const known = new Map(fields.map(({ token, text }) => [token, text]));
  const filled = sentences.map((one) => one.replace(/\{\{([\w-]+\.\d+)\}\}/g, (_w, token) => known.get(token) ?? '§'));
  const caught = filled.flatMap((one, sentence) => [
    ...(one.includes('§') ? [{ rule: 'token-unknown' as const, sentence, because: '' }] : []),
    ...unsupported(one, facts).map((because) => ({ rule: 'figure' as const, sentence, because })),
  ]);
  return { caught, kept: filled.filter((_one, index) => !caught.some(({ sentence }) => sentence === index)) };
};

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
      (read) => `Dạ chào bác. Lệ phí như sau: ${tokenOf(read, 'Không phải ai cũng miễn phí')}. Xin cảm ơn bác.`,
    );
    const draft = await testCopilot(bot, { chatModel: async () => model, check }).ask('Soạn trả lời về khai tử');
    expect(draft).toMatchObject({ end: 'written', steps: 2, modelCalls: 3, codes: ['1.000656'] });
  });
});
