/** Whose figures somebody may see: an admin everybody's, else those of his commune, or of his province's communes. */
import type { Places } from '../../knowledge/index.ts';
import type { StaffMember } from '../staff/staff.ts';

/** `null`: all of the installation. [] for a unit that is not known: then he sees nothing. */
export function unitsSeenBy(
  { role, unit }: Pick<StaffMember, 'role' | 'unit'>,
  places: Pick<Places, 'commune' | 'province'>,
): readonly string[] | null {
  if (role === 'admin') return null;
  if (unit.length === 2) return places.province(unit)?.communes.map(({ code }) => code) ?? [];
  return places.commune(unit) ? [unit] : [];
}
