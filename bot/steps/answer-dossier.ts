/** Questions about a case already filed. Until the dossiers are connected: who may see one, and where. */
import { sayOnly } from '../make-answer.ts';
import type { Step } from '../step.ts';
import { dossierQuestionIn } from '../understand/dossier-question.ts';
import { wordingOf } from '../understand/wording.ts';

export const answerDossier = (): Step => ({
  name: 'answer-dossier',
  run(turn) {
    const kind = dossierQuestionIn(wordingOf(turn.text));
    if (kind === null) return { next: turn };
    const signedIn = turn.message.signedInAs !== null;
    if (kind === 'other')
      return { answer: sayOnly(turn, signedIn ? 'declined-unsafe' : 'login-required', 'dossier.other') };
    return {
      answer: sayOnly(turn, signedIn ? 'dossier' : 'login-required', signedIn ? 'dossier.signedIn' : 'dossier.login'),
    };
  },
});
