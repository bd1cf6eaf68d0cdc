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
        'Giấy tờ, có năm điều.',
        'một là, Giấy chứng sinh.',
        'hai là, Tờ khai.',
        'ba là, căn cước công dân.',
      ],
      ['bốn là, Mẫu xê tê không một.', 'năm là, hai ảnh.'],
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
      }
    }
  }, 120_000);
});
