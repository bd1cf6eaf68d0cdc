/** Saying that it is not known, by kind, with where to go. */
import type { Answer } from '../answer.ts';
import { makeAnswer, sayOnly } from '../make-answer.ts';
import { whereToGoIn } from '../say/desk-text.ts';
import type { Turn } from '../step.ts';
import type { Tools } from '../tools.ts';
import { speaksOfProcedures } from '../understand/out-of-scope.ts';
import { wordingOf } from '../understand/wording.ts';
import { unitOf } from '../units/unit-of-turn.ts';

/** The second miss in a row offers a person. */
const missesBeforePerson = 1;

export function declineUnknown(turn: Turn, tools: Pick<Tools, 'units'>): Answer {
  if (turn.suspect) return sayOnly(turn, 'declined-unsafe', `declined.${turn.suspect}`);
  if (!speaksOfProcedures(wordingOf(turn.question)))
    return sayOnly(turn, 'declined-out-of-scope', 'declined.out-of-scope');
  if (turn.memory.misses >= missesBeforePerson) {
    const desk = whereToGoIn(unitOf(turn, tools), turn.speech, turn.message.at);
    return makeAnswer(
      'handed-off',
      [
        { kind: 'say', text: turn.speech.say('handoff.again') },
        { kind: 'say', text: desk, role: 'unless-handed-over' },
        { kind: 'note', text: turn.speech.say('handoff.notYet'), role: 'unless-handed-over' },
      ],
      { handOffReason: 'nothing-found-twice' },
    );
  }
  return sayOnly(turn, 'declined-absent', 'declined.absent');
}
