/** While the server is away: the kept copy is taken out, answers, and is put back when the visit is over. */

import { type AnswerFromCopy, openCopyAnswers } from '../offline/answer-from-copy.ts';
import type { CopyKeeper } from '../offline/copy-keeper.ts';
import type { Texts } from '../texts/texts.ts';
import type { KioskView } from './kiosk-view.ts';
import type { Store } from './store.ts';

export interface AwayParts {
  readonly store: Store<KioskView>;
  readonly copies: CopyKeeper;
  readonly texts: () => Texts;
}

export function openAway({ store, copies, texts }: AwayParts) {
  let answers: AnswerFromCopy | null = null;
  const load = async () => {
    const copy = await copies.load(store.get().comfort.language);
    answers = copy && openCopyAnswers(copy, { nothing: texts().awayAbsent, which: texts().awayWhich });
    return copy;
  };
  return {
    /** The server cannot be reached. */
    async begin() {
      const copy = await load();
      store.set({ away: true, savedOn: copy?.savedOn ?? null });
    },
    /** @param shown what the person pressed or typed. */
    answer(question: string, shown = question) {
      const answer = answers?.(question) ?? null;
      store.set({ local: { asked: shown, answer }, screen: 'talk' });
    },
    /** Whether only the copy knows what this stands for. */
    isChip: (text: string) => text.startsWith('copy:'),
    end() {
      if (!store.get().away) answers = null;
    },
  };
}
