/** The citizen wants a person, complains, or has had enough: says honestly where a person is. */
import type { Block, HandOffReason } from '../answer.ts';
import { makeAnswer } from '../make-answer.ts';
import { whereToGoIn } from '../say/desk-text.ts';
import type { Step } from '../step.ts';
import type { Speech } from '../texts/speech.ts';
import type { Tools } from '../tools.ts';
import { type PersonRequest, personRequestIn } from '../understand/person-request.ts';
import { wordingOf } from '../understand/wording.ts';
import { unitOf } from '../units/unit-of-turn.ts';

const reasons: Readonly<Record<PersonRequest, HandOffReason>> = {
  asked: 'citizen-asked',
  complaint: 'complaint',
  denounce: 'denunciation',
  harm: 'needs-judgement',
  distress: 'distress',
};

/** A denunciation is pointed to the desk in any case; all else only where nobody can take over. */
function whereInstead(always: boolean, desk: string, { say }: Speech): Block[] {
  const role = 'unless-handed-over' as const;
  return [
    { kind: 'say', text: desk, ...(always ? {} : { role }) },
    { kind: 'note', text: say('handoff.notYet'), role },
  ];
}

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
          { kind: 'say', text: turn.speech.say(`handoff.${wish}`) },
          ...whereInstead(wish === 'denounce', desk, turn.speech),
        ],
        { handOffReason: reasons[wish] },
      ),
    };
  },
});
