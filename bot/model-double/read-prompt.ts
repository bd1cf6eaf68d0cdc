/** What stands in a prompt: the citizen's words, what was said before, the tokens and the candidates. */
import { type ChatRequest, everythingRead, lastOf } from './chat-request.ts';

/** A token of the fields, and the line it stands in. */
export interface FieldToken {
  /** With its braces, as it must be written. */
  readonly token: string;
  /** `fee` of `{{fee.1}}`. */
  readonly kind: string;
  readonly line: string;
}

export interface Candidate {
  /** As the prompt names it: a code, or its number in the list. */
  readonly id: string;
  readonly text: string;
}

const asksFor = /^(?:question|asked|text|message|story|latest|now|says|utterance|query)$/;
const before = /^(?:history|before|earlier|turns|said|context)$/;

/** The JSON values that stand in the text, outermost ones, in order. */
export function jsonIn(text: string): unknown[] {
  const found: unknown[] = [];
  for (let from = 0; from < text.length; from += 1) {
    if (!'{['.includes(text[from] ?? '') || text.startsWith('{{', from)) continue;
    const to = [...ends(text, from)].find((end) => isJson(text.slice(from, end)));
    if (to === undefined) continue;
    found.push(JSON.parse(text.slice(from, to)));
    from = to - 1;
  }
  return found;
}

/** Where the bracket at `from` may close: at most eight places, the balanced one first. */
function* ends(text: string, from: number): Generator<number> {
  let depth = 0;
  let quoted = false;
  for (let at = from; at < text.length; at += 1) {
    const letter = text[at];
    if (quoted && letter === '\\') at += 1;
    else if (letter === '"') quoted = !quoted;
    else if (!quoted && (letter === '{' || letter === '[')) depth += 1;
    else if (!quoted && (letter === '}' || letter === ']')) {
      depth -= 1;
      if (depth === 0) {
        yield at + 1;
        return;
      }
    }
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** What the citizen says now: a field of that name, else what stands behind the last heading, else the last line. */
export function saidNow(request: ChatRequest): string {
  const user = lastOf(request, 'user');
  const field = jsonIn(user)
    .flatMap((value) => textsUnder(value, asksFor))
    .at(-1);
  if (field !== undefined) return field;
  const marked = [...user.matchAll(/<(loi|question|message|citizen|asked)[^>]*>([\s\S]*?)<\/\1>/gi)].at(-1)?.[2];
  if (marked !== undefined) return marked.trim();
  return user.trim().split(/\n+/).at(-1) ?? '';
}

/** What was said before, oldest first. */
export function saidBefore(request: ChatRequest): string[] {
  const user = lastOf(request, 'user');
  const fields = jsonIn(user).flatMap((value) => textsUnder(value, before));
  const earlier = request.messages.filter(({ role }) => role === 'user').slice(0, -1);
  return [...earlier.map(({ text }) => text), ...fields];
}

function textsUnder(value: unknown, name: RegExp, inside = false): string[] {
  if (typeof value === 'string') return inside ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((one) => textsUnder(one, name, inside));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => textsUnder(one, name, inside || name.test(key)));
}

const tokenForm = /\{\{\s*([a-z][a-z-]*)(?:\.[\w-]+)*\s*\}\}/giu;

/** Every token of the fields, each once, in order. Those of the instructions (the system's examples) are none. */
export function tokensIn(request: ChatRequest): FieldToken[] {
  const found = new Map<string, FieldToken>();
  for (const { role, text } of request.messages) {
    if (role === 'system') continue;
    for (const line of text.split('\n'))
      for (const [token, kind = ''] of line.matchAll(tokenForm))
        if (!found.has(token)) found.set(token, { token, kind, line });
  }
  return [...found.values()];
}

/** The entries of a list to choose from: JSON objects with an id and a text, or numbered lines. */
export function candidatesIn(request: ChatRequest): Candidate[] {
  const user = lastOf(request, 'user');
  const objects = jsonIn(user).flatMap(listsOf);
  if (objects.length > 0) return objects;
  return [...user.matchAll(/^[ \t]*(?:\[|\()?(\d{1,2}|\d\.\d{6})(?:\]|\)|\.|:)[ \t]+(.+)$/gm)].map(
    ([, id = '', text = '']) => ({
      id,
      text,
    }),
  );
}

function listsOf(value: unknown): Candidate[] {
  if (Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'object' && one !== null))
    return value.flatMap((one: object, at) => {
      const named = Object.entries(one).find(([key]) => /^(?:id|code|number|index|n|i)$/.test(key));
      const texts = Object.values(one).filter((leaf) => typeof leaf === 'string');
      return texts.length === 0 ? [] : [{ id: String(named?.[1] ?? at), text: texts.join(' ') }];
    });
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(listsOf) : [];
}

/** The marks that stand for a person's numbers and names, with what stands around them. */
export const placeholdersIn = (request: ChatRequest): string[] => [
  ...new Set(
    everythingRead(request).match(
      /\[[\p{L} ]{2,30} \d{1,2}\]|⟦[^⟧]{1,40}⟧|‹[^›]{1,40}›|<[A-Z_]{2,20}[_ ]?\d{1,2}>/gu,
    ) ?? [],
  ),
];
