/** Opening hours, address and phone of the desk; what is kept of the talk. Small questions that need no guide. */
import type { Answer } from '../answer.ts';
import { makeAnswer, sayOnly } from '../make-answer.ts';
import { hoursIn, whereToGoIn } from '../say/desk-text.ts';
import { legalName } from '../say/local-fee-text.ts';
import { lowerFirst } from '../say/money-and-time.ts';
import type { Step, Turn } from '../step.ts';
import type { Tools } from '../tools.ts';
import { deskQuestionIn } from '../understand/desk-question.ts';
import { wordingOf } from '../understand/wording.ts';
import type { Unit } from '../units/unit-directory.ts';
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
    if (asked === 'anywhere') return { answer: sayAnywhere(unit, turn) };
    return { next: turn };
  },
});

/** It depends on the procedure and on the province's list, which is named where it is loaded. */
function sayAnywhere({ local }: Unit, { speech }: Turn): Answer {
  const list = local?.anyOffice ?? null;
  const named = local &&
    list && { province: lowerFirst(local.province.name), decision: legalName(list.decision, speech) };
  const lines = [
    speech.say('anywhere.depends'),
    named ? speech.say('anywhere.listed', named) : speech.say('local.anyOfficeUnknown'),
    speech.say('anywhere.ask'),
  ];
  return makeAnswer(
    'partial',
    lines.map((text) => ({ kind: 'say', text })),
    { facet: 'place' },
  );
}
