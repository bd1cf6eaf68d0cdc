/** How the page names switches, places and moments. */

import type { SwitchesReply } from '../../../switches/schemas.ts';
import switches from '../../texts/switches.json' with { type: 'json' };
import { fill } from '../../texts/texts.ts';
import { momentWord } from '../figures/figures-words.ts';

export const words = switches;
export type SwitchRow = SwitchesReply['off'][number];
export type BannerRow = SwitchesReply['banners'][number];
export type What = keyof typeof switches.what;

export const whats = Object.keys(switches.what) as readonly What[];
export const whatWord = (what: string): string => (switches.what as Readonly<Record<string, string>>)[what] ?? what;
export const aboutWord = (what: What): string =>
  what === 'bot' || what === 'model' ? switches.about[what] : switches.about.channel;

export const whereWord = (row: Pick<SwitchRow, 'unit' | 'unitName'>): string =>
  row.unit === null ? words.everywhere : (row.unitName ?? row.unit);

export const isMoment = (local: string): boolean => /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(local);

/** What a field of the browser gives, taken for the clock of Vietnam; `null` for an empty one. */
export const momentOf = (local: string): string | null => (isMoment(local) ? `${local}:00+07:00` : null);

/** The same the other way, for a first value. */
export const localOf = (at: number): string => new Date(at + 7 * 3_600_000).toISOString().slice(0, 16);

export function historyWord(row: SwitchRow): string {
  const { what, by, since, because, until, endedAt, endedBy, endedBecause } = row;
  const line = { what: whatWord(what), where: whereWord(row), by, since: momentWord(since), because };
  const end = endedAt
    ? fill(words.historyEnd, { by: endedBy ?? '', at: momentWord(endedAt), because: endedBecause ?? '' })
    : until && !row.inForce
      ? fill(words.historyRanOut, { at: momentWord(until) })
      : '';
  return `${fill(words.historyLine, line)}${end}`;
}
