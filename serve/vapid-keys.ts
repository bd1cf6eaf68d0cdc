/** The keys that push services know this installation by: made at the first start, or by setting where several copies share one address. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { newVapidKeys, type VapidKeys } from '../channels/index.ts';
import { type Config, SettingError } from '../config.ts';

const schema = z.object({ publicKey: z.string().length(87), privateKey: z.string().length(43) });

/**
 * From the settings, else from `vapid.json` in the data folder (mode 0600). With other keys every phone has to subscribe
 * again.
 *
 * @throws {SettingError} for a file that holds none.
 */
export function vapidKeys(config: Pick<Config, 'dataFolder'>, given: VapidKeys | null): VapidKeys {
  if (given) return given;
  const file = join(config.dataFolder, 'vapid.json');
  if (!existsSync(file)) {
    mkdirSync(config.dataFolder, { recursive: true });
    writeFileSync(file, JSON.stringify(newVapidKeys()), { mode: 0o600, flag: 'wx' });
  }
  const read = schema.safeParse(parseJson(readFileSync(file, 'utf8')));
  if (read.success) return read.data;
  throw new SettingError(
    `${file} holds no keys of web push. Put the right file back from a backup, or remove it: then staff subscribe their phones again.`,
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
