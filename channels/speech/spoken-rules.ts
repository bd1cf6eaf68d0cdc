/** What stands in a written answer and is said otherwise. The first rule that fits at a place says it; nothing is read twice. */
import { codes, nets, phones } from './rules/codes.ts';
import { clocks, days } from './rules/days-and-clocks.ts';
import { figures } from './rules/figures.ts';
import type { SpokenRule } from './rules/spoken-rule.ts';
import { words } from './rules/words.ts';

/** In the order in which they are tried. */
export const spokenRules: readonly SpokenRule[] = [
  ...nets,
  ...codes,
  ...days,
  ...clocks,
  ...phones,
  ...figures,
  ...words,
];
