/**
 * Typing signs between a citizen and his officer. What a citizen has typed so far stays in the memory of this copy of the
 * program: it is kept nowhere, and other copies hear only that he types.
 */
import type { Store } from '../store/index.ts';

export interface CitizenTyping {
  readonly handOffId: string;
  /** So far; `null` where the citizen writes by another copy of the program. */
  readonly text: string | null;
}

export interface Typing {
  /** A citizen types. Nothing is told while no officer owns the talk. @param text masked. */
  citizen(talk: { readonly citizenId: string; readonly conversationId: string }, text: string): Promise<void>;
  onCitizen(listener: (typing: CitizenTyping) => void): () => void;
  /** An officer types: a sign to the citizen, by our own id of the conversation. */
  officer(conversationId: string): Promise<void>;
  onOfficer(listener: (conversationId: string) => void): () => void;
}

const longest = 1_000;

export function createTyping({
  handOffs,
  onTyping,
  tellTyping,
}: Pick<Store, 'handOffs' | 'onTyping' | 'tellTyping'>): Typing {
  const watching = new Set<(typing: CitizenTyping) => void>();
  const tell = (typing: CitizenTyping): void => {
    for (const listener of watching) listener(typing);
  };
  /** Told here with its text already: the sign that comes back over the database says less. */
  const told = new Set<string>();
  onTyping(({ who, id }) => {
    if (who === 'citizen' && !told.delete(id)) tell({ handOffId: id, text: null });
  });
  return {
    async citizen(talk, text) {
      const open = await handOffs.ofCitizens.ofTalk(talk, 'open');
      if (open?.state !== 'owned') return;
      tell({ handOffId: open.id, text: text.slice(0, longest) });
      told.add(open.id);
      await tellTyping({ who: 'citizen', id: open.id });
    },
    onCitizen(listener) {
      watching.add(listener);
      return () => void watching.delete(listener);
    },
    officer: (conversationId) => tellTyping({ who: 'officer', id: conversationId }),
    onOfficer: (listener) => onTyping(({ who, id }) => who === 'officer' && listener(id)),
  };
}
