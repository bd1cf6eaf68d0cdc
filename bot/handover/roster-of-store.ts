/** The roster as staff accounts and presence are kept. */
import type { StaffStore } from '../store/index.ts';
import type { StaffRoster } from './staff-roster.ts';

/** @param provinceOf the province of a commune's code; `null`: no such commune. */
export const rosterOf = (
  { presence }: Pick<StaffStore, 'presence'>,
  provinceOf: (unit: string) => string | null,
): StaffRoster => ({
  async of(unit) {
    const all = await presence.list();
    if (unit === null) return all;
    const province = provinceOf(unit);
    return all.filter(({ member }) => member.unit === unit || member.unit === province);
  },
});
