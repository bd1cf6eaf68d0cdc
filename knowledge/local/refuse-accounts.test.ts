import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { accountsIn } from './refuse-accounts.ts';

describe('accountsIn', () => {
  it.each([
    ['a field for one', { points: [{ bankAccount: '' }] }, 'points.0.bankAccount'],
    ['a field in Vietnamese', { so_tai_khoan: null }, 'so_tai_khoan'],
    ['a number of twelve digits in an address', { address: 'số 1, STT 123456789012' }, 'address'],
    ['digits parted by blanks', { note: 'chuyển 1234 5678 9012 3456' }, 'note'],
    ['digits parted by dots', { note: '0071.0012.3456.7' }, 'note'],
    ['a bare number', { counters: [{ name: 123_456_789 }] }, 'counters.0.name'],
    ['words alone', { note: 'nộp phí vào số tài khoản của xã' }, 'note'],
    ['a bank', { note: 'Agribank chi nhánh huyện' }, 'note'],
    ['a link to a picture of one', { url: 'https://img.example.com/970436-1234567890' }, 'url'],
  ])('finds %s', (_what, value, path) => {
    expect(accountsIn(value).map((finding) => finding.path.join('.'))).toEqual([path]);
  });

  it.each([
    'số 12 đường 3/2, phường 7',
    '0214 3822 111',
    '0912345678',
    '+84 912 345 678',
    '1900 1234',
    '12/2025/NQ-HĐND ngày 10/07/2025',
    'https://vanban.laocai.gov.vn/123456789012',
    'https://zalo.me/1234567890123456789',
    '07:30-11:30, 13:30-17:00',
    '2026-04-16',
  ])('has nothing against %s', (text) => {
    expect(accountsIn({ text })).toEqual([]);
  });

  it('never repeats the number: messages are logged', () => {
    expect(JSON.stringify(accountsIn({ note: 'stk 123456789012' }))).not.toContain('123456');
  });

  it('finds any run of 9 to 19 digits that is no phone, whatever stands around and between', () => {
    const digit = fc.integer({ min: 0, max: 9 }).map(String);
    // A phone begins with 0, 84 or 1: these do not.
    const account = fc
      .tuple(fc.constantFrom('2', '3', '5', '6', '7', '9'), fc.array(digit, { minLength: 8, maxLength: 18 }))
      .map(([first, rest]) => [first, ...rest]);
    const gap = fc.constantFrom('', ' ', '.', '-');
    fc.assert(
      fc.property(account, gap, fc.constantFrom('', 'nộp về ', 'số: '), (digits, between, lead) => {
        expect(accountsIn([{ deep: [`${lead}${digits.join(between)} nhé`] }])).toHaveLength(1);
      }),
    );
  });
});
