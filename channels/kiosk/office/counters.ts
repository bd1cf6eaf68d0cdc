/** The counters of a ward as the page lists them. */
import { hoursOfDay, officeMoment, type ReceptionPoint, type Tools, type Unit } from '../../../bot/index.ts';
import type { OfficeCounter } from '../api/schemas.ts';

export interface CountersAt {
  readonly at: Date;
  /** `null`: hours are left out. */
  readonly calendar: Tools['calendar'] | null;
}

type Counter = ReceptionPoint['counters'][number];

/** A counter with the point that it stands in; its id is its place in the ward's file. */
export interface PlacedCounter {
  readonly id: string;
  readonly point: ReceptionPoint;
  readonly counter: Counter;
}

export const placedCounters = ({ points }: Pick<Unit, 'points'>): readonly PlacedCounter[] =>
  points.flatMap((point, at) => point.counters.map((counter, nth) => ({ id: `${at + 1}-${nth + 1}`, point, counter })));

export const countersOf = (unit: Pick<Unit, 'points'>, when: CountersAt): readonly OfficeCounter[] =>
  placedCounters(unit).map(({ id, point, counter }) => ({
    id,
    name: counter.name,
    number: counter.number ?? null,
    floor: counter.floor ?? null,
    place: counter.position ?? null,
    subjects: [...counter.fields],
    point: point.name,
    hours: when.calendar === null ? null : hoursOfDay(point, officeMoment(when.at).day, when.calendar),
  }));
