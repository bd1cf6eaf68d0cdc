/** The citizen wants a person, complains, or has had enough: says honestly where a person is. */
import type { HandOffReason } from '../answer.ts';
import { makeAnswer } from '../make-answer.ts';
import { whereToGoIn } from '../say/desk-text.ts';
import type { Step } from '../step.ts';
import type { Tools } from '../tools.ts';
import { type PersonRequest, personRequestIn } from '../understand/person-request.ts';
import { wordingOf } from '../understand/wording.ts';
import { unitOf } from '../units/unit-of-turn.ts';

const reasons: Readonly<Record<PersonRequest, HandOffReason>> = {
  asked: 'citizen-asked',
  complaint: 'complaint',
  denounce: 'complaint',
  harm: 'needs-judgement',
  distress: 'distress',
};

export const handOver = (tools: Pick<Tools, 'units'>): Step => ({
  name: 'hand-over',
  run(turn) {
    const wish = personRequestIn(wordingOf(turn.text));
    if (!wish) return { next: turn };
    const desk = whereToGoIn(unitOf(turn, tools), turn.speech, turn.message.at);
    return {
      answer: makeAnswer(
        'handed-off',
        [
          { kind: 'say', text: turn.speech.say(`handoff.${wish}`, { desk }) },
          { kind: 'note', text: turn.speech.say('handoff.notYet') },
        ],
        { handOffReason: reasons[wish] },
      ),
    };
  },
});
