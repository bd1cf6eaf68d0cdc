/** A citizen's message as everything after the door sees it: cleaned, and masked. */
import { cleanText } from './clean-text.ts';
import { type Masked, maskIdentity } from './mask-identity.ts';
import { hideLinkCode, maskSecret } from './mask-secret.ts';

/** @param awaitsSecret a one-time code or facts of a person were asked for: any few digits may be them. */
export function maskMessage(text: string, awaitsSecret: boolean): Masked {
  const masked = hideLinkCode(maskIdentity(cleanText(text)));
  return awaitsSecret ? maskSecret(masked) : masked;
}
