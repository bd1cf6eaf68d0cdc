import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Parts } from '../../../assemble.ts';
import { type Answer, emptyMemory, runTurn, startTurn } from '../../../bot/index.ts';
import { testParts } from '../../test-parts.ts';
import type { Outgoing } from './outgoing.ts';
import { mostParts, renderAnswer } from './render-answer.ts';
import { zaloTextLimit } from './split-text.ts';

const facets = [
  'Giấy tờ',
  'Lệ phí',
  'Bao lâu xong',
  'Nộp ở đâu',
  'Các bước',
  'Điều kiện, thời hạn',
  'Căn cứ pháp lý',
  'Nộp qua mạng',
  'Kết quả',
  'Xem toàn bộ',
];

/** Words and figures, in order: what a message must not lose. */
const words = (text: string) => text.normalize('NFC').match(/[\p{L}\d]+/gu) ?? [];
const wordsOf = ({ blocks }: Answer): string[] =>
  blocks.flatMap((block) =>
    block.kind === 'list' ? [...words(block.label ?? ''), ...block.items.flatMap(words)] : words(block.text),
  );

/** Whether all of the first stand in the second, in that order. */
function isWithin(few: readonly string[], many: readonly string[]): boolean {
  let found = 0;
  for (const word of many) if (word === few[found]) found += 1;
  return found === few.length;
}

const message = {
  id: 'm',
  conversationId: 'c',
  channel: 'zalo-oa',
  locale: 'vi',
  at: new Date('2026-11-23T03:00:00Z'),
  signedInAs: null,
  ownedByOfficer: false,
} as const;

function lostIn(answer: Answer, messages: readonly Outgoing[]): string[] {
  const said = messages.map(({ text }) => text).join('\n');
  const titles = messages.flatMap(({ buttons }) => buttons.flatMap(({ title }) => words(title)));
  const shown = [...words(said), ...titles];
  const tooMuch = messages.some(({ text, buttons }) => text.length > zaloTextLimit || buttons.length > 5);
  return [
    ...(isWithin(wordsOf(answer), words(said)) ? [] : ['words']),
    ...answer.options.filter((option) => !isWithin(words(option.text), shown)).map(() => 'option'),
    ...answer.sources
      .filter(({ url, code }) => !said.includes(url ?? '') || !said.includes(code ?? ''))
      .map(() => 'source'),
    ...(tooMuch ? ['limits'] : []),
  ];
}

describe('what an answer says', () => {
  let parts: Parts;
  beforeAll(async () => {
    parts = await testParts();
  }, 60_000);

  it('reaches Zalo whole, for every guide and facet, with buttons and without', async () => {
    const { tools, steps, speak } = parts;
    const speech = speak('vi', null);
    const lost: string[] = [];
    let [longest, count] = [0, 0];
    for (const guide of tools.library.guides)
      for (const facet of facets) {
        const text = `${facet}: ${guide.plainTitle}`;
        const { answer } = await runTurn(startTurn({ ...message, text }, emptyMemory, speak), steps);
        for (const withButtons of [true, false]) {
          const messages = renderAnswer(answer, { speech, withButtons, linkTo: null });
          count += 1;
          longest = Math.max(longest, messages.length);
          lost.push(...lostIn(answer, messages).map((what) => `${text}: ${what}`));
        }
      }
    expect(lost).toEqual([]);
    expect(count).toBe(tools.library.guides.length * facets.length * 2);
    expect(longest).toBeLessThanOrEqual(mostParts);
  });

  it('is cut short with the address of the whole when it is far too long', () => {
    const speech = parts.speak('vi', null);
    const items = Array.from(
      { length: 400 },
      (_, index) => `Giấy tờ số ${index + 1} phải nộp bản chính, kèm bản sao có chứng thực.`,
    );
    const answer = {
      status: 'answered',
      codes: ['1.001193'],
      facet: 'documents',
      blocks: [{ kind: 'list', label: 'Giấy tờ', items }],
      options: [{ text: 'Lệ phí', send: 'Lệ phí' }],
      sources: [],
    } as const;
    const linkTo = () => 'https://hoi.phuong.example/hoi?q=x&id=x';
    const messages = renderAnswer(answer, { speech, withButtons: true, linkTo });
    expect(messages.length).toBeLessThanOrEqual(mostParts);
    expect(messages[0]!.text).toContain('Giấy tờ số 1 phải');
    expect(messages.at(-1)!.text).toMatch(/xem đầy đủ tại: https:\/\/hoi\.phuong\.example/);
    expect(messages.at(-1)!.buttons).toEqual([{ title: 'Lệ phí', say: '#Lệ phí' }]);
    const without = renderAnswer(answer, { speech, withButtons: true, linkTo: null });
    expect(without.at(-1)!.text).toMatch(/hỏi từng ý/);
  });
});
