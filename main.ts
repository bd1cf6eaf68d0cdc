/** The program: reads the settings, puts the parts together, and opens the doors. `ask` and `chat` open the terminal door. */
import { assemble, type Parts } from './assemble.ts';
import { openLineDossiers, pipeline } from './bot/index.ts';
import { askLines, askOnce, chat } from './channels/index.ts';
import { readConfig, SettingError, secretValues } from './config.ts';
import { KnowledgeFileError } from './knowledge/index.ts';
import { hideSecrets } from './serve/hide-secrets.ts';
import { sayCrashes } from './serve/say-crash.ts';

/** Secrets are in none of it: not even when the file of one cannot be read. */
function toStderr(text: string): void {
  process.stderr.write(`${hideSecrets(knownSecrets())(text)}\n`);
}

function knownSecrets(): readonly string[] {
  try {
    return secretValues();
  } catch {
    return [];
  }
}

sayCrashes(toStderr, secretValues);

async function ask(words: readonly string[], parts: Parts): Promise<void> {
  if (words[0] === '--jsonl') await askEveryLine(parts);
  else if (words.length > 0) await askOnce(words.join(' '), process.stdout, parts);
  else toStderr('npm run ask -- "câu hỏi", or: npm run -s ask -- --jsonl < questions.jsonl');
}

/** A line that brings dossiers opens a store for the run; lines without any need none, and load no driver. */
async function askEveryLine(parts: Parts): Promise<void> {
  const dossiers = openLineDossiers(async () => (await import('./bot/store/index.ts')).openThrowAwayStore());
  try {
    const steps = pipeline({ ...parts.tools, dossiers });
    await askLines(process.stdin, process.stdout, { ...parts, steps, dossiers });
  } finally {
    await dossiers.close();
  }
}

async function main([command, ...words]: readonly string[]): Promise<void> {
  const config = readConfig();
  const open = async () => {
    const { openModelAlone } = await import('./serve/open-model.ts');
    const model = await openModelAlone(config, (error) => toStderr(String(error)));
    return assemble(config, { onProgress: toStderr, connected: { model } });
  };
  if (command === 'ask') await ask(words, await open());
  else if (command === 'chat') await chat(process.stdin, process.stdout, await open());
  // What a running server has done aside: cache and index of the knowledge as it is now, and nothing else.
  else if (command === 'prepare') await open();
  // What an editor drafted, tried aside on the knowledge as it is now.
  else if (command === 'try-addition') await (await import('./serve/try-addition.ts')).tryAdditionCommand(config);
  // `ask` and `chat` need no database: what drives it is loaded only here.
  else if (command === 'privacy') await (await import('./serve/privacy-command.ts')).privacyCommand(words, config);
  else if (command === 'zalo') await (await import('./serve/zalo-command.ts')).zaloCommand(words, config);
  else if (command === 'dossiers')
    await (await import('./serve/dossiers-command.ts')).dossiersCommand(words, config, toStderr);
  else if (command === 'samples') await (await import('./serve/samples-command.ts')).samplesCommand(words, config);
  else if (command === 'guesses') await (await import('./serve/guesses-command.ts')).guessesCommand(config, toStderr);
  else if (command === 'figures')
    await (await import('./serve/figures-command.ts')).figuresCommand(words, config, toStderr);
  else if (command === 'switch')
    await (await import('./serve/switch-command.ts')).switchCommand(words, config, toStderr);
  else if (command === 'kiosk') await (await import('./serve/kiosk-command.ts')).kioskCommand(words, config, toStderr);
  else if (command === 'model') await (await import('./serve/model-command.ts')).modelCommand(words, config, toStderr);
  else if (command === 'staff') await (await import('./serve/staff-command.ts')).staffCommand(words, config, toStderr);
  else if (command === 'audit') await (await import('./serve/audit-command.ts')).auditCommand(words, config, toStderr);
  else if (command === 'backup')
    await (await import('./serve/backup-command.ts')).backupCommand(words, config, toStderr);
  else if (command === 'restore')
    await (await import('./serve/backup-command.ts')).restoreCommand(words, config, toStderr);
  else if (command === undefined) await (await import('./serve/serve.ts')).serve(config, toStderr);
  else
    throw new SettingError(
      `No command ${command}: ask, audit, backup, chat, dossiers, figures, guesses, kiosk, model, privacy, restore, samples, staff, switch, zalo, or none to serve.`,
    );
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  const plain =
    error instanceof KnowledgeFileError || error instanceof SettingError || (error instanceof Error && 'code' in error);
  toStderr(plain && error instanceof Error ? error.message : String(error instanceof Error ? error.stack : error));
  process.exitCode = 1;
}
