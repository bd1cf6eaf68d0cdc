/** Every figure, code, law, link and phone number that an answer may contain: those of the records it cites. */
import { contentOf } from './content.ts';

export interface Facts {
  readonly figures: ReadonlySet<string>;
  readonly marks: ReadonlySet<string>;
}

/** The facts in any piece of the knowledge (a guide, a card, a desk): read from all its strings and numbers. */
export function factsIn(piece: unknown): Facts {
  const text = stringsOf(piece).join(' \n ');
  return contentOf(text);
}

export function join(all: readonly Facts[]): Facts {
  return {
    figures: new Set(all.flatMap((facts) => [...facts.figures])),
    marks: new Set(all.flatMap((facts) => [...facts.marks])),
  };
}

/** Every string and number in it, at any depth. */
export function stringsOf(piece: unknown): string[] {
  if (typeof piece === 'string') return [piece];
  if (typeof piece === 'number') return [String(piece)];
  if (Array.isArray(piece)) return piece.flatMap(stringsOf);
  if (piece !== null && typeof piece === 'object') return Object.values(piece).flatMap(stringsOf);
  return [];
}
