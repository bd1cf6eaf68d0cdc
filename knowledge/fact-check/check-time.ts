/** The time limit of a way of filing: figure and unit as published; a unit the portal lost may come from the steps alone. */
import type { Filing } from '../guide.ts';
import { figuresIn } from '../plain-text.ts';
import { parseTime } from '../records/parse-record.ts';
import type { PortalMethod, PortalRecord } from '../records/portal-record.ts';
import { unknownFigures } from './check-sentences.ts';
import { dayLimitsIn, unknownDayLimits } from './day-limits.ts';
import { paragraphsOf, readRecordText, textOfMethod } from './record-text.ts';

export function checkTime({ time }: Filing, method: PortalMethod, record: PortalRecord) {
  const findings: { path: string; says: string; record: string }[] = [];
  const published = parseTime(method.time);
  const says = time === null ? 'null' : `${time.value} ${time.unit}`;
  const wrong = (reason: string) => findings.push({ path: 'time', says, record: reason });
  if (published !== null) {
    if (time === null || time.value !== published.value || time.unit !== published.unit) wrong(method.time ?? '');
  } else if (time === null) {
    if (method.timeRaw ?? method.time) wrong(`${method.time ?? method.timeRaw}: say so`);
  } else if (time.unit !== null) {
    if (!limitStands(`${time.value}`, time.unit, record))
      wrong(`${method.time ?? method.timeRaw ?? 'no time'}: unit lost`);
  } else if (time.value !== null && !cellHolds(time.value, method)) {
    wrong(`${method.time ?? method.timeRaw ?? 'no time'}`);
  }
  if (time === null) return findings;
  const own = `${textOfMethod(method)} ${record.steps ?? ''}`;
  const reasons = [...unknownFigures(time.text, own), ...unknownDayLimits(time.text, readRecordText(record).dayLimits)];
  return [...findings, ...reasons.map((reason) => ({ path: 'time.text', says: time.text, record: reason }))];
}

const cellHolds = (value: number, method: PortalMethod) =>
  figuresIn(`${method.time ?? ''} ${method.timeRaw ?? ''}`).some((figure) => figure.value === `${value}`);

/** Whether the steps, conditions or notes give this limit with this very unit. */
function limitStands(value: string, unit: 'working-day' | 'day' | 'hour', record: PortalRecord): boolean {
  const text = [...paragraphsOf(record), ...record.methods.map((row) => row.description ?? '')].join('\n');
  return unit === 'hour'
    ? figuresIn(text).some((figure) => figure.value === value && figure.unit === 'gio')
    : dayLimitsIn(text).has(`${value} ${unit}`);
}
