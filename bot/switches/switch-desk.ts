/** The console's side of switches and banners: who may throw which, and what is shown of them. */
import type { Places } from '../../knowledge/index.ts';
import { unitsSeenBy } from '../figures/units-seen.ts';
import { staffMay } from '../staff/rights.ts';
import type { StaffMember } from '../staff/staff.ts';
import type { BannerRow, SwitchRow, SwitchStore } from '../store/switches.ts';
import type { BannerWords } from './banner-words.ts';
import type { FollowedSwitches } from './follow-switches.ts';
import type { SwitchName } from './switch-names.ts';

/** He may not, or there is no such thing for him. */
export class SwitchError extends Error {
  override readonly name = 'SwitchError';
  readonly code: 'forbidden' | 'unknown' | 'unit';

  constructor(code: SwitchError['code'], message: string) {
    super(message);
    this.code = code;
  }
}

export interface SwitchWish {
  readonly what: SwitchName;
  readonly unit: string | null;
  readonly because: string;
}

export interface SwitchDesk {
  /** What is off or was lately, and banners, as far as they concern his units. */
  list(member: StaffMember): Promise<{ readonly off: readonly SwitchRow[]; readonly banners: readonly BannerRow[] }>;
  turnOff(member: StaffMember, wish: SwitchWish & { readonly until: Date | null }): Promise<void>;
  /** @throws {@link SwitchError} `unknown` when it was not off. */
  turnOn(member: StaffMember, wish: SwitchWish): Promise<void>;
  publish(member: StaffMember, banner: BannerWords): Promise<string>;
  takeDown(member: StaffMember, bannerId: string): Promise<void>;
  /** Communes and provinces that he may name; `null`: any, and everywhere. */
  unitsOf(member: StaffMember): readonly string[] | null;
}

export interface SwitchDeskParts {
  readonly store: SwitchStore;
  readonly board: Pick<FollowedSwitches, 'refresh'>;
  readonly places: Pick<Places, 'commune' | 'province'>;
  /** After each change: other pages are told. */
  readonly onChanged?: () => void;
  readonly now?: () => Date;
}

export function openSwitchDesk(parts: SwitchDeskParts): SwitchDesk {
  const { store, places, now = () => new Date() } = parts;
  const unitsOf = (member: StaffMember) => reachOf(member, places);
  const allow = (member: StaffMember, wish: Pick<SwitchWish, 'what' | 'unit'>): void => {
    if (!mayThrow(member, wish, places)) throw forbidden();
    if (wish.unit !== null && !isPlace(wish.unit, places)) throw new SwitchError('unit', `No unit ${wish.unit}.`);
  };
  const settle = async (): Promise<void> => {
    await parts.board.refresh();
    parts.onChanged?.();
  };
  return {
    unitsOf,
    async list(member) {
      const { off, banners } = await store.history();
      const reach = unitsOf(member);
      const concerns = (units: readonly string[] | null) =>
        reach === null || units === null || units.some((unit) => reach.includes(unit));
      return {
        off: off.filter(({ unit }) => concerns(unit === null ? null : [unit])),
        banners: banners.filter(({ units }) => concerns(units)),
      };
    },
    async turnOff(member, { what, unit, because, until }) {
      allow(member, { what, unit });
      await store.turnOff({ what, unit, because, until, by: doerOf(member), at: now() });
      await settle();
    },
    async turnOn(member, { what, unit, because }) {
      allow(member, { what, unit });
      if (!(await store.turnOn({ what, unit, because, by: doerOf(member), at: now() })))
        throw new SwitchError('unknown', `${what} is not off there.`);
      await settle();
    },
    async publish(member, banner) {
      if (!mayTell(member, banner.units, places)) throw forbidden();
      const id = await store.publish({ ...banner, by: doerOf(member) }, now());
      await settle();
      return id;
    },
    async takeDown(member, id) {
      const { banners } = await store.open(now());
      const banner = banners.find((one) => one.id === id);
      if (!banner) throw new SwitchError('unknown', 'No such banner holds.');
      if (!mayTell(member, banner.units, places)) throw forbidden();
      await store.takeDown({ id, by: doerOf(member), at: now() });
      await settle();
    },
  };
}

type PlacesKnown = SwitchDeskParts['places'];

/** An admin may all. A supervisor may turn off a channel in his own commune or province, never the bot or the model. */
export function mayThrow(
  member: Pick<StaffMember, 'role' | 'unit'>,
  { what, unit }: Pick<SwitchWish, 'what' | 'unit'>,
  places: PlacesKnown,
): boolean {
  if (!staffMay(member.role, 'switch')) return false;
  const reach = reachOf(member, places);
  if (reach === null) return true;
  return what !== 'bot' && what !== 'model' && unit !== null && reach.includes(unit);
}

/** A banner for everybody is an admin's; a supervisor writes for his own. */
export function mayTell(
  member: Pick<StaffMember, 'role' | 'unit'>,
  units: readonly string[] | null,
  places: PlacesKnown,
): boolean {
  if (!staffMay(member.role, 'switch')) return false;
  const reach = reachOf(member, places);
  return reach === null || (units?.every((unit) => reach.includes(unit)) ?? false);
}

/** His communes, and the code of his whole province. */
export function reachOf(member: Pick<StaffMember, 'role' | 'unit'>, places: PlacesKnown): readonly string[] | null {
  const seen = unitsSeenBy(member, places);
  return seen && (member.unit.length === 2 && seen.length > 0 ? [...seen, member.unit] : seen);
}

export const isPlace = (unit: string, places: PlacesKnown): boolean =>
  unit.length === 2 ? places.province(unit) !== null : places.commune(unit) !== null;

const doerOf = ({ id, name }: StaffMember) => ({ name, actor: `staff:${id}` });

const forbidden = () => new SwitchError('forbidden', 'His role or unit does not reach so far.');
