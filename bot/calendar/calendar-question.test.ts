/** Questions about days, told from procedures that speak of days as well. Asked on Monday, 23 November 2026. */
import { describe, expect, it } from '@jest/globals';
import { everydayQuestions, linesOf, withoutMarks } from '../understand/test-everyday-questions.ts';
import { type CalendarQuestion, calendarQuestionIn } from './calendar-question.ts';

const asked: readonly (readonly [string, CalendarQuestion])[] = [
  ['15 ngày làm việc kể từ hôm nay là ngày nào', { kind: 'count', count: 15, unit: 'working-day', from: '2026-11-23' }],
  ['mười lăm ngày làm việc nữa là hôm nào', { kind: 'count', count: 15, unit: 'working-day', from: '2026-11-23' }],
  [
    'sau 7 ngày làm việc kể từ ngày 1/12 là thứ mấy',
    { kind: 'count', count: 7, unit: 'working-day', from: '2026-12-01' },
  ],
  ['30 ngày kể từ 20/11/2026 rơi vào ngày nào', { kind: 'count', count: 30, unit: 'day', from: '2026-11-20' }],
  ['15 ngày nữa là ngày mấy', { kind: 'count', count: 15, unit: 'day', from: '2026-11-23' }],
  [
    'Nộp hồ sơ sáng nay, hẹn 3 ngày làm việc thì hôm nào lấy',
    { kind: 'count', count: 3, unit: 'working-day', from: '2026-11-23' },
  ],
  [
    'Tôi nộp hôm thứ sáu, họ hẹn 5 ngày làm việc, bao giờ có',
    { kind: 'count', count: 5, unit: 'working-day', from: '2026-11-20' },
  ],
  [
    'nộp thứ hai 16/11 giấy hẹn 7 ngày làm việc là bữa nào xong',
    { kind: 'count', count: 7, unit: 'working-day', from: '2026-11-16' },
  ],
  ['20 ngày kể từ 5/11 là ngày nào', { kind: 'count', count: 20, unit: 'day', from: '2026-11-05' }],
  ['từ 20/11 đến 5/12 có mấy ngày làm việc', { kind: 'between', from: '2026-11-20', to: '2026-12-05' }],
  ['mùng 3 Tết phường có làm việc không', { kind: 'day', day: '2027-02-08' }],
  ['24/11 có được nghỉ không', { kind: 'day', day: '2026-11-24' }],
  ['mai một cửa có làm việc không ạ', { kind: 'day', day: '2026-11-24' }],
  ['ngày 2/9 xã có làm việc không', { kind: 'day', day: '2027-09-02' }],
  ['thứ bảy tuần này làm bù không', { kind: 'day', day: '2026-11-28' }],
  ['thứ bảy này có phải làm bù không', { kind: 'day', day: '2026-11-28' }],
  ['hôm nay có phải ngày nghỉ lễ không', { kind: 'day', day: '2026-11-23' }],
  ['Mai 24/11 nghỉ lễ thì nộp hồ sơ qua mạng được không', { kind: 'day', day: '2026-11-24' }],
  ['noel phường có nghỉ không', { kind: 'day', day: '2026-12-25' }],
  ['lễ 30/4 1/5 phường nghỉ tới bữa nào', { kind: 'break', holiday: 'reunification', year: null }],
  ['nghỉ tết tới mùng mấy', { kind: 'break', holiday: 'tet', year: null }],
  ['bao giờ thì tới Tết', { kind: 'break', holiday: 'tet', year: null }],
  ['giỗ tổ hùng vương 2027 ngày nào', { kind: 'break', holiday: 'hung-kings', year: 2027 }],
  ['30/4 nghỉ mấy ngày', { kind: 'break', holiday: 'reunification', year: null }],
  ['Tết này nghỉ từ ngày nào tới ngày nào', { kind: 'break', holiday: 'tet', year: null }],
  ['tết dương lịch được nghỉ mấy bữa', { kind: 'break', holiday: 'new-year', year: null }],
  ['Quốc khánh năm sau nghỉ mấy ngày vậy ad', { kind: 'break', holiday: 'national', year: 2027 }],
  ['giỗ tổ năm 2027 rơi vào thứ mấy', { kind: 'break', holiday: 'hung-kings', year: 2027 }],
  ['Ngày Văn hóa Việt Nam có được nghỉ không', { kind: 'break', holiday: 'culture', year: null }],
  ['sắp tới có thứ bảy nào phải làm bù không', { kind: 'make-ups', year: null }],
  ['cho hỏi lịch nghỉ lễ năm 2027', { kind: 'year', year: 2027 }],
];
const matters = linesOf(`
  Nghỉ thai sản được mấy ngày?
  Em nghỉ việc hơn một năm rồi, rút bảo hiểm một lần bao lâu có tiền?
  Tạm nghỉ kinh doanh từ ngày 1/12 thì báo phường thế nào?
  Tết này hộ nghèo có được nhận quà không?
  Xin tạm dùng vỉa hè bán hàng Tết cần giấy gì?
  Đăng ký tạm trú mấy ngày xong?
  Đăng ký tạm trú sáng thứ sáu thì 3 ngày sau có chưa?
  Nộp trong 60 ngày thì có bị phạt không?
  Nộp hồ sơ khai sinh chiều nay thì bao giờ lấy?
  Con sinh ngày 30/4 thì làm khai sinh ở đâu?
  Cưới ngày 2/9 thì đăng ký kết hôn trước có được không?
  Thứ bảy phường có làm việc không?
  Sinh con thứ ba có được hưởng chế độ không?
  Mở cửa tiệm phở thứ bảy này thì đăng ký hộ kinh doanh mấy ngày xong?
  Trong 60 ngày kể từ ngày sinh phải làm khai sinh đúng không?
  Giấy xác nhận tình trạng hôn nhân có giá trị 6 tháng kể từ ngày cấp đúng không?
  Tết ngày nào cũng bán hàng ngoài vỉa hè thì phải xin phép ai?
  Nghỉ hưu rồi chuyển lương hưu về quê thế nào?
  Ngày mai hết hạn nộp hồ sơ, tôi đang đi làm ca, chiều mới ra phường thì có lấy ngay trong ngày được không?
`);

describe('calendarQuestionIn', () => {
  it.each(asked)('hears, with marks and without: %s', (text, question) => {
    expect(calendarQuestionIn(text, '2026-11-23')).toEqual(question);
    expect(calendarQuestionIn(withoutMarks(text), '2026-11-23')).toEqual(question);
  });

  it.each([...matters, ...everydayQuestions])('leaves to the others: %s', (text) => {
    expect(calendarQuestionIn(text, '2026-11-23')).toBeNull();
    expect(calendarQuestionIn(withoutMarks(text), '2026-11-23')).toBeNull();
  });
});
