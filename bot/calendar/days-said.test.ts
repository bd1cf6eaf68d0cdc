/** Days and moments as people say them, on Monday, 23 November 2026, nine in the morning. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dayOn } from '../../knowledge/index.ts';
import { withoutMarks } from '../understand/test-everyday-questions.ts';
import { calendarQuestionIn } from './calendar-question.ts';
import { daysSaid, yearSaid } from './days-said.ts';
import { filingMomentIn } from './filing-moment.ts';

const today = '2026-11-23';
const at = new Date('2026-11-23T09:00:00+07:00');
const parts = (day: string) => day.split('-').map(Number) as [number, number, number];
const days = (text: string) => daysSaid(text, today).map(({ day }) => day);

describe('daysSaid', () => {
  it.each([
    ['hôm nay em ra phường', '2026-11-23'],
    ['bữa ni nộp được không', '2026-11-23'],
    ['ngày mai em nộp', '2026-11-24'],
    ['mai em ra phường nộp', '2026-11-24'],
    ['sáng mốt tôi lên xã', '2026-11-25'],
    ['hôm qua em nộp rồi', '2026-11-22'],
    ['chiều thứ sáu nộp', '2026-11-27'],
    ['thứ 6 tuần này', '2026-11-27'],
    ['thứ hai tuần sau', '2026-11-30'],
    ['thứ sáu tuần trước', '2026-11-20'],
    ['chủ nhật tới', '2026-12-06'],
    ['tuần sau em nộp', '2026-11-30'],
    ['5 ngày nữa', '2026-11-28'],
    ['ngày 20/12 nộp', '2026-12-20'],
    ['ngày 20/12/2027', '2027-12-20'],
    ['20-12-2026', '2026-12-20'],
    ['ngày 20 tháng 12 năm 2026', '2026-12-20'],
    ['ngày 28 nộp', '2026-11-28'],
    ['ngày 5 nộp', '2026-12-05'],
    ['hai mươi tháng mười hai', '2026-12-20'],
    ['ba mươi tháng tư', '2027-04-30'],
    ['ngày 10/11 tôi nộp', '2026-11-10'],
    ['mùng 3 Tết', '2027-02-08'],
    ['mồng ba tết', '2027-02-08'],
    ['28 tết', '2027-02-04'],
    ['30 tết', '2027-02-05'],
    ['mùng 10 tháng 3 âm', '2027-04-16'],
    ['rằm 15 tháng giêng', '2027-02-20'],
  ])('«%s» is %s, with marks and without', (text, day) => {
    expect(days(text)).toEqual([day]);
    expect(days(withoutMarks(text))).toEqual([day]);
  });

  it.each([
    'sinh con thứ ba cần giấy gì',
    'xin cấp lại lần thứ hai',
    'chị Mai hỏi giấy khai sinh',
    'tiền mai táng phí',
    'thời hạn 15 ngày làm việc',
    'nộp trong 60 ngày',
    'ngày ba mất cả nhà ở quê',
    'Nghị định 61/2018/NĐ-CP',
    'trực 24/7',
    'thửa đất số 12/5 tờ 3',
    'sau 3 tháng 10 ngày',
    'ngày 31/2 nộp',
  ])('names no day: %s', (text) => {
    expect(days(text)).toEqual([]);
  });

  it('reads anything without breaking, and names real days alone', () => {
    const word = fc.constantFrom(
      ...'ngày tháng năm mùng tết thứ tuần này sau âm giêng chạp mai nay nữa 0 1 5 29 30 31 99 2026 9999 12/13 31/2 / . ? giờ chiều nộp'.split(
        ' ',
      ),
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(word, fc.string()), { maxLength: 12 }), (words) => {
        const text = words.join(' ');
        for (const { day } of daysSaid(text, today)) expect(dayOn(...parts(day))).toBe(day);
        filingMomentIn(text, at);
        calendarQuestionIn(text, today);
      }),
    );
  });

  it('takes the year from the words', () => {
    expect(yearSaid('lịch nghỉ lễ năm 2027', today)).toBe(2027);
    expect(yearSaid('Tết sang năm nghỉ mấy ngày', today)).toBe(2027);
    expect(yearSaid('giỗ tổ năm nay', today)).toBe(2026);
    expect(yearSaid('nghỉ lễ', today)).toBeNull();
  });

  it('puts Tết of some days ago before the next, and a date long past into the next year', () => {
    expect(daysSaid('mùng 3 tết', '2027-02-12').map(({ day }) => day)).toEqual(['2027-02-08']);
    expect(daysSaid('mùng 3 tết', '2027-03-12').map(({ day }) => day)).toEqual(['2028-01-28']);
    expect(daysSaid('2/9', today).map(({ day }) => day)).toEqual(['2026-09-02']);
    expect(daysSaid('2/9', today, 3).map(({ day }) => day)).toEqual(['2027-09-02']);
  });
});

describe('filingMomentIn', () => {
  const moment = (text: string) => filingMomentIn(text, at);
  it.each([
    ['nộp chiều nay thì bao giờ có kết quả', '2026-11-23', null],
    ['nộp sáng nay thì bao giờ có', '2026-11-23', '09:00'],
    ['nộp hồ sơ hôm nay 4 giờ chiều thì khi nào lấy', '2026-11-23', '16:00'],
    ['4g chiều nay em ghé phường nộp', '2026-11-23', '16:00'],
    ['3 giờ rưỡi chiều thứ sáu em nộp', '2026-11-27', '15:30'],
    ['nộp lúc 15:30 ngày 25/11', '2026-11-25', '15:30'],
    ['nộp sau 15 giờ hôm nay', '2026-11-23', '15:01'],
    ['mai 8h sáng tôi ra nộp', '2026-11-24', '08:00'],
    ['tối nay em nộp qua mạng', '2026-11-23', '19:00'],
    ['3 giờ chiều mới ra phường nộp được', '2026-11-23', '15:00'],
    ['nộp ngày 20/12', '2026-12-20', null],
  ])('«%s» is %s at %s', (text, day, clock) => {
    expect(moment(text)).toEqual({ day, clock });
    expect(moment(withoutMarks(text))).toEqual({ day, clock });
  });

  it.each([
    'đăng ký tạm trú mấy ngày xong',
    'hạn nộp thứ năm, làm sao cho kịp',
    'ngày mai hết hạn nộp hồ sơ nhập học',
    'sáng nay cô giáo nhắn là cần giấy xác nhận',
    'nộp hôm nay hay nộp thứ ba thì nhanh hơn',
    'trong 8 giờ làm việc có đăng ký xe không',
    'con sinh ngày 20/10 thì làm khai sinh mất bao lâu',
  ])('tells no moment of filing: %s', (text) => {
    expect(moment(text)).toBeNull();
  });

  it('takes «bây giờ», and late in the day «hôm nay», for the hour of asking', () => {
    expect(moment('bây giờ em ra phường nộp')).toEqual({ day: today, clock: '09:00' });
    const late = new Date('2026-11-23T15:40:00+07:00');
    expect(filingMomentIn('hôm nay em nộp', late)).toEqual({ day: today, clock: '15:40' });
  });

  it('goes by the day in Vietnam', () => {
    expect(filingMomentIn('hôm nay em nộp', new Date('2026-11-22T17:30:00Z'))?.day).toBe('2026-11-23');
  });
});
