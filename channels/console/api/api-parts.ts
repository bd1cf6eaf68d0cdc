/** What the routes of the console's API work with. */
import type {
  CannedReplies,
  Copilot,
  DossierPanel,
  HandOffEars,
  OfficerDesk,
  OfficialSearch,
  SpeechMaker,
  StaffMember,
  StaffStore,
} from '../../../bot/index.ts';
import { allLimits, allPlaces, type CountCall, countCalls } from '../../limits/index.ts';
import type { StaffGate } from '../sign-in/index.ts';
import { type LiveHub, makeLiveHub } from './live-hub.ts';
import { makeOpenPanels, type OpenPanels } from './open-panels.ts';

/** What answers now; knowledge may change while the program runs. */
export interface ServingParts {
  /** `Xã Cốc Mỳ, Tỉnh Lào Cai`, `Tỉnh Lào Cai`; `null` for a code that is none. */
  readonly unitName: (unit: string) => string | null;
  /** Code of the province that a commune lies in; `null` for no commune's code. */
  readonly provinceOf: (unit: string) => string | null;
}

export interface ConsoleApiParts {
  readonly gate: StaffGate;
  readonly staff: StaffStore;
  readonly desk: OfficerDesk;
  readonly ears: HandOffEars;
  readonly search: OfficialSearch;
  readonly canned: CannedReplies;
  readonly dossiers: DossierPanel;
  /** `null` where no model is set for it. */
  readonly copilot: Copilot | null;
  readonly serving: () => ServingParts;
  readonly speak: SpeechMaker;
  /** Public key of web push; `null` where it is not set up. */
  readonly vapidKey: string | null;
  /** Told of each error that is ours. Never of a citizen's words. */
  readonly onError: (error: unknown) => void;
  readonly limits?: Partial<ConsoleLimits>;
  /** Time between two beats of a live stream, in ms. */
  readonly beatMs?: number;
  readonly now?: () => number;
}

/** What one member may do in a minute. */
export interface ConsoleLimits {
  readonly looks: number;
  readonly acts: number;
  readonly searches: number;
  readonly pictures: number;
  /** Runs of the co-pilot. */
  readonly copilot: number;
  /** Live streams at the same time. */
  readonly streams: number;
}

export const consoleLimits: ConsoleLimits = {
  looks: allLimits['console-looks'].most,
  acts: allLimits['console-acts'].most,
  searches: allLimits['console-searches'].most,
  pictures: allLimits['console-pictures'].most,
  copilot: allLimits['console-copilot'].most,
  streams: allPlaces['console-streams'].each,
};

export interface ConsoleApi extends ConsoleApiParts {
  readonly live: LiveHub;
  readonly panels: OpenPanels;
  readonly per: Readonly<Record<Counted, CountCall>>;
}

export type Counted = Exclude<keyof ConsoleLimits, 'streams'>;

/** One count for each kind of call. */
export const countPerMinute = (limits: ConsoleLimits): Readonly<Record<Counted, CountCall>> => ({
  looks: countCalls('console-looks', limits.looks),
  acts: countCalls('console-acts', limits.acts),
  searches: countCalls('console-searches', limits.searches),
  pictures: countCalls('console-pictures', limits.pictures),
  copilot: countCalls('console-copilot', limits.copilot),
});

/** Two digits are a province: he works for all its communes. */
const servesOf =
  (serving: () => ServingParts) =>
  ({ unit: own }: StaffMember, unit: string | null): boolean =>
    unit === null || unit === own || (own.length === 2 && serving().provinceOf(unit) === own);

export function assembleApi(parts: ConsoleApiParts): ConsoleApi {
  const limits = { ...consoleLimits, ...parts.limits };
  return {
    ...parts,
    live: makeLiveHub({ ...parts, streams: limits.streams, serves: servesOf(parts.serving) }),
    panels: makeOpenPanels(parts.dossiers),
    per: countPerMinute(limits),
  };
}
