/** The key that seals identity numbers. */
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Secrets } from './secrets.ts';
import { SettingError } from './setting-error.ts';

const keyBytes = 32;

/** 32 bytes: from SECRET_KEY, else from a file made at the first start (mode 0600). @throws {SettingError} for a file cut short. */
export function secretKeyOf({ dataFolder }: { readonly dataFolder: string }, { SECRET_KEY }: Secrets): Buffer {
  if (SECRET_KEY) return createHash('sha256').update(SECRET_KEY).digest();
  const file = join(dataFolder, 'secret.key');
  if (!existsSync(file)) {
    mkdirSync(dataFolder, { recursive: true });
    writeFileSync(file, randomBytes(keyBytes).toString('base64'), { mode: 0o600, flag: 'wx' });
  }
  const key = Buffer.from(readFileSync(file, 'utf8'), 'base64');
  if (key.length === keyBytes) return key;
  throw new SettingError(
    `${file} holds ${key.length} bytes instead of ${keyBytes}. Put the right one back from a backup: without it, what was sealed stays sealed.`,
  );
}
