/** The outside attack material, read where it lies: nothing of it is part of this project. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';

export interface Payload {
  /** Where it comes from: `garak html`, `bipia`, … */
  readonly kind: string;
  readonly text: string;
}

/** Beside the project, as every shared set. */
export const materialFolder = join(import.meta.dirname, '../../../shared/data/redteam');

export const materialThere = (folder = materialFolder): boolean => existsSync(folder);

/** Attacks, in the order of their files; texts over 1,500 signs are cut, as a message of a citizen would be. */
export function readAttacks(folder = materialFolder): Payload[] {
  return [
    ...promptAttacks(folder),
    ...payloads(folder),
    ...xss(folder),
    ...lookAlikes(folder),
    ...indirect(folder),
    ...compass(folder, '1'),
  ].map(({ kind, text }) => ({ kind, text: text.slice(0, 1_500) }));
}

/** Honest texts of the same collections: foreign to a ward, and no attack. */
export const readHonest = (folder = materialFolder): Payload[] => compass(folder, '0');

const texts = z.record(z.string(), z.array(z.string()));

const promptAttacks = (folder: string): Payload[] =>
  Object.values(texts.parse(json(join(folder, 'garak/data/sysprompt_extraction/attacks.json'))))
    .flat()
    .map((text) => ({ kind: 'garak prompt', text }));

function payloads(folder: string): Payload[] {
  const at = join(folder, 'garak/data/payloads');
  const file = z.looseObject({ payloads: z.array(z.string()) });
  return readdirSync(at).flatMap((name) =>
    file.parse(json(join(at, name))).payloads.map((text) => ({ kind: `garak ${name.replace('.json', '')}`, text })),
  );
}

const xss = (folder: string): Payload[] =>
  ['basic_concat_inst.txt'].flatMap((name) => [
    {
      kind: 'garak xss',
      text: readFileSync(join(folder, 'garak/data/xss/xss_concat_prompt_templates', name), 'utf8').trim(),
    },
  ]);

const lookAlikes = (folder: string): Payload[] =>
  readFileSync(join(folder, 'garak/data/smuggling_homoglyph_5.txt'), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((text) => ({ kind: 'garak look-alike', text }));

const indirect = (folder: string): Payload[] =>
  ['train', 'test'].flatMap((part) =>
    Object.values(texts.parse(json(join(folder, `bipia/text_attack_${part}.json`))))
      .flat()
      .map((text) => ({ kind: 'bipia', text })),
  );

const row = z.object({ text: z.string(), label: z.string() });

function compass(folder: string, label: '0' | '1'): Payload[] {
  const rows = ['dataset.csv', 'prompt-injection-dataset.csv'].flatMap((name) =>
    z
      .array(z.unknown())
      .parse(
        parse(readFileSync(join(folder, 'compass/dataset', name), 'utf8'), {
          columns: true,
          relax_quotes: true,
          relax_column_count: true,
          bom: true,
        }),
      )
      .flatMap((one) => row.safeParse(one).data ?? []),
  );
  const found = rows.filter((one) => one.label.trim() === label).map(({ text }) => text.trim());
  return [...new Set(found)]
    .filter((text) => text !== '')
    .map((text) => ({ kind: `compass ${label === '1' ? 'attack' : 'honest'}`, text }));
}

const json = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
