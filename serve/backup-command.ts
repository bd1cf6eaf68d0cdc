/** `npm run backup -- FILE` and `npm run restore -- FILE [--replace]`: everything of an installation in one sealed file. */
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { backUp, type Installation, restore } from '../bot/store/index.ts';
import { backupKey, type Config, restoreKey, SettingError } from '../config.ts';
import { noteBackup } from './backup-stamp.ts';
import type { Command } from './command.ts';

/** The program may go on working. @throws {SettingError} that says how to write the command or what to set. */
export const backupCommand: Command = async (words, config, say) => {
  const { positionals } = parseArgs({ args: [...words], allowPositionals: true });
  const [file] = positionals;
  if (!file || positionals.length > 1) throw new SettingError('npm run backup -- FILE');
  await backUp(installationOf(config), resolve(file), backupKey(config));
  noteBackup(config.dataFolder, new Date());
  say(`Kept in ${resolve(file)}. Carry it off this machine, and try it once: npm run restore, on another one.`);
  if (process.platform !== 'win32') say('SECRET_KEY, where it was set by hand, is not in it: keep it apart.');
};

/** The program must not be running. @throws {SettingError} that says how to write the command or what to set. */
export const restoreCommand: Command = async (words, config, say) => {
  const options = { replace: { type: 'boolean' } } as const;
  const { positionals, values } = parseArgs({ args: [...words], allowPositionals: true, options });
  const [file] = positionals;
  if (!file || positionals.length > 1) throw new SettingError('npm run restore -- FILE [--replace]');
  const { replace = false } = values;
  const { head, counts, audit, files } = await restore(installationOf(config), resolve(file), {
    key: restoreKey(config),
    replace,
  });
  const rows = Object.values(counts).reduce((sum, count) => sum + count, 0);
  say(`Restored what was kept on ${head.at}: ${rows} rows of ${Object.keys(counts).length} tables, ${files} files.`);
  say(audit ? `The audit log is whole: ${audit.row}:${audit.hash}` : 'The audit log is empty.');
};

/** What belongs to an installation. The index and the cache are made anew. */
const installationOf = (config: Config): Installation => ({
  dataFolder: config.dataFolder,
  ...(config.DATABASE_URL ? { ownerUrl: config.DATABASE_OWNER_URL ?? config.DATABASE_URL } : {}),
  places: {
    'secret.key': join(config.dataFolder, 'secret.key'),
    'vapid.json': join(config.dataFolder, 'vapid.json'),
    documents: join(config.dataFolder, 'documents'),
    imported: config.importedFolder,
    editorial: config.editorialFolder,
    local: config.localFolder,
    'unit.yaml': config.unitFile,
  },
});
