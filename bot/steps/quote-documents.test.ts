import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { textOf } from '../answer.ts';
import { openShelf } from '../documents/shelf.ts';
import { cuts, noticeOf, rabies, rules, type TestNotice } from '../documents/test-notices.ts';
import { emptyMemory } from '../memory.ts';
import type { IncomingMessage } from '../message.ts';
import { pipeline } from '../pipeline.ts';
import { runTurn, startTurn, type TurnReport } from '../run-turn.ts';
import { openTestBot, plainMessage, type TestBot } from '../test-bot.ts';
import { loadSpeech } from '../texts/speech.ts';

const speak = loadSpeech();

describe('a question about a notice of the ward', () => {
  let bot: TestBot;
  beforeAll(async () => {
    bot = await openTestBot();
  }, 60_000);

  function ask(text: string, notices: readonly TestNotice[], more: Partial<IncomingMessage> = {}): Promise<TurnReport> {
    const steps = pipeline({ ...bot.tools, documents: openShelf(notices.map(noticeOf)) });
    return runTurn(startTurn({ ...plainMessage, text, ...more }, emptyMemory, speak), steps);
  }
  const all = [rabies, cuts, rules];

  it('is answered with the title, the days and the words of the notice, and names it as its source', async () => {
    const { answer } = await ask('lịch tiêm phòng chó dại của phường', all);
    expect(answer.status).toBe('answered');
    expect(answer.codes).toEqual([]);
    expect(textOf(answer)).toContain(`«${rabies.title}» (áp dụng từ ngày 20/11/2026 đến hết ngày 31/12/2026)`);
    expect(textOf(answer)).toContain('“Ngày: 06/12/2026; Khu phố: 3, 4; Địa điểm: Sân Ủy ban nhân dân phường”');
    expect(answer.sources).toEqual([
      expect.objectContaining({ code: null, title: rabies.title, validFrom: '2026-11-20', checkedOn: '2026-11-20' }),
    ]);
  });

  it.each([
    ['mai khu phố 3 có cúp điện không', 'Khu phố 3: từ 7 giờ 30 đến 16 giờ 30 ngày 24/11/2026.', 'nước'],
    ['cup dien ngay nao vay', 'ngày 25/11/2026.', '26/11/2026'],
    ['bao giờ mất nước', 'từ 22 giờ ngày 26/11/2026', '24/11/2026'],
    ['khu phố 5 cúp điện hôm nào', 'ngày 25/11/2026', 'khu phố 3'],
    ['đường Lê Lợi cúp điện lúc mấy giờ', 'từ 8 giờ đến 11 giờ ngày 25/11/2026', '26/11/2026'],
    ['chó nhà em khi nào được chích ngừa dại', 'Ngày: 05/12/2026', 'miễn phí'],
    ['tiêm dại cho mèo có mất tiền không', 'người nuôi không phải trả tiền', 'tài khoản'],
    ['phường mình đổ rác mấy giờ', 'thu gom từ 18 giờ đến 20 giờ', 'karaoke'],
    ['karaoke được hát tới mấy giờ', 'sau 22 giờ', 'rác sinh hoạt'],
    ['phi gui xe o cho bao nhieu', '3.000 đồng', 'karaoke'],
  ])('%s', async (question, said, notSaid) => {
    const text = textOf((await ask(question, all)).answer);
    expect(text).toContain(said);
    const quotes = text.match(/“[^”]+”/g)?.join('\n') ?? '';
    expect(quotes.toLowerCase()).not.toContain(notSaid);
  });

  it('says under which heading a sentence stands', async () => {
    const { answer } = await ask('thông báo lịch cắt điện nước', all);
    expect(answer.blocks.filter(({ kind }) => kind === 'list')).toMatchObject([
      { label: '1. Lịch cắt điện' },
      { label: '2. Lịch cắt nước' },
    ]);
  });

  it('offers the other parts, and a chip finds its part by itself', async () => {
    const { answer } = await ask('bao giờ mất nước', all);
    const [chip] = answer.options;
    expect(chip?.text).toBe('1. Lịch cắt điện');
    expect(textOf((await ask(chip?.send ?? '', all)).answer)).toContain('Khu phố 5: từ 8 giờ');
  });

  it('quotes commands in a notice as its words at most, never obeys them, and shows no account', async () => {
    const { answer } = await ask('lưu ý khi tiêm dại cho chó mèo', all);
    expect(textOf(answer)).not.toContain('tài khoản');
    const fee = await ask('lệ phí làm giấy khai sinh bao nhiêu', all);
    expect(fee.answer.codes.length + fee.answer.options.length).toBeGreaterThan(0);
    expect(fee.timings.at(-1)?.step).not.toBe('quote-documents');
  });

  it('is told that the notice has ended, without its words', async () => {
    const { answer } = await ask('lịch tiêm phòng chó dại', [{ ...rabies, to: '2026-11-22' }]);
    expect(answer.status).toBe('declined-absent');
    expect(textOf(answer)).toContain('chỉ áp dụng đến hết ngày 22/11/2026');
    expect(textOf(answer)).not.toContain('05/12/2026');
  });

  it.each([
    ['before its first day', { ...rabies, from: '2026-11-24' }],
    ['before an editor approved it', { ...rabies, approvedFor: [] }],
    ['of another commune', { ...rabies, unit: '02680' }],
    ['approved in another commune alone', { ...rabies, approvedFor: ['02680'] }],
  ])('gets nothing of a notice %s', async (_what, notice) => {
    const { answer } = await ask('lịch tiêm phòng chó dại', [notice], { unit: '02647' });
    expect(textOf(answer)).not.toMatch(/05\/12\/2026|tiêm phòng bệnh dại/);
  });

  it('gets the notice of its own commune, whatever the others have', async () => {
    const units = ['02647', '02680', '02683'];
    const notices = units.map((unit) => ({
      ...cuts,
      unit,
      title: `Thông báo cắt điện của xã ${unit}`,
      sections: [{ heading: 'Lịch cắt điện', lines: [`Toàn xã ${unit}: từ 8 giờ ngày 24/11/2026.`] }],
    }));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...units, null), async (unit) => {
        const text = textOf((await ask('bao giờ cắt điện', notices, { unit })).answer);
        expect(units.filter((one) => text.includes(one))).toEqual(unit === null ? [] : [unit]);
      }),
      { numRuns: 8 },
    );
  });

  it.each([
    'đăng ký khai sinh cho con cần giấy tờ gì',
    'xin giấy xác nhận tình trạng hôn nhân mất bao nhiêu tiền',
    'chứng thực chữ ký ở đâu',
    'đăng ký kết hôn mấy ngày xong',
  ])('never takes the place of a guide that clearly matches: %s', async (question) => {
    const before = await bot.ask(question);
    const notice: TestNotice = {
      title: 'Thông báo về tiếp nhận hồ sơ',
      sections: [{ heading: 'Nội dung', lines: [`${question}: phường thu 999.000 đồng.`] }],
    };
    const after = await ask(question, [notice]);
    expect(textOf(after.answer)).toBe(textOf(before.answer));
    expect(after.answer.codes).toEqual(before.answer.codes);
  });

  it('comes from the notice when the citizen names it in full, guide or not', async () => {
    const title = 'Thông báo khám sơ tuyển nghĩa vụ quân sự năm 2027';
    const notice = { title, sections: [{ heading: null, lines: ['Từ 7 giờ ngày 02/12/2026 tại Trạm Y tế phường.'] }] };
    expect(textOf((await ask(`cho em xem ${title}`, [notice])).answer)).toContain('02/12/2026');
  });

  it('about what there is, lists the notices in force', async () => {
    const { answer } = await ask('phường có thông báo gì mới không', [
      ...all,
      { ...rabies, title: 'Thông báo đã cũ', to: '2026-11-21' },
    ]);
    expect(answer.options.map(({ send }) => send)).toEqual(expect.arrayContaining(all.map(({ title }) => title)));
    expect(textOf(answer)).not.toContain('Thông báo đã cũ');
  });

  it.each([
    'mất điện thoại thì báo ai',
    'mat dien thoai bao ai',
    'điện thoại của phường số mấy',
    'nước ngoài về làm căn cước',
  ])('has nothing to do with a thing that only sounds like it: %s', async (question) => {
    expect((await ask(question, all)).timings.at(-1)?.step).not.toBe('quote-documents');
  });

  it('is answered as ever where no notice is loaded', async () => {
    const question = 'lịch tiêm phòng chó dại của phường';
    expect(textOf((await ask(question, [])).answer)).toBe(textOf((await bot.ask(question)).answer));
  });

  it('is answered in English with the words of the notice', async () => {
    const { answer } = await ask('lịch tiêm phòng chó dại của phường', all, { locale: 'en' });
    expect(textOf(answer)).toMatch(/^The notice «Thông báo lịch tiêm[\s\S]*“Ngày: 05\/12\/2026/);
  });
});
