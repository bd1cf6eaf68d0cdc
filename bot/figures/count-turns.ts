/** Adds the counted days up: one pass over the table for all parts of a period, so that parts and whole agree. */
import { sql } from 'kysely';
import type { ChannelName } from '../message.ts';
import type { Scoped } from '../store/tables.ts';
import { type End, type Outcome, outcomeOf, outcomes, type TurnFigures, type UnitFigures } from './figures.ts';
import { chosen, type FiguresFilter, unitIn } from './figures-filter.ts';
import { type IsoWeek, weekOf } from './iso-week.ts';

interface Cell {
  readonly part: 'status' | 'channel' | 'code' | 'unit';
  readonly key: string;
  readonly status: End;
  readonly turns: number;
  readonly begun: number;
  readonly up: number;
  readonly down: number;
}

/** How procedures and communes are called; `null` for a code that is not known any more. */
export interface Names {
  procedure(code: string): { readonly title: string; readonly field: string } | null;
  unit(code: string): string | null;
}

export async function countTurns(handle: Scoped, filter: FiguresFilter, names: Names): Promise<TurnFigures> {
  const { rows } = await sql<Cell>`
    with chosen as (
      select ${unitIn(filter)} as commune, channel, status, code, turns, begun, up, down
      from figure_turn where ${chosen(filter)}
    )
    select case when grouping(channel) = 0 then 'channel' when grouping(code) = 0 then 'code'
        when grouping(commune) = 0 then 'unit' else 'status' end as part,
      coalesce(channel, code, commune, '') as key, status, sum(turns)::int as turns, sum(begun)::int as begun,
      sum(up)::int as up, sum(down)::int as down
    from chosen group by grouping sets ((status), (channel, status), (code, status), (commune, status))`.execute(
    handle,
  );
  const parts = Map.groupBy(rows, ({ part }) => part);
  const total = parts.get('status') ?? [];
  const codes = questionsBy(parts.get('code') ?? []);
  return {
    turns: sum(total, ({ turns }) => turns),
    questions: sum(total, questionsOf),
    begun: sum(total, ({ begun }) => begun),
    byEnd: Object.fromEntries(total.map(({ status, turns }) => [status, turns])),
    byOutcome: outcomesOf(total),
    byChannel: Object.fromEntries(questionsBy(parts.get('channel') ?? [])) as Partial<Record<ChannelName, number>>,
    byField: fieldsOf(codes, names),
    procedures: proceduresOf(codes, names),
    byUnit: unitsOf(parts.get('unit') ?? [], names),
    up: sum(total, ({ up }) => up),
    down: sum(total, ({ down }) => down),
  };
}

export interface CountedWeek {
  readonly week: IsoWeek;
  readonly questions: number;
  readonly answered: number;
}

/** Week by week; those without a message are missing. */
export async function countWeeks(handle: Scoped, filter: FiguresFilter): Promise<readonly CountedWeek[]> {
  const { rows } = await sql<{ day: string; status: End; turns: number }>`
    select day::text, status, turns::int from (
      select day, status, sum(turns) as turns from figure_turn where ${chosen(filter)} group by day, status
    ) counted`.execute(handle);
  return [...Map.groupBy(rows, ({ day }) => weekOf(day))].map(([week, cells]) => ({
    week,
    questions: sum(cells, questionsOf),
    answered: sum(cells, answeredOf),
  }));
}

type Counted = Pick<Cell, 'status' | 'turns'>;
const questionsOf = ({ status, turns }: Counted): number => (outcomeOf[status] === null ? 0 : turns);
const answeredOf = ({ status, turns }: Counted): number => (outcomeOf[status] === 'answered' ? turns : 0);

const sum = <Row>(rows: readonly Row[], of: (row: Row) => number): number =>
  rows.reduce((total, row) => total + of(row), 0);

/** Keys without a question are left out. */
const questionsBy = (cells: readonly Cell[]): (readonly [string, number])[] =>
  [...Map.groupBy(cells, ({ key }) => key)]
    .map(([key, group]) => [key, sum(group, questionsOf)] as const)
    .filter(([, questions]) => questions > 0);

function outcomesOf(cells: readonly Cell[]): Readonly<Record<Outcome, number>> {
  const of = (outcome: Outcome) => sum(cells, ({ status, turns }) => (outcomeOf[status] === outcome ? turns : 0));
  return Object.fromEntries(outcomes.map((outcome) => [outcome, of(outcome)])) as Record<Outcome, number>;
}

function fieldsOf(codes: readonly (readonly [string, number])[], names: Names): TurnFigures['byField'] {
  const fields = Map.groupBy(codes, ([code]) => (code === '' ? null : (names.procedure(code)?.field ?? null)));
  return [...fields]
    .map(([field, group]) => ({ field, questions: sum(group, ([, questions]) => questions) }))
    .toSorted((a, b) => Number(a.field === null) - Number(b.field === null) || b.questions - a.questions);
}

const shownProcedures = 10;

const proceduresOf = (codes: readonly (readonly [string, number])[], names: Names): TurnFigures['procedures'] =>
  codes
    .flatMap(([code, questions]) => {
      const named = code === '' ? null : names.procedure(code);
      return named ? [{ code, title: named.title, questions }] : [];
    })
    .toSorted((a, b) => b.questions - a.questions || a.code.localeCompare(b.code))
    .slice(0, shownProcedures);

const unitsOf = (cells: readonly Cell[], names: Names): readonly UnitFigures[] =>
  [...Map.groupBy(cells, ({ key }) => key)]
    .map(([key, group]) => ({
      unit: key === '' ? null : key,
      name: key === '' ? 'Chưa rõ xã, phường' : (names.unit(key) ?? key),
      questions: sum(group, questionsOf),
      answered: sum(group, answeredOf),
    }))
    .filter(({ questions }) => questions > 0)
    .toSorted((a, b) => b.questions - a.questions || a.name.localeCompare(b.name, 'vi'));
