/** Whether an Official Account's event comes from Zalo: SHA-256 over app id, body, timestamp and secret. It is no HMAC. */
import { createHash, timingSafeEqual } from 'node:crypto';

/** What stands first and which secret stands last: documents of Zalo's disagree. */
export const signatureForms = ['app-id:oa-secret', 'oa-id:oa-secret', 'app-id:app-secret', 'oa-id:app-secret'] as const;
export type SignatureForm = (typeof signatureForms)[number];

export interface SignatureKeys {
  readonly appId: string;
  readonly oaId: string;
  /** The OA Secret Key of the webhook's page. */
  readonly oaSecret: string;
  /** The app's own secret; without it no form with it can match. */
  readonly appSecret?: string | null;
}

export interface SignedBody {
  /** As it came, byte for byte. */
  readonly body: Buffer;
  /** The field `timestamp` of the body, as it stands there. */
  readonly timestamp: string;
}

/** Lowercase hex. */
export const oaMac = (first: string, { body, timestamp }: SignedBody, secret: string): string =>
  createHash('sha256')
    .update(first, 'utf8')
    .update(body)
    .update(timestamp, 'utf8')
    .update(secret, 'utf8')
    .digest('hex');

/** As Zalo would sign it in this form. */
export function macIn(form: SignatureForm, signed: SignedBody, keys: SignatureKeys): string {
  const [first, secret] = partsOf(form, keys);
  return oaMac(first, signed, secret);
}

/** `mac=<hex>`, `mac = <hex>` and the bare hex are one; `null` for anything else. */
export function readMacHeader(header: string | undefined): string | null {
  const [, hex] = /^\s*(?:mac\s*=\s*)?([\da-f]{64})\s*$/i.exec(header ?? '') ?? [];
  return hex?.toLowerCase() ?? null;
}

/** The forms that fit, of all; empty when the body was not signed with any secret of ours. */
export function matchingForms(header: string | undefined, signed: SignedBody, keys: SignatureKeys): SignatureForm[] {
  const told = readMacHeader(header);
  if (told === null) return [];
  return signatureForms.filter((form) => {
    const [first, secret] = partsOf(form, keys);
    return first !== '' && secret !== '' && isSame(told, oaMac(first, signed, secret));
  });
}

function partsOf(form: SignatureForm, { appId, oaId, oaSecret, appSecret }: SignatureKeys): readonly [string, string] {
  const [first, secret] = form.split(':');
  return [first === 'app-id' ? appId : oaId, secret === 'oa-secret' ? oaSecret : (appSecret ?? '')];
}

const isSame = (one: string, other: string): boolean => timingSafeEqual(Buffer.from(one), Buffer.from(other));
