/** What happened in a family. "Mất" is a death or a loss: who or what is missing decides. */
import { describe, expect, it } from '@jest/globals';
import { lifeEventIn } from './life-event.ts';
import { linesOf } from './test-everyday-questions.ts';
import { wordingOf } from './wording.ts';

const asked: Readonly<Record<string, string>> = {
  death: `
    Ba em mới mất, giờ phải làm những thủ tục gì?
    Bà nội vừa qua đời, cần làm gì trước?
    Mẹ tôi mất rồi, gia đình phải làm sao đây?
    Ông ngoại mất
    chồng tôi mất hôm qua thì làm giấy tờ gì
    Tía tui trút hơi rồi, giờ mần giấy gì?
    Nhà em có tang, cần làm thủ tục gì ở xã?
    Anh trai mất do bệnh, phải khai báo gì?`,
  birth: `
    Vợ em mới sinh, cần làm giấy tờ gì?
    Nhà em vừa sinh em bé, phải làm những thủ tục gì?
    Mới sinh con`,
  marriage: `
    Em sắp cưới, cần làm thủ tục gì?
    Tôi chuẩn bị lấy vợ thì phải làm giấy tờ gì?`,
  'lost-papers': `
    Em bị mất ví mất hết giấy tờ, giờ phải làm gì?
    Tôi mất sạch giấy tờ tùy thân, làm sao đây?`,
  vehicle: `
    Tôi mới mua xe máy cũ, phải làm thủ tục gì?`,
  house: `
    Nhà em sắp xây nhà, cần làm giấy tờ gì?`,
  shop: `
    Em định mở quán cà phê thì cần thủ tục gì?`,
  moving: `
    Em mới chuyển nhà, phải làm thủ tục gì?`,
  inheritance: `
    Bố tôi để lại nhà đất, giờ phải làm thủ tục gì?`,
};

const lostThings = linesOf(`
  Em mất căn cước, làm lại ở đâu?
  Con tôi mất thẻ bảo hiểm y tế
  Bà nội mất sổ đỏ, xin cấp lại sao?
  Anh em mất bằng lái
  Làm khai sinh cho con mất bao lâu?
  Đăng ký xe cho vợ mất bao nhiêu tiền?
  Con mất mấy ngày để có giấy?
  Chị ấy mất quyền lợi gì nếu không đăng ký?
  Người mất năng lực hành vi thì ai giám hộ?
  Em mất giấy khai sinh gốc
  Ba em mất tiền oan, hỏi lệ phí đúng là bao nhiêu?
  Chú em mất liên lạc đã lâu, tuyên bố mất tích ở đâu?
`);

describe('lifeEventIn', () => {
  const told = Object.entries(asked).flatMap(([kind, text]) => linesOf(text).map((line) => [kind, line] as const));

  it.each(told)('opens %s: %s', (id, text) => {
    expect(lifeEventIn(wordingOf(text))).toEqual({ id, asked: true });
  });

  it.each(lostThings)('hears no death: %s', (text) => {
    expect(lifeEventIn(wordingOf(text))?.id).not.toBe('death');
  });

  it.each([
    ['death', 'Ba em mất năm ngoái, giờ xin trích lục khai tử ở đâu?'],
    ['death', 'Chồng tôi mới mất, làm khai tử cần giấy gì?'],
    ['birth', 'Vợ mới sinh, đăng ký khai sinh nộp ở đâu?'],
  ])('tells of %s beside a question of its own: %s', (id, text) => {
    expect(lifeEventIn(wordingOf(text))).toEqual({ id, asked: false });
  });

  it.each([
    'Khai sinh cần gì?',
    'Năm sinh bị sai sửa thế nào?',
    'Bao nhiêu tuổi được mua xe?',
    'Xe cũ của tôi hết hạn đăng kiểm',
  ])('hears no event: %s', (text) => expect(lifeEventIn(wordingOf(text))?.asked ?? false).toBe(false));
});
