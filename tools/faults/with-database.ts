/** A PostgreSQL of its own behind a line that can be cut: what a province's server and network may do to the program. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DrillDatabase, startPostgres } from '../hand-off-load/start-postgres.ts';
import type { Ask } from './look-for-loss.ts';
import type { DrillSettings } from './settings.ts';
import { type Line, openLine } from './tcp-proxy.ts';

export interface LinedDatabase {
  /** Behind the line. */
  readonly through: NonNullable<DrillSettings['database']>;
  /** Beside the line. */
  readonly direct: DrillDatabase;
  readonly line: Line;
  readonly ask: Ask;
  /** Gone at the end. */
  readonly folder: string;
}

export async function withDatabase<T>(work: (database: LinedDatabase) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'hmc-fault-database-'));
  const direct = await startPostgres(folder);
  const { port } = new URL(direct.databaseUrl);
  const line = await openLine(() => [Number(port)]);
  const through = (address: string) => address.replace(`:${port}/`, `:${line.port}/`);
  const ask = async <Row extends object>(text: string, values?: readonly unknown[]) =>
    (await direct.query(text, values)) as readonly object[] as readonly Row[];
  try {
    return await work({
      through: { databaseUrl: through(direct.databaseUrl), ownerUrl: through(direct.ownerUrl) },
      ...{ direct, line, ask, folder },
    });
  } finally {
    await line.close();
    await direct.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
  }
}
