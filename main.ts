/** The program: reads the settings, puts the parts together, and opens the doors. `ask` and `chat` open the terminal door. */
import { assemble, type Parts } from './assemble.ts';
import { openLineDossiers, pipeline } from './bot/index.ts';
import { askLines, askOnce, chat } from './channels/index.ts';
import { readConfig, SettingError, secretValues } from './config.ts';
import { KnowledgeFileError } from './knowledge/index.ts';
import type { Command } from './serve/command.ts';
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

/** What works on the store: `ask` and `chat` need no database, so what drives it is loaded only here. */
const commands: ReadonlyMap<string, () => Promise<Command>> = new Map<string, () => Promise<Command>>([
  ['audit', async () => (await import('./serve/audit-command.ts')).auditCommand],
  ['backup', async () => (await import('./serve/backup-command.ts')).backupCommand],
  ['dossiers', async () => (await import('./serve/dossiers-command.ts')).dossiersCommand],
  ['figures', async () => (await import('./serve/figures-command.ts')).figuresCommand],
  ['guesses', async () => (await import('./serve/guesses-command.ts')).guessesCommand],
  ['kiosk', async () => (await import('./serve/kiosk-command.ts')).kioskCommand],
  ['model', async () => (await import('./serve/model-command.ts')).modelCommand],
  ['privacy', async () => (await import('./serve/privacy-command.ts')).privacyCommand],
  ['restore', async () => (await import('./serve/backup-command.ts')).restoreCommand],
  ['samples', async () => (await import('./serve/samples-command.ts')).samplesCommand],
  ['staff', async () => (await import('./serve/staff-command.ts')).staffCommand],
  ['switch', async () => (await import('./serve/switch-command.ts')).switchCommand],
  ['zalo', async () => (await import('./serve/zalo-command.ts')).zaloCommand],
]);

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
  else if (command === undefined) await (await import('./serve/serve.ts')).serve(config, toStderr);
  else {
    const load = commands.get(command);
    if (!load) throw new SettingError(`No command ${command}: ask, chat, ${[...commands.keys()].join(', ')}, or none.`);
    await (await load())(words, config, toStderr);
  }
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  const plain =
    error instanceof KnowledgeFileError || error instanceof SettingError || (error instanceof Error && 'code' in error);
  toStderr(plain && error instanceof Error ? error.message : String(error instanceof Error ? error.stack : error));
  process.exitCode = 1;
}
