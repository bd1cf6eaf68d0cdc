/** A message in the forms that rules look at. */
import { fold } from '../../retrieval/index.ts';
import { keyed } from './keyed.ts';

export interface Wording {
  /** In the spelling of the rules, marks kept where they were typed. */
  readonly keyed: string;
  /** Folded: what a person without diacritics typed and what one with them typed look the same. */
  readonly folded: string;
}

export const wordingOf = (text: string): Wording => ({
  keyed: keyed(text),
  folded: (fold(text).match(/[\p{L}\d%]+|[?!.,]/gu) ?? []).join(' '),
});

export const anyOf = (patterns: readonly RegExp[], text: string): boolean =>
  patterns.some((pattern) => pattern.test(text));
