/** A store on a test database of its own, for suites. */

import { openStore } from './open-store.ts';
import type { Store } from './store.ts';
import { openTestDatabase, type TestDatabase } from './test-database.ts';

export { freePort } from './server/free-port.ts';

export interface TestStore {
  readonly store: Store;
  readonly database: TestDatabase;
  /** Closes the store and removes its database. */
  close(): Promise<void>;
}

/** Opens it with all migrations run, as the program does with `DATABASE_URL` and `DATABASE_OWNER_URL`. */
export async function openTestStore(): Promise<TestStore> {
  const database = await openTestDatabase();
  const { databaseUrl, ownerUrl } = database;
  const opened = openStore({ dataFolder: '', databaseUrl, ownerUrl, secretKey: Buffer.alloc(32, 7) });
  const store = await opened.catch(async (error: unknown) => {
    // A connection left open would keep jest from ending, and the reason from being read.
    await database.drop();
    throw error;
  });
  return {
    store,
    database,
    async close() {
      await store.close();
      await database.drop();
    },
  };
}
