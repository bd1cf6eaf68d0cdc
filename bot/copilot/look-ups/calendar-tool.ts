/** Days: whether offices work on one, so many days on, what a year has off, when a result is due. Counted by our code, never by a model. */
import { z } from 'zod';
import { momentOf } from '../../../knowledge/index.ts';
import type { Answer } from '../../answer.ts';
import { answerBetween, answerCount } from '../../calendar/say-counted-days.ts';
import { answerDay } from '../../calendar/say-days-off.ts';
import { sayDueDate } from '../../calendar/say-due-date.ts';
import { answerYear } from '../../calendar/say-year.ts';
import { draftSourceOf, linesOf } from '../shown-facts.ts';
import { codeSchema } from './guide-tool.ts';
import { type LookUp, nothingFound, officerTool } from './officer-tool.ts';

const day = z.iso.date();

const schema = z.object({
  ask: z
    .enum(['day', 'count', 'between', 'year', 'due'])
    .describe(
      'day: ngày đó có làm việc không; count: đếm ngày; between: số ngày làm việc giữa hai ngày; year: lịch nghỉ; due: ngày hẹn trả.',
    ),
  day: day.optional().describe('Ngày bắt đầu, YYYY-MM-DD; bỏ trống là hôm nay.'),
  to: day.optional().describe('Ngày cuối, cho between.'),
  count: z.int().min(0).max(366).optional().describe('Số ngày, cho count.'),
  working: z.boolean().optional().describe('Đếm ngày làm việc; nếu không là ngày thường.'),
  year: z.int().min(2000).max(2100).optional(),
  code: codeSchema.optional().describe('Mã thủ tục, cho due.'),
  online: z.boolean().optional().describe('Nộp qua mạng, cho due.'),
});
type Asked = z.output<typeof schema>;

export const calendarTool = officerTool({
  name: 'calendar',
  deed: 'official-search',
  about: 'Tính ngày làm việc, ngày nghỉ lễ, ngày hẹn trả kết quả. Không tự đếm ngày: luôn hỏi công cụ này.',
  schema,
  words: ({ ask, ...rest }) => [ask, ...Object.values(rest).map(String)].join(' '),
  look(asked, by) {
    const speech = by.speak('vi', null);
    const said = answerOf(asked, by);
    if (!said) return nothingFound(speech.say('copilot.found.badDay'));
    const [first] = said.sources;
    const source = first
      ? draftSourceOf(first)
      : { code: null, title: speech.say('copilot.calendar'), url: null, checkedOn: '' };
    const facts = said.blocks.flatMap((block) =>
      linesOf(block).map((text) => ({ kind: asked.ask === 'due' ? 'time' : 'day', text, source })),
    );
    return { facts, titles: [], says: speech.say('copilot.found.days') };
  },
});

/** `null` where what was asked for lacks a part. */
function answerOf(asked: Asked, { tools, speak, unit, at }: LookUp): Pick<Answer, 'blocks' | 'sources'> | null {
  const { calendar } = tools;
  const moment = momentOf(at);
  const from = asked.day ?? moment.day;
  const { desk } = tools.units.of(unit);
  const talk = { calendar, desk, speech: speak('vi', null), today: moment.day };
  if (asked.ask === 'day') return answerDay(from, talk);
  if (asked.ask === 'year') return answerYear(asked.year ?? null, talk);
  if (asked.ask === 'between') return asked.to ? answerBetween(from, asked.to, talk) : null;
  if (asked.ask === 'count')
    return asked.count === undefined
      ? null
      : answerCount({ count: asked.count, unit: asked.working === false ? 'day' : 'working-day', from }, talk);
  const entry = asked.code ? tools.library.find(asked.code) : null;
  if (entry?.kind !== 'guide') return null;
  const clock = asked.day === undefined || asked.day === moment.day ? moment.clock : null;
  return sayDueDate({ guide: entry.guide, moment: { day: from, clock }, online: asked.online ?? false }, talk);
}
