/** What a modifier means in the words of titles: "chồng người Pháp" is "nước ngoài", "rơi mất" is "cấp lại". */
import type { Modifier } from '../lexicon/modifiers.ts';
import { syllableOf } from '../text/syllable.ts';
import type { Word } from './reading.ts';

const implied: Readonly<Partial<Record<Modifier, string>>> = {
  foreign: 'nước ngoài',
  mobile: 'lưu động',
  border: 'biên giới',
  reissue: 'cấp lại',
  extend: 'gia hạn',
  exchange: 'cấp đổi',
  delete: 'xóa',
  end: 'chấm dứt',
  pause: 'tạm ngừng',
  revoke: 'thu hồi',
  refuse: 'từ chối',
};
const weight = 0.5;

/** The words of titles for modifiers that the question says in other words; they stand at its end. */
export function impliedWords(modifiers: readonly string[], words: readonly Word[], at: number): Word[] {
  const known = new Set(words.map(({ term }) => term));
  return modifiers.flatMap((modifier) => {
    const own = (implied[modifier as Modifier] ?? '').split(' ').filter(Boolean).map(syllableOf);
    if (own.every(({ term }) => known.has(term))) return [];
    return own.map(
      (syllable): Word => ({ ...syllable, folded: syllable.term, kind: 'modifier', weight, clause: -1, at }),
    );
  });
}
