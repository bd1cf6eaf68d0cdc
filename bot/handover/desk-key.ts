/** The name of a desk as the queue compares it: "Ban Tiếp công dân" and "tiếp công dân" are one. */
import { fold } from '../../retrieval/index.ts';

/** Denunciations are kept to it. */
export const receptionDesk = 'tiep-cong-dan';
/** Where a denunciation goes that is about the reception desk itself: supervisors alone see it. */
export const leadersDesk = 'lanh-dao';

/** `null` for no desk. */
export function deskKeyOf(name: string | null): string | null {
  const key = (fold(name ?? '').match(/[a-z\d]+/g) ?? []).join('-');
  if (key.includes(receptionDesk)) return receptionDesk;
  return key.replace(/^(?:ban|bo-phan|quay|phong|to|to-cong-tac)-(?=.)/, '') || null;
}
