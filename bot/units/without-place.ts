/** Takes the name of the citizen's commune out of a question: it says where he lives, not what he wants. */
import type { Place } from '../../knowledge/index.ts';
import { fold } from '../../retrieval/index.ts';
import { surroundings } from '../places/weigh-place.ts';

interface Token {
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

const kinds: ReadonlySet<string> = new Set(
  'xa phuong thi tran dac khu huyen quan tinh thanh pho tp tt tx p q h x t'.split(' '),
);
const before: ReadonlySet<string> = new Set('o tai thuoc ben duoi tren'.split(' '));
const between: ReadonlySet<string> = new Set([...kinds, 'thuoc', 'cu', 'moi']);

const tokensOf = (text: string): readonly Token[] =>
  [...text.matchAll(/[\p{L}\p{M}\d]+/gu)].map(({ 0: word, index }) => ({
    word: fold(word),
    from: index,
    to: index + word.length,
  }));
const wordsOf = (name: string): readonly string[] => tokensOf(name).map(({ word }) => word);

/** The text as it is where the place is written in a way that the tables do not know, and where nothing else is said. */
export function withoutPlace(text: string, places: readonly Place[]): string {
  const tokens = tokensOf(text);
  const [head] = places;
  const name = head ? wordsOf(head.name) : [];
  const at = placeOf(tokens, name);
  if (at === null) return text;
  const around = new Set(
    places.flatMap((place) =>
      surroundings(place)
        .flat()
        .map((one) => one.name),
    ),
  );
  const start = startOf(tokens, at);
  const end = endOf(tokens, at + name.length, [...around].map(wordsOf));
  const from = tokens[start]?.from ?? 0;
  const to = tokens[end - 1]?.to ?? text.length;
  const rest = `${text.slice(0, from)} ${text.slice(to)}`
    .replace(/\s+([,.?!])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
  return /\p{L}/u.test(rest) ? rest.replace(/^[,.\s]+/, '') : text;
}

/** How the text names the place: with "xã" or "phường" before it, right after "ở", by the way, or spelt otherwise. */
export function mannerOf(text: string, { name }: Place): 'kind' | 'at' | 'bare' | 'otherwise' {
  const tokens = tokensOf(text);
  const at = placeOf(tokens, wordsOf(name));
  if (at === null) return 'otherwise';
  const word = tokens[at - 1]?.word ?? '';
  if (kinds.has(word)) return 'kind';
  return before.has(word) ? 'at' : 'bare';
}

const runsAt = (tokens: readonly Token[], at: number, name: readonly string[]): boolean =>
  name.length > 0 && name.every((word, index) => tokens[at + index]?.word === word);

/** Where the name stands with its kind before it, or for a name of several words without. */
function placeOf(tokens: readonly Token[], name: readonly string[]): number | null {
  const all = tokens.flatMap((_token, at) => (runsAt(tokens, at, name) ? [at] : []));
  const kinded = all.find((at) => kinds.has(tokens[at - 1]?.word ?? ''));
  return kinded ?? (name.length > 1 ? (all[0] ?? null) : null);
}

function startOf(tokens: readonly Token[], at: number): number {
  let start = at;
  while (kinds.has(tokens[start - 1]?.word ?? '')) start -= 1;
  const words = tokens.slice(0, start).map(({ word }) => `${word} `);
  const lead = livesHere.exec(words.join(''));
  if (lead) return start - lead[0].trim().split(' ').length;
  return before.has(tokens[start - 1]?.word ?? '') ? start - 1 : start;
}

/** "Nhà em hiện đang sống ở": with the place it goes too. A child ("cho con ở …") is spoken of, and stays. */
const livesHere =
  /(?:^(?:da )?(?:con|chau)|(?:nha|gia dinh|vo chong)(?: (?:toi|em|minh|tui|con|chau))?|toi|em|minh|tui) (?:(?:hien|dang|nay|tai|la|gio|vua|moi|chuyen|den|ve|dan|nguoi) )*(?:(?:song|sinh|cu|thuong|tam|tru|tro|ngu) )*(?:o |tai )?$/;

/** Behind the districts and provinces that follow the name. */
function endOf(tokens: readonly Token[], from: number, names: readonly (readonly string[])[]): number {
  let end = from;
  for (;;) {
    let next = end;
    while (between.has(tokens[next]?.word ?? '')) next += 1;
    const name = names.find((words) => runsAt(tokens, next, words));
    if (!name) return tokens[end]?.word === 'cu' ? end + 1 : end;
    end = next + name.length;
  }
}
