/** Everything that a record says, as text: what a statement of ours is looked up in. */
import type { PortalMethod, PortalRecord } from '../records/portal-record.ts';

/** One row of the ways of filing, its cells and notes. */
export const textOfMethod = (row: PortalMethod): string =>
  [row.channel, row.time, row.timeRaw, row.fee, row.feeNote, row.timeFeeRaw, row.description].filter(Boolean).join(' ');

/** Steps and conditions, one paragraph an entry. */
export const paragraphsOf = (record: PortalRecord): string[] =>
  `${record.steps ?? ''}\n${record.conditions ?? ''}`.split(/\n+/).filter((line) => line.trim() !== '');

export const textOfRecord = (record: PortalRecord): string =>
  [
    record.name,
    ...paragraphsOf(record),
    ...record.methods.map(textOfMethod),
    ...record.documents.map((row) => `${row.group ?? ''} ${row.name} ${row.form ?? ''}`),
    record.legalText ?? '',
  ].join('\n');
