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

/** Facts of documents, in their order. */
export function factsOf(documents: readonly SearchDocument[]): DocumentFacts[] {
  const shares = communeShares(documents);
  return documents.map((document) => {
    const head = headOf(document.title);
    const { bits, rest } = readModifiers(head);
    return {
      id: document.id,
      kind: document.kind,
      title: document.title,
      modifiers: bits,
      family: document.family ?? rest,
      isDefault: document.family === null ? bits === 0 : document.isDefault,
      ward: wardOf(document, shares.get(document.field ?? '') ?? 0),
    };
  });
}

/** A title up to its first clause. */
export const headOf = (title: string): string =>
  cleanText(title).replace(/^\s*(?:thủ tục|việc)\s+/u, '').split(/[(;/]|\sđối với\s|\strong trường hợp\s|\sthực hiện (?:tại|bằng)\s|\sbằng dịch vụ công\s/u)[0]?.trim() ?? '';

function readModifiers(text: string): { bits: number; rest: string } {
  const tokens = tokensOf(cleanText(text));
  const matches = longestMatches(table.find(tokens, { unmarked: false }));
  let bits = 0;
  const taken = new Set<number>();
  for (const { value, start, end } of matches) {
    bits |= 1 << modifierNames.indexOf(value as Modifier);
    for (let at = start; at < end; at += 1) taken.add(at);
  }
  return { bits, rest: tokens.filter((_token, at) => !taken.has(at)).map(({ term }) => term).join(' ') };
}

/** By field: the share of its procedures that communes handle. */
function communeShares(documents: readonly SearchDocument[]): Map<string, number> {
  const counts = new Map<string, { all: number; commune: number }>();
  for (const { field, levels } of documents) {
    const count = counts.get(field ?? '') ?? { all: 0, commune: 0 };
    counts.set(field ?? '', { all: count.all + 1, commune: count.commune + Number(levels.includes('commune')) });
  }
  return new Map([...counts].map(([field, { all, commune }]) => [field, commune / (all + 2)]));
}

function wardOf({ levels }: SearchDocument, share: number): number {
  const own = levels.includes('commune') ? (levels.length === 1 ? 1 : 0.85) : levels.includes('province') ? 0.35 : levels.length === 0 ? 0.5 : 0.1;
  return 0.8 * own + 0.2 * share;
}
