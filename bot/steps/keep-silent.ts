/** While an officer owns the conversation the bot says nothing in it. */
import { makeAnswer } from '../make-answer.ts';
import type { Step } from '../step.ts';

/** The answer has no blocks: channels send nothing for it. */
export const keepSilent = (): Step => ({
  name: 'keep-silent',
  run: (turn) => (turn.message.ownedByOfficer ? { answer: makeAnswer('handed-off', []) } : { next: turn }),
});
