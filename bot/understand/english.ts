/** English questions: told by their small words, and put into the Vietnamese words that the search knows. */

const english =
  /\b(the|is|are|my|do|does|how|what|which|where|when|need|please|can|i|we|you|for|to|of|from|here|want|get|must|have|much|long|papers?|form)\b/gi;
const vietnamese = /[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/i;

/** Small words that are Vietnamese without marks too: cần, đó, tờ, thẻ, đi, lông. */
const alsoVietnamese = /^(can|do|to|the|i|long|form|must|here)$/i;

/** Whether a text is English: at least three of its words, and a third of them, are small English words, one of them no Vietnamese one. */
export function isEnglish(text: string): boolean {
  if (vietnamese.test(text)) return false;
  const words = text.match(/[a-z']+/gi) ?? [];
  const small = text.match(english) ?? [];
  return small.length >= 3 && small.length >= words.length / 3 && small.some((word) => !alsoVietnamese.test(word));
}

/** Phrases first; every word is looked up folded to lower case. Meanings, not sentences: the search needs no grammar. */
const glossary: readonly (readonly [RegExp, string])[] = [
  [
    /\b(which|what) (papers?|documents?|forms?)|papers? (are )?(needed|required)|documents?|paperwork\b/gi,
    ' cần giấy tờ gì ',
  ],
  [/\bwhich form|what form|form\b/gi, ' dùng mẫu tờ khai nào '],
  [/\bhow much|what does it cost|costs?|fees?|price\b/gi, ' lệ phí bao nhiêu '],
  [/\bhow long|how many days|processing time\b/gi, ' bao lâu xong '],
  [/\bwhere\b/gi, ' nộp ở đâu '],
  [/\bonline|internet\b/gi, ' nộp qua mạng '],
  [/\bmarriage certificate\b/gi, ' giấy chứng nhận kết hôn '],
  [/\b(get(ting)? )?marr(y|ied|iage)|wedding|wed\b/gi, ' đăng ký kết hôn '],
  [/\bfianc[eé]e?|boyfriend|girlfriend\b/gi, ' kết hôn có yếu tố nước ngoài '],
  [/\bsingle (status|certificate)|marital status\b/gi, ' giấy xác nhận tình trạng hôn nhân '],
  [/\bbirth( certificate)?|newborn|my baby\b/gi, ' đăng ký khai sinh '],
  [/\bdeath( certificate)?|died|passed away\b/gi, ' đăng ký khai tử '],
  [/\badopt(ion)?\b/gi, ' nuôi con nuôi '],
  [/\bguardian(ship)?\b/gi, ' giám hộ '],
  [/\bdivorced?\b/gi, ' ly hôn '],
  [/\btenants?|lodgers?|guests?|homestay\b/gi, ' khai báo tạm trú cho người nước ngoài '],
  [/\btemporary residence|declare (him|her|them|a guest)\b/gi, ' khai báo tạm trú '],
  [/\bpermanent residence|household registration\b/gi, ' đăng ký thường trú '],
  [
    /\bforeign(er|ers)?|american|korean?s?|japan(ese)?|chinese|french|german|australian?|british|expat\b/gi,
    ' người nước ngoài ',
  ],
  [/\bid(entity)? card|citizen card\b/gi, ' thẻ căn cước '],
  [/\bpassports?\b/gi, ' hộ chiếu '],
  [/\bdriv(ing|er'?s?) licen[cs]e\b/gi, ' giấy phép lái xe '],
  [/\bcriminal record\b/gi, ' phiếu lý lịch tư pháp '],
  [/\bcertified cop(y|ies)|notari[sz]ed cop(y|ies)|certify a copy\b/gi, ' chứng thực bản sao '],
  [/\bsignature\b/gi, ' chứng thực chữ ký '],
  [/\b(land|house) (title|certificate|red book)|red book\b/gi, ' giấy chứng nhận quyền sử dụng đất '],
  [/\bbuilding permit|build(ing)? a house|construction permit\b/gi, ' giấy phép xây dựng '],
  [
    /\b(open|start|register) (a |my )?(small )?(business|shop|store|cafe|restaurant)|household business|business (licen[cs]e|registration)\b/gi,
    ' đăng ký hộ kinh doanh ',
  ],
  [/\bcompany\b/gi, ' thành lập công ty '],
  [/\bregister (a |my )?(motorbike|motorcycle|car|vehicle)|number plate|licen[cs]e plate\b/gi, ' đăng ký xe '],
  [/\bmotorbike|motorcycle|vehicle\b/gi, ' xe '],
  [/\bhealth insurance\b/gi, ' bảo hiểm y tế '],
  [/\bsocial insurance\b/gi, ' bảo hiểm xã hội '],
  [/\bmilitary service\b/gi, ' nghĩa vụ quân sự '],
  [/\bwill\b(?! (i|we|it|you|be))/gi, ' di chúc '],
  [/\binherit(ance)?\b/gi, ' thừa kế di sản '],
  [/\blost|stolen|re-?issue|replace(ment)?\b/gi, ' cấp lại bị mất '],
  [/\brenew(al)?|extend|extension\b/gi, ' gia hạn '],
];

/** The Vietnamese words that an English question stands for; words without an entry are dropped. */
export function fromEnglish(text: string): string {
  let rest = text;
  const found: { at: number; words: string }[] = [];
  for (const [pattern, words] of glossary) {
    rest = rest.replace(pattern, (match, ...args) => {
      const at = args.find((value): value is number => typeof value === 'number') ?? 0;
      found.push({ at, words: words.trim() });
      return '\u0000'.repeat(match.length);
    });
  }
  return found
    .sort((a, b) => a.at - b.at)
    .map(({ words }) => words)
    .join(' ');
}
