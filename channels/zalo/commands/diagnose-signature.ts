/** Which signature a captured event has: without a network, without a store. */
import { parseExact } from '../call/parse-exact.ts';
import { matchingForms, oaMac, type SignatureKeys } from '../webhook/oa-signature.ts';

/** @param body the bytes as they came: no newline at the end, nothing re-written. */
export function diagnoseSignature(body: Buffer, header: string, keys: SignatureKeys): readonly string[] {
  const timestamp = timestampIn(body);
  if (timestamp === null)
    return ['The file holds no JSON object with a timestamp. Save the body exactly as it came, byte for byte.'];
  const found = matchingForms(header, { body, timestamp }, keys);
  if (found.length > 0) return [`The signature fits ${found.join(' and ')}. Set ZALO_OA_SIGNATURE=${found.join(',')}`];
  const trimmed = Buffer.from(body.toString('utf8').trim());
  const ofTrimmed = trimmed.length === body.length ? [] : matchingForms(header, { body: trimmed, timestamp }, keys);
  if (ofTrimmed.length > 0)
    return [`It fits ${ofTrimmed.join(' and ')} without the newline that the file has at its end.`];
  const expected = oaMac(keys.appId, { body, timestamp }, keys.oaSecret);
  return [
    'The signature fits none of the four forms: app id or OA id, with the OA Secret Key or the app’s secret.',
    `By app-id:oa-secret it would begin ${expected.slice(0, 8)}…; the header says ${header.replace(/^mac\s*=\s*/i, '').slice(0, 8)}…`,
    'Is ZALO_OA_SECRET_KEY the key of the webhook’s page, not the app’s? Was the body saved as it came, or written anew by a proxy?',
  ];
}

function timestampIn(body: Buffer): string | null {
  try {
    const parsed = parseExact(body.toString('utf8'));
    const found = typeof parsed === 'object' && parsed !== null && 'timestamp' in parsed ? parsed.timestamp : null;
    return typeof found === 'string' || typeof found === 'number' ? String(found) : null;
  } catch {
    return null;
  }
}
