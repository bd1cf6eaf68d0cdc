/** `npm run dossiers -- import FILE [SOURCE]`: brings filed cases in from a file. */
import { importDossiers } from '../bot/index.ts';
import { type Config, SettingError } from '../config.ts';
import { openConfiguredStore } from './open-configured-store.ts';

const usage = 'npm run dossiers -- import FILE [SOURCE]: JSON lines, or a .csv with the same names.';

/** Says on `say` what was not taken, and why. @throws {SettingError} that says how to write the command. */
export async function dossiersCommand(
  [verb, file, source = 'file']: readonly string[],
  config: Config,
  say: (text: string) => void,
): Promise<void> {
  if (verb !== 'import' || file === undefined) throw new SettingError(usage);
  const store = await openConfiguredStore(config, say, { join: true });
  try {
    const { remarks, lines, added, changed, left } = await importDossiers(store, file, { source });
    for (const remark of remarks) say(remark);
    say(`${lines} lines: ${added} added, ${changed} changed, ${left} left.`);
  } finally {
    await store.close();
  }
}
