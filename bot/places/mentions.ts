/** Where in a text which places may be named. */
import type { Place } from '../../knowledge/index.ts';
import type { Entry, Gazetteer } from './gazetteer.ts';
import { isCommuneKind, kindBefore, kindFit } from './kinds.ts';
import { agreement, hasMarks, type PlaceWord } from './place-words.ts';

/** One place that a span of words may name. `[from, to)` counts words and takes in the kind before the name. */
export interface Mention {
  readonly place: Place;
  readonly from: number;
  readonly to: number;
  /** Words of the name. */
  readonly length: number;
  /** Whether the kind that was written is the place's own, another of its level, or not written. */
  readonly kind: 'exact' | 'near' | null;
  /** 0 to 1: how well marks and letters agree. */
  readonly quality: number;
  /** Made of words of everyday questions alone (La Gi, Hiền Quan): by itself it names nothing. */
  readonly everyday: boolean;
}

/** Words of questions: they name no place unless a kind stands before them or a true word beside them. */
const everydayWords = new Set(
  'gio bay nay hien la goi thuoc ve nao gi mo dau chi o toi em tui minh con chau bac nha que cu moi sap nhap sat xong sau cho thi roi khong ko k a ha vay rua hoi xin duoc co phai ten doi do va hay cua di den nop ho so lam giai to ghi dia duoi nguoi ta nhe ne voi bo bi het ai cai chu ad e ah u uh da vang anh chi xa phuong tinh huien quan'.split(
    ' ',
  ),
);
export const isEveryday = (word: PlaceWord): boolean => everydayWords.has(word.key);

/** What may follow "xã", "phường" and is no name. */
const noNames = new Set('nao gi mo dau chi cu moi nay do toi tui em minh cua nha o thi thuoc va hay voi la'.split(' '));

const startsNoName = ([first]: readonly PlaceWord[]) => first !== undefined && noNames.has(first.key);

/** Mentions are read up to here: a text of nothing but "phường 1" must not take long. */
const mostMentions = 1500;
/** Two words differ by one letter: far less sure than another tone. */
export const slipQuality = 0.6;
const leastAgreement = 0.7;
const longestSlip = 4;
const mostSlipWords = 60;

/** Every place that a span of the text may name, spelt as in the tables or with other marks. */
export function mentionsIn(words: readonly PlaceWord[], gazetteer: Gazetteer): readonly Mention[] {
  const found: Mention[] = [];
  forSpans(words, [1, gazetteer.longest], (from, to, span) => {
    if (found.length > mostMentions) return;
    const entries = gazetteer.named(span.map(({ key }) => key).join(' '));
    const marks = span.some(hasMarks);
    for (const entry of entries) {
      const agreed = entry.words.map((word, at) => agreement(span[at] as PlaceWord, word, marks));
      const quality = agreed.reduce((sum, one) => sum + one, 0) / agreed.length;
      const mention = mentionOf(words, entry, { from, to, quality });
      if (mention) found.push(mention);
    }
  });
  return found;
}

/** Places named with one letter wrong, where no place is named exactly. */
export function slipsIn(
  words: readonly PlaceWord[],
  gazetteer: Gazetteer,
  exact: readonly Mention[],
): readonly Mention[] {
  const taken = new Set(exact.map(({ to, length }) => `${to - length} ${to}`));
  const found: Mention[] = [];
  forSpans(words.slice(0, mostSlipWords), [2, longestSlip], (from, to, span) => {
    if (taken.has(`${from} ${to}`) || found.length > mostMentions) return;
    if (span.some(isEveryday) && (!kindBefore(words, from) || startsNoName(span))) return;
    for (const entry of gazetteer.nearly(span)) {
      if (!restAgrees(span, entry)) continue;
      const mention = mentionOf(words, entry, { from, to, quality: slipQuality });
      if (mention) found.push(mention);
    }
  });
  return found;
}

/** The words without the slip have the marks of the name, or none. */
const restAgrees = (span: readonly PlaceWord[], { words }: Entry): boolean =>
  words.every((word, at) => word.key !== span[at]?.key || agreement(span[at], word, false) >= leastAgreement);

function mentionOf(
  words: readonly PlaceWord[],
  { place, needsKind }: Entry,
  { from, to, quality }: Pick<Mention, 'from' | 'to' | 'quality'>,
): Mention | null {
  const before = kindBefore(words, from);
  const fit = before && kindFit(before.kind, place);
  if (before ? fit === null : needsKind) return null;
  const everyday = words.slice(from, to).every(isEveryday);
  return { place, from: before?.from ?? from, to, length: to - from, kind: fit ?? null, quality, everyday };
}

function forSpans(
  words: readonly PlaceWord[],
  [shortest, longest]: readonly [number, number],
  visit: (from: number, to: number, span: readonly PlaceWord[]) => void,
): void {
  for (let from = 0; from < words.length; from += 1) {
    for (let to = from + 1; to <= Math.min(words.length, from + longest); to += 1) {
      if (to > from + 1 && words[to - 1]?.gap !== 'none') break;
      if (to - from >= shortest) visit(from, to, words.slice(from, to));
    }
  }
}

/** Whether "xã", "phường" or "thị trấn" stands before a word that is no known name and no word of a question. */
export function hasUnknownCommune(words: readonly PlaceWord[], mentions: readonly Mention[]): boolean {
  return words.some((word, at) => {
    const before = kindBefore(words, at);
    if (!before || !isCommuneKind(before.kind) || noNames.has(word.key)) return false;
    return !mentions.some(({ from, to, kind }) => kind !== null && from <= at && at < to);
  });
}
