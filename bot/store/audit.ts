/** The audit log: what an officer or the bot did that touches a person. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { cleanText, toJson } from './clean-input.ts';
import type { Database } from './database.ts';
import type { Scoped } from './tables.ts';

/** Who did what to which thing. Ids and counts only: no citizen's words, no identity number. */
export interface AuditEntry {
  readonly actor: string;
  readonly action: string;
  readonly object: string;
  readonly detail?: unknown;
}

/**
 * Adds a row, in the transaction of what it tells of. Call it last there: it holds the log until commit, so that
 * the chain has one order.
 */
export async function addAudit(handle: Scoped, { actor, action, object, detail = {} }: AuditEntry): Promise<void> {
  await handle
    .insertInto('audit')
    .values({ actor: cleanText(actor), action: cleanText(action), object: cleanText(object), detail: toJson(detail) })
    .execute();
}

export interface AuditVerdict {
  /** Rows whose place in the chain was confirmed, from the first on. */
  readonly rows: number;
  /** Number of the first row that was changed, or that is not where it belongs; `null` when the chain is whole. */
  readonly brokenAt: number | null;
  /**
   * Hash of the last confirmed row, in hex. Note it outside of the database from time to time: whoever owns the
   * tables could write a new chain, or cut its end off, and only a hash kept elsewhere shows that.
   */
  readonly head: string;
  /** Hash of the row that was asked for, in hex; `null` when none was, or the log is shorter. */
  readonly noted: string | null;
}

const page = 1000;

/** Computes every hash anew, outside of the database. @param notedRow whose hash is compared with one that was noted elsewhere. */
export async function verifyAudit(database: Database, notedRow?: number): Promise<AuditVerdict> {
  let rows = 0;
  let noted: string | null = null;
  let head: Buffer = Buffer.alloc(0);
  const verdict = (brokenAt: number | null): AuditVerdict => ({ rows, brokenAt, head: head.toString('hex'), noted });
  for (;;) {
    const found = await readPage(database, rows);
    for (const { seq, prev_hash, hash, text } of found) {
      const expected = createHash('sha256').update(head).update(text, 'utf8').digest();
      if (seq !== rows + 1 || !prev_hash.equals(head) || !hash.equals(expected)) return verdict(rows + 1);
      rows = seq;
      head = hash;
      if (seq === notedRow) noted = hash.toString('hex');
    }
    if (found.length < page) return verdict(null);
  }
}

const readPage = (database: Database, after: number) =>
  database.withJob('audit', (handle) =>
    handle
      .selectFrom('audit')
      .select(['seq', 'prev_hash', 'hash', sql<string>`audit_text(audit)`.as('text')])
      .where('seq', '>', after)
      .orderBy('seq')
      .limit(page)
      .execute(),
  );
