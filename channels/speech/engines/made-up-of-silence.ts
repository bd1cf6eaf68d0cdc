/** What recognisers trained on videos are known to "hear" in silence and noise: no citizen says it to an office. */

const inventions: readonly RegExp[] = [
  /(?:hãy )?(?:subscribe|sub|đăng k[ýí]|theo dõi)(?: cho| và)?(?: ủng hộ)? kênh/u,
  /không bỏ lỡ (?:những |các )?video/u,
  /cảm ơn (?:các bạn|quý vị|mọi người)(?: và các bạn)? đã (?:theo dõi|xem|lắng nghe|đón xem)/u,
  /(?:xin )?(?:chào tạm biệt|hẹn gặp lại)(?: các bạn| quý vị)?.*(?:video|chương trình|tập) (?:tiếp theo|sau|lần sau)/u,
  /hẹn gặp lại (?:các bạn|quý vị)/u,
  /(?:ghiền mì gõ|la la school)/u,
  /(?:phụ đề|subtitles?|captions?)(?: được thực hiện)? (?:bởi|by)/u,
  /amara ?\. ?org/u,
  /thanks? (?:you )?for watching|please subscribe|like and subscribe/u,
];

/** `[âm nhạc]`, `(tiếng vỗ tay)`, `♪`: a description of sound, not words. */
const described = /\[[^\]]*\]|\([^)]*\)|\*[^*]*\*|[♪♫🎵]+/gu;
const sentence = /[^.!?…\n]+[.!?…]*/gu;
/** A word said so often in a row is a recogniser that has lost its way. */
const stuck = /(?:^|\s)(\p{L}+(?: \p{L}+){0,2}?)(?:[\s,.]+\1){7,}(?=[\s,.]|$)/u;

/** What was really said: the inventions are taken out, and '' when nothing is left. */
export function withoutInventions(heard: string): string {
  const text = heard.normalize('NFC').replace(described, ' ');
  if (stuck.test(text.toLowerCase())) return '';
  const kept = (text.replace(/amara\s?\.\s?org/giu, 'amara org').match(sentence) ?? []).filter((part) => {
    const said = part.toLowerCase().replace(/\s+/g, ' ');
    return /[\p{L}\d]/u.test(said) && !inventions.some((known) => known.test(said));
  });
  return kept.join('').replace(/\s+/g, ' ').trim();
}
