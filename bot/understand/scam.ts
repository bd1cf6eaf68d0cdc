/** Whether a call, a message, a link or a number "of the ward" is to be checked. */
import { vi } from './keyed.ts';
import { anyOf, type Wording } from './wording.ts';

export type ScamQuestion = 'check' | 'lost' | 'list' | 'account';

const site = '(?:trang(?: web)?|web|website|cổng|app|ứng dụng|kênh|số điện thoại|đầu số)';
const asksWhich = [
  vi`\b(?:cho|xin|hỏi|biết|tìm)\b.{0,24}\b${site} (?:\S+ ){0,2}(?:chính thức|chính thống)\b`,
  vi`\b${site}\b.{0,40}\b(?:nào|gì)\b.{0,14}\b(?:thật|chính thức|chính thống)\b`,
  vi`\b${site}\b.{0,30}\b(?:thật|chính thức|chính thống)\b.{0,30}\b(?:là )?(?:trang|web|cổng|app|số)? ?(?:nào|gì)\b`,
];
/** Asks for an account to pay to. An account of the citizen's own, for a pension, is none. */
const payTo = [
  vi`\bsố tài khoản (?:\S+ ){0,3}(?:để |mà )?(?:nộp|chuyển|đóng|của (?:phường|xã|ủy ban|cơ quan|kho bạc|bên))\b`,
  vi`\b(?:nộp|chuyển(?: khoản| tiền)?|đóng)\b.{0,30}\b(?:vào|tới|qua|đến) (?:số )?tài khoản (?:nào|gì|của)\b|\b(?:cho|xin) (?:\S+ ){0,2}số tài khoản\b`,
];
const code = '(?:otp|mã xác (?:nhận|thực)|mã otp|mật khẩu)';
const lost = vi`\b(?:lỡ(?: tay)?|đã|vừa|trót) (?:\S+ ){0,2}(?:bấm (?:vào )?(?:link|đường)|đọc (?:mã|otp)|đưa (?:mã|otp)|cho (?:mã|otp)|chuyển (?:tiền|khoản) cho (?:nó|chúng|họ|người|bọn|kẻ|số))`;

/** Somebody speaks in the office's name. */
const poses = vi`\b(?:giả danh|mạo danh|tự xưng|xưng (?:là )?(?:công an|cán bộ|phường|xã|ubnd|bảo hiểm|ngân hàng|điện lực)|giả mạo (?:công an|cán bộ|phường|website|trang|tin nhắn|số))\b`;
const doubts = vi`\b(?:lừa đảo|có (?:phải )?(?:của (?:phường|xã|nhà nước|công an|ủy ban)|lừa|thật không|thật hay giả)|có thật không|thật hay giả|đáng tin|tin được không|an toàn không|thật không|có nên (?:đọc|bấm|nhấn|chuyển|cài|tin|nghe|làm theo))\b`;
/** "Có phải lừa đảo không" asks for the check whatever was received. */
const fearsFraud = vi`\b(?:có (?:phải )?(?:là )?|phải )lừa đảo\b|\blừa đảo (?:không|hay|à|hả|phải không|đúng không)`;
const contact = vi`\b(?:${code}|link|đường (?:link|dẫn)|(?:bấm|nhấn) (?:vào|link)|chuyển (?:tiền|khoản)|quét mã|cài (?:app|ứng dụng)|tin nhắn|nhắn tin|sms|cuộc gọi|(?:người|ai) (?:\S+ )?gọi|gọi (?:đến|tới|cho|điện|bảo|kêu|nói|xưng|bắt|hỏi)|cài (?:đặt )?(?:vneid|phần mềm)|zalo|trang web|website|web này|số (?:này|lạ))\b`;
/** Officials or strangers ask for a secret code. */
const wantsCode = vi`\b(?:cán bộ|công an|phường|xã|người (?:ta|lạ|nào|gọi)|nó|họ|ngân hàng|nhân viên|gọi|nhắn)\b.{0,80}\b(?:đòi|hỏi|yêu cầu|xin|bắt|kêu|bảo) (?:\S+ ){0,4}(?:${code})\b`;

export function scamQuestionIn({ keyed }: Wording): ScamQuestion | null {
  if (lost.test(keyed)) return 'lost';
  if (poses.test(keyed) || wantsCode.test(keyed)) return 'check';
  if (doubts.test(keyed) && (contact.test(keyed) || fearsFraud.test(keyed))) return 'check';
  if (anyOf(asksWhich, keyed)) return 'list';
  return anyOf(payTo, keyed) ? 'account' : null;
}

/** Web addresses (labels of at most 63 signs, eight of them) and public numbers in a text, as written; NFC text with the links still in it. */
export function contactsIn(text: string): string[] {
  const domains =
    text.match(
      /(?:https?:\/\/)?(?<![a-z0-9-])(?:[a-z0-9-]{1,63}\.){1,8}(?:vn|com|net|org|info|xyz|top|online|site|cc|me|app|io)\b(?:\/\S*)?/gi,
    ) ?? [];
  const numbers = text.match(/(?<!\d)(?:1800|1900)[\s.]?\d{2}[\s.]?\d{2}(?:\d{2})?(?!\d)|(?<!\d)11[1-5](?!\d)/g) ?? [];
  return [...new Set([...domains, ...numbers])];
}
