/** One message from a citizen, as every channel hands it over. */
import type { Rung } from './identity/rights.ts';

export const channelNames = ['web', 'zalo-bot', 'zalo-oa', 'hotline', 'kiosk', 'console'] as const;
export type ChannelName = (typeof channelNames)[number];
export type Locale = 'vi' | 'en';

export interface IncomingMessage {
  /** The channel's own id of this message: the same id never has a second effect. */
  readonly id: string;
  /** The channel's own id of the thread. */
  readonly conversationId: string;
  readonly channel: ChannelName;
  readonly locale: Locale;
  /** As typed; masked before anything else sees it. */
  readonly text: string;
  /** The moment of asking. */
  readonly at: Date;
  /** Proven identity, or `null`: anonymous. */
  readonly signedInAs: string | null;
  /** The citizen as the store knows him: decides which rows can be seen. */
  readonly citizenId?: string;
  /** How he proved who he is; without it `signedInAs` tells. */
  readonly rung?: Rung;
  /** The sign-in session that the talk belongs to; the channel has checked that the sender holds it. */
  readonly sessionId?: string | null;
  /** A secret was asked for: what may be one is masked as well. */
  readonly awaitsSecret?: boolean;
  /** From where it comes, for counting tries: an address, an account. Without it the thread counts. */
  readonly caller?: string;
  /** Code of the commune whose portal, kiosk or number the message came by; none where the channel does not know. */
  readonly unit?: string | null;
  /** Whether it comes from a screen that the ward registered: at a kiosk nobody proves who he is anywhere else. */
  readonly ownDevice?: boolean;
  /** Whether an officer has taken the conversation over. */
  readonly ownedByOfficer: boolean;
}
