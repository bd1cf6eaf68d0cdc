/** The citizen wants a person, complains, or has had enough: says honestly where a person is. */
import type { HandOffReason } from '../answer.ts';
import { makeAnswer } from '../make-answer.ts';
import { whereToGo } from '../say/desk-text.ts';
import type { Step } from '../step.ts';
import type { Tools } from '../tools.ts';
import { type PersonRequest, personRequestIn } from '../understand/person-request.ts';
import { wordingOf } from '../understand/wording.ts';

const reasons: Readonly<Record<PersonRequest, HandOffReason>> = {
  asked: 'citizen-asked',
  complaint: 'complaint',
  denounce: 'complaint',
  harm: 'needs-judgement',
  distress: 'distress',
};

export const handOver = ({ desk }: Pick<Tools, 'desk'>): Step => ({
  name: 'hand-over',
  run(turn) {
    const wish = personRequestIn(wordingOf(turn.text));
    if (!wish) return { next: turn };
    return {
      answer: makeAnswer(
        'handed-off',
        [
          { kind: 'say', text: turn.speech.say(`handoff.${wish}`, { desk: whereToGo(desk, turn.speech) }) },
          { kind: 'note', text: turn.speech.say('handoff.notYet') },
        ],
        { handOffReason: reasons[wish] },
      ),
    };
  },
});
