/** What the second ear learns from: requests and near misses by persona, and what citizens ask in our own sets. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type PersonRequest, personRequestIn } from '../../bot/understand/person-request.ts';
import { wordingOf } from '../../bot/understand/wording.ts';

export interface EarExample {
  readonly text: string;
  readonly kind: PersonRequest | 'none';
  /** Batch that it was written in: no fold of a cross-check tears one apart. */
  readonly batch: string;
}

const ownSets = join(import.meta.dirname, '../datasets');
const silentSets = [
  'abstain',
  'answer',
  'around',
  'attack',
  'benign',
  'clarify',
  'dialogues',
  'dossier',
  'groups',
  'multi',
  'own-case',
  'places',
  'smalltalk',
];

interface Row {
  readonly text?: string;
  readonly expect?: unknown;
  readonly turns?: readonly (string | { readonly user: string; readonly expect?: { readonly behaviour?: string } })[];
}

const rowsOf = (file: string): Row[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Row);

/** Examples by persona: a file each, a heading `# kind` over its lines. */
export function writtenExamples(folder = join(import.meta.dirname, 'examples')): EarExample[] {
  return readdirSync(folder)
    .sort()
    .flatMap((file) => {
      let kind: EarExample['kind'] = 'none';
      return readFileSync(join(folder, file), 'utf8')
        .split('\n')
        .flatMap((line): EarExample[] => {
          if (line.startsWith('# ')) kind = line.slice(2).trim() as EarExample['kind'];
          return line.trim() === '' || line.startsWith('#')
            ? []
            : [{ text: line.trim(), kind, batch: basename(file, '.txt') }];
        });
    });
}

/** Questions of the sets in a folder: nobody in them wants a person. [] where the folder is not there. */
export function silentExamples(folder = ownSets): EarExample[] {
  return silentSets
    .filter((name) => existsSync(join(folder, `${name}.jsonl`)))
    .flatMap((name) =>
      rowsOf(join(folder, `${name}.jsonl`))
        .flatMap(saidIn)
        .map((text) => ({ text, kind: 'none' as const, batch: name })),
    );
}

/** What is said in a row and wants nobody. */
const saidIn = ({ text, turns = [] }: Row): readonly string[] =>
  text === undefined
    ? turns.flatMap((turn) =>
        typeof turn === 'string' ? [turn] : turn.expect?.behaviour === 'handoff' ? [] : [turn.user],
      )
    : [text];

/** Our own hand-off set, both ways. Its lines tell no kind: the rules' is taken, else a plain wish. */
export const handOffExamples = (folder = ownSets): EarExample[] =>
  rowsOf(join(folder, 'handoff.jsonl')).map(({ text = '', expect }) => ({
    text,
    kind: expect === 'handoff' ? (personRequestIn(wordingOf(text)) ?? 'asked') : 'none',
    batch: 'handoff',
  }));
