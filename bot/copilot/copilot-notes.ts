/** What of the co-pilot is written down: that a talk was given to it, and that its draft was used. Ids and codes, no words. */
import { deskKeyOf } from '../handover/desk-key.ts';
import type { StaffMember } from '../staff/staff.ts';
import { addAudit } from '../store/audit.ts';
import { HandOffError, type Officer, type Store } from '../store/index.ts';
import type { CopilotParts } from './copilot-parts.ts';
import type { Receipt } from './receipt.ts';

type Noted = Pick<Receipt, 'run' | 'handOff'> & Partial<Pick<Receipt, 'codes'>>;

export function copilotNotes(
  store: Pick<Store, 'database' | 'handOffs'>,
): Pick<CopilotParts, 'noteAsked' | 'noteUsed'> {
  const note = async ({ id, role, unit, desk }: StaffMember, action: string, { run, handOff, codes }: Noted) => {
    const officer: Officer = { id, role, unit, desk: deskKeyOf(desk) };
    if (handOff !== null && !(await store.handOffs.ofOfficers.exists(officer, handOff)))
      throw new HandOffError('unknown');
    const object = handOff === null ? `copilot-run:${run}` : `hand-off:${handOff}`;
    const detail = { run, ...(codes ? { codes } : {}) };
    await store.database.withOfficer(officer, (handle) =>
      addAudit(handle, { actor: `officer:${id}`, action, object, detail }),
    );
  };
  const deeds = { asked: { action: 'copilot-asked' }, used: { action: 'copilot-draft-used' } } as const;
  return {
    noteAsked: (member, asked) => note(member, deeds.asked.action, asked),
    noteUsed: (member, receipt) => note(member, deeds.used.action, receipt),
  };
}
