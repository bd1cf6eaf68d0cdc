/** Who of the staff may what: written out from docs/how-to/staff-accounts.md, and compared with what the program does. */
import { type HandOff, type Member, noUnit, provinceOf } from './world.ts';

const officer =
  'see-inbox answer transfer see-dossier take-transcript reveal-contact official-search use-copilot practise';
const rights: Readonly<Record<Member['role'], ReadonlySet<string>>> = {
  officer: new Set(officer.split(' ')),
  editor: new Set('official-search use-copilot edit-knowledge mark-samples see-figures hold-answers'.split(' ')),
  supervisor: new Set(`${officer} see-figures switch hold-answers list-staff`.split(' ')),
  admin: new Set(
    'official-search see-figures switch hold-answers list-staff manage-staff read-audit see-model-use'.split(' '),
  ),
};

/** @param deed `null`: whoever is signed in. */
export const mayDo = ({ role }: Pick<Member, 'role'>, deed: string | null): boolean =>
  deed === null || rights[role].has(deed);

/** His commune, his province, or nobody's in particular; what is kept to a desk is that desk's alone. */
export function seesHandOff(member: Pick<Member, 'role' | 'unit' | 'desk'>, { unit, desk }: HandOff): boolean {
  if (!mayDo(member, 'see-inbox')) return false;
  const isNear = unit === noUnit || unit === member.unit || provinceOf(unit) === member.unit;
  return isNear && (desk === null || desk === member.desk);
}
