/** What is off and which banner holds, as turns and doors ask for it: from memory, never waiting for the store. */
import type { BannerRow, SwitchRow } from '../store/switches.ts';
import type { SwitchName } from './switch-names.ts';

/** A banner as it is shown: two languages, no markup. */
export interface Banner {
  readonly id: string;
  readonly vi: string;
  readonly en: string;
  readonly severity: BannerRow['severity'];
  readonly from: Date;
  readonly to: Date;
}

/** Something is off here; `until` is when it comes on by itself, `null` when nobody has said. */
export interface Off {
  readonly until: Date | null;
}

/** @param unit in each: commune of the citizen; `null`: none is known, the installation's own counts. */
export interface Switchboard {
  isOff(what: SwitchName, unit: string | null, at: Date): boolean;
  /** `null` when it is on. */
  offNow(what: SwitchName, unit: string | null, at: Date): Off | null;
  /** The weightiest of those that hold at `at`; `null`: none. */
  bannerFor(unit: string | null, at: Date): Banner | null;
  /** All that hold at `at`, the weightiest first. */
  bannersFor(unit: string | null, at: Date): readonly Banner[];
}

/** For whoever looks after the installation. */
export interface CountedBoard extends Switchboard {
  /** In how many places each thing is off now; what is on everywhere is left out. */
  offCounts(at: Date): ReadonlyMap<string, number>;
}

/** What was read from the store last. */
export interface BoardState {
  readonly off: readonly SwitchRow[];
  readonly banners: readonly BannerRow[];
}

/** Which province a commune lies in, and which commune is meant where none is known. */
export interface Where {
  provinceOf(commune: string): string | null;
  readonly home: string | null;
}

export const nowhere: Where = { provinceOf: () => null, home: null };

/** Looks at the state anew with each question. */
export function boardOf(state: () => BoardState, where: () => Where): CountedBoard {
  const holdsAt = (codes: readonly (string | null)[] | null, unit: string | null): boolean => {
    if (codes === null || codes.includes(null)) return true;
    const commune = unit ?? where().home;
    if (commune === null) return false;
    const province = where().provinceOf(commune);
    return codes.includes(commune) || (province !== null && codes.includes(province));
  };
  const offNow: Switchboard['offNow'] = (what, unit, at) => {
    const found = state().off.filter((row) => row.what === what && isInForce(row, at) && holdsAt([row.unit], unit));
    return found.length === 0 ? null : { until: lastOf(found.map(({ until }) => until)) };
  };
  const bannersFor: Switchboard['bannersFor'] = (unit, at) =>
    state()
      .banners.filter((row) => isShown(row, at) && holdsAt(row.units, unit))
      .toSorted((a, b) => weight[b.severity] - weight[a.severity] || b.from.getTime() - a.from.getTime())
      .map(({ id, vi, en, severity, from, to }) => ({ id, vi, en, severity, from, to }));
  return {
    isOff: (what, unit, at) => offNow(what, unit, at) !== null,
    offNow,
    bannerFor: (unit, at) => bannersFor(unit, at)[0] ?? null,
    bannersFor,
    offCounts(at) {
      const counts = new Map<string, number>();
      for (const row of state().off) if (isInForce(row, at)) counts.set(row.what, (counts.get(row.what) ?? 0) + 1);
      return counts;
    },
  };
}

const weight: Readonly<Record<BannerRow['severity'], number>> = { notice: 1, warning: 2, danger: 3 };

const isInForce = ({ since, until, endedAt }: SwitchRow, at: Date): boolean =>
  endedAt === null && since <= at && (until === null || at < until);

const isShown = ({ from, to, endedAt }: BannerRow, at: Date): boolean => endedAt === null && from <= at && at < to;

/** Two orders hold at once: it is on again when the later one ends, or when somebody turns it on. */
const lastOf = (ends: readonly (Date | null)[]): Date | null =>
  ends.reduce((last, end) => (last === null || end === null ? null : end > last ? end : last), ends[0] ?? null);
