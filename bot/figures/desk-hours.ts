/** Opening time at the communes' desks, for counting how long citizens waited. */
import { type Calendar, weekOf } from '../../knowledge/index.ts';
import type { UnitDirectory } from '../units/unit-directory.ts';
import { openSeconds, usualWeek } from './open-seconds.ts';
import type { DeskHours } from './roll-up-hand-offs.ts';

/** A commune that has entered no hours has those of offices in general. */
export const deskHoursOf =
  (units: Pick<UnitDirectory, 'of'>, calendar: Calendar): DeskHours =>
  (unit, from, to) => {
    const { desk } = units.of(unit);
    return openSeconds({ week: desk ? weekOf(desk) : usualWeek, calendar }, from, to);
  };
