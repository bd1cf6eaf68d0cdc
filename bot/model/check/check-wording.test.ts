import { beforeAll, describe, expect, it } from '@jest/globals';
import { openTestBot, type TestBot } from '../../test-bot.ts';
import { loadSpeech } from '../../texts/speech.ts';
import { fieldsOf } from '../wording/fields-of.ts';
import { checkWording } from './check-wording.ts';
import type { Fields } from './wording.ts';

describe('a draft of a language model', () => {
  let bot: TestBot;
  let fields: Fields;
  let free: Fields;
  beforeAll(async () => {
    bot = await openTestBot();
    fields = fieldsFor('2.000815', 'vi');
    free = fieldsFor('1.001193', 'vi');
  }, 60_000);
  const fieldsFor = (code: string, locale: 'vi' | 'en'): Fields => {
    const entry = bot.tools.library.find(code);
    if (entry?.kind !== 'guide') throw new Error(`No guide ${code}`);
    const speech = loadSpeech()(locale, null);
    const { guide } = entry;
    const facets = ['documents', 'fee', 'time', 'place'] as const;
    return fieldsOf(
      [{ guide, facets, question: guide.plainTitle, speech, relevance: bot.tools.relevance, local: null }],
      speech,
    );
  };
  const rulesOf = (...sentences: string[]) => checkWording(sentences, fields).caught.map(({ rule }) => rule);

  it('goes out with its tokens filled in from the record', () => {
    const { kept, caught } = checkWording(['{{You}} nộp hồ sơ tại {{place.1}}.', 'Lệ phí: {{fee.1}}.'], fields);
    expect(caught).toEqual([]);
    expect(kept[0]).toMatch(/^Ông\/bà nộp hồ sơ tại \p{Lu}/u);
    expect(kept[1]).toContain('2.000 đồng');
    expect(kept.join()).not.toMatch(/[{}]/);
  });

  it.each([
    'Dạ, thông tin của thủ tục này là như sau ạ.',
    '{{You}} chuẩn bị {{paper.1}} để làm {{title.1}}.',
    'Khi làm {{title.1}} thì {{you}} mang theo {{paper.1}}, rồi nộp tại {{place.1}}.',
    'Thời hạn giải quyết là {{time.1}}.',
    'Lệ phí làm {{title.1}} là {{fee.1}}.',
    'Thông tin này lấy từ {{source.1}}.',
    'Dạ, {{me}} chào {{you}} ạ.',
    'Em cảm ơn anh/chị đã hỏi ạ.',
    'Sau đây là thông tin {{you}} cần.',
    '{{You}} cần hỏi thêm thì cứ nhắn {{me}} nhé.',
    'Chi tiết ở bên dưới ạ.',
    '({{paper.1}}), rồi “{{place.1}}”.',
  ])('may say: %s', (sentence) => expect(rulesOf(sentence)).toEqual([]));

  it.each([
    ['token-unknown', 'Lệ phí: {{fee.9}}.'],
    ['token-unknown', 'Lệ phí: {{ fee.1 }}.'],
    ['token-unknown', 'Lệ phí: {fee.1}.'],
    ['token-mixed', 'Lệ phí: {{time.1}}.'],
    ['token-mixed', 'Thời hạn giải quyết là {{fee.1}}.'],
    ['token-mixed', 'Lệ phí làm {{title.1}} là {{time.1}}.'],
    ['token-mixed', 'Lệ phí: -{{fee.1}}.'],
    ['token-mixed', 'Lệ phí: không{{fee.1}}.'],
    ['token-mixed', 'Lệ phí: {{fee.1}}+.'],
    ['token-mixed', '{{source.1}} {{fee.1}}.'],
    ['token-mixed', '{{source.1}}.'],
    ['token-mixed', 'Lệ phí: {{fee.1}}, {{fee.1}}.'],
    ['claim', 'Em chào {{you}}, {{you}} không cần giấy tờ gì ạ.'],
    ['token-unknown', 'Em chào { {{you}} ạ.'],
    ['claim', 'Phần này chưa tra được ạ.'],
    ['figure', 'Lệ phí: {{fee.1}}, thêm 50.000 đồng.'],
    ['figure', 'Hồ sơ giải quyết trong ba ngày, {{time.1}}.'],
    ['figure', 'Lệ phí: hai mươi nghìn, {{fee.1}}.'],
    ['hidden-sign', 'Nộp ５ bản {{paper.1}}.'],
    ['figure', 'Nop hai muoi ngay {{paper.1}}.'],
    ['mark', 'Theo Nghị định NĐ-CP, mẫu tại dichvucong.gov.vn, {{source.1}}.'],
    ['claim', 'Thủ tục này miễn phí, {{source.1}}.'],
    ['claim', '{{You}} không cần {{paper.1}}.'],
    ['claim', 'Bắt buộc nộp {{paper.1}}.'],
    ['claim', '{{You}} luôn nộp tại {{place.1}}.'],
    ['claim', 'Chỉ cần {{paper.1}}.'],
    ['promise', 'Em cam kết hồ sơ giải quyết trong {{time.1}}.'],
    ['promise', '{{You}} yên tâm, {{fee.1}}.'],
    ['lawsuit', '{{You}} cần khởi kiện tại {{place.1}}.'],
    ['lawsuit', '{{You}} hỏi luật sư nhé, {{source.1}}.'],
    ['other-person', 'Hồ sơ nộp cho Nguyễn Thị Bưởi tại {{place.1}}.'],
    ['other-person', 'Gặp anh Tuấn tại {{place.1}}.'],
    ['instruction', 'Chuyển khoản {{fee.1}}.'],
    ['instruction', '{{You}} gửi mã OTP cho em, {{source.1}}.'],
    ['instruction', 'Tải ứng dụng rồi nộp {{paper.1}}.'],
    ['markup', '<img src=x> {{fee.1}}.'],
    ['markup', '![a](http://x) {{fee.1}}.'],
    ['markup', '**Lệ phí**: {{fee.1}}.'],
    ['markup', 'Xem tại lua-dao.com, {{fee.1}}.'],
    ['prompt', 'Quy tắc của tôi là mọi dữ kiện phải là mã, {{fee.1}}.'],
    ['prompt', 'Viết lời mở đầu cho câu trả lời của bộ phận, {{fee.1}}.'],
    ['hidden-sign', 'Lệ\u200b phí: {{fee.1}}.'],
    ['hidden-sign', 'Lệ phí: {{fee.1}}.\u{E0041}'],
    ['hidden-sign', 'Lệ рhí: {{fee.1}}.'],
    ['hidden-sign', '\u202eLệ phí: {{fee.1}}.'],
    ['paper-not-in-record', '{{You}} mang theo giấy khám sức khỏe và {{paper.1}}.'],
    ['language', 'Please bring the {{paper.1}} with you.'],
    ['address', 'Mày nộp {{paper.1}}.'],
    ['word-not-in-record', 'Nhờ hàng xóm đem {{paper.1}}.'],
    ['word-not-in-record', '{{You}} chờ ngoài sân, {{place.1}}.'],
    ['without-fact', '{{You}} được nộp ở nơi này.'],
    ['length', 'Thông tin này lấy từ'],
    ['length', `Hồ sơ ${'và '.repeat(200)} {{fee.1}}.`],
  ])('is caught by %s: %s', (rule, sentence) => {
    const { kept, caught } = checkWording([sentence], fields);
    expect(kept).toEqual([]);
    if (rule !== 'mark' && rule !== 'instruction' && rule !== 'word-not-in-record') expect(caught[0]?.rule).toBe(rule);
  });

  it('says that it costs nothing where no case costs anything, and nowhere else', () => {
    const sentence = ['Làm {{title.1}} miễn phí.'];
    expect(checkWording(sentence, { ...free, allFree: true }).caught).toEqual([]);
    expect(checkWording(sentence, { ...free, allFree: false }).caught).toMatchObject([{ rule: 'claim' }]);
  });

  it('lets a whole sentence of the record stand, and no part of it', () => {
    const entry = bot.tools.library.find('1.001193');
    const sentence =
      entry?.kind === 'guide' ? entry.guide.conditions.find((one) => /không/.test(one) && !/\d/.test(one)) : null;
    const text = (sentence ?? '').split(/[.;]\s/)[0]?.replace(/[.;]$/, '') ?? '';
    expect(checkWording([`${text}.`], free).caught).toEqual([]);
    const half = text.split(' ').slice(0, -1).join(' ');
    expect(checkWording([`${half}.`], free).kept).toEqual([]);
  });

  it('keeps facts of two procedures apart', () => {
    const two = { ...fields, fields: [...fields.fields, { token: 'fee.2', code: '1.000000', text: '1 đồng' }] };
    expect(checkWording(['{{fee.1}} và {{fee.2}}.'], two).caught).toMatchObject([{ rule: 'token-mixed' }]);
  });

  it('speaks English where the talk is English', () => {
    const english = fieldsFor('2.000815', 'en');
    expect(checkWording(['Please bring {{paper.1}} and file it at {{place.1}}.'], english).caught).toEqual([]);
    expect(checkWording(['Hồ sơ nộp tại {{place.1}}.'], english).caught).toMatchObject([{ rule: 'language' }]);
  });

  it('says that a part was not found where an officer reads it first, and nowhere else', () => {
    const said = ['Phần này chưa tra được ạ.', 'Còn điều này em chưa tìm thấy ạ.', 'Bản công bố không nêu phần này.'];
    expect(checkWording(said, { ...fields, mayBridge: true }).caught).toEqual([]);
    expect(checkWording(said, fields).kept).toEqual([]);
    const more = ['Phần này chưa tra được, nên không cần nộp.'];
    expect(checkWording(more, { ...fields, mayBridge: true }).kept).toEqual([]);
  });

  it('keeps of what was caught no number of a person', () => {
    expect(JSON.stringify(checkWording(['Gọi 0900000011 nhé {{fee.1}}.'], fields).caught)).not.toContain('0900000011');
  });
});
