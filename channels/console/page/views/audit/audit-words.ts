/** Rows of the audit log in words: deeds, objects and details have codes there, and codes are for programs. */
import texts from '../../texts/audit.json' with { type: 'json' };

type Words = Readonly<Record<string, string>>;

const wordIn = (words: Words, code: string): string | null =>
  Object.hasOwn(words, code) ? (words[code] ?? null) : null;

/** A deed that has no words yet is shown by its code: better than nothing. */
export const deedWords = (action: string): string => wordIn(texts.action, action) ?? action;

/** Every deed with its words, in the order of the words: for the choice. */
export const deedChoices: readonly { readonly value: string; readonly name: string }[] = Object.entries(texts.action)
  .map(([value, name]) => ({ value, name }))
  .sort((one, other) => one.name.localeCompare(other.name, 'vi'));

const shortIdSigns = 8;

/**
 * `hand-off:9c7e894d-…` is "cuộc trao đổi 9c7e894d": the whole of it stands among the details. What the deed says already
 * ("Xem cuộc trao đổi") is not said twice.
 */
export function objectWords(object: string, deed = ''): string {
  const [kind = '', id = ''] = object.split(/:(.*)/s);
  const name = wordIn(texts.object, kind);
  if (name === null) return object;
  const short = /^[0-9a-f]{8}-/.test(id) ? id.slice(0, shortIdSigns) : id;
  return deed.toLowerCase().includes(name) ? short : `${name} ${short}`.trim();
}

/** @param name as the accounts have it; `null` for whoever has none. */
export function actorWords(actor: string, name: string | null): string {
  if (name !== null) return name;
  const kind = actor.split(':')[0] ?? '';
  return wordIn(texts.actor, kind) ?? actor;
}

export interface DetailLine {
  readonly name: string;
  readonly value: string;
}

/** What a person can read of the details; what has no word keeps its own name. */
export function detailLines(detail: unknown): readonly DetailLine[] {
  if (typeof detail !== 'object' || detail === null) return [];
  return Object.entries(detail)
    .filter(([, value]) => value !== null && value !== undefined && value !== '')
    .map(([key, value]) => ({ name: wordIn(texts.detail, key) ?? key, value: valueWords(value) }));
}

function valueWords(value: unknown): string {
  if (Array.isArray(value)) return value.map(valueWords).join(', ') || texts.value.none;
  if (typeof value === 'object' && value !== null) return JSON.stringify(value);
  return wordIn(texts.value, String(value)) ?? String(value);
}
