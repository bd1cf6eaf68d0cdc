/** What was said, in order, each thing once. */
import type { Entry, Talk } from '../wire/wire-types.ts';

/** What is read later counts: a delivery goes from queued to sent. */
export const withEntries = (before: Pick<Talk, 'entries'> | null, more: readonly Entry[]): Entry[] =>
  [...new Map([...(before?.entries ?? []), ...more].map((entry) => [entry.id, entry])).values()].sort(
    (one, other) => one.position - other.position,
  );

const lastOfCitizen = (talk: Pick<Talk, 'entries'> | null) =>
  talk?.entries.filter(({ speaker }) => speaker === 'citizen').slice(-1)[0]?.id;

/** Whether the citizen has said something meanwhile. */
export const hasNewWords = (before: Pick<Talk, 'entries'> | null, now: Pick<Talk, 'entries'>): boolean =>
  lastOfCitizen(before) !== lastOfCitizen(now);

/** While something is on its way, all of it is read again: what is later than the last one would not tell. */
export const readFrom = (talk: Pick<Talk, 'entries' | 'last'> | null): number | null => {
  if (!talk) return null;
  const open = talk.entries.find(({ delivery }) => delivery === 'queued');
  return open ? Math.max(0, open.position - 1) : talk.last;
};

export type Line =
  | { readonly kind: 'entry'; readonly entry: Entry }
  | { readonly kind: 'note'; readonly note: Talk['notes'][number] };

/** Words in the order in which they were said, a note after the words that it was written under. */
export function linesOf(entries: readonly Entry[], notes: Talk['notes']): readonly Line[] {
  const waiting = [...notes].sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
  const lines: Line[] = [];
  for (const entry of entries) {
    for (let note = waiting[0]; note && Date.parse(note.at) < Date.parse(entry.at); note = waiting[0]) {
      lines.push({ kind: 'note', note });
      waiting.shift();
    }
    lines.push({ kind: 'entry', entry });
  }
  return [...lines, ...waiting.map((note) => ({ kind: 'note', note }) as const)];
}
