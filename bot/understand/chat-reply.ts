/** The short replies of a messenger: a number of a list, a bare yes or no, a sign, a wish for a QR code, a leave to pass a picture on. */
import { fold } from '../../retrieval/index.ts';
import { emergencyIn } from './emergency.ts';
import { vi } from './keyed.ts';
import { wordingOf } from './wording.ts';
import { yesOrNo } from './yes-or-no.ts';

const numbers: Readonly<Record<string, number>> = {
  mot: 1,
  nhat: 1,
  dau: 1,
  'dau tien': 1,
  hai: 2,
  nhi: 2,
  ba: 3,
  bon: 4,
  tu: 4,
  nam: 5,
  sau: 6,
  bay: 7,
  tam: 8,
  chin: 9,
  muoi: 10,
};
const word = Object.keys(numbers)
  .sort((one, other) => other.length - one.length)
  .join('|');
const before = '(?:(?:da|vang|u|em|toi|minh|bac|tui|con|chau|chon|lay|bam|nhan|cho (?:em|toi|minh)) )*';
const after = '(?: (?:nhe|nha|di|a|em|do|ay|kia|luon|voi|chi|anh|ban|giup (?:em|toi|minh)))*';
const counted = '(?:cai|viec|muc|lua chon|y|dap an|phuong an|cau|truong hop|o|nut)';
/** A bare figure, "số 2", "cái thứ hai"; a bare "hai" or "ba" is none: it may be a father. */
const saidNumber = new RegExp(
  `^${before}(?:(?:${counted} )?(?:(?:so|thu) )*(\\d{1,2})|(?:${counted} (?:(?:so|thu) )*|(?:so|thu) )(${word}))${after}$`,
);

/** The number that the whole message is; `null` when it says anything else. */
export function numberSaid(text: string): number | null {
  const words = fold(text).match(/[\p{L}\d]+/gu) ?? [];
  const found = saidNumber.exec(words.join(' '));
  if (!found) return null;
  return found[1] === undefined ? (numbers[found[2] ?? ''] ?? null) : Number(found[1]);
}

const wrong = vi`^(?:(?:dạ|à|ừ|vâng|thôi) )*(?:không phải|không đúng|chưa đúng|sai|nhầm|nghe nhầm|nghe sai)(?: (?:rồi|đâu|vậy|thế|ạ|em|nha|nhé|câu đó|như vậy))*(?: [.!])*$`;

/** "Đúng rồi", "không phải": to what was asked or read back just before; `null` when it says more. */
export function bareYesOrNo(text: string): 'yes' | 'no' | null {
  const wording = wordingOf(text);
  return wrong.test(wording.keyed) ? 'no' : yesOrNo(wording);
}

const letterOrDigit = /[\p{L}\d]/u;
/** Zalo writes its own signs as `/-strong`, `/-heart`, `:>`. */
const zaloSign = /^(?:\/-[\w:]{1,16}|[:;]-?[\w<>()|[\]*~!$'"&^/\\+-]{1,10}|[8b]-?\))(?:\s+|$)/iu;

/** Nothing but signs: a thumb, a heart, a smile. Question marks alone ask something. */
export function isOnlySign(text: string): boolean {
  let rest = text.trim();
  for (let found = zaloSign.exec(rest); found && rest !== ''; found = zaloSign.exec(rest))
    rest = rest.slice(found[0].length).trim();
  return !letterOrDigit.test(rest) && !/[?]/.test(rest);
}

const qr = vi`^(?:\S+ ){0,4}(?:mã )?qr(?: (?:\S+ ){0,5}\S+)?$`;
/** Of what the QR code is read: a thing of the office's own, not one of ours. */
const otherQr = vi`\b(?:căn cước|chuyển khoản|thanh toán|ngân hàng|trên (?:thẻ|giấy)|định danh|vneid|lừa đảo|phí)\b`;

/** "Cho xin mã QR", "gửi mã qr với". */
export const wantsQr = (text: string): boolean => {
  const { keyed } = wordingOf(text);
  return qr.test(keyed) && !otherQr.test(keyed) && vi`\b(?:cho|xin|gửi|lấy|cần|muốn|có)\b|^(?:mã )?qr`.test(keyed);
};

const leave = vi`^(?:(?:dạ|vâng|ừ|có|được|ok|tôi|em|mình|bác|cháu|con) )*(?:đồng ý )?(?:cho )?(?:gửi|xem|mở|cho xem) (?:cái |tấm |bức )?ảnh(?: (?:đi|nhé|nha|ạ|luôn|được|này|đó|ấy|rồi|cho cán bộ|của tôi))*$`;
/** Leave to pass on the picture just sent; with "không" it is none. */
export const letsSeePicture = (text: string): boolean => {
  const { keyed } = wordingOf(text);
  return leave.test(keyed) && !vi`\b(?:không|đừng|khỏi|thôi)\b`.test(keyed);
};

/** Whether a life may be in danger: then everything else gives way. */
export const isEmergency = (text: string): boolean => emergencyIn(wordingOf(text)) !== null;
