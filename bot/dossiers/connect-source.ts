/** Ties a live source to the store: followed in the background, asked right before an answer. */
import type { DossierSource } from '../../knowledge/index.ts';
import type { SourceCursors } from '../store/source-cursors.ts';
import { type Following, followSource } from './follow-source.ts';
import { holdLease } from './hold-lease.ts';
import { refreshLive } from './live-refresh.ts';
import type { RefreshDossiers } from './read-dossiers.ts';

/** What the store says of a list: `notes` tell what it did not take, or took with doubt. */
export interface KeptList {
  readonly notes: readonly { readonly note: string }[];
}

export interface SourceParts {
  readonly source: DossierSource;
  readonly keep: (dossiers: readonly unknown[], options: { readonly source: string }) => Promise<KeptList>;
  readonly cursors: SourceCursors;
  readonly onError?: (error: unknown) => void;
  /** Told how many rows got each note, for the log. */
  readonly onNotes?: (counts: Readonly<Record<string, number>>) => void;
  /** How long an answer waits for the source, in ms; 1,500 by default. */
  readonly refreshLimitMs?: number;
  readonly now?: () => Date;
}

export interface ConnectedSource {
  readonly name: string;
  /** Begins to follow; to be stopped before the store is closed. */
  follow(): Following;
  /** The dossiers of one person, latest first; those of other sources are passed over. Never rejects. */
  readonly refresh: RefreshDossiers;
  /** Whether it failed again and again and is left alone for a while. */
  readonly rests: () => boolean;
}

/** Somebody with a hundred cases must not make us ask a hundred times for one question; the rest are as the last round left them. */
const mostAsked = 10;

export function connectSource(parts: SourceParts): ConnectedSource {
  const { source, keep, cursors, onError, onNotes, refreshLimitMs: limitMs = 1_500, now = () => new Date() } = parts;
  const keepAndTell = async (dossiers: readonly unknown[]): Promise<void> => {
    const { notes } = await keep(dossiers, { source: source.name });
    // An older one is what every repeated page brings: nothing to tell of.
    const told = notes.filter(({ note }) => note !== 'older');
    if (told.length > 0) onNotes?.(countNotes(told));
  };
  const ports = { source, keep: keepAndTell, ...(onError ? { onError } : {}) };
  const refreshOne = refreshLive(ports, { limitMs, now });
  return {
    name: source.name,
    rests: () => source.rests?.() ?? false,
    follow: () =>
      followSource({ ...ports, withLease: (work) => holdLease({ cursors, source: source.name }, work) }, { now }),
    async refresh(dossiers) {
      const own = dossiers.filter((dossier) => dossier.source === source.name).slice(0, mostAsked);
      const refreshed = await Promise.all(own.map(({ code }) => refreshOne(code)));
      return new Set(refreshed.some(({ sourceDown }) => sourceDown) ? [source.name] : []);
    },
  };
}

const countNotes = (notes: KeptList['notes']): Record<string, number> =>
  Object.fromEntries(
    Object.entries(Object.groupBy(notes, ({ note }) => note)).map(([note, rows]) => [note, rows?.length ?? 0]),
  );
