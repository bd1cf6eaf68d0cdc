/** What ranking must know of a document besides its words. */
import type { SearchDocument } from '../documents/search-document.ts';
import { type Modifier, modifierNames, modifierPhrases } from '../lexicon/modifiers.ts';
import { cleanText } from '../text/clean-text.ts';
import { longestMatches, phraseTable } from '../text/phrase-table.ts';
import { tokensOf } from '../text/syllable.ts';

export interface DocumentFacts {
  readonly id: string;
  readonly kind: SearchDocument['kind'];
  readonly title: string;
  /** Bits in the order of `modifierNames`, read in the head of the title. */
  readonly modifiers: number;
  /** Siblings share it; its words are the title's without modifiers, unless the knowledge names it. */
  readonly family: string;
  /** The plain form of its family, by the knowledge or because its title carries no modifier. */
  readonly isDefault: boolean;
  /** How much of a ward's daily work it is, 0 to 1: its own levels and its field's share of commune procedures. */
  readonly ward: number;
}

const table = phraseTable(modifierPhrases);

export interface FactReader {
  add(document: SearchDocument): void;
  /** Facts of the documents in the order in which they came. */
  finish(): DocumentFacts[];
}

/** The share of commune procedures in a field is known only at the end. */
export function factReader(): FactReader {
  const facts: (DocumentFacts & { readonly field: string })[] = [];
  const counts = new Map<string, { all: number; commune: number }>();
  return {
    add(document) {
      const { id, kind, title, levels } = document;
      const field = document.field ?? '';
      const { bits, rest } = readModifiers(headOf(title));
      const isDefault = document.family === null ? bits === 0 : document.isDefault;
      facts.push({
        id,
        kind,
        title,
        modifiers: bits,
        family: document.family ?? rest,
        isDefault,
        ward: ownWard(levels),
        field,
      });
      const { all, commune } = counts.get(field) ?? { all: 0, commune: 0 };
      counts.set(field, { all: all + 1, commune: commune + Number(levels.includes('commune')) });
    },
    finish: () =>
      facts.map(({ field, ward, ...rest }) => {
        const { all, commune } = counts.get(field) ?? { all: 0, commune: 0 };
        return { ...rest, ward: 0.8 * ward + (0.2 * commune) / (all + 2) };
      }),
  };
}

function ownWard(levels: SearchDocument['levels']): number {
  if (levels.length === 0) return 0.5;
  if (levels.includes('commune')) return levels.length === 1 ? 1 : 0.85;
  return levels.includes('province') ? 0.35 : 0.1;
}

/** A title up to its first clause. */
export const headOf = (title: string): string =>
  cleanText(title)
    .replace(/^\s*(?:thủ tục|việc)\s+/u, '')
    .split(/[(;/]|\sđối với\s|\strong trường hợp\s|\sthực hiện (?:tại|bằng)\s|\sbằng dịch vụ công\s/u)[0]
    ?.trim() ?? '';

function readModifiers(text: string): { bits: number; rest: string } {
  const tokens = tokensOf(cleanText(text));
  const matches = longestMatches(table.find(tokens, { unmarked: false }));
  let bits = 0;
  const taken = new Set<number>();
  for (const { value, start, end } of matches) {
    bits |= 1 << modifierNames.indexOf(value as Modifier);
    for (let at = start; at < end; at += 1) taken.add(at);
  }
  return {
    bits,
    rest: tokens
      .filter((_token, at) => !taken.has(at))
      .map(({ term }) => term)
      .join(' '),
  };
}
