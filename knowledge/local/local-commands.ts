/** `knowledge setup` and `knowledge diff --local`. */
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Readable } from 'node:stream';
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

/** The value after `--name`; `null` without it. */
function optionOf(options: readonly string[], name: string): string | null {
  const at = options.indexOf(name);
  return at < 0 ? null : (options[at + 1] ?? null);
}

const folderOf = ({ options, localFolder }: Pick<LocalCommand, 'options' | 'localFolder'>) =>
  resolve(optionOf(options, '--folder') ?? localFolder);

/** `setup [--folder FOLDER] [--answers FILE]`. Resolves with the exit code. */
export async function setUp({ options, input, say, today, localFolder }: LocalCommand): Promise<number> {
  const file = optionOf(options, '--answers');
  try {
    const ward = file === null ? wardAtTerminal(input, say) : wardOfAnswers(readAnswersFile(file));
    const path = await setUpWard({ ward, places: loadPlaces(), folder: folderOf({ options, localFolder }), today });
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
export function diffLocal({ say, ...where }: Pick<LocalCommand, 'options' | 'say' | 'localFolder'>): number {
  const folder = folderOf(where);
  const places = loadPlaces();
  const lines = tellInheritance(loadLocal(folder, places), loadKnowledge(knowledgeFolder).guides, places);
  say(lines.length > 0 ? lines.join('\n') : `No local files in ${folder}: the national guides hold as they are.`);
  return 0;
}
