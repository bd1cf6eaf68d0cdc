/** Zalo's OpenAPI v3 for an Official Account (OA) as typed calls. Knows nothing of our product: it may be lifted out. */
import type { CallOptions } from '../call/call-options.ts';

export interface OaSent {
  readonly messageId: string | null;
  /** What is left of the quota that this message was counted by; `null` where Zalo told nothing. */
  readonly quota: OaQuota | null;
}

export interface OaQuota {
  /** `reply` (the free window), `sub_quota`, `purchase_quota`, `reward_quota`; `null` when not told. */
  readonly type: string | null;
  readonly remain: number | null;
  readonly total: number | null;
}

/** What a tap does. `say` comes back as a message of the citizen's with exactly this text. */
export type OaButton =
  | { readonly title: string; readonly say: string; readonly hidden?: boolean }
  | { readonly title: string; readonly url: string }
  /** @param phone digits with the country code: `84…`. */
  | { readonly title: string; readonly phone: string };

/** A picture: one that was uploaded in the last seven days, or an https address that Zalo can fetch. */
export type OaPicture = { readonly attachmentId: string } | { readonly url: string };

export interface OaUser {
  readonly userId: string;
  readonly name: string | null;
  readonly isFollower: boolean | null;
  readonly lastInteraction: Date | null;
}

export interface OaMessageQuota {
  /** When the citizen last did something with this OA; `null` when Zalo does not tell. */
  readonly lastInteraction: Date | null;
  /** Free replies left in the window. */
  readonly reply: OaQuota | null;
}

export interface OaSelf {
  readonly oaId: string;
  readonly name: string | null;
  readonly isVerified: boolean | null;
  /** 2: business, 4: government. */
  readonly type: number | null;
  readonly packageName: string | null;
  readonly packageUntil: string | null;
}

export interface OaTemplate {
  readonly templateId: string;
  /** Names and values as the approved template has them. */
  readonly data: Readonly<Record<string, string>>;
}

export interface ImageFile {
  /** With its extension: without one Zalo answers with nothing. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly type: 'image/png' | 'image/jpeg' | 'image/gif';
}

export interface DocumentFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly type: string;
}

/**
 * Every method throws {@link ZaloError} and nothing else; no error, and nothing logged, holds a token. An access token
 * that does not hold any more is renewed once within a call; `refresh` in an error means that even that did not help.
 */
export interface ZaloOaClient {
  /** @param message.text 1 to 2,000 characters; it is sent as it is, split it before. */
  sendText(
    message: { readonly userId: string; readonly text: string; readonly quote?: string },
    options?: CallOptions,
  ): Promise<OaSent>;
  /** @param message.buttons at most 5, titles of at most 100 characters. */
  sendButtons(
    message: { readonly userId: string; readonly text: string; readonly buttons: readonly OaButton[] },
    options?: CallOptions,
  ): Promise<OaSent>;
  sendImage(
    message: { readonly userId: string; readonly picture: OaPicture; readonly text?: string },
    options?: CallOptions,
  ): Promise<OaSent>;
  /** @param message.token as {@link uploadFile} gave it. */
  sendFile(message: { readonly userId: string; readonly token: string }, options?: CallOptions): Promise<OaSent>;
  /** At most 1 MB. Resolves with the id to send it by; it holds for seven days. */
  uploadImage(file: ImageFile, options?: CallOptions): Promise<string>;
  /** PDF or Word, at most 5 MB. Resolves with the token to send it by. */
  uploadFile(file: DocumentFile, options?: CallOptions): Promise<string>;
  /** Shows a form for name, phone and address; it comes back as an `info` event. */
  requestUserInfo(
    request: { readonly userId: string; readonly title: string; readonly subtitle: string; readonly imageUrl: string },
    options?: CallOptions,
  ): Promise<OaSent>;
  /** `null` when the OA does not know such a user. */
  getUserDetail(userId: string, options?: CallOptions): Promise<OaUser | null>;
  getQuota(userId: string, options?: CallOptions): Promise<OaMessageQuota>;
  getOa(options?: CallOptions): Promise<OaSelf>;
  /** A ZBS template message (formerly ZNS), paid for, to somebody known by user id. */
  sendTemplateByUid(template: OaTemplate & { readonly userId: string }, options?: CallOptions): Promise<OaSent>;
  /**
   * The same to a phone number.
   *
   * @param template.phone as people write it (`0912…`, `+84…`); it is brought into Zalo's form.
   * @param template.trackingId at most 48 characters; comes back when it was delivered.
   */
  sendTemplateByPhone(
    template: OaTemplate & { readonly phone: string; readonly trackingId: string; readonly test?: boolean },
    options?: CallOptions,
  ): Promise<OaSent>;
}
