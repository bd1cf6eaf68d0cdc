import { beforeAll, describe, expect, it } from '@jest/globals';
import { openTestBot, saidBy, type TestBot } from '../test-bot.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await openTestBot();
}, 60_000);

describe('whether somebody else may come', () => {
  it('is answered from the record beside what else was asked', async () => {
    const said = saidBy(
      await bot.ask('Con tôi 14 tuổi mất thẻ căn cước, tôi đi làm lại thay cháu được không, mất mấy ngày?'),
    );
    expect(said).toContain('người đại diện hợp pháp đề nghị thay');
    expect(said).toContain('7 ngày làm việc');
  });

  it('is said to be unknown where the record is silent', async () => {
    const silent = bot.tools.library.guides.find(
      (guide) => !/ủy quyền|đại diện|giám hộ|người khác|thay|hộ|ông, bà|cùng đến|có mặt/i.test(JSON.stringify(guide)),
    );
    expect(silent).toBeDefined();
    const said = saidBy(await bot.ask(`${silent?.plainTitle}, con tôi nộp thay được không?`));
    expect(said).toContain('không nói người khác có được làm thay');
  });

  it('is not said unasked', async () => {
    expect(saidBy(await bot.ask('Làm khai sinh mất mấy ngày?'))).not.toContain('Về việc làm thay');
  });
});
