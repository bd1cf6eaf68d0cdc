/** Questions about days: whether offices work on one, how long a holiday is, which day a count of working days ends on. */
import { momentOf } from '../../knowledge/index.ts';
import type { Answer } from '../answer.ts';
import { type CalendarQuestion, calendarQuestionIn } from '../calendar/calendar-question.ts';
import { answerBetween, answerCount } from '../calendar/say-counted-days.ts';
import { answerBreak, answerDay, type CalendarTalk } from '../calendar/say-days-off.ts';
import { answerMakeUps, answerYear } from '../calendar/say-year.ts';
import type { Step } from '../step.ts';
import type { Tools } from '../tools.ts';
import { unitOf } from '../units/unit-of-turn.ts';

export const answerCalendarQuestions = (tools: Pick<Tools, 'calendar' | 'units'>): Step => ({
  name: 'answer-calendar-questions',
  run(turn) {
    const today = momentOf(turn.message.at).day;
    const question = calendarQuestionIn(turn.text, today);
    if (question === null) return { next: turn };
    const { desk } = unitOf(turn, tools);
    return { answer: answerOf(question, { calendar: tools.calendar, desk, speech: turn.speech, today }) };
  },
});

function answerOf(question: CalendarQuestion, talk: CalendarTalk): Answer {
  switch (question.kind) {
    case 'count':
      return answerCount(question, talk);
    case 'between':
      return answerBetween(question.from, question.to, talk);
    case 'break':
      return answerBreak(question.holiday, question.year, talk);
    case 'day':
      return answerDay(question.day, talk);
    case 'make-ups':
      return answerMakeUps(question.year, talk);
    default:
      return answerYear(question.year, talk);
  }
}
