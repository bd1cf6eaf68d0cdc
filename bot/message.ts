/** One message from a citizen, as every channel hands it over. */
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
  /** Code of the commune whose portal, kiosk or number the message came by; none where the channel does not know. */
  readonly unit?: string | null;
  /** Whether an officer has taken the conversation over. */
  readonly ownedByOfficer: boolean;
}
