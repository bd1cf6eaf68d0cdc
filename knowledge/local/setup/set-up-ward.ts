/** `knowledge setup`: asks a ward and writes its one file, `commune-<code>.yaml`. */
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { fullName, type Places } from '../../places/place.ts';
import { communeProblems } from '../commune-limits.ts';
import { loadLocal } from '../load-local.ts';
import { communeFileSchema } from '../local-file.ts';
import { askWard, type Ward } from './ask-ward.ts';
import { readYes } from './read-answers.ts';
import { SetupError } from './setup-error.ts';

export interface SetUpOptions {
  readonly ward: Ward;
  readonly places: Places;
  readonly folder: string;
  readonly today: string;
}

/** Resolves with the path of the file. @throws {SetupError} with nothing written. @throws {KnowledgeFileError} for a folder that is broken already. */
export async function setUpWard({ ward, places, folder, today }: SetUpOptions): Promise<string> {
  const files = loadLocal(folder, places);
  const { commune, file } = await askWard({ ward, places, files, today });
  const parsed = communeFileSchema.safeParse(file);
  const problems = parsed.success
    ? communeProblems(parsed.data, files.provinces.get(commune.province.code) ?? null)
    : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  if (problems.length > 0) throw new SetupError(`Chưa ghi được tệp: ${problems.join('; ')}.`);
  const path = join(folder, `commune-${commune.code}.yaml`);
  const summary = `Sẽ ghi khai báo của ${fullName(commune)}, ${fullName(commune.province)} vào ${path}. Đúng chưa? (có/không)`;
  if (!(await agrees(ward, 'confirm', summary))) throw new SetupError('Chưa ghi gì. Xin chạy lại và trả lời cho đúng.');
  const mayReplace = existsSync(path) && (await askToReplace(ward, path));
  write(path, folder, { text: head + stringify(file), mayReplace });
  return path;
}

const head = '# Khai báo của xã, phường. Sửa tay được; máy chủ đang chạy tự nhận. Không ghi số tài khoản vào đây.\n';

async function askToReplace(ward: Ward, path: string): Promise<true> {
  const question = `Đã có tệp ${path}. Thay bằng bản mới? Bản cũ được giữ lại bên cạnh, đuôi .old. (có/không)`;
  if (await agrees(ward, 'overwrite', question)) return true;
  throw new SetupError(`Giữ nguyên tệp ${path}; chưa ghi gì.`);
}

async function agrees(ward: Ward, key: string, question: string): Promise<boolean> {
  const read = readYes((await ward.answer(key, question)).trim());
  return 'value' in read && read.value;
}

/** Whole or not at all; a file that came to be meanwhile is not overwritten. */
function write(path: string, folder: string, { text, mayReplace }: { text: string; mayReplace: boolean }): void {
  mkdirSync(folder, { recursive: true });
  const draft = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(draft, text);
    if (mayReplace) {
      writeFileSync(`${path}.old`, readFileSync(path));
      renameSync(draft, path);
    } else linkSync(draft, path);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause;
    throw new SetupError(`Tệp ${path} vừa được người khác ghi; chưa ghi gì. Xin chạy lại.`, { cause });
  } finally {
    rmSync(draft, { force: true });
  }
}
