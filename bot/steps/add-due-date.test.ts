/** The day that a result is due, beside what the guide says of time. Asked on Monday, 23 November 2026. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import { openTestBot, saidBy, type TestBot, testDesk } from '../test-bot.ts';

const weekday = ['07:30-11:30', '13:30-17:00'];
const hours = {
  monday: weekday,
  tuesday: weekday,
  wednesday: weekday,
  thursday: weekday,
  friday: ['07:30-11:30', '13:30-15:00'],
};
let bot: TestBot;
let withDesk: TestBot;
beforeAll(async () => {
  bot = await openTestBot();
  withDesk = await openTestBot({ ...testDesk, hours });
}, 60_000);

const at = new Date('2026-11-23T09:00:00+07:00');
const ask = async (text: string, of = bot) => {
  const report = await of.ask(text, undefined, { at });
  return {
    status: report.answer.status,
    code: report.answer.codes[0],
    facet: report.answer.facet,
    text: saidBy(report),
    report,
  };
};

describe('the day a result is due', () => {
  it('is the next working day after 15:00, where the guide says so, over a holiday', async () => {
    const { status, code, facet, text } = await ask('nộp hồ sơ khai sinh hôm nay 4 giờ chiều thì khi nào lấy');
    expect([status, code, facet]).toEqual(['answered', '1.001193', 'time']);
    expect(text).toContain('Nhận sau 15 giờ thì trả ngày làm việc tiếp theo: thứ Tư, 25/11/2026.');
    expect(text).not.toContain('Nhận trước 15 giờ');
    expect(text).toContain('thứ Ba, 24/11/2026 (Ngày Văn hóa Việt Nam)');
  });

  it('is the same without marks, and tells both sides of 15:00 when the hour is not told', async () => {
    expect((await ask('nop ho so khai sinh hom nay 4 gio chieu thi khi nao lay')).text).toContain('thứ Tư, 25/11/2026');
    const { text } = await ask('nộp hồ sơ khai sinh chiều nay thì bao giờ lấy');
    expect(text).toContain('Nhận trước 15 giờ thì được hiểu là trả trong ngày: thứ Hai, 23/11/2026.');
    expect(text).toContain('Nhận sau 15 giờ thì trả ngày làm việc tiếp theo: thứ Tư, 25/11/2026.');
  });

  it('counts working days from the day after acceptance', async () => {
    const { text, status } = await ask('đăng ký tạm trú nộp chiều thứ sáu thì bao giờ có');
    expect(status).toBe('answered');
    expect(text).toContain('Nếu hồ sơ đủ và nộp thứ Sáu, 27/11/2026');
    expect(text).toContain('Chậm nhất thứ Tư, 2/12/2026 (thời hạn 3 ngày làm việc');
    expect(text.match(/2\/12\/2026/g)).toHaveLength(1);
  });

  it('says that a limit runs from acceptance, not from sending, and moves what is sent after hours', async () => {
    const { text } = await ask('đăng ký thường trú nộp qua VNeID tối nay thì bao giờ xong');
    expect(text).toContain('không phải lúc bấm gửi trên mạng');
    expect(text).toContain('coi như tiếp nhận thứ Tư, 25/11/2026');
    expect(text).toContain('Chậm nhất thứ Sáu, 4/12/2026');
  });

  it('takes a day off for the next working day', async () => {
    const { text } = await ask('đăng ký tạm trú nộp chủ nhật này thì hôm nào xong');
    expect(text).toContain('29/11/2026 là ngày nghỉ, nên coi như tiếp nhận thứ Hai, 30/11/2026');
    expect(text).toContain('Chậm nhất thứ Năm, 3/12/2026');
  });

  it('is for a case that will be filed, not one that was: «hồ sơ … nộp hôm nay thì bao giờ xong»', async () => {
    expect((await ask('hồ sơ xin tách hộ nộp hôm nay thì bao giờ xong')).text).toContain('Chậm nhất thứ Ba, 1/12/2026');
    expect((await ask('hồ sơ tách hộ nộp hôm thứ hai thì bao giờ xong')).status).toBe('login-required');
  });

  it('names each case where their limits differ', async () => {
    const { text } = await ask('tôi nộp giấy phép xây dựng nhà ở mới ngày 1/12 thì đến ngày nào có');
    expect(text).toContain('Nhà ở riêng lẻ: chậm nhất thứ Tư, 16/12/2026 (thời hạn 15 ngày');
  });

  it('counts calendar days through days off, and says when the end moved', async () => {
    const { text } = await ask('hòa giải đất đai nộp đơn hôm nay trực tiếp thì khi nào xong');
    expect(text).toContain('Chậm nhất thứ Hai, 4/1/2027 (thời hạn 40 ngày');
    expect(text).toContain('Ngày cuối rơi vào ngày nghỉ');
    expect(text).not.toContain('Đã trừ thứ Bảy');
  });

  it('closes with the desk, where its hours are known', async () => {
    const { text } = await ask('đăng ký tạm trú nộp 4 giờ chiều thứ sáu thì bao giờ có', withDesk);
    expect(text).toContain('Giờ đó quầy đã đóng, nên coi như tiếp nhận thứ Hai, 30/11/2026');
  });

  it('does not work out what the record does not give: no unit, another start, beyond the calendar', async () => {
    expect((await ask('xin xác nhận tình trạng hôn nhân nộp sáng mai thì hôm nào lấy được')).text).toContain(
      'thiếu đơn vị',
    );
    expect(
      (await ask('công nhận hộ làm nông lâm ngư có mức sống trung bình nộp hôm nay thì bao giờ xong')).text,
    ).toContain('không tính từ ngày nộp');
    expect((await ask('đăng ký hộ kinh doanh nộp ngày 30/12/2027 thì khi nào có giấy')).text).toContain(
      'đến hết năm 2027',
    );
  });

  it('asks which procedure when none is named, and adds nothing when no moment is told', async () => {
    expect(await ask('nộp chiều nay thì bao giờ có kết quả')).toMatchObject({ status: 'clarify' });
    expect((await ask('đăng ký tạm trú mấy ngày xong')).text).not.toContain('Nếu hồ sơ đủ và nộp');
    expect((await ask('mai em đi đăng ký tạm trú cần mang giấy gì')).text).not.toContain('Nếu hồ sơ đủ và nộp');
  });

  it('follows the talk: the procedure of the turn before', async () => {
    const first = await ask('đăng ký tạm trú mấy ngày xong');
    const second = await bot.ask('thế nộp chiều thứ sáu thì bao giờ lấy?', first.report.memory, { at });
    expect(second.answer.codes).toEqual(['1.004194']);
    expect(saidBy(second)).toContain('2/12/2026');
  });

  it('stays an answer with sources: the record first, then the texts of the days off that were left out', async () => {
    const { report } = await ask('nộp hồ sơ khai sinh hôm nay 4 giờ chiều thì khi nào lấy');
    expect(report.answer.sources.map(({ decision }) => decision)).toEqual(['163/QĐ-BTP', '28/2026/QH16']);
  });
});
