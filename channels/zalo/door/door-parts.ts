/** What the door works with, and a citizen's message as it goes through it. */
import type { Assistant, OpenThread, SpeechMaker, Store, Thread, Transcript } from '../../../bot/index.ts';
import type { CountCall } from '../../limits/index.ts';
import type { FileToText } from '../../speech/engines/hear-by-server.ts';
import type { ZaloChannel, ZaloEvent } from '../zalo-event.ts';
import type { FetchSound } from './fetch-sound.ts';
import type { ZaloPlatform } from './zalo-platform.ts';

export interface DoorParts {
  readonly assistant: Pick<Assistant, 'accept' | 'history'>;
  readonly transcript: Pick<Transcript, 'start'>;
  readonly store: Pick<
    Store,
    'addUtterances' | 'consents' | 'findConversation' | 'lastSaid' | 'personalData' | 'reach'
  >;
  readonly speak: SpeechMaker;
  /** Those that are set up. */
  readonly platforms: { readonly [Channel in ZaloChannel]?: ZaloPlatform };
  /** `null` where none is set: then voice messages are answered with a kind sentence. */
  readonly listen: { readonly toText: FileToText; readonly fetch: FetchSound } | null;
  /** The web page, for QR codes; `null` where the program does not know its own address. */
  readonly publicUrl: string | null;
  /** Takes a message that binds the account of a member of staff; `null`: it is none. Resolves with what is said to it. */
  readonly linkStaff?: LinkStaff | null;
  /** Counts the messages of one person; without it there is no limit, as in a suite. */
  readonly count?: CountCall;
  readonly now: () => Date;
  /** Never told of what was said. */
  readonly onError: (error: unknown) => void;
}

export type LinkStaff = (
  account: { readonly channel: string; readonly account: string },
  text: string,
) => Promise<string | null>;

/** One message of a citizen's. */
export interface Heard {
  readonly event: ZaloEvent;
  /** The same message has the same id, however often it is told. */
  readonly id: string;
  readonly thread: Thread;
  readonly open: OpenThread;
  readonly place: { readonly channel: string; readonly address: string };
  readonly ownedByOfficer: boolean;
  /** Until then a person answers in Zalo's own program; `null`: nobody does. */
  readonly pausedUntil: Date | null;
  /** Addresses him as the talk has learnt to. */
  readonly speech: ReturnType<SpeechMaker>;
  readonly platform: ZaloPlatform;
}
