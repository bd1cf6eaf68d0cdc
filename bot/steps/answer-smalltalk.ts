/** Greets, thanks, takes leave, says what it is; only when nothing else is asked. */
import { sayOnly } from '../make-answer.ts';
import type { Step } from '../step.ts';
import { personRequestIn } from '../understand/person-request.ts';
import { asksAboutMedia, smalltalkIn } from '../understand/smalltalk.ts';
import { wordingOf } from '../understand/wording.ts';

export const answerSmalltalk = (): Step => ({
  name: 'answer-smalltalk',
  run(turn) {
    const wording = wordingOf(turn.text);
    if (personRequestIn(wording) === 'asked') return { next: turn };
    const kind = smalltalkIn(wording) ?? (asksAboutMedia(wording) ? 'media' : null);
    return kind ? { answer: sayOnly(turn, 'smalltalk', `smalltalk.${kind}`) } : { next: turn };
  },
});
