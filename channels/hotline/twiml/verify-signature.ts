/** `X-Twilio-Signature`: base64 of HMAC-SHA1 over the public address and the sorted form fields, with the account's token. */
import { createHmac, timingSafeEqual } from 'node:crypto';

export interface SignedForm {
  readonly header: string;
  /** The address as the caller of the hook knows it, with its query. */
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly token: string;
}

export function isSigned({ header, url, fields, token }: SignedForm): boolean {
  const text = Object.keys(fields)
    .toSorted()
    .reduce((sum, name) => `${sum}${name}${fields[name]}`, url);
  const expected = createHmac('sha1', token).update(text, 'utf8').digest();
  const given = Buffer.from(header, 'base64');
  return given.length === expected.length && timingSafeEqual(given, expected);
}
