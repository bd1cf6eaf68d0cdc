/** One round of reading a source: page by page, each kept before the cursor moves past it. */
import { type DossierSource, SourceError } from '../../knowledge/index.ts';

/** What a round needs of the store. */
export interface PullPorts extends CursorPorts {
  readonly source: DossierSource;
  /** Keeps a page. Keeping the same one again changes nothing, and an older `updatedAt` never replaces a newer one. */
  keep(dossiers: readonly unknown[]): Promise<unknown>;
}

export interface CursorPorts {
  /** Where the last page that was kept ended; `null`: nothing was read yet. */
  readCursor(): Promise<string | null>;
  /** Moves the cursor on. `false` when it no longer stands at `from`: another copy of the program has moved it. */
  moveCursor(move: CursorMove): Promise<boolean>;
}

export interface CursorMove {
  readonly from: string | null;
  readonly to: string | null;
}

export interface Pulled {
  readonly pages: number;
  readonly dossiers: number;
  /**
   * - `caught-up`: the source has no more
   * - `more`: the round was long enough; go on at once
   * - `moved-elsewhere`: another copy reads the same source
   */
  readonly end: 'caught-up' | 'more' | 'moved-elsewhere';
}

export interface PullOptions {
  readonly signal: AbortSignal;
  /** Pages of one round, so that a source that never ends cannot hold the lease for ever. */
  readonly maxPages?: number;
}

/**
 * A failure between keeping and moving costs a page read twice and never a page skipped.
 *
 * @throws {SourceError}; after `cursor-lost` the next round begins from the start. Also whatever the store throws.
 */
export async function pullChanges(ports: PullPorts, { signal, maxPages = 2_000 }: PullOptions): Promise<Pulled> {
  let cursor = await ports.readCursor();
  let pages = 0;
  let dossiers = 0;
  try {
    for await (const page of ports.source.changesSince(cursor, signal)) {
      signal.throwIfAborted();
      if (page.dossiers.length > 0) await ports.keep(page.dossiers);
      const isNew = page.cursor !== cursor;
      if (isNew && !(await ports.moveCursor({ from: cursor, to: page.cursor })))
        return { pages, dossiers, end: 'moved-elsewhere' };
      cursor = page.cursor;
      pages += 1;
      dossiers += page.dossiers.length;
      if (pages >= maxPages) return { pages, dossiers, end: 'more' };
    }
  } catch (error) {
    if (error instanceof SourceError && error.code === 'cursor-lost' && cursor !== null)
      await ports.moveCursor({ from: cursor, to: null });
    throw error;
  }
  return { pages, dossiers, end: 'caught-up' };
}
