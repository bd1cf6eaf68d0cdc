/** Nothing to read, or far too much: asks for a question in a few words. */
import { sayOnly } from '../make-answer.ts';
import type { Step } from '../step.ts';
import { longestMessage } from '../understand/clean-text.ts';

export const askForWords = (): Step => ({
  name: 'ask-for-words',
  run(turn) {
    if (!/[\p{L}\d]/u.test(turn.text)) return { answer: sayOnly(turn, 'clarify', 'empty') };
    if (turn.text.length >= longestMessage) return { answer: sayOnly(turn, 'clarify', 'tooLong') };
    return { next: turn };
  },
});
