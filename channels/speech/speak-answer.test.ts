import { beforeAll, describe, expect, it } from '@jest/globals';
import { loadSpeech } from '../../bot/index.ts';
import { openTestBot, type TestBot } from '../../bot/test-bot.ts';
import { speakAnswer } from './speak-answer.ts';
import { spokenTextsOf } from './spoken-texts.ts';

const texts = spokenTextsOf(loadSpeech()('vi', 'bà'));
let bot: TestBot;
beforeAll(async () => {
  bot = await openTestBot();
}, 60_000);

describe('speakAnswer', () => {
  it('says a long list three at a time, and how many there are first', () => {
    const blocks = [
      { kind: 'title' as const, text: 'Đăng ký khai sinh cho trẻ' },
      { kind: 'list' as const, label: 'Giấy tờ', items: ['Giấy chứng sinh', 'Tờ khai', 'CCCD', 'Mẫu CT01', '02 ảnh'] },
    ];
    const pages = speakAnswer({ status: 'answered', blocks }, { texts });
    expect(pages.map(({ utterances }) => utterances.map(({ text }) => text))).toEqual([
      [
        'Đăng ký khai sinh cho trẻ.',
        'Giấy tờ, năm điều.',
        'Một là, Giấy chứng sinh.',
        'Hai là, Tờ khai.',
        'Ba là, căn cước công dân.',
      ],
      ['Bốn là, Mẫu xê tê không một.', 'Năm là, hai ảnh.'],
    ]);
  });

  it('tells one fact a sentence, three at most before it asks, and none too long a page', () => {
    const items = [
      'Tờ khai. Khai theo mẫu. Ký tên đầy đủ. Nộp một bản.',
      'Hộ chiếu; dùng căn cước thì không cần hộ chiếu nữa',
    ];
    const blocks = [{ kind: 'list' as const, label: 'Giấy tờ cần có', items, role: 'papers' as const }];
    const pages = speakAnswer({ status: 'answered', blocks }, { texts });
    expect(pages.map(({ utterances }) => utterances.map(({ text }) => text))).toEqual([
      ['Giấy tờ cần có, hai thứ.', 'Một là, Tờ khai.', 'Khai theo mẫu.', 'Ký tên đầy đủ.'],
      ['Nộp một bản.', 'Hai là, Hộ chiếu.', 'Dùng căn cước thì không cần hộ chiếu nữa.'],
    ]);
    const long = Array.from({ length: 6 }, () => 'một hai ba bốn năm sáu bảy tám chín mười '.repeat(5).trim());
    const slow = speakAnswer({ status: 'answered', blocks: [{ kind: 'list', label: null, items: long }] }, { texts });
    expect(slow).toHaveLength(6);
  });

  it('tells the origin with the answer, shortly, and what is beside it on a page of its own', () => {
    const blocks = [
      { kind: 'title' as const, text: 'Khai sinh' },
      { kind: 'say' as const, text: 'Không mất phí.' },
      { kind: 'list' as const, label: 'Liên quan', items: ['Xin bản sao thì mất phí.'], role: 'beside' as const },
      {
        kind: 'note' as const,
        role: 'source' as const,
        text: 'Theo Cổng (Quyết định 1/QĐ-BTP).',
        spoken: 'Theo Cổng.',
      },
    ];
    const pages = speakAnswer({ status: 'answered', blocks }, { texts });
    expect(pages.map(({ utterances }) => utterances.map(({ text }) => text))).toEqual([
      ['Khai sinh.', 'Không mất phí.', 'Theo Cổng.'],
      ['Liên quan, Xin bản sao thì mất phí.'],
    ]);
  });

  it('marks what a person’s own case says', () => {
    const blocks = [{ kind: 'say' as const, text: 'Hồ sơ đang được giải quyết.' }];
    expect(speakAnswer({ status: 'dossier', blocks }, { texts })[0]?.utterances[0]?.sensitive).toBe(true);
    expect(speakAnswer({ status: 'answered', blocks }, { texts })[0]?.utterances[0]?.sensitive).toBe(false);
  });

  it('is silent where the bot is silent', () => {
    expect(speakAnswer({ status: 'handed-off', blocks: [] }, { texts })).toEqual([]);
  });

  it('never says more than three facts a page, nor an empty page, of any guide', async () => {
    for (const { code } of bot.tools.library.guides) {
      const { answer } = await bot.ask(code);
      const pages = speakAnswer(answer, { texts });
      expect(pages.length).toBeGreaterThan(0);
      for (const { utterances } of pages) {
        expect(utterances.length).toBeGreaterThan(0);
        expect(utterances.every(({ text }) => /^\p{L}.*[.?!]$/su.test(text))).toBe(true);
        // Words for eyes: nobody presses or sees anything on a telephone.
        expect(utterances.map(({ text }) => text).join(' ')).not.toMatch(/Xem toàn bộ|dưới đây|bấm nút/u);
      }
    }
  }, 120_000);
});
