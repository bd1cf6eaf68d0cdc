/** What is needed to be somebody at Zalo. */
import type { SignatureForm } from './webhook/oa-signature.ts';

export interface BotAccount {
  /** `<digits>:<secret>`. */
  readonly token: string;
  /** `null` where events are asked for instead. */
  readonly webhookSecret: string | null;
  readonly events: 'webhook' | 'poll';
  readonly callsPerMinute: number;
  readonly apiUrl: string;
}

export interface OaAccount {
  readonly appId: string;
  readonly oaId: string;
  readonly appSecret: string;
  readonly oaSecret: string;
  /** Given by hand; `null` where the store has the next one. */
  readonly refreshToken: string | null;
  readonly signatureForms: readonly SignatureForm[];
  readonly oldestHours: number;
  readonly callsPerMinute: number;
  readonly sendProof: boolean;
  readonly templateBody: 'user_id' | 'recipient';
  readonly openApiUrl: string;
  readonly businessApiUrl: string;
  readonly oauthUrl: string;
}
