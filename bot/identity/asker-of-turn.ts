/** Who asks in a turn, where his rung opens any of his cases. */
import type { Asker } from '../dossiers/dossier-desk.ts';
import type { Turn } from '../step.ts';
import { seesAnything } from './rights.ts';

/** `null` for one whose rung opens nothing: nothing is read for him, so that nothing can be told by the time it takes. */
export function askerOf({ message }: Turn): Asker | null {
  const rung = message.rung ?? (message.signedInAs === null ? 'anonymous' : 'signed-in');
  return seesAnything(rung) ? { citizenId: message.citizenId ?? '', rung } : null;
}
