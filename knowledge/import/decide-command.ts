/** `knowledge approve CODE… | FILE.yaml | --all-clean | --all [--level commune]` and `knowledge reject CODE… --because TEXT` */
import { existsSync } from 'node:fs';
import { guideSchema, type Level, levelSchema } from '../guide.ts';
import { loadYaml } from '../load-yaml.ts';
import { approveEdited } from './approve-edited.ts';
import { type CommandPlace, fewOf, readArguments } from './command.ts';
import { approveDrafts, type Choice, type Decided, type Deciding, rejectDrafts } from './decide-drafts.ts';

const usage = `knowledge approve CODE… | --all-clean | --all  [--level commune|province|ministry|other] [--by NAME]
knowledge approve FILE.yaml [--by NAME]     a draft that you edited: knowledge draft CODE > FILE.yaml
knowledge reject CODE… --because TEXT [--by NAME]`;

const options = {
  'all-clean': { type: 'boolean', default: false },
  all: { type: 'boolean', default: false },
  level: { type: 'string' },
  because: { type: 'string' },
  by: { type: 'string' },
} as const;

/** Exit code: 0; 1 when something that was named could not be approved; 2 when the arguments make no sense. */
export function approveCommand(args: readonly string[], place: CommandPlace): number {
  const parsed = readArguments(args, options);
  const level = levelIn(parsed?.values.level);
  const { all = false, 'all-clean': clean = false, by = place.user } = parsed?.values ?? {};
  const named = parsed?.positionals ?? [];
  const deciding = { folder: place.folder, by, at: place.now() };
  if (!parsed || level === undefined || (named.length === 0) === !(all || clean || level !== null)) return help(place);
  const [file] = named;
  if (named.length === 1 && file?.endsWith('.yaml')) return approveFile(file, deciding, place);
  // A level alone asks for caution: only what is clean.
  const choice: Choice = { codes: named, clean: clean || (level !== null && !all && named.length === 0), level };
  return report(approveDrafts(choice, deciding), 'approved', place);
}

export function rejectCommand(args: readonly string[], place: CommandPlace): number {
  const parsed = readArguments(args, options);
  const { because, by = place.user } = parsed?.values ?? {};
  if (!parsed || parsed.positionals.length === 0 || !because) return help(place);
  const choice: Choice = { codes: parsed.positionals, clean: false, level: null };
  return report(rejectDrafts(choice, because, { folder: place.folder, by, at: place.now() }), 'rejected', place);
}

function help({ say }: CommandPlace): number {
  say(usage);
  return 2;
}

/** `undefined` for a word that is no level. */
const levelIn = (text: string | undefined): Level | null | undefined =>
  text === undefined ? null : levelSchema.safeParse(text).data;

function approveFile(file: string, deciding: Deciding, { say }: CommandPlace): number {
  if (!existsSync(file)) {
    say(`There is no file ${file}.`);
    return 1;
  }
  const version = approveEdited(loadYaml(file, guideSchema), deciding);
  say(version ? `Approved as edited by ${deciding.by}: version ${version.number}.` : 'Nothing changed.');
  return 0;
}

const mostSaid = 50;

function report({ codes, left, version }: Decided, done: string, { say }: CommandPlace): number {
  for (const line of fewOf(
    left.map(({ code, because }) => `LEFT ${code}: ${because}`),
    mostSaid,
  ))
    say(line);
  say(
    `${codes.length} ${done}${version ? `: version ${version.number} serves. A running server takes it over by itself.` : '.'}`,
  );
  return left.length > 0 ? 1 : 0;
}
