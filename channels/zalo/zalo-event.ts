/** What came from Zalo, the same for both platforms, as the worker hands it on. */

export const zaloEventKinds = [
  /** Words of a citizen, also a button or menu item he tapped. */
  'text',
  'image',
  'voice',
  'sticker',
  /** A file, video, link, gif or visiting card. */
  'attachment',
  'location',
  /** Withheld by Zalo, or of a kind nobody told us of. */
  'unsupported',
  'follow',
  'unfollow',
  /** He filled in the form that `requestUserInfo` showed. */
  'info',
  /** Our message arrived, or was seen. */
  'delivered',
  'seen',
  /** Zalo tells us of a message that left our account: of our own, or of a person's in OA Manager (`staffId`). */
  'echo',
] as const;
export type ZaloEventKind = (typeof zaloEventKinds)[number];

export type ZaloChannel = 'zalo-bot' | 'zalo-oa';

export interface ZaloMedia {
  readonly url: string | null;
  /** As Zalo names it: `image`, `sticker`, `voice`, `audio`, `file`, … */
  readonly type: string;
  readonly name?: string;
}

export interface ZaloEvent {
  readonly channel: ZaloChannel;
  /** Id of the OA, or of the bot. */
  readonly account: string;
  /** Unique within channel and account: the same event told again has the same key. */
  readonly key: string;
  /** Zalo's own name: `user_send_text`, `message.text.received`. */
  readonly name: string;
  readonly kind: ZaloEventKind;
  /** The citizen, by his id with this account alone; `null` when the event names none. Proves nothing about who he is. */
  readonly userId: string | null;
  /** Where an answer goes: the user's id (OA) or the chat's (Bot); `null` when none can. */
  readonly threadId: string | null;
  readonly messageId: string | null;
  /** As typed, NFC; a caption for a picture. `null` where there are no words. Not masked: mask it before you keep it. */
  readonly text: string | null;
  readonly media: readonly ZaloMedia[];
  /** The message that it answers, by Zalo's id. */
  readonly quotes: string | null;
  /** Of an `echo`: the person who wrote it in OA Manager; `null` when it was us. */
  readonly staffId: string | null;
  /** Of an `info`; not masked. */
  readonly info: {
    readonly name: string | null;
    readonly phone: string | null;
    readonly address: string | null;
  } | null;
  /** Of a `delivered`: what a template message was sent with. */
  readonly trackingId: string | null;
  /** By Zalo's clock where it tells a moment that can be, else when it reached us. */
  readonly at: Date;
  /** When it reached us. */
  readonly receivedAt: Date;
  /** A talk with more than one person. Zalo tells of those messages alone that are addressed to the bot. */
  readonly isGroup: boolean;
}

/**
 * What the product does with an event. Resolves when all that must not be lost is in the store and the turn is done;
 * rejects when that failed: then the event comes again, to this copy of the program or another. So it may come twice:
 * `messageId`, or else `key`, tells.
 */
export type HandleZaloEvent = (event: ZaloEvent) => Promise<void>;
