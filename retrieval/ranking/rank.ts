/** Adds up the parts of every document's score, with the reasons. */
import type { LexicalIndex } from '../lexical/lexical-index.ts';
import type { Reason } from '../search-engine.ts';
import { modifierFit } from './modifier-fit.ts';
import type { BodyScores } from './score-bodies.ts';
import type { NameScores } from './score-names.ts';
import type { Weights } from './weights.ts';

export interface Parts {
  readonly names: NameScores;
  readonly bodies: BodyScores;
  /** Likeness of meaning by document, 0 to 1; `null` without vectors. */
  readonly vectors: Float32Array | null;
  /** Modifiers of the question, as bits. */
  readonly modifiers: number;
}

export type Part =
  | 'title'
  | 'way'
  | 'both'
  | 'covered'
  | 'named'
  | 'exact'
  | 'body'
  | 'section'
  | 'vector'
  | 'ward'
  | 'known'
  | 'modifiers';

/** A likeness from here on is the name itself, word for word: the last digits are rounding and weak words. */
const wholly = 0.97;

/** What each part adds to the score of one document. */
export function partsOf(index: LexicalIndex, document: number, parts: Parts, weights: Weights): Record<Part, number> {
  const { names, bodies, vectors, modifiers } = parts;
  const facts = index.facts[document] as LexicalIndex['facts'][number];
  const title = (names.title[document] as number) * weights.title;
  const way = (names.way[document] as number) * weights.way;
  const { shared, missing, extra } = modifierFit(modifiers, facts.modifiers);
  return {
    title: title >= way ? title : 0,
    way: title >= way ? 0 : way,
    both: Math.min(title, way) * weights.both,
    covered: (names.covered[document] as number) * weights.covered,
    named: (names.named[document] as number) * weights.named,
    exact: Math.max(names.title[document] as number, names.way[document] as number) >= wholly ? weights.exact : 0,
    body: (bodies.whole[document] as number) * weights.body,
    section: (bodies.bestSection[document] as number) * weights.section,
    vector: (vectors?.[document] ?? 0) * weights.vector,
    ward: facts.ward * weights.ward,
    known: facts.kind === 'guide' || facts.kind === 'card' ? weights.known : 0,
    modifiers: shared * weights.modifierShared - missing * weights.modifierMissing - extra * weights.modifierExtra,
  };
}

const notes: Readonly<Record<Part, string>> = {
  title: 'như tên thủ tục',
  way: 'như một cách hỏi đã biết',
  both: 'tên và cách hỏi cùng nói tới',
  named: 'cả một tên hay cách hỏi nằm trong câu hỏi',
  exact: 'câu hỏi đúng là một tên hay cách hỏi',
  covered: 'phần câu hỏi mà tên nói tới',
  body: 'lời trong toàn bản ghi',
  section: 'lời trong một mục của bản ghi',
  vector: 'gần nghĩa',
  ward: 'việc của xã, phường',
  known: 'có trong bộ hướng dẫn',
  modifiers: 'đúng hay lệch trường hợp (nước ngoài, cấp lại, lưu động…)',
};

/** The parts that count, heaviest first. */
export const reasonsOf = (parts: Readonly<Record<Part, number>>): Reason[] =>
  (Object.keys(notes) as Part[])
    .filter((part) => parts[part] !== 0)
    .map((part) => ({ part, score: parts[part], note: notes[part] }))
    .sort((a, b) => Math.abs(b.score) - Math.abs(a.score));
