/** Where it is set which answers are held: by an editor or a supervisor for his own unit, by an admin anywhere. */
import type { Places } from '../../knowledge/index.ts';
import { staffMay } from '../staff/rights.ts';
import type { StaffMember } from '../staff/staff.ts';
import type { HoldRule, Store } from '../store/index.ts';
import { isPlace, reachOf, SwitchError } from '../switches/switch-desk.ts';
import { type HoldableStatus, holdMinutes, isHoldable } from './hold-rule.ts';

export interface RuleWish {
  /** Commune, or province; `null`: everywhere, an admin's. */
  readonly unit: string | null;
  readonly statuses: readonly HoldableStatus[];
  /** As the knowledge names them. */
  readonly fields: readonly string[];
  readonly minutes: number;
}

export interface HoldRuleDesk {
  /** Those that hold in his units, the nearest first to be looked for by whoever shows them. */
  list(member: StaffMember): Promise<readonly HoldRule[]>;
  /** In place of the unit's own. Both lists empty: nothing is held there. @throws {@link SwitchError} */
  set(member: StaffMember, wish: RuleWish): Promise<void>;
  /** Units he may name; `null`: any, and everywhere. */
  unitsOf(member: StaffMember): readonly string[] | null;
}

export interface HoldRuleParts {
  readonly store: Pick<Store, 'held'>;
  readonly places: Pick<Places, 'commune' | 'province'>;
  readonly now?: () => Date;
}

export function openHoldRules({ store, places, now = () => new Date() }: HoldRuleParts): HoldRuleDesk {
  const unitsOf = (member: StaffMember) => {
    if (!staffMay(member.role, 'hold-answers')) throw forbidden();
    return reachOf(member, places);
  };
  return {
    unitsOf,
    async list(member) {
      const reach = unitsOf(member);
      const concerns = ({ unit }: HoldRule) =>
        reach === null || unit === null || reach.includes(unit) || (unit.length === 2 && isInProvince(reach, unit));
      const isInProvince = (units: readonly string[], province: string) =>
        units.some((unit) => places.commune(unit)?.province.code === province);
      return (await store.held.rules()).filter(concerns);
    },
    async set(member, { unit, statuses, fields, minutes }) {
      const reach = unitsOf(member);
      if (reach !== null && (unit === null || !reach.includes(unit))) throw forbidden();
      if (unit !== null && !isPlace(unit, places)) throw new SwitchError('unit', `No unit ${unit}.`);
      if (minutes < holdMinutes.least || minutes > holdMinutes.most || !statuses.every(isHoldable))
        throw new SwitchError('unknown', 'These answers, or so many minutes, cannot be held.');
      const by = { name: member.name, actor: `staff:${member.id}` };
      await store.held.setRule({
        unit,
        statuses: [...new Set(statuses)],
        fields: [...new Set(fields)],
        minutes,
        by,
        at: now(),
      });
    },
  };
}

const forbidden = () => new SwitchError('forbidden', 'His role or unit does not reach so far.');
