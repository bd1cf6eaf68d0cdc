/** Keeps practice talks with simulated citizens: in a table of their own, so that no queue, figure or sample has them. */
import { randomUUID } from 'node:crypto';
import { addAudit } from './audit.ts';
import { dateOf, idOf, toJson } from './clean-input.ts';
import type { Database } from './database.ts';

export interface KeptPractice {
  readonly id: string;
  readonly officer: string;
  readonly scenario: string;
  readonly seed: string;
  readonly entries: unknown;
  readonly edition: number;
  readonly begunAt: Date;
  readonly endedAt: Date | null;
  readonly feedback: unknown;
}

export interface PracticeTalks {
  begin(
    talk: Pick<KeptPractice, 'officer' | 'scenario' | 'seed' | 'entries'> & { readonly at: Date },
  ): Promise<KeptPractice>;
  /** `null`: this officer has no such talk. */
  find(officer: string, id: string): Promise<KeptPractice | null>;
  /** The officer's own, newest first, at most 50. */
  list(officer: string): Promise<readonly KeptPractice[]>;
  /** `false`: something else was said in the meantime, or it is over. */
  say(talk: Pick<KeptPractice, 'id' | 'officer' | 'edition' | 'entries'>): Promise<boolean>;
  end(talk: Pick<KeptPractice, 'id' | 'officer' | 'feedback'> & { readonly at: Date }): Promise<boolean>;
}

const mostListed = 50;

export const makePracticeTalks = (database: Database): PracticeTalks => ({
  begin: async ({ officer, scenario, seed, entries, at }) =>
    database.withJob('practice', async (handle) => {
      const id = randomUUID();
      const values = {
        id,
        officer: idOf(officer),
        scenario,
        seed,
        entries: toJson(entries),
        begun_at: dateOf(at),
        ended_at: null,
      };
      const row = await handle.insertInto('practice_talk').values(values).returningAll().executeTakeFirstOrThrow();
      await addAudit(handle, {
        actor: `staff:${officer}`,
        action: 'practice-begun',
        object: `practice:${id}`,
        detail: { scenario },
      });
      return talkOf(row);
    }),
  find: async (officer, id) =>
    database.withJob('practice', async (handle) => {
      const row = await handle
        .selectFrom('practice_talk')
        .selectAll()
        .where('id', '=', idOf(id))
        .where('officer', '=', idOf(officer))
        .executeTakeFirst();
      return row ? talkOf(row) : null;
    }),
  list: async (officer) =>
    database.withJob('practice', async (handle) => {
      const rows = await handle
        .selectFrom('practice_talk')
        .selectAll()
        .where('officer', '=', idOf(officer))
        .orderBy('begun_at', 'desc')
        .limit(mostListed)
        .execute();
      return rows.map(talkOf);
    }),
  say: async ({ id, officer, edition, entries }) =>
    database.withJob('practice', async (handle) => {
      const { numUpdatedRows } = await handle
        .updateTable('practice_talk')
        .set({ entries: toJson(entries), edition: edition + 1 })
        .where('id', '=', idOf(id))
        .where('officer', '=', idOf(officer))
        .where('edition', '=', edition)
        .where('ended_at', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    }),
  end: async ({ id, officer, feedback, at }) =>
    database.withJob('practice', async (handle) => {
      const { numUpdatedRows } = await handle
        .updateTable('practice_talk')
        .set({ ended_at: dateOf(at), feedback: toJson(feedback) })
        .where('id', '=', idOf(id))
        .where('officer', '=', idOf(officer))
        .where('ended_at', 'is', null)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) return false;
      await addAudit(handle, { actor: `staff:${officer}`, action: 'practice-ended', object: `practice:${id}` });
      return true;
    }),
});

interface Row {
  readonly id: string;
  readonly officer: string;
  readonly scenario: string;
  readonly seed: string;
  readonly entries: unknown;
  readonly edition: number;
  readonly begun_at: Date;
  readonly ended_at: Date | null;
  readonly feedback: unknown;
}

const talkOf = (row: Row): KeptPractice => ({
  id: row.id,
  officer: row.officer,
  scenario: row.scenario,
  seed: row.seed,
  entries: row.entries,
  edition: row.edition,
  begunAt: row.begun_at,
  endedAt: row.ended_at,
  feedback: row.feedback,
});
