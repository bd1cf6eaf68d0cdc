/** Below all doors: any column of any table, read, changed and deleted as any citizen and any officer. */
import { sql } from 'kysely';
import type { Told } from '../call.ts';
import { type Case, type Kind, noWords } from '../case.ts';
import { pick, type Random } from '../dice.ts';
import type { Program } from '../open-program.ts';
import { seesHandOff } from '../staff-oracle.ts';
import { type Member, noUnit, receptionDesk, type World } from '../world.ts';

export interface Column {
  readonly table: string;
  readonly column: string;
}

/** All there are: a table that a later migration adds is tried by itself. */
export async function columnsOf({ database }: Program): Promise<readonly Column[]> {
  const rows = await database.query(
    `select table_name, column_name from information_schema.columns where table_schema = 'public' order by 1, 2`,
  );
  return rows.map(({ table_name, column_name }) => ({ table: String(table_name), column: String(column_name) }));
}

const ways = {
  read: ({ table, column }: Column) => sql`select ${sql.ref(column)}::text as found from ${sql.table(table)}`,
  change: ({ table, column }: Column) =>
    sql`update ${sql.table(table)} set ${sql.ref(column)} = ${sql.ref(column)} returning ${sql.ref(column)}::text as found`,
  delete: ({ table, column }: Column) =>
    sql`delete from ${sql.table(table)} returning ${sql.ref(column)}::text as found`,
  // An error would carry the value of the row that it meets.
  provoke: ({ table, column }: Column) =>
    sql`select (${sql.ref(column)}::text || 'x')::int as found from ${sql.table(table)}`,
} as const;
type Way = keyof typeof ways;

/** Taken back at the end, whatever it did. */
class TakenBack extends Error {}

type Enter = (work: (handle: never) => Promise<void>) => Promise<void>;

async function attempt(enter: Enter, way: Way, column: Column): Promise<Told> {
  let text = '';
  let status = 200;
  try {
    await enter(async (handle) => {
      const { rows } = await ways[way](column).execute(handle);
      text = JSON.stringify(rows);
      throw new TakenBack();
    });
  } catch (error) {
    if (!(error instanceof TakenBack)) {
      status = 403;
      text = String(error);
    }
  }
  return { status, headers: {}, text, json: null };
}

const wayOf = (random: Random): Way => pick(random, ['read', 'read', 'read', 'change', 'delete', 'provoke'] as const);

export function storeDoor(columns: readonly Column[]): readonly Kind[] {
  return [
    {
      door: 'store',
      name: 'as a citizen',
      weight: 8,
      throw(world, random): Case {
        // Whoever was erased has no sign-in: no door leads to what a source still tells of him.
        const person = pick(
          random,
          world.people.filter(({ sessions }) => sessions.length > 0),
        );
        const column = pick(random, columns);
        const way = wayOf(random);
        return {
          what: `${way} ${column.table}.${column.column} as ${person.name}`,
          may: null,
          harmless: true,
          words: person.secrets,
          run: ({ program }) =>
            attempt((work) => program.running.store.database.withCitizen(person.citizenId, work as never), way, column),
        };
      },
    },
    {
      door: 'store',
      name: 'as an officer',
      weight: 8,
      throw(world, random): Case {
        const member = pick(random, world.staff);
        const column = pick(random, columns);
        const way = wayOf(random);
        const { id, role, unit, desk } = member;
        const officer = { id, role, unit, desk: desk === null ? null : 'tiep-cong-dan' };
        const words = new Set(wordsInStore(world, member));
        return {
          what: `${way} ${column.table}.${column.column} as ${role} of ${unit}${desk ? ' at reception' : ''}`,
          may: null,
          harmless: true,
          words,
          async run({ program }) {
            const { database } = program.running.store;
            const told = await attempt((work) => database.withOfficer(officer, work as never), way, column);
            if (told.text.includes('zq')) for (const word of await handedSince(program, member)) words.add(word);
            return told;
          },
        };
      },
    },
  ];
}

/** What citizens said in talks that cases of this run handed over: to his unit and desk, as any other. */
async function handedSince({ database }: Program, member: Member): Promise<readonly string[]> {
  const rows = await database.query(
    `select h.id, h.unit, h.desk, string_agg(t.asked_masked || coalesce(t.answer::text, ''), ' ') as said
     from hand_off h join turn t on t.conversation_id = h.conversation_id group by h.id, h.unit, h.desk`,
  );
  const asOfficer = { ...member, role: 'officer' } as const;
  return rows
    .map(({ id, unit, desk, said }) => ({
      ...{ id: String(id), contact: null, unit: unit === null ? noUnit : String(unit) },
      ...{ desk: desk === null ? null : receptionDesk, secrets: new Set(String(said).match(/zq[a-z]{10}/g) ?? []) },
    }))
    .filter((one) => seesHandOff(asOfficer, one))
    .flatMap(({ secrets }) => [...secrets]);
}

/** Rows are decided by the unit; what his role may of them is decided at the doors. */
function wordsInStore(world: World, member: Member): ReadonlySet<string> {
  const asOfficer = { ...member, role: 'officer' } as const;
  const talks = world.handOffs.filter((one) => seesHandOff(asOfficer, one)).flatMap(({ secrets }) => [...secrets]);
  const cases = world.dossiers.filter(({ unit }) => unit === member.unit).map(({ secret }) => secret);
  return talks.length + cases.length === 0 ? noWords : new Set([...talks, ...cases]);
}
