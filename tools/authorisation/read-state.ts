/** All rows of all tables as one hash a table: what was refused must not change any. */
import type { Program } from './open-program.ts';

/**
 * Tables that a refusal may write to, with why: tries are counted, looks are written down, a session lasts on, a parcel
 * of an earlier case leaves meanwhile.
 */
export const mayChange: Readonly<Record<string, string>> = {
  try_count: 'a wrong try is counted',
  staff_try: 'a wrong try is counted',
  audit: 'a look that found nothing is written down',
};

/** Columns that say when somebody was last there. */
const clocks = ['seen_at', 'last_seen', 'touched_at', 'polled_at', 'active_at'];

export type State = ReadonlyMap<string, string>;

export async function openState({ database }: Program): Promise<() => Promise<State>> {
  const tables = await database.query(
    `select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition order by 1`,
  );
  const parts = tables
    .map(({ name }) => String(name))
    .filter((name) => !(name in mayChange))
    .map(
      (name) =>
        `select '${name}' as name, md5(coalesce(string_agg(md5((to_jsonb(t) - '{${clocks.join(',')}}'::text[])::text), '' order by md5((to_jsonb(t) - '{${clocks.join(',')}}'::text[])::text)), '')) as hash from "${name}" t`,
    );
  const query = parts.join(' union all ');
  return async () => new Map((await database.query(query)).map(({ name, hash }) => [String(name), String(hash)]));
}

export const changedTables = (before: State, after: State): readonly string[] =>
  [...after].filter(([name, hash]) => before.get(name) !== hash).map(([name]) => name);
