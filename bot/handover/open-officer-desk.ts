/** The officers' side of hand-off over the store: rights, masking, words to the citizen. */
import type { OfficerDesk } from './officer-desk.ts';
import type { OfficerDeskParts } from './officer-desk-parts.ts';
import { leavingAtDesk, owningAtDesk } from './own-at-desk.ts';
import { notingAtDesk, readingAtDesk } from './read-at-desk.ts';

export function createOfficerDesk(
  options: Omit<OfficerDeskParts, 'now'> & { readonly now?: OfficerDeskParts['now'] },
): OfficerDesk {
  const parts: OfficerDeskParts = { now: () => new Date(), ...options };
  return { ...readingAtDesk(parts), ...notingAtDesk(parts), ...owningAtDesk(parts), ...leavingAtDesk(parts) };
}
