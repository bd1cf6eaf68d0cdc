/** Kinds of units (xã, phường, quận …) as people write them. */
import type { Place } from '../../knowledge/index.ts';
import { type PlaceWord, readName } from './place-words.ts';

/** Ways of writing each kind, as keys of words; the longest that fits is meant. */
const written: readonly (readonly [kind: string, ...ways: string[]])[] = [
  ['Phường', 'phuong', 'p', 'f', 'ph', 'phuog', 'phg'],
  ['Xã', 'xa', 'x'],
  ['Thị trấn', 'thi tran', 'tt', 'thi tr', 'ttr'],
  ['Đặc khu', 'dac khu'],
  ['Quận', 'quan', 'q', 'qan'],
  ['Huyện', 'huien', 'h', 'huien dao'],
  ['Thị xã', 'thi xa', 'tx'],
  ['Thành phố', 'thanh pho', 'tp', 'tpho', 't p'],
  ['Tỉnh', 'tinh'],
];
const kindOf = new Map(written.flatMap(([kind, ...ways]) => ways.map((way) => [way, kind] as const)));
/** The same with their marks, for the ways that mean something else with others ("tính", "phương"). */
const marked = new Map(
  ['phường', 'xã xả', 'quận', 'tỉnh tĩnh', 'huyện'].flatMap((ways) =>
    readName(ways).map((word) => [word.key, readName(ways).map((one) => one.marked)] as const),
  ),
);

export interface KindBefore {
  readonly kind: string;
  /** Index of its first word. */
  readonly from: number;
}

/** The kind that stands right before word `at`, or `null`. */
export function kindBefore(words: readonly PlaceWord[], at: number): KindBefore | null {
  for (const length of [2, 1]) {
    const from = at - length;
    const span = words.slice(Math.max(0, from), at);
    if (from < 0 || words[at]?.gap === 'break' || span.slice(1).some(({ gap }) => gap === 'break')) continue;
    const kind = kindOf.get(span.map(({ key }) => key).join(' '));
    if (kind && (length === 2 || span.every(rightlyMarked))) return { kind, from };
  }
  return null;
}

/** "tính" is not "tỉnh", "phương" is not "phường"; without marks either may be meant. */
const rightlyMarked = (word: PlaceWord): boolean =>
  word.marked === word.key || (marked.get(word.key)?.includes(word.marked) ?? true);

const levels: Readonly<Record<string, readonly Place['level'][]>> = {
  Xã: ['commune', 'old-commune'],
  Phường: ['commune', 'old-commune'],
  'Thị trấn': ['commune', 'old-commune'],
  'Đặc khu': ['commune', 'old-commune'],
  Quận: ['old-district'],
  Huyện: ['old-district'],
  'Thị xã': ['old-district'],
  'Thành phố': ['old-district', 'old-province', 'province'],
  Tỉnh: ['old-province', 'province'],
};

/** Whether a kind is of the level of a commune. */
export const isCommuneKind = (kind: string): boolean => levels[kind]?.includes('commune') ?? false;

/** `exact`; `near` for another kind of the same level; `null` when the kind cannot mean this place. */
export function kindFit(kind: string, place: Place): 'exact' | 'near' | null {
  const change = place.level === 'commune' || place.level === 'province' ? place.change : null;
  if (kind === place.kind || change?.to.startsWith(`${kind} `)) return 'exact';
  if (!levels[kind]?.includes(place.level)) return null;
  // A city of the country is no city below a province, nor the other way round.
  return kind === 'Thành phố' && place.level !== 'old-district' ? null : 'near';
}
