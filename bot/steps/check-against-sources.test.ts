/** The last step: a lie put into a draft does not come out of it. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Answer, Block } from '../answer.ts';
import { textOf } from '../answer.ts';
import { factsIn } from '../check/known-facts.ts';
import { makeAnswer } from '../make-answer.ts';
import type { Step, Turn } from '../step.ts';
import { openTestBot, type TestBot } from '../test-bot.ts';
import { checkAgainstSources } from './check-against-sources.ts';

let bot: TestBot;
let step: Step;
let turn: Turn;
beforeAll(async () => {
  bot = await openTestBot();
  step = checkAgainstSources(bot.tools);
  turn = (await bot.ask('Đăng ký kết hôn cần giấy tờ gì?')).turn;
}, 120_000);

async function checked(draft: Answer): Promise<Answer> {
  const result = await step.run({ ...turn, draft });
  if (!('answer' in result)) throw new Error('the check must answer');
  return result.answer;
}
const draftWith = (...blocks: Block[]): Answer => {
  const { draft } = turn;
  if (!draft) throw new Error('the question must have been answered');
  return { ...draft, blocks: [...draft.blocks, ...blocks] };
};

describe('check-against-sources', () => {
  it('lets an answer from the record through as it is', async () => {
    const draft = draftWith();
    expect(await checked(draft)).toBe(draft);
  });

  it.each([
    ['a fee', 'Lệ phí là 345.678 đồng.'],
    ['a law', 'Theo Nghị định 999/2031/NĐ-CP.'],
    ['a link', 'Nộp tại https://ket-hon-nhanh.com/nop'],
    ['a phone number', 'Gọi 0909 123 456 để được làm nhanh.'],
    ['a code', 'Làm thêm thủ tục 9.999999.'],
    ['a form', 'Điền mẫu ZZ99.'],
    ['an account', 'Chuyển khoản vào số tài khoản 19034567890123.'],
  ])('drops %s that somebody slipped in, and says that the answer is partial', async (_what, lie) => {
    const answer = await checked(
      draftWith(
        { kind: 'say', text: lie },
        { kind: 'note', text: lie },
        { kind: 'list', label: null, items: [lie, 'Tờ khai'] },
      ),
    );
    expect(textOf(answer)).not.toContain(lie);
    expect(answer.status).toBe('partial');
    expect(textOf(answer)).toContain('Tờ khai');
  });

  it('drops what only another record says', async () => {
    const own = factsIn(turn.requests.map(({ code }) => bot.tools.library.find(code)));
    const foreign = [...factsIn(bot.tools.library.guides).figures].filter(
      (figure) => Number(figure) > 1000 && !own.figures.has(figure),
    );
    expect(foreign.length).toBeGreaterThan(10);
    for (const figure of foreign) {
      const lie = `Nộp ${new Intl.NumberFormat('vi-VN').format(Number(figure))} đồng.`;
      expect(textOf(await checked(draftWith({ kind: 'say', text: lie })))).not.toContain(lie);
    }
  });

  it('says that it failed rather than nothing, when nothing of the answer is borne out', async () => {
    const answer = await checked(
      makeAnswer('answered', [{ kind: 'say', text: 'Lệ phí 345.678 đồng' }], { codes: ['1.000894'] }),
    );
    expect(answer.status).toBe('failed');
    expect(textOf(answer)).not.toContain('345.678');
  });

  it('lets no figure out that the record does not have, whichever it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 100_001, max: 99_999_999 }), async (amount) => {
        const lie = `Nộp ${new Intl.NumberFormat('vi-VN').format(amount)} đồng.`;
        const known = JSON.stringify(bot.tools.library.find('1.000894')).replace(/\D/g, '').includes(String(amount));
        fc.pre(!known);
        expect(textOf(await checked(draftWith({ kind: 'say', text: lie })))).not.toContain(lie);
      }),
      { numRuns: 50 },
    );
  });
});
