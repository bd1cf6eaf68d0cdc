/** Simple rewriting: one question for each thing that is asked, with its topic taken from what was said before. */

const asks = /(?:gì|nào|bao nhiêu|mấy|ở đâu|đâu|thế nào|ra sao|không|ko|hả|\?|cần|muốn|làm sao|how|what|where)/iu;
const most = 3;

/** One to three questions that stand alone. */
export function mattersOf(said: string, before: readonly string[]): string[] {
  const sentences = said
    .split(/(?<=[?.!;\n])\s+|\s+(?:với lại|còn|ngoài ra|rồi cho (?:em|tôi) hỏi)\s+/iu)
    .map((one) => one.trim());
  const asking = sentences.filter((one) => one !== '' && asks.test(one));
  const story = sentences.filter((one) => one !== '' && !asks.test(one)).join(' ');
  if (asking.length === 0) return [said.trim()];
  return asking.slice(0, most).map((one) => standAlone(one, story, before));
}

/** A short question takes its topic from the story, or from what was said last. */
function standAlone(question: string, story: string, before: readonly string[]): string {
  if (question.split(/\s+/).length > 7) return question;
  const topic = story || before.at(-1) || '';
  return topic === '' ? question : `${topic.replace(/[.?!]+$/, '')}: ${question}`;
}

const official: readonly (readonly [RegExp, string])[] = [
  [/khai sinh|mới sinh|đẻ/iu, 'đăng ký khai sinh'],
  [/khai tử|mất rồi|qua đời/iu, 'đăng ký khai tử'],
  [/kết hôn|cưới|lấy (?:vợ|chồng)/iu, 'đăng ký kết hôn'],
  [/độc thân|tình trạng hôn nhân/iu, 'cấp giấy xác nhận tình trạng hôn nhân'],
  [/tạm trú|thuê trọ|ở trọ/iu, 'đăng ký tạm trú'],
  [/thường trú|nhập khẩu|hộ khẩu/iu, 'đăng ký thường trú'],
  [/sao y|bản sao|photo/iu, 'chứng thực bản sao từ bản chính'],
  [/chứng thực chữ ký/iu, 'chứng thực chữ ký'],
  [/hộ kinh doanh|mở (?:quán|tiệm|shop)/iu, 'đăng ký thành lập hộ kinh doanh'],
  [/xây nhà|giấy phép xây/iu, 'cấp giấy phép xây dựng nhà ở riêng lẻ'],
  [/căn cước|cccd/iu, 'cấp thẻ căn cước'],
];

/** The procedure in official words, of the question or of the story it stands in; the question itself where none is known. */
export const officialWords = (question: string, story = ''): string =>
  [question, story].flatMap((text) => official.filter(([pattern]) => pattern.test(text)))[0]?.[1] ??
  question.replace(/[?!.]+$/, '');

const facetWords: readonly (readonly [RegExp, string])[] = [
  [/lệ phí|phí|bao nhiêu tiền|tốn|tiền|le phi|mien phi/iu, 'fee'],
  [/bao lâu|mấy (?:ngày|hôm|bữa)|khi nào (?:xong|có)/iu, 'time'],
  [/ở đâu|nộp đâu|chỗ nào|o dau/iu, 'place'],
  [/giấy tờ|giấy gì|cần (?:gì|chi|những gì)|mang gì|hồ sơ gồm|giay to/iu, 'documents'],
  [/qua mạng|online|trực tuyến/iu, 'online'],
  [/các bước|trình tự|làm thế nào|làm sao/iu, 'steps'],
  [/điều kiện|có được|được không/iu, 'conditions'],
  [/căn cứ|luật nào|nghị định/iu, 'legal'],
];

/** What is asked about the procedure; `null` where nothing says it. */
export const facetOf = (question: string): string | null =>
  facetWords.find(([pattern]) => pattern.test(question))?.[1] ?? null;

/** A commune that is named; `null`. */
export const placeIn = (question: string): string | null =>
  /(?:phường|xã|đặc khu|quận|huyện)\s+(?:\d{1,2}|(?:\p{Lu}\p{L}*\s?){1,4})/u.exec(question)?.[0].trim() ?? null;
