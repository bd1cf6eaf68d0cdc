/** What every part of the page may use without being handed it: texts, language, storage, how to ask. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Source } from '../../../../bot/index.ts';
import type { Checklist } from '../../../pages/keep/checklists.ts';
import type { Storage } from '../../../pages/talk/keep-session.ts';
import type { DirectLine, Session } from '../../../pages/wire/direct-line.ts';
import type { Me } from '../../../pages/wire/me.ts';
import type { Language, Texts } from '../texts/texts.ts';

export interface Page {
  readonly language: Language;
  readonly texts: Texts;
  /** The device's own storage; `null` where it is forbidden. */
  readonly storage: Storage | null;
  readonly wire: DirectLine;
  readonly session: () => Session | null;
  /** Who is signed in. */
  readonly me: Me;
  /** Forgets the talk of this tab: before a sign-out. */
  readonly leave: () => void;
  readonly ask: (text: string) => void;
  /** What stands in the box, told to an officer who has the talk. */
  readonly type: (text: string) => void;
  readonly openSources: (sources: readonly Source[]) => void;
  readonly openChecklist: (list: Checklist) => void;
}

export const PageContext = createContext<Page | null>(null);

/** @throws when used outside the page: a mistake of ours. */
export function usePage(): Page {
  const page = useContext(PageContext);
  if (!page) throw new Error('usePage works only inside <App>');
  return page;
}
