/** A store for one run of a command: its own server in a folder of the temporary files, gone at the end. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { openAsOwner } from './database.ts';
import { type EmbeddedServer, startEmbeddedServer, urlOf } from './embedded-server.ts';
import { openStore } from './open-store.ts';
import { ensureRoles, runtimeRole } from './roles.ts';
import type { Store } from './store.ts';

export interface ThrowAwayStore {
  readonly store: Store;
  readonly secretKey: Buffer;
  /** Forgets every dossier and citizen: as the owner of the tables, which the program itself never is. */
  clear(): Promise<void>;
  /** One statement as the owner of the tables, for benches. */
  query(text: string): Promise<readonly Record<string, unknown>[]>;
  /** Stops the server and removes its folder. */
  close(): Promise<void>;
}

/** Fast rather than safe: nothing in it outlives the run. */
const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };
const database = 'postgres';

/** Takes some seconds: a server is made from nothing. Roles, schema and policies are those of the real store. */
export async function openThrowAwayStore(): Promise<ThrowAwayStore> {
  const folder = mkdtempSync(join(tmpdir(), 'hoi-mot-cua-ask-'));
  const removeFolder = () => rmSync(folder, { recursive: true, force: true });
  const server = await startEmbeddedServer({ dataFolder: folder, settings }).catch((error: unknown) => {
    removeFolder();
    throw error;
  });
  process.once('exit', removeFolder);
  const owner = openAsOwner(server.loginAs('postgres', database));
  const secretKey = randomBytes(32);
  const store = await openOn(server, owner, secretKey);
  return {
    store,
    secretKey,
    clear: async () => void (await sql`truncate dossier, citizen cascade`.execute(owner)),
    query: async (text) => (await sql.raw<Record<string, unknown>>(text).execute(owner)).rows,
    async close() {
      await store.close();
      await owner.destroy();
      await server.stop();
      process.off('exit', removeFolder);
      removeFolder();
    },
  };
}

async function openOn(
  server: EmbeddedServer,
  owner: ReturnType<typeof openAsOwner>,
  secretKey: Buffer,
): Promise<Store> {
  const runtime = server.loginAs(runtimeRole, database);
  await ensureRoles(owner);
  await sql`alter role ${sql.id(runtimeRole)} login password ${sql.lit(runtime.password)}`.execute(owner);
  return openStore({
    dataFolder: '',
    databaseUrl: urlOf(runtime),
    ownerUrl: urlOf(server.loginAs('postgres', database)),
    secretKey,
  });
}
