/** The citizen wants a person, complains, or has had enough: says honestly where a person is. */
import type { Answer, Block, HandOffReason } from '../answer.ts';
import { makeAnswer, sayOnly } from '../make-answer.ts';
import { whereToGoIn } from '../say/desk-text.ts';
import type { Step, Turn } from '../step.ts';
import type { Speech } from '../texts/speech.ts';
import type { Tools } from '../tools.ts';
import type { PersonRequest } from '../understand/person-request.ts';
import { personWishIn } from '../understand/person-wish.ts';
import { wordingOf } from '../understand/wording.ts';
import { yesOrNo } from '../understand/yes-or-no.ts';
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
    const wish = personWishIn(wordingOf(turn.text));
    return wish ? { answer: handedOff(turn, wish, tools) } : { next: turn };
  },
});

/** What no rule heard and no rule answers. */
export const hearPerson = (tools: Pick<Tools, 'units'>): Step => ({
  name: 'hear-person',
  run(turn) {
    const wish = personWishIn(wordingOf(turn.text), 'beforeSearch');
    return wish ? { answer: handedOff(turn, wish, tools) } : { next: turn };
  },
});

/** A yes or a no to whether a person is wanted; before pleasantries, which "dạ" and "ừ" are else. */
export const meetOnYes = (tools: Pick<Tools, 'units'>): Step => ({
  name: 'meet-on-yes',
  run(turn) {
    const said = turn.memory.asks === 'person' ? yesOrNo(wordingOf(turn.text)) : null;
    if (said === null) return { next: turn };
    return { answer: said === 'yes' ? handedOff(turn, 'asked', tools) : sayOnly(turn, 'clarify', 'meetPerson.no') };
  },
});

export function handedOff(turn: Turn, wish: PersonRequest, tools: Pick<Tools, 'units'>): Answer {
  const desk = whereToGoIn(unitOf(turn, tools), turn.speech, turn.message.at);
  const blocks: Block[] = [
    { kind: 'say', text: turn.speech.say(`handoff.${wish}`) },
    ...whereInstead(wish === 'denounce', desk, turn.speech),
  ];
  return makeAnswer('handed-off', blocks, { handOffReason: reasons[wish] });
}
