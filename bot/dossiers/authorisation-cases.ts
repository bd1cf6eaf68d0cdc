/** Random attempts to see a dossier, and who may: citizens, officers, jobs, channels and rungs against the real store. */
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { sql } from 'kysely';
import { rungs } from '../identity/rights.ts';
import { channelNames } from '../message.ts';
import type { Officer } from '../store/database.ts';
import { bindPerson, personKeyOf } from '../store/persons.ts';
import type { Store } from '../store/store.ts';
import { viewAsOfficer } from './officer-view.ts';
import { createDossierDesk } from './read-dossiers.ts';

/** An, his daughter Bình, a stranger with dossiers, and one who never signed in. */
export const citizens = ['an', 'binh', 'stranger', 'anonymous'] as const;
type Citizen = (typeof citizens)[number];
const units = ['00001', '00002'] as const;
const persons = { an: '010190000031', binh: '010190000032', stranger: '010190000033' } as const;

/** Who may see each, and where it is. Every other one must not. */
const dossiers = [
  { code: 'H10.01-261101-0001', unit: '00001', seenBy: ['an'], roles: { applicant: 'an' } },
  { code: 'H10.01-261101-0002', unit: '00001', seenBy: ['binh', 'an'], roles: { applicant: 'binh', filer: 'an' } },
  { code: 'H10.02-261101-0003', unit: '00002', seenBy: ['binh'], roles: { applicant: 'binh' } },
  {
    code: 'H10.02-261101-0004',
    unit: '00002',
    seenBy: ['an', 'stranger'],
    roles: { applicant: 'an', authorised: 'stranger' },
  },
  { code: 'H10.02-261101-0005', unit: '00002', seenBy: ['stranger'], roles: { applicant: 'stranger' } },
] as const;

export interface World {
  readonly store: Store;
  readonly ids: Readonly<Record<Citizen, string>>;
}

/** @param secretKey that of the store. @param query one statement as the owner of the tables. */
export async function fillWorld(
  store: Store,
  secretKey: Buffer,
  query: (text: string) => Promise<unknown>,
): Promise<World> {
  const list = dossiers.map(({ code, unit, roles }) => {
    const person = (role: string) => {
      const name = (roles as Readonly<Record<string, keyof typeof persons>>)[role];
      return name ? { name: `Họ tên ${name}`, identityNumber: persons[name], phone: '0900000031' } : null;
    };
    const authorised = person('authorised');
    return {
      code,
      unit,
      status: 'in-process',
      desk: `bàn của ${code}`,
      applicant: person('applicant'),
      filedBy: person('filer'),
      onBehalf: authorised ? [{ role: 'authorised', ...authorised }] : [],
      updatedAt: '2026-11-02T08:00:00+07:00',
    };
  });
  await store.dossiers.keep(list, { source: 'test', now: new Date('2026-11-20T00:00:00Z') });
  const ids = { an: randomUUID(), binh: randomUUID(), stranger: randomUUID(), anonymous: randomUUID() };
  for (const [name, id] of Object.entries(ids)) {
    await store.database.withCitizen(id, (handle) =>
      handle.insertInto('citizen').values({ id, created_at: new Date() }).execute(),
    );
    const number = (persons as Readonly<Record<string, string>>)[name];
    if (number) await bindPerson(store.database, { citizenId: id, personKey: personKeyOf(secretKey, number) });
  }
  const prove = (code: string, lasts: string) =>
    query(`insert into dossier_proof select '${ids.anonymous}', id, 'second-factor', now(), now() + interval '${lasts}'
      from dossier where code = '${code}'`);
  // The anonymous one proved one of An's by a second factor; his proof of another has run out.
  await prove('H10.01-261101-0001', '1 hour');
  await prove('H10.02-261101-0003', '-1 minute');
  return { store, ids };
}

export const attempts = fc.record({
  citizen: fc.constantFrom(...citizens),
  rung: fc.constantFrom(...rungs),
  channel: fc.constantFrom(...channelNames),
  unit: fc.constantFrom(...units, '99999', ''),
  role: fc.constantFrom('officer' as const, 'supervisor' as const, 'editor' as const, 'admin' as const),
  target: fc.constantFrom(...dossiers.map(({ code }) => code)),
  way: fc.constantFrom(
    'desk',
    'all',
    'by code',
    'by id',
    'persons',
    'proofs',
    'text search',
    'count',
    'error',
    'officer',
    'officer all',
    'officer persons',
    'job',
    'write',
  ),
});
type Attempt = Parameters<Parameters<typeof attempts.map>[0]>[0];

const seenBy = (citizen: Citizen): readonly string[] =>
  citizen === 'anonymous'
    ? ['H10.01-261101-0001']
    : dossiers.filter(({ seenBy: own }) => (own as readonly string[]).includes(citizen)).map(({ code }) => code);
const ofUnit = (unit: string): readonly string[] => dossiers.filter((one) => one.unit === unit).map(({ code }) => code);

/** What the attempt saw that it must not; [] when nothing leaked. */
export async function leaksOf({ store, ids }: World, attempt: Attempt): Promise<readonly string[]> {
  const { citizen, way, unit } = attempt;
  const allowed = way.startsWith('officer') ? ofUnit(unit) : way === 'job' ? [] : seenBy(citizen);
  const seen = await look(store, ids[citizen], attempt).catch((error: unknown) => [`error ${String(error)}`]);
  const text = JSON.stringify(seen);
  return dossiers.map(({ code }) => code).filter((code) => text.includes(code) && !allowed.includes(code));
}

/** Every way somebody may try; gives back all that he got to see, words of errors included. */
async function look(store: Store, citizenId: string, attempt: Attempt): Promise<unknown> {
  const { way, rung, unit, role, target } = attempt;
  const officer: Officer = { id: randomUUID(), role, unit };
  const asCitizen = (statement: ReturnType<typeof sql>) =>
    store.database.withCitizen(citizenId, async (handle) => (await statement.execute(handle)).rows);
  switch (way) {
    case 'desk':
      return createDossierDesk({ database: store.database }).read({ citizenId, rung });
    case 'all':
      return asCitizen(sql`select code, details from dossier`);
    case 'by code':
      return asCitizen(
        sql`select code, details from dossier where code = ${target} or code_digits = ${target.replace(/\D/g, '')}`,
      );
    case 'by id':
      return asCitizen(
        sql`select d.code from dossier d where d.id in (select dossier_id from dossier_person) or d.id in (select dossier_id from dossier_proof)`,
      );
    case 'persons':
      return asCitizen(sql`select d.code from dossier_person p join dossier d on d.id = p.dossier_id`);
    case 'proofs':
      return asCitizen(sql`select d.code from dossier_proof p join dossier d on d.id = p.dossier_id`);
    case 'text search':
      return asCitizen(sql`select code from dossier where details::text ilike ${`%${target}%`}`);
    case 'count':
      return asCitizen(sql`select string_agg(code, ' ') as codes from dossier`);
    case 'error':
      // An error that would carry the value of a row that is not his.
      return asCitizen(sql`select (code || details::text)::int from dossier where code = ${target}`);
    case 'officer':
      return viewAsOfficer(store.database, officer, { code: target, reason: 'kiểm tra' });
    case 'officer all':
      return store.database.withOfficer(
        officer,
        async (handle) => (await sql`select code, details from dossier`.execute(handle)).rows,
      );
    case 'officer persons':
      return store.database.withOfficer(
        officer,
        async (handle) =>
          (await sql`select d.code from dossier_person p join dossier d on d.id = p.dossier_id`.execute(handle)).rows,
      );
    case 'job':
      return store.database.withJob(
        'figures',
        async (handle) => (await sql`select code from dossier`.execute(handle)).rows,
      );
    case 'write':
      return asCitizen(sql`update dossier set status = 'ready' where code = ${target} returning code`);
  }
}

/** To these rungs the desk shows nothing at all. */
export const blindRungs: readonly string[] = ['anonymous', 'code-only'];
