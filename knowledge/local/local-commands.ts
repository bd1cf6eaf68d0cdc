/** `knowledge setup` and `knowledge diff --local`. */
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { parseArgs } from 'node:util';
import { loadKnowledge } from '../load-knowledge.ts';
import { loadPlaces } from '../places/load-places.ts';
import { loadLocal } from './load-local.ts';
import { setUpWard } from './setup/set-up-ward.ts';
import { SetupError } from './setup/setup-error.ts';
import { wardAtTerminal, wardOfAnswers } from './setup/wards.ts';
import { tellInheritance } from './tell-inheritance.ts';

export interface LocalCommand {
  readonly options: readonly string[];
  readonly input: Readable;
  readonly say: (text: string) => void;
  /** `2026-11-22`. */
  readonly today: string;
  /** Where the files lie, unless `--folder` names another place. */
  readonly localFolder: string;
}

const knowledgeFolder = dirname(import.meta.dirname);

const known = { folder: { type: 'string' }, answers: { type: 'string' }, local: { type: 'boolean' } } as const;
const usage = `knowledge setup [--answers TỆP.json] [--folder THƯ_MỤC]
knowledge diff --local [--folder THƯ_MỤC]`;

/** `null` when the words make no sense: a name that is mistyped must not be passed over. */
function optionsIn(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options: known }).values;
  } catch {
    return null;
  }
}

function sayUsage(say: (text: string) => void): number {
  say(usage);
  return 2;
}

/** `setup [--folder FOLDER] [--answers FILE]`. Resolves with the exit code. */
export async function setUp({ options, input, say, today, localFolder }: LocalCommand): Promise<number> {
  const asked = optionsIn(options);
  if (!asked || asked.local) return sayUsage(say);
  const { answers: file, folder = localFolder } = asked;
  try {
    const ward = file === undefined ? wardAtTerminal(input, say) : wardOfAnswers(readAnswersFile(file));
    const path = await setUpWard({ ward, places: loadPlaces(), folder: resolve(folder), today });
    say(`Đã ghi ${path}. Máy chủ đang chạy tự nhận sau ít phút. Xem lại bằng: npm run knowledge -- diff --local`);
    return 0;
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    say(error.message);
    return 1;
  }
}

function readAnswersFile(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new SetupError(`Không đọc được ${file}: cần một tệp JSON, xem docs/how-to/set-up-the-desk.md.`, { cause });
  }
}

/** `diff --local [--folder FOLDER]`. */
export function diffLocal({
  options,
  say,
  localFolder,
}: Pick<LocalCommand, 'options' | 'say' | 'localFolder'>): number {
  const asked = optionsIn(options);
  if (!asked || asked.answers !== undefined) return sayUsage(say);
  const folder = resolve(asked.folder ?? localFolder);
  const places = loadPlaces();
  const lines = tellInheritance(loadLocal(folder, places), loadKnowledge(knowledgeFolder).guides, places);
  say(lines.length > 0 ? lines.join('\n') : `No local files in ${folder}: the national guides hold as they are.`);
  return 0;
}
