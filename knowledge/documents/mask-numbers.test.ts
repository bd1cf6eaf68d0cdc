import { describe, expect, it } from '@jest/globals';
import { hiddenNumber, maskNumbers } from './mask-numbers.ts';

describe('maskNumbers', () => {
  it.each([
    ['a citizen number', 'Bà Lê Thị Mơ, CCCD 010190000011', `Bà Lê Thị Mơ, CCCD ${hiddenNumber}`],
    ['one in groups', 'căn cước số 010 190 000 011', `căn cước số ${hiddenNumber}`],
    [
      'one without its name',
      'Nguyễn Văn Thử – 010190000012 – khu phố 3',
      `Nguyễn Văn Thử – ${hiddenNumber} – khu phố 3`,
    ],
    ['an old identity number', 'CMND: 012345678', `CMND: ${hiddenNumber}`],
    [
      'an account',
      'chuyển vào số tài khoản 0123456789012 tại ngân hàng',
      `chuyển vào số tài khoản ${hiddenNumber} tại ngân hàng`,
    ],
    ['an account in groups', 'STK: 1234.5678.90', `STK: ${hiddenNumber}`],
  ])('hides %s', (_what, line, masked) => {
    expect(maskNumbers(line)).toEqual({ line: masked, hidden: 1 });
  });

  it.each([
    'Điện thoại 0900000011, gặp ông Thử',
    'Quyết định 123/2025/QĐ-UBND ngày 01/07/2025',
    'Thu 3.000.000 đồng một lô',
    'Số hộ: 123456 trong toàn tỉnh',
    'từ 22 giờ ngày 26/11/2026 đến 4 giờ ngày 27/11/2026',
    'Thủ tục 1.001193',
  ])('leaves: %s', (line) => {
    expect(maskNumbers(line)).toEqual({ line, hidden: 0 });
  });
});
