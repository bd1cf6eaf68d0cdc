/** What the two platforms have in common, as the sender sees them. */
import type { CallOptions } from '../call/call-options.ts';
import type { ZaloChannel } from '../zalo-event.ts';
import type { Outgoing } from './outgoing.ts';

/** Words of an approved template. */
export interface TemplateWords {
  readonly templateId: string;
  readonly data: Readonly<Record<string, string>>;
}

export interface ZaloPlatform {
  readonly channel: ZaloChannel;
  readonly withButtons: boolean;
  /** Milliseconds after the citizen's last word in which a message is free, and in which one may be sent at all; `null`: no end. */
  readonly windows: { readonly free: number; readonly open: number } | null;
  /** Sends one message, once. @throws {ZaloError} */
  send(to: string, message: Outgoing, options?: CallOptions): Promise<void>;
  /** Outside the window; `null` where there is no such thing. @throws {ZaloError} */
  readonly sendTemplate: ((to: string, words: TemplateWords) => Promise<void>) | null;
  /** Shows that somebody is writing, where that can be shown; fails silently. */
  showTyping(to: string): void;
}
