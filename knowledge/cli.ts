/** `npm run knowledge -- COMMAND`: checks, counts, drafts, exports, imports, local files, documents. Without a command it lists them. */
import { userInfo } from 'node:os';
import { readConfig, SettingError } from '../config.ts';
import { draftCommand } from './commands/draft-command.ts';
import { exportCommand } from './commands/export-command.ts';
import { lintCommand } from './commands/lint-command.ts';
import { plainSentence } from './commands/plain-errors.ts';
import { statsCommand } from './commands/stats-command.ts';
import type { Surroundings } from './commands/surroundings.ts';
import { dayInVietnam } from './day.ts';
import { documentCommand, documentUsage } from './documents/index.ts';
import type { CommandPlace } from './import/command.ts';
import { approveCommand, rejectCommand } from './import/decide-command.ts';
import { diffCommand } from './import/diff-command.ts';
import { importCommand } from './import/import-command.ts';
import { diffLocal, setUp } from './local/local-commands.ts';

const folder = import.meta.dirname;
const say = (text: string) => void process.stdout.write(`${text}\n`);

function surroundings(): Surroundings {
  const { importedFolder, localFolder } = readConfig();
  return { folder, importedFolder, localFolder, today: dayInVietnam(new Date()), say };
}

const importing = (): CommandPlace => ({
  folder: readConfig().importedFolder,
  knowledgeFolder: folder,
  user: userInfo().username,
  now: () => new Date(),
  say,
  tell: (text) => void process.stderr.write(`${text}\n`),
});

const [command, ...rest] = process.argv.slice(2);
const local = () => ({ ...surroundings(), options: rest, input: process.stdin });
const commands: Readonly<Record<string, () => number | Promise<number>>> = {
  lint: () => lintCommand(rest, surroundings()),
  stats: () => statsCommand(rest, surroundings()),
  export: () => exportCommand(rest, surroundings()),
  draft: () => draftCommand(rest, surroundings()),
  setup: () => setUp(local()),
  import: () => importCommand(rest, importing()),
  approve: () => approveCommand(rest, importing()),
  reject: () => rejectCommand(rest, importing()),
  diff: () => (rest.includes('--local') ? diffLocal(local()) : diffCommand(rest, importing())),
  document: () => documentCommand(rest, { say, now: new Date(), dataFolder: readConfig().dataFolder }),
};
const usage = `knowledge lint [CODE…] | stats [--json] [--counts] [--by field|commune] | export --json | draft CODE
  import FILE… | import --list | import --rollback [NUMBER] | approve … | reject … | diff [CODE…]
  setup [--answers FILE] | diff --local
${documentUsage}`;

const run = Object.hasOwn(commands, command ?? '') ? commands[command ?? ''] : undefined;
if (!run) say(command === undefined ? usage : `There is no command ${command}.\n${usage}`);
// `… | head` has read enough: that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});
try {
  process.exitCode = run ? await run() : 2;
} catch (error) {
  const sentence = error instanceof SettingError ? error.message : plainSentence(error);
  if (sentence === null) throw error;
  say(sentence);
  process.exitCode = 1;
}
