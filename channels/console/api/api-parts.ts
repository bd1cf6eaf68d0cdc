/** What the routes of the console's API work with. */
import type {
  CannedReplies,
  HandOff,
  OfficerDesk,
  OfficialSearch,
  SpeechMaker,
  StaffMember,
  StaffStore,
} from '../../../bot/index.ts';
import { type PerMinute, perMinute } from '../../web/direct-line/limits.ts';
import type { StaffGate } from '../sign-in/index.ts';
import { type LiveHub, makeLiveHub } from './live-hub.ts';
import type { DossierReply } from './schemas.ts';

/** What answers now; knowledge may change while the program runs. */
export interface ServingParts {
  /** `Xã Cốc Mỳ, Tỉnh Lào Cai`, `Tỉnh Lào Cai`; `null` for a code that is none. */
  readonly unitName: (unit: string) => string | null;
  /** The desks of a commune; those of the whole installation for a province. */
  readonly desks: (unit: string) => readonly { readonly name: string; readonly address: string | null }[];
  /** Code of the province that a commune lies in; `null` for no commune's code. */
  readonly provinceOf: (unit: string) => string | null;
  /** Communes of this installation that a talk may be passed on to. */
  readonly communes: () => readonly { readonly code: string; readonly name: string }[];
}

/** Filed cases beside a talk. Each look is in the audit log. */
export interface DossierPanel {
  /** Those of the citizen in the officer's own unit; `null` where he did not agree that they are shown. */
  ofCitizen(member: StaffMember, handOff: HandOff): Promise<readonly DossierReply[] | null>;
  /** One by its code, for a reason; `null` where the officer's unit has none of it. */
  byCode(
    member: StaffMember,
    asked: { readonly handOff: HandOff; readonly code: string; readonly reason: string },
  ): Promise<DossierReply | null>;
}

export interface ConsoleApiParts {
  readonly gate: StaffGate;
  readonly staff: StaffStore;
  readonly desk: OfficerDesk;
  readonly search: OfficialSearch;
  readonly canned: CannedReplies;
  readonly dossiers: DossierPanel;
  readonly serving: () => ServingParts;
  readonly speak: SpeechMaker;
  /** Public key of web push; `null` where it is not set up. */
  readonly vapidKey: string | null;
  /** Shows a citizen that an officer types; kept nowhere. */
  readonly showTyping: (conversationId: string, name: string) => void;
  /** Told of each error that is ours. Never of a citizen's words. */
  readonly onError: (error: unknown) => void;
  readonly limits?: Partial<ConsoleLimits>;
  readonly now?: () => number;
}

/** What one member may do in a minute. */
export interface ConsoleLimits {
  readonly looks: number;
  readonly acts: number;
  readonly searches: number;
  readonly pictures: number;
  /** Live streams at the same time. */
  readonly streams: number;
}

export const consoleLimits: ConsoleLimits = { looks: 600, acts: 120, searches: 60, pictures: 20, streams: 6 };

export interface ConsoleApi extends ConsoleApiParts {
  readonly live: LiveHub;
  readonly per: Readonly<Record<'looks' | 'acts' | 'searches' | 'pictures', PerMinute>>;
}

/** Two digits are a province: he works for all its communes. */
const servesOf =
  (serving: () => ServingParts) =>
  ({ unit: own }: StaffMember, unit: string | null): boolean =>
    unit === null || unit === own || (own.length === 2 && serving().provinceOf(unit) === own);

export function assembleApi(parts: ConsoleApiParts): ConsoleApi {
  const { now = Date.now } = parts;
  const limits = { ...consoleLimits, ...parts.limits };
  return {
    ...parts,
    live: makeLiveHub({ ...parts, streams: limits.streams, serves: servesOf(parts.serving) }),
    per: {
      looks: perMinute(limits.looks, now),
      acts: perMinute(limits.acts, now),
      searches: perMinute(limits.searches, now),
      pictures: perMinute(limits.pictures, now),
    },
  };
}
