/** A list under its code, in the words of its commune and of what serves now. */
import { type Entry, groupedDigits, type KeptChecklist, officeMoment, sayChecklist } from '../../../bot/index.ts';
import type { Checklist } from '../api/schemas.ts';
import type { KioskParts } from '../kiosk-parts.ts';
import { qrSvg } from './qr-svg.ts';

export type ListRoom = Pick<KioskParts, 'tools' | 'speak' | 'settings'>;

/** Where a list lies on this server. */
export const pathOf = (code: string): string => `/mang-ve/${code}`;

/** `null`: the knowledge has the procedure no more. */
export async function showChecklist(room: ListRoom, list: KeptChecklist, at: Date): Promise<Checklist | null> {
  const { library, units, relevance, calendar } = room.tools();
  const entry: Entry | null = library.find(list.procedure);
  if (!entry) return null;
  const speech = room.speak(list.locale, null);
  const words = { speech, relevance, calendar, unit: units.of(list.unit), at };
  const { title, blocks } = sayChecklist(entry, words);
  const printPath = pathOf(list.code);
  const url = room.settings.publicUrl === null ? null : `${room.settings.publicUrl}${printPath}`;
  return {
    shortCode: list.code,
    digits: groupedDigits(list.digits),
    url,
    qrSvg: url && (await qrSvg(url)),
    goodUntil: officeMoment(list.until).day,
    title,
    blocks,
    printPath,
  };
}
