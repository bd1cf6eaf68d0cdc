/** A person asked for in words that no rule knows; half asked for; and the yes to it. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import { emptyMemory } from '../memory.ts';
import { openTestBot, saidBy, type TestBot } from '../test-bot.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await openTestBot();
}, 120_000);

const statusOf = async (text: string) => (await bot.ask(text)).answer.status;

describe('a person asked for in words that no rule knows', () => {
  it('is called', async () => {
    expect(await statusOf('Lỗ tai tui điếc đặc, ra đây nói lớn cho tui nghe')).toBe('handed-off');
  });

  it('is not called for an opinion or a verdict, which a rule declines', async () => {
    expect(await statusOf('Chính sách bỏ cấp huyện đúng hay sai, em cho ý kiến đi')).toBe('declined-out-of-scope');
    expect(await statusOf('anh tôi bị bắt vì đánh bạc, khả năng bị mấy năm tù')).toBe('declined-out-of-scope');
  });

  it('is not called where a procedure was asked for', async () => {
    expect(await statusOf('Mẹ tôi điếc, xác định mức độ khuyết tật cần giấy gì?')).not.toBe('handed-off');
  });
});

describe('a message that may ask for a person, and that nothing answers', () => {
  it('is asked back with a chip that calls one', async () => {
    const { answer, memory } = await bot.ask('em hoang mang');
    expect(answer).toMatchObject({ status: 'clarify', asks: 'person', options: [{ text: 'Gặp cán bộ' }] });
    expect(memory.asks).toBe('person');
    expect(await statusOf(answer.options[0]?.send ?? '')).toBe('handed-off');
  });

  it.each(['dạ có', 'ừ', 'được', 'đúng rồi'])('«%s» to it calls a person', async (text) => {
    const { answer } = await bot.ask(text, { ...emptyMemory, asks: 'person' });
    expect(answer).toMatchObject({ status: 'handed-off', handOffReason: 'citizen-asked' });
  });

  it('a no to it asks for the paper instead', async () => {
    const report = await bot.ask('không', { ...emptyMemory, asks: 'person' });
    expect(saidBy(report)).toContain('cần làm giấy tờ gì');
    expect(report.answer.status).toBe('clarify');
  });

  it('is not asked the same twice running', async () => {
    const { answer } = await bot.ask('em hoang mang', { ...emptyMemory, asks: 'person' });
    expect(answer.asks).not.toBe('person');
  });

  it('«dạ» is a pleasantry where nothing was asked', async () => {
    expect(await statusOf('dạ')).toBe('smalltalk');
  });
});
