/** `npm run dossiers -- import FILE [SOURCE]`: brings filed cases in from a file. */
import { importDossiers } from '../bot/index.ts';
import { SettingError } from '../config.ts';
import { type Command, withStore } from './command.ts';

const usage = 'npm run dossiers -- import FILE [SOURCE]: JSON lines, or a .csv with the same names.';

/** Says on `say` what was not taken, and why. @throws {SettingError} that says how to write the command. */
export const dossiersCommand: Command = async ([verb, file, source = 'file'], config, say) => {
  if (verb !== 'import' || file === undefined) throw new SettingError(usage);
  await withStore(config, say, async (store) => {
    const { remarks, lines, added, changed, left } = await importDossiers(store, file, { source });
    for (const remark of remarks) say(remark);
    say(`${lines} lines: ${added} added, ${changed} changed, ${left} left.`);
  });
};
