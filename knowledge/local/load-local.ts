/** Loads the files of one installation: `province-<code>.yaml` and `commune-<code>.yaml` of one folder. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { KnowledgeFileError, loadYaml } from '../load-yaml.ts';
import { fullName, type Places } from '../places/place.ts';
import { foldText } from '../plain-text.ts';
import { communeProblems } from './commune-limits.ts';
import { type CommuneFile, communeFileSchema, type ProvinceFile, provinceFileSchema } from './local-file.ts';

export interface LocalFiles {
  readonly provinces: ReadonlyMap<string, ProvinceFile>;
  readonly communes: ReadonlyMap<string, CommuneFile>;
}

export const noLocalFiles: LocalFiles = { provinces: new Map(), communes: new Map() };

const fileName = /^(province|commune)-(\d+)\.yaml$/;

/**
 * Every file of the folder, checked against the tables of places; none where there is no folder.
 *
 * @throws {KnowledgeFileError} listing every problem of every file: the program must not start with a broken one.
 */
export function loadLocal(folder: string, places: Places): LocalFiles {
  if (!existsSync(folder)) return noLocalFiles;
  const problems: string[] = [];
  const provinces = new Map<string, ProvinceFile>();
  const communes = new Map<string, CommuneFile>();
  const names = readdirSync(folder).filter(
    // Canned replies lie beside them and are read by themselves.
    (name) => /\.ya?ml$/.test(name) && !name.startsWith('.') && name !== 'canned.yaml',
  );
  for (const name of names.sort()) {
    const [, kind, code = ''] = fileName.exec(name) ?? [];
    const file = join(folder, name);
    if (kind === 'province') add(provinces, code, () => readProvince(file, code, places), problems);
    else if (kind === 'commune') add(communes, code, () => readCommune(file, code, places), problems);
    else problems.push(`${file}:1: (file): a local file is named province-15.yaml or commune-02683.yaml: rename it`);
  }
  for (const [code, commune] of communes) {
    const province = provinces.get(places.commune(code)?.province.code ?? '') ?? null;
    problems.push(
      ...communeProblems(commune, province).map((text) => `${join(folder, `commune-${code}.yaml`)}: ${text}`),
    );
  }
  if (problems.length > 0) throw new KnowledgeFileError(problems);
  return { provinces, communes };
}

function add<T>(files: Map<string, T>, code: string, read: () => T, problems: string[]): void {
  try {
    files.set(code, read());
  } catch (error) {
    if (!(error instanceof KnowledgeFileError)) throw error;
    problems.push(...error.problems);
  }
}

function readProvince(file: string, code: string, places: Places): ProvinceFile {
  const province = loadYaml(file, provinceFileSchema);
  const known = places.province(code);
  if (province.province !== code) throw wrong(file, 'province', `says "${province.province}"; the file's name ${code}`);
  return held(file, province, known ? [fullName(known), known.change?.to] : null);
}

function readCommune(file: string, code: string, places: Places): CommuneFile {
  const commune = loadYaml(file, communeFileSchema);
  const known = places.commune(code);
  if (commune.commune !== code) throw wrong(file, 'commune', `says "${commune.commune}"; the file's name ${code}`);
  return held(file, commune, known ? [fullName(known), known.change?.to] : null);
}

/** A file under the wrong code would send people to another's desk: its name must be the one of the tables. */
function held<T extends { readonly name: string }>(file: string, read: T, names: (string | undefined)[] | null): T {
  if (names === null) throw wrong(file, '(file)', 'no unit of today has this code; see knowledge/places');
  if (names.some((name) => name !== undefined && foldText(name) === foldText(read.name))) return read;
  throw wrong(file, 'name', `"${read.name}" is not the unit of this code: write "${names[0]}", or correct the code`);
}

const wrong = (file: string, path: string, what: string) => new KnowledgeFileError([`${file}:1: ${path}: ${what}`]);
