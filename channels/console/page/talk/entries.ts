/** What was said, in order, each thing once. */
import type { Entry, Talk } from '../wire/wire-types.ts';

/** What is read later counts: a delivery goes from queued to sent. */
export const mergeEntries = (before: readonly Entry[], more: readonly Entry[]): readonly Entry[] =>
  [...new Map([...before, ...more].map((entry) => [entry.id, entry])).values()].sort(
    (one, other) => one.position - other.position,
  );

/** While something is on its way, all of it is read again: what is later than the last one would not tell. */
export const readFrom = (talk: Pick<Talk, 'entries' | 'last'> | null): number | null => {
  if (!talk) return null;
  const open = talk.entries.find(({ delivery }) => delivery === 'queued');
  return open ? Math.max(0, open.position - 1) : talk.last;
};

export type Line =
  | { readonly kind: 'entry'; readonly at: string; readonly entry: Entry }
  | { readonly kind: 'note'; readonly at: string; readonly note: Talk['notes'][number] };

/** Words and notes as one column; a note stands after the words that it was written under. */
export function linesOf(entries: readonly Entry[], notes: Talk['notes']): readonly Line[] {
  const said = entries.map((entry) => ({ kind: 'entry', at: entry.at, entry }) as const);
  const noted = notes.map((note) => ({ kind: 'note', at: note.at, note }) as const);
  return [...said, ...noted].sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
}
