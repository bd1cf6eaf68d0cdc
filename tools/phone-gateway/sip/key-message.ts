/** Keys as SIP messages, for those that have none in their sound. */
import { headerText, type SipRequest } from './message.ts';

/** Of `application/dtmf-relay` (`Signal=5`) and `application/dtmf` (`5`). */
export function keyIn({ headers, content = '' }: SipRequest): string | null {
  const type = headerText(headers, 'content-type').toLowerCase();
  if (type.startsWith('application/dtmf-relay')) return /^Signal\s*=\s*([0-9*#A-D])\s*$/im.exec(content)?.[1] ?? null;
  if (type.startsWith('application/dtmf')) return /^\s*([0-9*#A-D])\s*$/.exec(content)?.[1] ?? null;
  return null;
}

export const keyMessage = (key: string) => ({
  headers: { 'content-type': 'application/dtmf-relay' },
  content: `Signal=${key}\r\nDuration=100\r\n`,
});
