/**
 * Refuses what nobody may have: forging, evading, other people's cases, the inside of the system, slander.
 *
 * A command to the machine or a demand for a promise is only noted: the real question beside it is answered, and
 * `decide` refuses when there is none.
 */
import { sayOnly } from '../make-answer.ts';
import type { Step } from '../step.ts';
import { asksWhichIsLate } from '../understand/others-request.ts';
import { unsafeRequestIn } from '../understand/unsafe-request.ts';
import { wordingOf } from '../understand/wording.ts';
import { asksHow } from '../understand/words.ts';

const refused = new Set(['forge', 'evade', 'secrets', 'defame']);

export const refuseUnsafe = (): Step => ({
  name: 'refuse-unsafe',
  run(turn) {
    const wording = wordingOf(turn.text);
    const kind = unsafeRequestIn(wording);
    if (kind === null) return { next: turn };
    if (refused.has(kind)) return { answer: sayOnly(turn, 'declined-unsafe', `declined.${kind}`) };
    if (kind === 'others') {
      if (turn.message.signedInAs && asksWhichIsLate(wording)) return { next: turn };
      const status = turn.message.signedInAs ? 'declined-unsafe' : 'login-required';
      return { answer: sayOnly(turn, status, 'declined.others') };
    }
    if (kind === 'command' && !asksHow(wording))
      return { answer: sayOnly(turn, 'declined-unsafe', 'declined.command') };
    return { next: { ...turn, suspect: kind === 'promise' ? 'promise' : 'command' } };
  },
});
