/** Keeps what calls to a language model cost and said, and the ceilings that every copy of the program shares. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Caught } from '../model/check/wording.ts';
import { type CaughtDraft, dayOf, type ModelLedger, spenderOf } from '../model/model-ledger.ts';
import type { ModelPerson } from '../model/port.ts';
import { cleanText, dateOf, idOf, toJson } from './clean-input.ts';
import type { Database } from './database.ts';
import type { Sealer } from './seal-slots.ts';
import type { Scoped } from './tables.ts';

/** Calls of one purpose with one end. */
export interface ModelFigures {
  readonly purpose: string;
  readonly outcome: string;
  readonly calls: number;
  readonly tokensIn: number;
  readonly tokensOut: number;
  /** Half of the calls took no longer, in ms. */
  readonly medianMs: number;
  /** In đồng; `null` where no price was set. */
  readonly cost: number | null;
}

export interface KeptCaught extends Omit<CaughtDraft, 'person'> {
  readonly id: string;
}

export interface ModelStore extends ModelLedger {
  /** From `from` on, by purpose and outcome. Nothing of what was said. */
  figures(from: Date): Promise<readonly ModelFigures[]>;
  /** Drafts that a check refused, newest first, at most `limit` (100). */
  caughtDrafts(limit?: number): Promise<readonly KeptCaught[]>;
  /** Names of his sign-ins that last; [] for an anonymous one. */
  namesOf(citizenId: string): Promise<readonly string[]>;
}

export function makeModelCalls(database: Database, sealer: Sealer): ModelStore {
  const asJob = <T>(work: (handle: Scoped) => Promise<T>) => database.withJob('model', work);
  return {
    reserve: (wish, ceilings) =>
      asJob(async (handle) => {
        // In one order everywhere: two that wait for each other's row would never end.
        const all = await spend(handle, { day: dayOf(wish.at), spender: 'all', tokens: wish.tokens });
        const own = await spend(handle, { day: dayOf(wish.at), spender: spenderOf(wish), tokens: wish.tokens });
        if (all <= ceilings.all && own <= ceilings.person) return true;
        throw new CeilingReached();
      }).catch((error: unknown) => {
        if (error instanceof CeilingReached) return false;
        throw error;
      }),
    settle: ({ used, ...wish }) =>
      asJob(async (handle) => {
        const [day, tokens] = [dayOf(wish.at), used - wish.tokens];
        await spend(handle, { day, spender: 'all', tokens });
        await spend(handle, { day, spender: spenderOf(wish), tokens });
      }),
    keepCall: ({ person, tokensIn, tokensOut, at, request, reply, ...call }) =>
      asJob(async (handle) => {
        const kept = { ...call, at: dateOf(at), tokens_in: tokensIn, tokens_out: tokensOut };
        const said = { request: cleanText(request), reply: cleanText(reply) };
        const row = { id: randomUUID(), citizen_id: citizenOf(person), asker: person.kind, ...kept, ...said };
        await handle.insertInto('model_call').values(row).execute();
      }),
    keepCaught: ({ person, at, draft, caught, codes, ...rest }) =>
      asJob(async (handle) => {
        const row = { ...rest, at: dateOf(at), draft: cleanText(draft), caught: toJson(caught), codes: [...codes] };
        await handle
          .insertInto('model_caught')
          .values({ id: randomUUID(), citizen_id: citizenOf(person), ...row })
          .execute();
      }),
    figures: (from) => asJob((handle) => figuresSince(handle, from)),
    caughtDrafts: (limit = 100) => asJob((handle) => readCaught(handle, limit)),
    namesOf: (citizenId) =>
      database.withCitizen(citizenId, async (handle) => {
        const rows = await handle
          .selectFrom('session')
          .select(['id', 'name_sealed'])
          .where('ended_at', 'is', null)
          .where('name_sealed', 'is not', null)
          .execute();
        return rows.flatMap(({ id, name_sealed }) => sealer.open(id, name_sealed).name ?? []);
      }),
  };
}

/** Ends the transaction, so that nothing is set aside. */
class CeilingReached extends Error {
  readonly code = 'ceiling-reached';
}

const citizenOf = ({ kind, id }: ModelPerson): string | null => (kind === 'citizen' ? idOf(id) : null);

interface Spending {
  readonly day: string;
  readonly spender: string;
  readonly tokens: number;
}

/** Resolves with what is spent then. */
async function spend(handle: Scoped, row: Spending): Promise<number> {
  const { tokens } = await handle
    .insertInto('model_spend')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['day', 'spender']).doUpdateSet({ tokens: sql`model_spend.tokens + excluded.tokens` }),
    )
    .returning('tokens')
    .executeTakeFirstOrThrow();
  return tokens;
}

const figuresSince = (handle: Scoped, from: Date): Promise<ModelFigures[]> =>
  handle
    .selectFrom('model_call')
    .select(['purpose', 'outcome'])
    .select(({ fn }) => [
      fn.countAll<number>().as('calls'),
      sql<number>`sum(tokens_in)::bigint`.as('tokensIn'),
      sql<number>`sum(tokens_out)::bigint`.as('tokensOut'),
      sql<number>`(percentile_cont(0.5) within group (order by ms))::int`.as('medianMs'),
      sql<number | null>`sum(cost)`.as('cost'),
    ])
    .where('at', '>=', dateOf(from))
    .groupBy(['purpose', 'outcome'])
    .orderBy('purpose')
    .orderBy('outcome')
    .execute();

async function readCaught(handle: Scoped, limit: number): Promise<KeptCaught[]> {
  const rows = await handle
    .selectFrom('model_caught')
    .select(['id', 'at', 'purpose', 'model', 'draft', 'caught', 'codes'])
    .orderBy('at', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ purpose, caught, ...row }) => ({
    ...row,
    purpose: purpose === 'copilot' ? 'copilot' : 'word',
    caught: caught as Caught[],
  }));
}
