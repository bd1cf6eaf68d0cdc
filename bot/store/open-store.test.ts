import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { openAsOwner } from './database.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import { openStore } from './open-store.ts';
import { refuseUnsafeRoles, runtimeRole } from './roles.ts';
import type { AnyHandle } from './tables.ts';
import { openTestDatabase, type TestDatabase } from './test-database.ts';

const secretKey = Buffer.alloc(32, 3);

describe('openStore on a PostgreSQL that somebody else runs', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await openTestDatabase();
  }, 60_000);
  afterAll(() => test?.drop());

  const open = (databaseUrl: string, ownerUrl?: string, log?: (text: string) => void) =>
    openStore({ dataFolder: '', databaseUrl, secretKey, ...(ownerUrl ? { ownerUrl } : {}), ...(log ? { log } : {}) });

  /** A login that exists only while `work` runs; roles belong to the whole server. */
  async function withLogin(rights: string, work: (url: string, name: string) => Promise<void>): Promise<void> {
    const name = `t_login_${randomUUID().slice(0, 8)}`;
    await test.query(`create role ${name} login password 'x' ${rights}`);
    try {
      const url = new URL(test.databaseUrl);
      url.username = name;
      url.password = 'x';
      await work(url.href, name);
    } finally {
      await test.query(`drop owned by ${name} cascade`);
      await test.query(`drop role ${name}`);
    }
  }

  it('names the missing schema and DATABASE_OWNER_URL when the login may not make it', async () => {
    await expect(open(test.databaseUrl)).rejects.toMatchObject({
      code: 'schema-not-current',
      message: expect.stringMatching(/lacks 001-conversations.*Set DATABASE_OWNER_URL/),
    });
  });

  it('lets two copies that start at once bring an empty database up to date', async () => {
    const stores = await Promise.all([1, 2, 3].map(() => open(test.databaseUrl, test.ownerUrl)));
    await Promise.all(stores.map((store) => store.close()));
    expect(await test.query('select name from kysely_migration')).toHaveLength(Object.keys(migrations).length);
  });

  it('runs without the owner once the schema is there', async () => {
    const store = await open(test.databaseUrl);
    const thread = { channel: 'web', externalId: 'a', locale: 'vi' };
    expect(await store.openConversation(thread)).toEqual(await store.openConversation(thread));
    await store.close();
  });

  it('works as the runtime role even when it is given a superuser alone, and says so', async () => {
    const said: string[] = [];
    const store = await open(test.ownerUrl, undefined, (text) => said.push(text));
    const { rows } = await sql`select current_user as who`.execute(store.database.outer);
    expect(rows).toEqual([{ who: runtimeRole }]);
    await expect(store.database.outer.selectFrom('citizen').selectAll().execute()).resolves.toEqual([]);
    const { citizenId } = await store.openConversation({ channel: 'web', externalId: 'b', locale: 'vi' });
    const seen = await store.database.withCitizen(citizenId, (handle) =>
      handle.selectFrom('citizen').select('id').execute(),
    );
    expect(seen).toEqual([{ id: citizenId }]);
    expect(said.join()).toMatch(/Give it a login of its own/);
    await store.close();
  });

  it('works for a login that may become the runtime role', async () => {
    await withLogin('nosuperuser', async (url, name) => {
      await test.query(`grant ${runtimeRole} to ${name}`);
      const store = await open(url);
      expect(await store.findConversation({ channel: 'web', externalId: 'a' })).not.toBeNull();
      await store.close();
    });
  });

  it('refuses a login that may not, and says what to grant', async () => {
    await withLogin('nosuperuser', async (url) => {
      await expect(open(url)).rejects.toMatchObject({
        code: 'unsafe-role',
        message: expect.stringContaining(`grant ${runtimeRole} to`),
      });
    });
  });

  it('lends the runtime role to such a login when the owner is known', async () => {
    await withLogin('nosuperuser', async (url) => {
      const store = await open(url, test.ownerUrl);
      expect(await store.unanswered(new Date())).toEqual([]);
      await store.close();
    });
  });

  it('refuses a store that a newer program wrote', async () => {
    await test.query("insert into kysely_migration values ('999-from-the-future', now()::text)");
    await expect(open(test.databaseUrl, test.ownerUrl)).rejects.toMatchObject({
      code: 'schema-not-current',
      message: expect.stringMatching(/another version of the program.*newer version/),
    });
    await test.query("delete from kysely_migration where name like '999%'");
  });

  it('says which server it could not reach, and nothing of the password', async () => {
    const wrong = new URL(test.databaseUrl);
    wrong.port = '1';
    await expect(open(wrong.href)).rejects.toMatchObject({
      code: 'server-did-not-start',
      message: expect.not.stringContaining(wrong.password),
    });
  });

  /** The change to the role is never committed: other suites work as the same role. */
  const judge = async (change: string): Promise<void> => {
    const owner: AnyHandle = openAsOwner(test.ownerUrl);
    try {
      await migrate(owner);
      await owner.transaction().execute(async (handle) => {
        await sql.raw(change).execute(handle);
        await sql.raw(`set local role ${runtimeRole}`).execute(handle);
        await refuseUnsafeRoles(handle);
        throw new Error('was content');
      });
    } finally {
      await owner.destroy();
    }
  };

  it.each([
    ['select 1', /was content/],
    [`alter role ${runtimeRole} bypassrls`, /app_rt has BYPASSRLS/],
    [`alter role ${runtimeRole} superuser`, /app_rt is a superuser/],
    ['alter role app_job_figures bypassrls', /app_job_figures has BYPASSRLS/],
    [`alter table turn owner to ${runtimeRole}`, /app_rt owns tables/],
    [
      `grant app_job_recovery to ${runtimeRole} with inherit true`,
      /has the rights of app_job_recovery without changing into it/,
    ],
  ])('judges roles: %s', async (change, verdict) => {
    await expect(judge(change)).rejects.toThrow(verdict);
  });
});
