/** What is answered about days, on the shipped calendar. Asked on Monday, 23 November 2026, unless told otherwise. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import { makeCalendar } from '../../knowledge/index.ts';
import type { Desk } from '../desk.ts';
import { openTestBot, saidBy, type TestBot, testDesk } from '../test-bot.ts';
import { answerCalendarQuestions } from './answer-calendar.ts';

const weekday = ['07:30-11:30', '13:30-17:00'];
const desk: Desk = {
  ...testDesk,
  hours: {
    monday: weekday,
    tuesday: weekday,
    wednesday: weekday,
    thursday: weekday,
    friday: weekday,
    saturday: ['07:30-11:00'],
  },
};
let bot: TestBot;
let withDesk: TestBot;
beforeAll(async () => {
  bot = await openTestBot();
  withDesk = await openTestBot(desk);
}, 60_000);

const at = (day: string, clock = '10:00') => ({ at: new Date(`${day}T${clock}:00+07:00`) });
const ask = async (text: string, day = '2026-11-23', of = bot) => {
  const report = await of.ask(text, undefined, at(day));
  return {
    status: report.answer.status,
    text: saidBy(report),
    sources: report.answer.sources.map(({ decision }) => decision),
  };
};

describe('a question about a day', () => {
  it('is answered with the holiday, the text behind it, and when offices work again', async () => {
    const { status, text, sources } = await ask('24/11 phường có làm việc không');
    expect(status).toBe('answered');
    expect(text).toContain('thứ Ba, 24/11/2026 (Ngày Văn hóa Việt Nam): cơ quan nhà nước nghỉ');
    expect(text).toContain('Làm việc lại: thứ Tư, 25/11/2026');
    expect(text).toContain('28/2026/QH16');
    expect(sources).toEqual(['28/2026/QH16']);
  });

  it('names the day of Tết', async () => {
    expect((await ask('mung 3 tet phuong co lam viec khong')).text).toContain('thứ Hai, 8/2/2027 (mùng 3 Tết)');
  });

  it('tells the hours of the desk on a working day and at a Saturday session, and that they are not known without one', async () => {
    expect((await ask('thứ sáu này phường có làm việc không', undefined, withDesk)).text).toContain(
      'mở cửa 7 giờ 30 đến 11 giờ 30, 13 giờ 30 đến 17 giờ',
    );
    expect((await ask('thứ bảy tuần này phường có làm việc không', undefined, withDesk)).text).toContain(
      'mở cửa 7 giờ 30 đến 11 giờ.',
    );
    expect(await ask('thứ sáu này phường có làm việc không')).toMatchObject({ status: 'partial' });
  });

  it('says that a Saturday is made up, and for which day', async () => {
    const { status, text } = await ask('thứ bảy tuần này làm bù không', '2026-08-18', withDesk);
    expect(status).toBe('answered');
    expect(text).toContain('thứ Bảy, 22/8/2026 là ngày làm bù cho thứ Hai, 31/8/2026');
    expect(text).toContain('mở cửa 7 giờ 30 đến 11 giờ 30, 13 giờ 30 đến 17 giờ');
    expect((await ask('sắp tới có thứ bảy nào làm bù không', '2026-08-18')).text).toContain('22/8/2026');
    expect((await ask('sắp tới có thứ bảy nào làm bù không')).text).toContain('không thấy');
  });
});

describe('a question about a holiday', () => {
  it.each([
    ['30/4 nghỉ mấy ngày', 'nghỉ 4 ngày liền, từ thứ Sáu, 30/4/2027 đến hết thứ Hai, 3/5/2027'],
    ['Tết này nghỉ từ ngày nào đến ngày nào', 'nghỉ 7 ngày liền, từ thứ Năm, 4/2/2027 đến hết thứ Tư, 10/2/2027'],
    ['quốc khánh nghỉ mấy ngày', 'nghỉ 4 ngày liền, từ thứ Năm, 2/9/2027 đến hết Chủ nhật, 5/9/2027'],
    ['Tết năm 2026 nghỉ mấy ngày', 'nghỉ 9 ngày liền, từ thứ Bảy, 14/2/2026 đến hết Chủ nhật, 22/2/2026'],
    ['quốc khánh năm nay nghỉ mấy ngày', 'thứ Hai, 31/8/2026 là nghỉ hoán đổi, làm bù vào thứ Bảy, 22/8/2026'],
    ['giỗ tổ năm 2026 nghỉ mấy ngày', 'Nghỉ bù cho ngày lễ trùng cuối tuần: thứ Hai, 27/4/2026'],
    ['ngày văn hóa năm 2025 có được nghỉ không', 'năm 2025 chưa có ngày nghỉ Ngày Văn hóa Việt Nam'],
  ])('%s', async (text, says) => {
    expect((await ask(text)).text).toContain(says);
  });

  it('lists a year with its make-up days and a word that more may follow', async () => {
    const { text } = await ask('cho hỏi lịch nghỉ lễ năm 2026');
    expect(text.match(/^- /gm)).toHaveLength(6);
    expect(text).toContain('thứ Bảy, 10/1/2026 là ngày làm bù cho thứ Sáu, 2/1/2026');
    expect((await ask('lịch nghỉ lễ năm 2027 thế nào')).text).toContain('có thể có thêm ngày hoán đổi');
  });

  it('does not guess a year without data', async () => {
    expect(await ask('tết 2028 nghỉ mấy ngày')).toMatchObject({
      status: 'partial',
      text: expect.stringContaining('chưa có lịch nghỉ năm 2028'),
    });
    expect((await ask('lịch nghỉ lễ năm 2030')).status).toBe('partial');
  });

  it('says of an announced day without its text that it is not certain', async () => {
    const law = {
      id: 'law',
      number: '1/2026',
      title: 'Thông tin báo chí',
      issuer: 'báo',
      on: null,
      url: null,
      seen: 'report' as const,
    };
    const days = [
      { day: '2026-11-24', kind: 'holiday' as const, holiday: 'culture' as const, basis: 'law', certain: false },
    ];
    const year = { year: 2026, notice: null, mayChange: true, checkedOn: '2026-11-22', days };
    const step = answerCalendarQuestions({ calendar: makeCalendar([year], [law]), units: bot.tools.units });
    const { turn } = await bot.ask('24/11 có được nghỉ không', undefined, at('2026-11-23'));
    for (const text of [
      '24/11 có được nghỉ không',
      'ngày văn hóa nghỉ mấy ngày',
      '2 ngày làm việc kể từ hôm nay là ngày nào',
    ]) {
      const result = await step.run({ ...turn, text });
      expect(result).toMatchObject({ answer: { status: 'partial' } });
      expect(JSON.stringify(result)).toMatch(/chưa có văn bản/);
    }
  });
});

describe('counting', () => {
  it.each([
    ['15 ngày làm việc kể từ hôm nay là ngày nào', 'là thứ Ba, 15/12/2026'],
    ['15 ngay lam viec ke tu hom nay la ngay nao', 'là thứ Ba, 15/12/2026'],
    ['30 ngày kể từ 20/11/2026 là ngày mấy', 'là Chủ nhật, 20/12/2026'],
    ['30 ngày kể từ 20/11/2026 là ngày mấy', 'kéo đến hết thứ Hai, 21/12/2026'],
    ['từ 20/11 đến 5/12 có mấy ngày làm việc', 'có 9 ngày làm việc'],
  ])('%s', async (text, says) => {
    const answer = await ask(text);
    expect(answer).toMatchObject({ status: 'answered', text: expect.stringContaining(says) });
  });

  it('names what it left out and the made-up day that it counted', async () => {
    expect((await ask('2 ngày làm việc kể từ 21/8/2026 là ngày nào', '2026-08-18')).text).toContain(
      'Có tính ngày làm bù: thứ Bảy, 22/8/2026',
    );
    expect((await ask('3 ngày làm việc kể từ hôm nay là ngày nào')).text).toContain(
      'thứ Ba, 24/11/2026 (Ngày Văn hóa Việt Nam)',
    );
  });

  it('says what it does not know beyond the calendar', async () => {
    expect((await ask('15 ngày làm việc kể từ ngày 30/12/2027 là ngày nào')).status).toBe('partial');
  });
});

describe('in English', () => {
  it('keeps to the language of the page', async () => {
    const report = await bot.ask('24/11 phường có làm việc không', undefined, { ...at('2026-11-23'), locale: 'en' });
    expect(saidBy(report)).toContain('Tuesday, 24/11/2026 (Vietnamese Culture Day): public offices are closed.');
  });
});
