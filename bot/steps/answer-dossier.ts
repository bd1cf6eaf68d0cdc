/** Questions about a case already filed. Until the dossiers are connected: who may see one, and where. */
import { sayOnly } from '../make-answer.ts';
import type { Step } from '../step.ts';
import { asksOnOf, dossierQuestionIn } from '../understand/dossier-question.ts';
import { wordingOf } from '../understand/wording.ts';

const aboutCases: ReadonlySet<string | null> = new Set(['dossier', 'login-required']);

export const answerDossier = (): Step => ({
  name: 'answer-dossier',
  run(turn) {
    const wording = wordingOf(turn.text);
    const kind =
      dossierQuestionIn(wording) ?? (aboutCases.has(turn.memory.lastStatus) && asksOnOf(wording) ? 'own' : null);
    if (kind === null) return { next: turn };
    const signedIn = turn.message.signedInAs !== null;
    if (kind === 'other')
      return { answer: sayOnly(turn, signedIn ? 'declined-unsafe' : 'login-required', 'dossier.other') };
    return {
      answer: sayOnly(turn, signedIn ? 'dossier' : 'login-required', signedIn ? 'dossier.signedIn' : 'dossier.login'),
    };
  },
});
