import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { askedDay } from './asked-day.ts';
import { daySpans } from './day-words.ts';

const at = new Date('2026-11-22T03:00:00Z');
const asked = (text: string) => {
  const day = askedDay(text, at);
  return day && [day.from, day.to];
};

describe('askedDay', () => {
  it.each([
    ['nộp tháng 6/2025 thì lệ phí bao nhiêu', '2025-06-01', '2025-06-30'],
    ['nop thang 6/2025 thi le phi bao nhieu', '2025-06-01', '2025-06-30'],
    ['Nếu nộp trong tháng 6 năm 2025 thì lệ phí đăng ký thường trú là bao nhiêu?', '2025-06-01', '2025-06-30'],
    ['tôi nộp hồ sơ kết hôn hồi tháng 3 năm ngoái thì mất bao nhiêu tiền', '2025-03-01', '2025-03-31'],
    ['Hồi tháng 3 làm căn cước mất bao nhiêu tiền?', '2026-03-01', '2026-03-31'],
    ['Hồi tháng 12 làm căn cước mất bao nhiêu tiền?', '2025-12-01', '2025-12-31'],
    ['nộp hôm nay có phải đóng tiền không', '2026-11-22', '2026-11-22'],
    ['ngày mai nộp hồ sơ thì bao giờ có', '2026-11-23', '2026-11-23'],
    ['xin giấy phép xây dựng nộp ngày 15/03/2025 thì bao lâu có', '2025-03-15', '2025-03-15'],
    ['nộp ngày 1 tháng 7 năm 2025 thì ra huyện hay xã', '2025-07-01', '2025-07-01'],
    ['năm 2021 làm khai sinh có yếu tố nước ngoài thì nộp ở đâu', '2021-01-01', '2021-12-31'],
    ['Quy định năm 2021 về đăng ký kết hôn thế nào', '2021-01-01', '2021-12-31'],
    ['lệ phí khai sinh tháng 6/2025 là bao nhiêu', '2025-06-01', '2025-06-30'],
    ['tháng 6/2025 tôi đi làm khai sinh thì phải mang gì', '2025-06-01', '2025-06-30'],
    ['từ 1/7/2025 làm khai sinh có yếu tố nước ngoài ở đâu', '2025-07-01', null],
    ['Đăng ký khai sinh trước ngày 1/7/2025 thì nộp ở huyện hay xã?', null, '2025-06-30'],
    ['hồi còn huyện thì đăng ký kết hôn với người nước ngoài ở đâu', null, '2025-06-30'],
    ['năm 2030 nộp hồ sơ có khác không', '2030-01-01', '2030-12-31'],
    ['nộp tháng 2/2024 thì sao', '2024-02-01', '2024-02-29'],
  ])('reads the day of filing: %s', (text, from, to) => {
    expect(asked(text)).toEqual([from, to]);
  });

  it.each([
    'con sinh tháng 6/2025 giờ làm khai sinh cần gì',
    'cháu sinh năm 2021 làm căn cước thế nào',
    'năm 2021 cháu sinh thì làm khai sinh ở đâu',
    'sổ cấp năm 2003 bị rách thì đổi ở đâu',
    'tôi đăng ký kết hôn năm 2010 giờ mất giấy thì xin lại ở đâu',
    'đất mua năm 2003 giấy tay có làm sổ được không',
    'mẹ tôi mất ngày 5/6/2024 chưa khai tử',
    'năm ngoái tôi làm tạm trú mất 15 ngàn, giờ lệ phí bao nhiêu',
    'Đăng ký kết hôn cần giấy tờ gì?',
    'đăng ký khai sinh cho con sinh tháng 6/2025 thì cần giấy gì',
    'lệ phí khai sinh cho con sinh tháng 6/2025 là bao nhiêu',
    'nộp ngày 32/13/2025 thì sao',
    'nộp tháng 13/2025 thì sao',
  ])('takes the day of an event for no day of filing: %s', (text) => {
    expect(asked(text)).toBeNull();
  });

  it('says the day back as people write it', () => {
    expect(askedDay('nộp tháng 06/2025 được không', at)?.said).toBe('tháng 6/2025');
    expect(askedDay('nộp ngày 1-7-2025 được không', at)?.said).toBe('ngày 01/07/2025');
  });

  it('reads every day of the calendar that is written out, and no other', () => {
    const days = fc.date({ min: new Date('2010-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (date) => {
        const day = date.toISOString().slice(0, 10);
        const [year, month, of] = day.split('-').map(Number);
        expect(asked(`nộp ngày ${of}/${month}/${year} thì lệ phí bao nhiêu`)).toEqual([day, day]);
      }),
    );
  });

  it('gives spans that begin before they end and lie in the text, whatever the text', () => {
    const words = fc.constantFrom('nộp', 'tháng', 'năm', 'ngoái', 'ngày', 'hồi', 'trước', 'từ', '6', '2025', '31', '.');
    fc.assert(
      fc.property(fc.array(words, { maxLength: 12 }), (list) => {
        const text = list.join(' ');
        for (const { from, to, start, end } of daySpans(text, at)) {
          expect(from === null || to === null || from <= to).toBe(true);
          expect(start < end && end <= text.length).toBe(true);
        }
      }),
    );
  });
});
