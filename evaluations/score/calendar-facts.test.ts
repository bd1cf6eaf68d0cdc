import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { openKnowing } from '../knowing.ts';

const knowing = openKnowing({ unitFile: join(import.meta.dirname, 'no-such-file.yaml') });
const invented = (text: string, codes: readonly string[] = []) =>
  knowing.invented({
    id: 'a',
    status: 'answered',
    codes: [...codes],
    facet: 'time',
    text,
    options: [],
    sources: [],
    ms: 1,
  });

describe('days in an answer', () => {
  it.each([
    'Dạ, 15 ngày làm việc kể từ thứ Hai, 23/11/2026 là thứ Ba, 15/12/2026, không tính chính ngày đầu.',
    'Quốc khánh 2/9: nghỉ 4 ngày liền, từ thứ Năm, 2/9/2027 đến hết Chủ nhật, 5/9/2027.',
    'Dạ, thứ Ba, 24/11/2026 (Ngày Văn hóa Việt Nam): cơ quan nhà nước nghỉ. Làm việc lại: thứ Tư, 25/11/2026.',
    'Dạ, thứ Sáu, 27/11/2026 là ngày làm việc.',
  ])('are borne out when the calendar agrees: %s', (text) => {
    expect(invented(text)).toEqual([]);
  });

  it.each([
    ['a wrong count', 'Dạ, 15 ngày làm việc kể từ thứ Hai, 23/11/2026 là thứ Hai, 14/12/2026.'],
    ['a wrong weekday', 'Dạ, 15 ngày làm việc kể từ thứ Ba, 23/11/2026 là thứ Ba, 15/12/2026.'],
    ['a break too long', 'Quốc khánh 2/9: nghỉ 5 ngày liền, từ thứ Năm, 2/9/2027 đến hết Chủ nhật, 5/9/2027.'],
    ['a day off called a working day', 'Dạ, Chủ nhật, 29/11/2026 là ngày làm việc.'],
    ['a day without anything', 'Dạ, hẹn trả thứ Sáu, 27/11/2026.'],
  ])('are invented with %s', (_what, text) => {
    expect(invented(text)).not.toEqual([]);
  });

  it('are borne out beside a guide only by one of its limits', () => {
    const text = (due: string) =>
      `Nếu hồ sơ đủ và nộp thứ Sáu, 27/11/2026: chậm nhất ${due} (thời hạn 3 ngày làm việc).`;
    expect(invented(text('thứ Tư, 2/12/2026'), ['1.004194'])).toEqual([]);
    expect(invented(text('thứ Ba, 1/12/2026'), ['1.004194'])).not.toEqual([]);
    expect(invented(text('thứ Tư, 2/12/2026'), ['1.010038'])).not.toEqual([]);
  });
});
