/** Keeps the weekly samples of answers and what editors think of them. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { addAudit } from './audit.ts';
import { cleanText, dateOf, idOf } from './clean-input.ts';
import type { Database } from './database.ts';
import type { Scoped } from './tables.ts';

/** An answer that may be drawn. */
export interface AnsweredTurn {
  readonly turnId: string;
  readonly status: string;
  /** Procedure it was about first; `null`: none. */
  readonly code: string | null;
  readonly channel: string;
  readonly at: Date;
}

export interface DrawnItem {
  readonly turnId: string;
  readonly status: string;
  readonly field: string;
  readonly stratum: string;
  readonly inStratum: number;
  readonly askedOn: string;
  readonly channel: string;
}

export interface SampleItem extends DrawnItem {
  readonly id: string;
  readonly week: string;
  readonly position: number;
  /** Masked question and stored answer; `null` when the talk was erased or is past its time. */
  readonly said: { readonly asked: string; readonly answer: unknown } | null;
  readonly marks: readonly SampleMark[];
}

export interface SampleMark {
  readonly editor: { readonly id: string; readonly name: string };
  readonly verdict: 'right' | 'incomplete' | 'wrong';
  /** Wrong so that somebody acting on it is harmed: money, time, a right. */
  readonly harmful: boolean;
  readonly why: string;
  readonly at: Date;
}

export interface Samples {
  /** Answers from one moment up to, not with, another. */
  population(from: Date, until: Date): Promise<readonly AnsweredTurn[]>;
  /** Keeps a week's draw; `false` when it was drawn before, then nothing changes. */
  keep(week: string, items: readonly DrawnItem[], at: Date): Promise<boolean>;
  /** Mondays, newest first. */
  weeks(): Promise<readonly string[]>;
  /** In the order drawn. */
  items(weeks: readonly string[]): Promise<readonly SampleItem[]>;
  /** A second opinion of the same editor replaces the first. `false`: there is no such item. */
  mark(itemId: string, mark: SampleMark): Promise<boolean>;
}

const mostAnswers = 100_000;

export const makeSamples = (database: Database): Samples => ({
  population: async (from, until) => {
    const { rows } = await database.withJob('samples', (handle) =>
      sql<AnsweredTurn>`
        select id as "turnId", status, answer -> 'answer' -> 'codes' ->> 0 as code, channel, asked_at as at from turn
        where asked_at >= ${dateOf(from)} and asked_at < ${dateOf(until)} and answer is not null
        order by asked_at, id limit ${mostAnswers}`.execute(handle),
    );
    return rows;
  },
  keep: async (week, items, at) =>
    database.withJob('samples', async (handle) => {
      await sql`select pg_advisory_xact_lock(hashtext('sample'))`.execute(handle);
      if ((await drawnWeeks(handle)).includes(week)) return false;
      if (items.length === 0) return true;
      await handle
        .insertInto('sample_item')
        .values(
          items.map((item, position) => ({
            id: randomUUID(),
            week,
            turn_id: item.turnId,
            position,
            status: item.status,
            field: item.field,
            stratum: item.stratum,
            in_stratum: item.inStratum,
            asked_on: item.askedOn,
            channel: item.channel,
            drawn_at: dateOf(at),
          })),
        )
        .execute();
      const detail = { items: items.length };
      await addAudit(handle, { actor: 'job:samples', action: 'sample-drawn', object: `sample:${week}`, detail });
      return true;
    }),
  weeks: async () => database.withJob('samples', drawnWeeks),
  items: async (weeks) => database.withJob('samples', (handle) => readItems(handle, weeks)),
  mark: async (itemId, mark) =>
    database.withJob('samples', async (handle) => {
      const id = idOf(itemId);
      const known = await handle.selectFrom('sample_item').select('id').where('id', '=', id).executeTakeFirst();
      if (!known) return false;
      const { verdict, harmful } = mark;
      const given = { verdict, harmful, why: cleanText(mark.why), marked_at: dateOf(mark.at) };
      const editor = { editor: idOf(mark.editor.id), editor_name: cleanText(mark.editor.name) };
      await handle
        .insertInto('sample_mark')
        .values({ item_id: id, ...editor, ...given })
        .onConflict((conflict) => conflict.columns(['item_id', 'editor']).doUpdateSet(given))
        .execute();
      const actor = `staff:${mark.editor.id}`;
      await addAudit(handle, {
        actor,
        action: 'sample-marked',
        object: `sample-item:${id}`,
        detail: { verdict, harmful },
      });
      return true;
    }),
});

async function drawnWeeks(handle: Scoped): Promise<readonly string[]> {
  const rows = await handle.selectFrom('sample_item').select('week').distinct().orderBy('week', 'desc').execute();
  return rows.map(({ week }) => week);
}

async function readItems(handle: Scoped, weeks: readonly string[]): Promise<readonly SampleItem[]> {
  if (weeks.length === 0) return [];
  const rows = await handle
    .selectFrom('sample_item')
    .leftJoin('turn', 'turn.id', 'sample_item.turn_id')
    .select(['sample_item.id', 'week', 'turn_id as turnId', 'position', 'sample_item.status', 'field', 'stratum'])
    .select(['in_stratum as inStratum', 'asked_on as askedOn', 'sample_item.channel'])
    .select(['turn.asked_masked as asked', 'turn.answer as answer'])
    .where('week', 'in', weeks)
    .orderBy('week', 'desc')
    .orderBy('position')
    .execute();
  const ids = rows.map(({ id }) => id);
  const marks = ids.length
    ? await handle.selectFrom('sample_mark').selectAll().where('item_id', 'in', ids).orderBy('marked_at').execute()
    : [];
  const byItem = Map.groupBy(marks, (mark) => mark.item_id);
  return rows.map(({ asked, answer, ...item }) => ({
    ...item,
    said: asked === null ? null : { asked, answer },
    marks: (byItem.get(item.id) ?? []).map((mark) => ({
      editor: { id: mark.editor, name: mark.editor_name },
      verdict: mark.verdict,
      harmful: mark.harmful,
      why: mark.why,
      at: mark.marked_at,
    })),
  }));
}
