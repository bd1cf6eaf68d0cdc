/** A source in memory, for tests: cases that change, pages of them, and faults on demand. */
import { type DossierSource, SourceError, type SourceFault } from '../../knowledge/index.ts';

export interface ToldCase {
  readonly code: string;
  readonly version: number;
}

export interface TestSource extends DossierSource {
  /** A new version of a case, put at the end of the changes. */
  change(code: string): void;
  /** What the next requests bring, one after another: a fault, or `null` for a good answer. */
  readonly faults: (SourceFault | null)[];
  /** Every request: a cursor asked with, or a code. */
  readonly asked: string[];
  /** Forgets cursors: the next with one is `cursor-lost`. */
  forgetCursors(): void;
}

export function makeTestSource({ pageSize = 2 } = {}): TestSource {
  const log: ToldCase[] = [];
  const faults: (SourceFault | null)[] = [];
  const asked: string[] = [];
  let forgotten = false;
  const fail = () => {
    const fault = faults.shift();
    if (fault) throw new SourceError(fault, `made to be ${fault}`, { retryAfterMs: fault === 'busy' ? 45_000 : null });
  };
  return {
    name: 'tinh',
    faults,
    asked,
    change(code) {
      log.push({ code, version: log.filter((told) => told.code === code).length + 1 });
    },
    forgetCursors() {
      forgotten = true;
    },
    async *changesSince(cursor) {
      for (let at = Number(cursor ?? 0), more = true; more; ) {
        asked.push(`since ${at}`);
        if (forgotten && at > 0) throw new SourceError('cursor-lost', 'made to be lost');
        forgotten = false;
        fail();
        const dossiers = log.slice(at, at + pageSize);
        at += dossiers.length;
        more = at < log.length;
        yield { dossiers, cursor: String(at) };
      }
    },
    async find(code) {
      asked.push(code);
      fail();
      return log.findLast((told) => told.code === code) ?? null;
    },
  };
}
