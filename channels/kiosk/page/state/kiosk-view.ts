/** All that the screen shows. What belongs to the visitor is in `visit` and `local`, and is dropped whole. */
import type { Answer } from '../../../../bot/index.ts';
import type { View as TalkView } from '../../../pages/talk/conversation.ts';
import type { Checklist, Office, VisitState } from '../../api/schemas.ts';
import type { Language } from '../texts/texts.ts';

export type Screen =
  | 'idle'
  | 'ask'
  | 'talk'
  | 'map'
  | 'ticket'
  | 'list'
  | 'open-list'
  | 'dossier'
  | 'person'
  | 'rate'
  | 'emergency';

/** How this visitor likes the screen; the next one begins anew. */
export interface Comfort {
  readonly large: boolean;
  /** Every public answer is read aloud. */
  readonly loud: boolean;
  readonly contrast: boolean;
  readonly language: Language;
}

export const plainComfort: Comfort = { large: false, loud: false, contrast: false, language: 'vi' };

/** A question and its answer out of the kept copy. */
export interface LocalTalk {
  readonly asked: string;
  readonly answer: Answer | null;
}

export type Listening = 'off' | 'hearing' | 'understanding' | 'nothing' | 'forbidden' | 'failed';
/** `unspoken`: nothing public to read. `private`: it may not be read. */
export type Reading = 'off' | 'on' | 'unspoken' | 'private' | 'failed';
export type Paper = 'roll' | 'sheet';

export interface KioskView {
  readonly office: Office | null;
  /** Milliseconds to add to this device's clock to have the server's. */
  readonly clockOffMs: number;
  /** The server cannot be reached; `savedOn` of the copy that answers instead. */
  readonly away: boolean;
  readonly savedOn: string | null;
  readonly screen: Screen;
  readonly comfort: Comfort;
  /** Grows with each visitor: whatever was drawn for the last one is drawn anew. */
  readonly era: number;
  readonly left: number | null;
  /** Said once for a screen reader and shown for a while. */
  readonly notice: string;
  readonly listening: Listening;
  readonly reading: Reading;
  /** What stands in the field of the question. */
  readonly draft: string;
  readonly talk: TalkView | null;
  readonly local: LocalTalk | null;
  readonly visit: VisitState | null;
  readonly list: Checklist | null;
  /** The counter to be lit on the map. */
  readonly counter: string | null;
  readonly print: { readonly list: Checklist; readonly paper: Paper } | null;
  /** A code that the scanner read and no screen has taken yet. */
  readonly scanned: string | null;
}

/** Nothing of any visitor. */
export const nobodyHere = {
  screen: 'idle',
  comfort: plainComfort,
  left: null,
  listening: 'off',
  reading: 'off',
  draft: '',
  talk: null,
  local: null,
  visit: null,
  list: null,
  counter: null,
  print: null,
  scanned: null,
} as const satisfies Partial<KioskView>;

export const firstView: KioskView = {
  ...nobodyHere,
  office: null,
  clockOffMs: 0,
  away: false,
  savedOn: null,
  era: 0,
  notice: '',
};
