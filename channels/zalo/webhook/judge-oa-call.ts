/** What a call of an Official Account's webhook is. */

import { momentOf } from '../call/lenient.ts';
import { ignored } from './arrival.ts';
import { type Call, parsedOf } from './judge-bot-call.ts';
import { type Judgement, refuse } from './judgement.ts';
import { matchingForms, readMacHeader, type SignatureForm, type SignatureKeys } from './oa-signature.ts';
import { readOaEvent, readOaHead } from './read-oa-event.ts';

export const oaSignatureHeader = 'x-zevent-signature';

export interface OaDoor {
  readonly keys: SignatureKeys;
  /** The forms that are believed. */
  readonly forms: readonly SignatureForm[];
  /** How old an event may be, in ms. Zalo repeats one for 1 h 50 min with its first timestamp. */
  readonly oldestMs: number;
}

const aheadMs = 10 * 60_000;

/** The order matters: an event of nobody does nothing, and what is not signed is not looked at further. */
export function judgeOaCall({ headers, body, receivedAt }: Call, { keys, forms, oldestMs }: OaDoor): Judgement {
  const parsed = parsedOf(body);
  if (parsed === undefined) return refuse(400, 'no-json');
  const head = readOaHead(parsed);
  // The console tries the address with an empty and unsigned body.
  if (head === null) return { status: 200, arrival: ignored('no-event') };
  const header = headers[oaSignatureHeader];
  const told = typeof header === 'string' ? header : undefined;
  const found = matchingForms(told, { body, timestamp: timestampText(head.timestamp) }, keys);
  const form = found.find((one) => forms.includes(one));
  if (form === undefined) return refuse(401, 'bad-signature', { header: headerForm(told), wouldFit: found });
  if (head.app_id !== undefined && head.app_id !== keys.appId) return refuse(403, 'another-app');
  if (!head.accounts.includes(keys.oaId)) return refuse(403, 'another-oa');
  const age = receivedAt.getTime() - (momentOf(head.timestamp)?.getTime() ?? 0);
  if (age > oldestMs || age < -aheadMs) return refuse(403, 'not-of-now', { ageMinutes: Math.round(age / 60_000) });
  const arrival = readOaEvent(parsed, { oaId: keys.oaId, receivedAt });
  const seen = [
    `signature:${form}`,
    `mac-header:${headerForm(told)}`,
    `retry:${'num_retry' in headers || 'num-retry' in headers}`,
  ];
  return { status: 200, arrival: { ...arrival, forms: [...seen, ...arrival.forms] } };
}

/** As it stands in the body. */
const timestampText = (timestamp: unknown): string =>
  typeof timestamp === 'string' || typeof timestamp === 'number' ? String(timestamp) : '';

function headerForm(told: string | undefined): string {
  if (told === undefined) return 'missing';
  if (readMacHeader(told) === null) return 'other';
  if (/^mac=/i.test(told)) return 'mac=';
  return /=/.test(told) ? 'mac = ' : 'bare';
}
