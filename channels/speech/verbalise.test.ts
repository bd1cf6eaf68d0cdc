import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { textOf } from '../../bot/index.ts';
import { openTestBot, type TestBot } from '../../bot/test-bot.ts';
import { verbalise } from './verbalise.ts';

describe('verbalise', () => {
  it.each([
    [
      'Lệ phí 50.000 đồng, hoặc 1.050.000đ.',
      'Lệ phí năm mươi nghìn đồng, hoặc một triệu không trăm năm mươi nghìn đồng.',
    ],
    [
      'từ ngày 15/3/2025 đến 30/4',
      'từ ngày mười lăm tháng ba năm hai nghìn không trăm hai mươi lăm đến ngày ba mươi tháng tư',
    ],
    ['07:30-11:30, 13h30-17h', 'bảy giờ ba mươi đến mười một giờ ba mươi, mười ba giờ ba mươi đến mười bảy giờ'],
    ['thứ 2, thứ 4, thứ 7', 'thứ hai, thứ tư, thứ bảy'],
    ['Nghị định 123/2015/NĐ-CP', 'Nghị định số một trăm hai mươi ba, năm hai nghìn không trăm mười lăm, của Chính phủ'],
    [
      'Luật Cư trú số 68/2020/QH14',
      'Luật Cư trú số sáu mươi tám, năm hai nghìn không trăm hai mươi, của Quốc hội khóa mười bốn',
    ],
    ['5710/QĐ-BCA-C06', 'Quyết định số năm nghìn bảy trăm mười, của Bộ Công an, xê không sáu'],
    [
      'mã 000.00.12.H38-260915-0042',
      'mã không không không, không không, một hai, hát ba tám, hai sáu không, chín một năm, không không bốn hai',
    ],
    ['thủ tục 1.001193', 'thủ tục một chấm không không một, một chín ba'],
    ['Điện thoại: 0259 3822 111', 'Điện thoại, không hai năm chín, ba tám hai hai, một một một'],
    ['gọi 113 hoặc 1900 1009', 'gọi một một ba hoặc một chín không không, một không không chín'],
    ['113 ngày', 'một trăm mười ba ngày'],
    ['3-5 ngày làm việc', 'ba đến năm ngày làm việc'],
    ['UBND xã/phường (CCCD còn hạn)', 'Ủy ban nhân dân xã hoặc phường, căn cước công dân còn hạn,'],
    ['Ông/bà mang 2,5 m²', 'Ông bà mang hai phẩy năm mét vuông'],
    ['Mẫu CT01, mẫu số 2a Phụ lục II', 'Mẫu xê tê không một, mẫu số hai a Phụ lục hai'],
    ['https://dichvucong.gov.vn/thu-tuc/x', 'Cổng Dịch vụ công quốc gia'],
    ['Xem https://lua-dao.example.com/x', 'Xem một trang trên mạng'],
    ['TP. Hồ Chí Minh, P.5', 'thành phố Hồ Chí Minh, phường năm'],
    ['số 0912345678', 'số không chín một hai, ba bốn năm, sáu bảy tám'],
    ['điểm d khoản 1 Điều 31', 'điểm dê khoản một Điều ba mươi mốt'],
    ['tháng 4 năm 2026', 'tháng tư năm hai nghìn không trăm hai mươi sáu'],
    ['kích thước 10x15cm', 'kích thước mười nhân mười lăm xen ti mét'],
    ['1.5', 'một chấm năm'],
    ['từ 12-15/3/2025', 'từ ngày mười hai đến ngày mười lăm tháng ba năm hai nghìn không trăm hai mươi lăm'],
    ['12/3-15/3', 'ngày mười hai tháng ba đến ngày mười lăm tháng ba'],
    ['từ thứ 2 - thứ 6', 'từ thứ hai đến thứ sáu'],
    ['lúc 07:05, 24/7', 'lúc bảy giờ năm phút, cả ngày lẫn đêm'],
    ['quý I/2026', 'quý một năm hai nghìn không trăm hai mươi sáu'],
    ['số nhà 12/3', 'số nhà mười hai trên ba'],
    ['gọi 1022, tổng đài 19001009', 'gọi một không hai hai, tổng đài một chín không không, một không không chín'],
    ['+84 912 345 678', 'không chín một hai, ba bốn năm, sáu bảy tám'],
    ['100%, 5,5 %', 'một trăm phần trăm, năm phẩy năm phần trăm'],
    ['Mẫu số 01/ĐKKH, mẫu TK-01', 'Mẫu số một, đê ca ca hát, mẫu tê ca không một'],
    ['10 (mười) ngày, 10 (năm) ngày', 'mười ngày, mười, năm, ngày'],
    ['2 lần/năm, và/hoặc, ngày/tháng/năm sinh', 'hai lần một năm, và hoặc, ngày, tháng, năm sinh'],
    ['Cổng Dịch vụ công quốc gia (dichvucong.gov.vn)', 'Cổng Dịch vụ công quốc gia,'],
    ['BHTNLĐ-BNN, HIV/AIDS', 'bảo hiểm tai nạn lao động, bệnh nghề nghiệp, hát i vê ết'],
    ['66.7/2025/NQ-CP', 'Nghị quyết số sáu mươi sáu chấm bảy, năm hai nghìn không trăm hai mươi lăm, của Chính phủ'],
    ['60/2014/QH13', 'số sáu mươi, năm hai nghìn không trăm mười bốn, của Quốc hội khóa mười ba'],
    ['50.000 đồng/bản, 2.000đ/trang', 'năm mươi nghìn đồng một bản, hai nghìn đồng một trang'],
    ['công trình cấp III, cấp IV', 'công trình cấp ba, cấp bốn'],
  ])('%s', (written, said) => expect(verbalise(written)).toBe(said));

  it('speaks as the south does where that is set', () => {
    expect(verbalise('1.004 đồng', { region: 'south' })).toBe('một ngàn không trăm lẻ bốn đồng');
  });

  it('says what is said already as it is: twice is once', () => {
    for (const text of ['Lệ phí 50.000 đồng/bản (CCCD)', 'NĐ 123/2015/NĐ-CP', 'TP.HCM, 7h30, CT01', '0912345678'])
      expect(verbalise(verbalise(text))).toBe(verbalise(text));
  });

  it('leaves letters, blanks and pauses alone, whatever it is given', () => {
    const pieces = fc.constantFrom(
      '12',
      '.',
      ',',
      '/',
      '-',
      ' ',
      'NĐ',
      'CP',
      'H38',
      'đ',
      '%',
      'k',
      'h',
      ':',
      '2025',
      'ngày ',
      '(',
      '0',
      'm2',
      '😀',
    );
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(pieces).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, (written) => {
        expect(verbalise(written).replace(/[\p{L}\p{M}\s.,?!]/gu, '')).toBe('');
      }),
      { numRuns: 500 },
    );
  });
});

/** A capital beside a capital, or a consonant alone: an engine would have to guess. */
const guesswork = /[^\p{L}\s.,?!]|\p{Lu}{2,}|(?<!\p{L})[bcdfghjklmnpqrstvwxzđ](?!\p{L})/u;

describe('every answer of every guide', () => {
  let bot: TestBot;
  beforeAll(async () => {
    bot = await openTestBot();
  }, 60_000);

  it('can be said without a guess', async () => {
    const left: string[] = [];
    for (const { code } of bot.tools.library.guides) {
      const { answer } = await bot.ask(code);
      for (const line of textOf(answer).split('\n')) {
        const said = verbalise(line);
        if (guesswork.test(said)) left.push(said);
      }
    }
    expect(left).toEqual([]);
  }, 120_000);
});
