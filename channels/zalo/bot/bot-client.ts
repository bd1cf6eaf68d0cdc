/** The Zalo Bot Platform as typed calls. Knows nothing of our product: it may be lifted out. */
import type { CallOptions } from '../call/call-options.ts';

export interface BotSelf {
  readonly id: string;
  readonly name: string | null;
  /** `BASIC` on the free plan. */
  readonly plan: string | null;
}

export interface BotSent {
  /** Zalo's id of the message; `null` where it told none. */
  readonly messageId: string | null;
}

export interface BotWebhook {
  /** `''` when there is none. */
  readonly url: string;
  readonly updatedAt: Date | null;
  /** What Zalo found when it tried the address; the address is kept even when that failed. */
  readonly check: WebhookCheck | null;
}

export interface WebhookCheck {
  readonly ok: boolean;
  /** `webhook.ok`, `http.403`, `err.tls`, … */
  readonly outcome: string;
  readonly statusCode: number | null;
  readonly latencyMs: number | null;
  readonly hint: string | null;
}

/** Every method throws {@link ZaloError} and nothing else; no error, and nothing logged, holds the token. */
export interface ZaloBotClient {
  getMe(options?: CallOptions): Promise<BotSelf>;
  /** @param text 1 to 2,000 characters of plain text; it is sent as it is, split it before. */
  sendMessage(message: { readonly chatId: string; readonly text: string }, options?: CallOptions): Promise<BotSent>;
  /** @param photo.url https, where Zalo can fetch it. */
  sendPhoto(
    photo: { readonly chatId: string; readonly url: string; readonly caption?: string },
    options?: CallOptions,
  ): Promise<BotSent>;
  /** Shows "đang nhập…" for a few seconds. */
  sendChatAction(chatId: string, options?: CallOptions): Promise<void>;
  /** @param webhook.secretToken 8 to 256 characters; Zalo sends it back with every event. */
  setWebhook(
    webhook: { readonly url: string; readonly secretToken: string },
    options?: CallOptions,
  ): Promise<BotWebhook>;
  /** `null` when none is set. */
  getWebhookInfo(options?: CallOptions): Promise<BotWebhook | null>;
  testWebhook(options?: CallOptions): Promise<WebhookCheck>;
  deleteWebhook(options?: CallOptions): Promise<void>;
  /**
   * One round of long polling: waits up to `timeoutSeconds` for events. `[]` when nothing came. The same events come
   * again and again: whoever calls it must know which he has had.
   */
  getUpdates(options: CallOptions & { readonly timeoutSeconds: number }): Promise<readonly unknown[]>;
}
