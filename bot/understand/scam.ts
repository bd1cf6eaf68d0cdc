/** Whether a call, a message, a link or a number "of the ward" is to be checked. */
import type { Wording } from './wording.ts';

const suspicious =
  /\b(lua dao|gia mao|gia danh|mao danh|xung (la )?(cong an|can bo|phuong|xa|ubnd)|tu xung|co that khong|that hay gia|co phai (cua|that|lua)|dang tin|an toan khong|chinh thuc|chinh thong)\b/;
const lure =
  /\b(otp|ma xac (nhan|thuc)|link|duong (link|dan)|bam vao|chuyen (tien|khoan)|so tai khoan|quet ma|cai (app|ung dung)|tin nhan|sms|cuoc goi|goi (den|toi|cho)|zalo la|trang web|website|so (nay|la)|nguoi (goi|la))\b/;
const asksWhich =
  /\b(trang|web|website|cong|app|ung dung|so dien thoai|kenh)\b.{0,30}\b(nao|gi)\b.{0,24}\b(that|chinh thuc|dung|chinh thong)\b|\b(that|chinh thuc)\b.{0,10}\bla (trang|web|cong) nao\b/;
const lost =
  /\b(lo|da|vua|lo tay) .{0,10}(chuyen (tien|khoan)|doc (ma|otp)|bam (link|vao)|dua (ma|otp)|cho (ma|otp))\b/;

export type ScamQuestion = 'check' | 'lost' | 'list' | 'account';

export function scamQuestionIn({ folded }: Wording): ScamQuestion | null {
  if (asksWhich.test(folded)) return 'list';
  if (/\bso tai khoan\b/.test(folded)) return 'account';
  if (lost.test(folded) && lure.test(folded)) return 'lost';
  if (suspicious.test(folded) && (lure.test(folded) || /\b(lua dao|gia danh|mao danh|tu xung)\b/.test(folded)))
    return 'check';
  if (/\b(otp|ma xac thuc)\b/.test(folded) && /\b(doi|hoi|yeu cau|xin|bat)\b/.test(folded)) return 'check';
  return null;
}

/** Web addresses and public numbers in a text, as written; NFC text with the links still in it. */
export function contactsIn(text: string): string[] {
  const domains =
    text.match(
      /(?:https?:\/\/)?(?:[a-z0-9-]+\.)+(?:vn|com|net|org|info|xyz|top|online|site|cc|me|app|io)\b(?:\/\S*)?/gi,
    ) ?? [];
  const numbers = text.match(/(?<!\d)(?:1800|1900)[\s.]?\d{2}[\s.]?\d{2}(?:\d{2})?(?!\d)|(?<!\d)11[1-5](?!\d)/g) ?? [];
  return [...new Set([...domains, ...numbers])];
}
