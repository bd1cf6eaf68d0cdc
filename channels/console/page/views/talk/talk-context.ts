/** What the parts of an open talk share. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { OpenTalk, TalkState } from '../../talk/open-talk.ts';
import type { Talk } from '../../wire/wire-types.ts';
import type { TalkDialogName } from './talk-dialogs.tsx';
import type { Draft } from './use-draft.ts';

export interface InTalk {
  readonly id: string;
  readonly talk: Talk;
  readonly state: TalkState;
  readonly model: OpenTalk;
  /** What is being typed to the citizen. */
  readonly draft: Draft;
  /** Takes it over; says who was quicker. */
  readonly claim: () => Promise<void>;
  readonly onChanged: () => void;
  readonly openDialog: (name: TalkDialogName) => void;
}

export const TalkContext = createContext<InTalk | null>(null);

/** @throws when used outside an open talk: a mistake of ours. */
export function useOpenTalk(): InTalk {
  const inside = useContext(TalkContext);
  if (!inside) throw new Error('useOpenTalk works only inside <TalkView>');
  return inside;
}
