/** A sentence of a draft, taken apart: its tokens, and what it says in words of its own. */
import { plainly } from './record-text.ts';
import type { Field, Fields } from './wording.ts';

export interface DraftSentence {
  /** As written. */
  readonly text: string;
  /** Tokens of facts, known or not; words of address apart. */
  readonly tokens: readonly string[];
  /** What it says beside tokens and names of the cited procedures; a bar stands where one of these was. */
  readonly own: string;
  /** The same in pieces between bars and punctuation. */
  readonly clauses: readonly string[];
}

const tokenForm = /\{\{([a-zA-Z]+(?:\.\d{1,3})?)\}\}/gu;
const address = new Set(['you', 'You', 'me', 'Me']);
/** Stands for a token; a draft that holds it already is caught by its signs. */
export const bar = '\u001f';

export function readDraft(text: string, { titles }: Pick<Fields, 'titles'>): DraftSentence {
  const names = [...text.matchAll(tokenForm)].map((match) => match[1] ?? '');
  const withoutTokens = text
    .normalize('NFC')
    .replace(tokenForm, (_all, name: string) => (address.has(name) ? ' ' : bar));
  const own = titles.reduce(withoutTitle, withoutTokens);
  return {
    text,
    tokens: names.filter((name) => !address.has(name)),
    own,
    clauses: own
      .split(new RegExp(`[${bar},;:.!?()"“”…–—-]+`, 'u'))
      .map(plainly)
      .filter((clause) => clause !== ''),
  };
}

function withoutTitle(text: string, title: string): string {
  const at = text.toLowerCase().indexOf(title.normalize('NFC').toLowerCase());
  return at < 0 || title.length < 4 ? text : `${text.slice(0, at)}${bar}${text.slice(at + title.length)}`;
}

/** With every token in its place. Words of a record begin small in the middle of a sentence. */
export function fillDraft({ text }: DraftSentence, fields: Fields): string {
  const byToken = new Map<string, Field>(fields.fields.map((field) => [field.token, field]));
  const filled = text.replace(tokenForm, (all, name: string) => {
    if (address.has(name)) return fields.address[name as keyof Fields['address']];
    return byToken.get(name)?.text ?? all;
  });
  const sentence = filled
    .replace(/\s+/gu, ' ')
    .replace(/([.,;:]) ?(?=[.;])/gu, '$1')
    .replace(/([.;:,])\1+/gu, '$1')
    .trim();
  const whole = /[.!?…]$/u.test(sentence) ? sentence : `${sentence}.`;
  return whole.charAt(0).toUpperCase() + whole.slice(1);
}
