/** Sentences that greet, thank or lead over: they state nothing of a procedure, so nothing has to bear them out. A closed list. */
import type { DraftSentence } from './draft-sentence.ts';
import { plainly } from './record-text.ts';
import type { Fields } from './wording.ts';

const you = '(?:you|anh|chị|anh chị|ông|bà|ông bà|bác|cô|chú|cô chú|em|cháu|bạn|bà con|quý vị)';
const me = '(?:me|em|tôi|mình|cháu)';
const end = '(?: (?:ạ|nhé|nha))?';

const whole = (patterns: readonly string[], flags = 'u') => new RegExp(`^(?:${patterns.join('|')})$`, flags);

const polite = {
  vi: whole([
    `(?:dạ )?(?:vâng )?(?:${me} )?(?:xin )?(?:kính )?chào ${you}${end}`,
    `(?:dạ )?(?:${me} )?(?:xin )?(?:rất )?c[ảá]m ơn ${you}(?: nhiều)?(?: (?:vì )?đã (?:hỏi|liên hệ|nhắn tin|quan tâm|chờ|kiên nhẫn))?${end}`,
    `(?:dạ )?(?:sau đây|dưới đây) là (?:thông tin|phần|điều|những điều|câu trả lời)(?: mà)? ${you} (?:cần|hỏi|cần biết|muốn biết|muốn hỏi)${end}`,
    `(?:dạ )?(?:về )?(?:việc|câu hỏi) (?:của )?${you} (?:hỏi )?(?:${me} )?(?:xin )?trả lời như sau${end}`,
    `(?:dạ )?(?:${me} )?(?:xin )?trả lời (?:câu hỏi của )?${you}(?: như sau)?${end}`,
    `(?:xin )?(?:mời )?(?:${you} )?(?:vui lòng )?xem (?:chi tiết|đầy đủ|thêm|từng mục)(?: ở)?(?: bên| phía| ngay)? dưới(?: đây)?${end}`,
    `chi tiết (?:ở|có ở) (?:bên |phía |ngay )?dưới(?: đây)?${end}`,
    `(?:nếu )?${you} (?:còn )?(?:cần|muốn) (?:hỏi|biết|rõ) (?:gì )?thêm(?: gì| điều gì)? (?:thì )?(?:${you} )?(?:cứ )?(?:hỏi|nhắn)(?: lại)?(?: ${me})?${end}`,
    `${you} cần gì thêm (?:thì )?cứ (?:hỏi|nhắn)(?: ${me})?${end}`,
    `(?:${me} )?(?:xin )?(?:kính )?chúc ${you} (?:nhiều )?(?:mạnh khoẻ|mạnh khỏe|sức khoẻ|sức khỏe|một ngày tốt lành|một ngày vui)${end}`,
  ]),
  en: whole([
    'hello|good (?:morning|afternoon|day)',
    'thank you(?: very much)?(?: for (?:asking|waiting|your (?:question|message|patience)))?',
    'here is (?:the information|what) you (?:need|asked for|asked)',
    '(?:the )?details are (?:given )?below|please see the details below',
    'please ask (?:me )?if you need anything (?:else|more)',
  ]),
};

/** That something was not found: only where a person reads the draft first, who knows whether it is so. */
const bridges = {
  vi: whole([
    `(?:dạ )?(?:còn )?(?:riêng )?(?:về )?(?:phần|việc|nội dung|điều|câu|ý) này (?:thì )?(?:hiện )?(?:${me} )?(?:hiện )?chưa (?:tra|tra cứu|tìm|tìm thấy|thấy|rõ)(?: được| thấy| ra)?${end}`,
    `(?:dạ )?(?:còn )?(?:phần|việc|nội dung|điều|câu|ý) này (?:thì )?(?:${me} )?(?:cần|phải) (?:kiểm tra|tra cứu|hỏi|xem) (?:lại|thêm)${end}`,
    `(?:dạ )?(?:bản ghi|bản công bố|hồ sơ công bố) (?:hiện )?(?:không|chưa) (?:nói|ghi|nêu)(?: rõ)? (?:phần|điều|việc|ý|nội dung) này${end}`,
  ]),
  en: whole([
    '(?:this|that) part (?:could|can) ?not be (?:found|looked up)(?: yet)?',
    'i could not find (?:this|that)(?: part)?(?: in the records?)?(?: yet)?',
    'the records? (?:does|do) not say this',
  ]),
};

/** Whole sentences alone: a part of one, or one with anything added, is judged like any other. */
export function isPolite({ text, tokens }: DraftSentence, { language, mayBridge = false }: Fields): boolean {
  const said = plainly(text);
  return tokens.length === 0 && (polite[language].test(said) || (mayBridge && bridges[language].test(said)));
}
