/** Who is called for a hand-off, in which order: nearest to the matter and present first, the supervisor when nobody answers. */

import { staffMay } from '../staff/rights.ts';
import type { QueuedHandOff } from '../store/index.ts';
import { deskKeyOf, leadersDesk } from './desk-key.ts';
import type { RosterEntry } from './staff-roster.ts';

export type CalledFor = Pick<
  QueuedHandOff,
  'unit' | 'field' | 'desk' | 'guarded' | 'keptFrom' | 'keptFor' | 'lastOwner' | 'escalation'
>;

/** From here on supervisors are called. */
export const supervisorsFrom = 2;

/** Groups of ids; the next is called when nobody of the one before can be reached. Nobody stands in two. */
export function chooseStaff(roster: readonly RosterEntry[], one: CalledFor): readonly (readonly string[])[] {
  const all = roster.filter(({ member }) => staffMay(member.role, 'answer') && mayTake(member, one));
  const rest = one.escalation > 0 ? all.filter(({ member }) => member.id !== one.lastOwner) : all;
  const own = rest.filter(({ member }) => member.unit === one.unit || one.unit === null);
  const officers = (own.length > 0 ? own : rest).filter(({ member }) => member.role === 'officer');
  const skilled = officers.filter(({ member }) => hasSkill(member.skills, one.field) && sitsAt(member.desk, one));
  const leaders = rest.filter(({ member }) => member.role !== 'officer');
  const near = leaders.filter(({ member }) => member.unit === one.unit && member.role === 'supervisor');
  const present = (entries: readonly RosterEntry[]) => entries.filter(({ presence }) => presence === 'available');
  const reachable = (entries: readonly RosterEntry[]) => entries.filter(({ presence }) => presence !== 'away');
  const first = one.keptFor ? rest.filter(({ member }) => member.id === one.keptFor?.id) : [];
  const upwards = [present(near), reachable(near), reachable(leaders), leaders];
  const outwards = [present(skilled), present(officers), reachable(skilled), reachable(officers)];
  const groups = one.escalation >= supervisorsFrom ? [...upwards, ...outwards] : [first, ...outwards, ...upwards];
  return distinct([...groups, rest, all].map((group) => group.map(({ member }) => member.id)));
}

/** A guarded one goes to its desk alone, and never to whom it is about. */
function mayTake(member: RosterEntry['member'], { guarded, desk, keptFrom }: CalledFor): boolean {
  const sits = deskKeyOf(member.desk);
  if (keptFrom.includes(member.id) || (sits !== null && keptFrom.includes(sits))) return false;
  if (!guarded) return true;
  return desk === leadersDesk ? member.role === 'supervisor' : sits === desk;
}

const hasSkill = (skills: readonly string[], field: string | null): boolean =>
  skills.length === 0 || field === null || skills.includes(field);

const sitsAt = (desk: string | null, one: CalledFor): boolean => one.desk === null || deskKeyOf(desk) === one.desk;

function distinct(groups: readonly (readonly string[])[]): string[][] {
  const seen = new Set<string>();
  return groups.map((group) => group.filter((id) => !seen.has(id) && seen.add(id))).filter((group) => group.length > 0);
}
