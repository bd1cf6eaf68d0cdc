/** Opening hours, address and phone of the desk; what is kept of the talk. Small questions that need no guide. */
import { makeAnswer, sayOnly } from '../make-answer.ts';
import { hoursIn, whereToGoIn } from '../say/desk-text.ts';
import type { Step } from '../step.ts';
import type { Tools } from '../tools.ts';
import { deskQuestionIn } from '../understand/desk-question.ts';
import { wordingOf } from '../understand/wording.ts';
import { unitOf } from '../units/unit-of-turn.ts';

export const answerDeskQuestions = (tools: Pick<Tools, 'units' | 'calendar'>): Step => ({
  name: 'answer-desk-questions',
  run(turn) {
    const asked = deskQuestionIn(wordingOf(turn.text));
    if (asked === 'privacy') {
      const items = ['privacy.kept', 'privacy.rights'].map((key) => ({
        kind: 'say' as const,
        text: turn.speech.say(key),
      }));
      return { answer: makeAnswer('answered', items) };
    }
    const unit = unitOf(turn, tools);
    const { desk } = unit;
    if (asked === 'hours') {
      const talk = { calendar: tools.calendar, speech: turn.speech };
      const lines = [...hoursIn(unit, talk, turn.message.at), turn.speech.say('desk.online')];
      return {
        answer: makeAnswer(
          desk ? 'answered' : 'partial',
          lines.map((text) => ({ kind: 'say', text })),
          { facet: 'place' },
        ),
      };
    }
    if (asked === 'contact') {
      return {
        answer: sayOnly(
          turn,
          desk ? 'answered' : 'partial',
          'raw',
          { text: whereToGoIn(unit, turn.speech, turn.message.at) },
          { facet: 'place' },
        ),
      };
    }
    return { next: turn };
  },
});
