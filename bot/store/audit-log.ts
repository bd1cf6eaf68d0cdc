/** Reading the audit log: by page for admins, whole for an export. Each reading is in the log itself. */
import { sql } from 'kysely';
import { addAudit } from './audit.ts';
import { cleanText } from './clean-input.ts';
import type { Database } from './database.ts';
import type { Scoped } from './tables.ts';

export interface AuditRow {
  readonly seq: number;
  readonly at: Date;
  readonly actor: string;
  readonly action: string;
  readonly object: string;
  readonly detail: unknown;
  /** Hex. */
  readonly prevHash: string;
  readonly hash: string;
  /** What `hash` was computed of, after the bytes of `prevHash`: SHA-256 over the UTF-8 of this text. */
  readonly hashed: string;
}

export interface AuditFilter {
  readonly actor?: string;
  readonly action?: string;
  readonly object?: string;
  readonly from?: Date;
  /** Up to, not including. */
  readonly to?: Date;
}

export interface AuditLog {
  /** Newest first, before this number; at most `limit` (100). @param by who reads, for the log. */
  page(
    by: string,
    options: AuditFilter & { readonly before?: number; readonly limit?: number },
  ): Promise<readonly AuditRow[]>;
  /** Oldest first, a batch at a time. @param by who exports, for the log. */
  export(by: string, filter: Pick<AuditFilter, 'from' | 'to'>): AsyncIterable<readonly AuditRow[]>;
}

const batch = 1000;

export function openAuditLog(database: Database): AuditLog {
  return {
    page: async (by, { before, limit = 100, ...filter }) =>
      database.withJob('audit', async (handle) => {
        const rows = await rowsOf(handle, filter)
          .$if(before !== undefined, (query) => query.where('seq', '<', before ?? 0))
          .orderBy('seq', 'desc')
          .limit(limit)
          .execute();
        await addAudit(handle, { actor: by, action: 'audit-read', object: 'audit', detail: { ...filter, before } });
        return rows.map(rowOf);
      }),
    async *export(by, filter) {
      let after = 0;
      let count = 0;
      for (;;) {
        const rows = await database.withJob('audit', (handle) =>
          rowsOf(handle, filter).where('seq', '>', after).orderBy('seq').limit(batch).execute(),
        );
        count += rows.length;
        after = rows.at(-1)?.seq ?? after;
        if (rows.length > 0) yield rows.map(rowOf);
        if (rows.length < batch) break;
      }
      const entry = { actor: by, action: 'audit-exported', object: 'audit', detail: { ...filter, count } };
      await database.withJob('audit', (handle) => addAudit(handle, entry));
    },
  };
}

const rowsOf = (handle: Scoped, { actor, action, object, from, to }: AuditFilter) =>
  handle
    .selectFrom('audit')
    .select(['seq', 'at', 'actor', 'action', 'object', 'detail', 'prev_hash', 'hash'])
    .select(sql<string>`audit_text(audit)`.as('hashed'))
    .$if(actor !== undefined, (query) => query.where('actor', '=', cleanText(actor ?? '')))
    .$if(action !== undefined, (query) => query.where('action', '=', cleanText(action ?? '')))
    .$if(object !== undefined, (query) => query.where('object', '=', cleanText(object ?? '')))
    .$if(from !== undefined, (query) => query.where('at', '>=', from ?? new Date(0)))
    .$if(to !== undefined, (query) => query.where('at', '<', to ?? new Date(0)));

type Found = Awaited<ReturnType<ReturnType<typeof rowsOf>['executeTakeFirstOrThrow']>>;
const rowOf = ({ prev_hash, hash, ...row }: Found): AuditRow => ({
  ...row,
  prevHash: prev_hash.toString('hex'),
  hash: hash.toString('hex'),
});
