/** What the routes of a kiosk work with. */
import type { Request } from 'express';
import type {
  Assistant,
  ChecklistDesk,
  CoveredDossiers,
  HandOffDesk,
  KioskStore,
  SpeechMaker,
  Switchboard,
  Tools,
  Transcript,
} from '../../bot/index.ts';
import type { Tokens } from '../web/direct-line/tokens.ts';
import type { DeviceCookie } from './device-cookie.ts';
import type { QueueTickets } from './tickets/queue-tickets.ts';

/** What serves now: asked for at each use, for it may be swapped between two. */
export type KioskTools = Pick<Tools, 'library' | 'relevance' | 'calendar' | 'units'>;

export interface KioskSettings {
  /** The program's own key; signs the tokens of visits. */
  readonly secretKey: Buffer;
  /** Where browsers know us; `null`: no QR code of ours leads anywhere. */
  readonly publicUrl: string | null;
  /** Seconds without a touch after which the page asks whether somebody is there. */
  readonly silenceSeconds: number;
  /** Visits that may begin in a minute: at one device, and from one address without one. */
  readonly visitsPerMinute: number;
  /** Whether a registered screen opens dossiers; otherwise it says where they are read. */
  readonly dossiers: boolean;
}

export interface KioskParts {
  readonly settings: KioskSettings;
  readonly store: KioskStore;
  readonly tools: () => KioskTools;
  readonly speak: SpeechMaker;
  readonly assistant: Pick<Assistant, 'accept'>;
  readonly transcript: Pick<Transcript, 'find'>;
  /** Looks at a talk again: its sockets are closed when its visit is over. */
  readonly wake: (threadId: string) => void;
  readonly dossiers: CoveredDossiers;
  readonly handOffs: Pick<HandOffDesk, 'current' | 'state' | 'rateLast'> | null;
  readonly checklists: ChecklistDesk;
  readonly switches: Switchboard | null;
  /** Codes asked for most in a commune lately. */
  readonly mostAsked: (unit: string | null, at: Date) => Promise<readonly string[]>;
  /** The ward's queue machine; `null`: none is connected. */
  readonly tickets: QueueTickets | null;
  readonly voices: KioskVoices;
  /** Whence a request comes, for limits. */
  readonly callerOf: (request: Request) => string;
  /** Told of each offline copy that was made: bytes as it goes out, and unpacked. */
  readonly onCopy?: (copy: {
    readonly unit: string | null;
    readonly gzipBytes: number;
    readonly bytes: number;
  }) => void;
  readonly onError: (error: unknown) => void;
  readonly now?: () => Date;
}

/** Hearing and speaking by our own means; `null`: the browser's alone. */
export interface KioskVoices {
  readonly listen:
    | ((wav: Uint8Array, signal: AbortSignal) => Promise<{ text: string; confidence: number | null }>)
    | null;
  readonly say: ((text: string, rate: 'slow' | 'normal', signal: AbortSignal) => Promise<Uint8Array>) | null;
}

/** What routes share beside. */
export interface KioskRoom extends KioskParts {
  readonly now: () => Date;
  readonly cookie: DeviceCookie;
  readonly tokens: Tokens;
}
