/** What stands on the keys. `question`: Vietnamese; `code`: letters and figures of a code; `figures`: a pad. */
import type { Tone } from './tone.ts';

export type KeyboardKind = 'question' | 'code' | 'figures' | 'facts';

export type Key =
  | { readonly kind: 'letter'; readonly sign: string }
  | { readonly kind: 'marked'; readonly sign: string }
  | { readonly kind: 'tone'; readonly tone: Tone; readonly name: 'acute' | 'grave' | 'hook' | 'tilde' | 'dot' };

const letters = (signs: string): readonly Key[] => [...signs].map((sign) => ({ kind: 'letter', sign }));
const marks: readonly Key[] = [
  ...[...'ăâđêôơư'].map((sign): Key => ({ kind: 'marked', sign })),
  { kind: 'tone', tone: '\u0301', name: 'acute' },
  { kind: 'tone', tone: '\u0300', name: 'grave' },
  { kind: 'tone', tone: '\u0309', name: 'hook' },
  { kind: 'tone', tone: '\u0303', name: 'tilde' },
  { kind: 'tone', tone: '\u0323', name: 'dot' },
];

export const layouts: Readonly<Record<KeyboardKind, readonly (readonly Key[])[]>> = {
  question: [letters('1234567890'), marks, letters('qwertyuiop'), letters('asdfghjkl'), letters('zxcvbnm')],
  code: [letters('1234567890'), letters('QWERTYUIOP'), letters('ASDFGHJKL'), letters('ZXCVBNM-.')],
  figures: [letters('123'), letters('456'), letters('789'), letters('0')],
  facts: [letters('123'), letters('456'), letters('789'), letters(',0/')],
};
