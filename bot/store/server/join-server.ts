/** Finds the PostgreSQL that a running copy of the program keeps on a data folder, for a command beside it. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { StoreStartError } from '../errors.ts';
import { readPidFile } from './clear-leftovers.ts';

/** TCP port and the folder's secret. @throws {@link StoreStartError} while it is only just starting or stopping. */
export function findRunningServer(dataFolder: string): { readonly port: number; readonly secret: string } {
  const home = join(dataFolder, 'postgres');
  const file = join(home, 'password');
  const secret = existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
  const lines = readPidFile(join(home, 'cluster'));
  const port = Number(lines[3]);
  if (secret && Number.isInteger(port) && port > 0 && lines[7]?.trim() === 'ready') return { port, secret };
  throw new StoreStartError(
    'server-did-not-start',
    `A copy of the program holds ${dataFolder}, but its PostgreSQL is not ready. Wait until it has started or ended, then give the command again.`,
  );
}
