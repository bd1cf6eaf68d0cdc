/** Greetings, thanks, farewells, questions about the assistant itself. Only when nothing else is asked. */
import type { Wording } from './wording.ts';

export type Smalltalk = 'hello' | 'thanks' | 'bye' | 'who' | 'can' | 'how' | 'ok' | 'sorry' | 'media' | 'language';

const filler =
  /\b(da|a|ad|admin|oi|bot|shop|em|anh|chi|co|chu|bac|ban|minh|toi|tui|nhe|nha|nhe|ne|nhi|vay|day|do|luon|lam|qua|rat|nhieu|cho|hoi|xin|duoc|roi|thoi|tro ly|ao|robot|may|cac|moi nguoi|mn|hihi|haha|hic|he|ha|u|uh|um|ok|oke|okay|oki|vang|hen|nghe|buoi (sang|trua|chieu|toi)|sang|trua|chieu|toi|hom nay|hom qua)\b/g;

const words = (text: string) =>
  text
    .replace(/[?!.,]/g, ' ')
    .split(/\s+/)
    .filter(Boolean).length;
const left = (folded: string, pattern: RegExp) => words(folded.replace(pattern, ' ').replace(filler, ' '));

const rules: readonly (readonly [Smalltalk, RegExp, number])[] = [
  [
    'who',
    /\b(ban|em|bot|may|anh|day|ai|ad|ben do|minh) (la|ten) (ai|gi|nguoi|may|robot|bot|con gi)\b|\bnguoi (that )?hay (la )?(may|bot|robot)\b|\b(may|bot|robot|ai) hay (la )?nguoi\b|\bco phai (la )?(nguoi|may|bot|robot)\b|\b(who|what) are you\b|\bare you (a )?(human|real|bot|robot)\b/,
    4,
  ],
  [
    'can',
    /\b(giup|lam|tra loi|biet|ho tro) .{0,10}(duoc )?(gi|viec gi|nhung gi|cai gi)\b|\b(lam|giup) duoc (viec )?(gi|nhung gi)\b|\bwhat can you do\b|\bhuong dan su dung\b/,
    3,
  ],
  [
    'how',
    /\b(bot|may|em|ban) .{0,8}(nghi le|ngu|thuc|tinh ngu|khoe|met|an com|ranh|con do|co do)\b|\b(khoe khong|nghi le khong|tinh ngu chua)\b/,
    5,
  ],
  [
    'thanks',
    /\b(cam on|cam ta|thank|thanks|thank you|tks|thks|camon|cm on|biet on|tot hon|huu ich|tuyet voi|hay qua|gioi qua)\b/,
    4,
  ],
  [
    'bye',
    /\b(tam biet|bye|goodbye|chao nhe|hen gap|bua (sau|khac) (hoi|quay)|de bua (sau|khac)|mai (ra|toi|den|di|hoi)( nop| lam| tiep)?|thoi (nhe|nha)|nghi nhe|hoi tiep)\b/,
    3,
  ],
  ['sorry', /^(?:.{0,12}\b)?(ngu|dot|ngoc|do hoi|vo dung|te qua|chan qua|sai roi|khong dung|noi bay)\b/, 2],
  ['hello', /\b(xin chao|chao|hello|helo|hi|hey|alo|a lo|halo)\b/, 1],
  [
    'ok',
    /^(?:ok|oke|okay|oki|vang|da|u|uh|uk|um|duoc|roi|hieu roi|biet roi|the a|vay a|ra vay|yes|da vang|[ ?!.,])+$/,
    0,
  ],
];

/** `null` when the message asks something of its own beside the pleasantry. */
export function smalltalkIn({ folded }: Wording): Smalltalk | null {
  for (const [kind, pattern, most] of rules) {
    if (pattern.test(folded) && left(folded, pattern) <= most) return kind;
  }
  return null;
}

const media =
  /\b(gui|chup|dan|up|tai len|quet|scan|doc giup|nghe) .{0,24}\b(anh|hinh|file|tep|pdf|ghi am|giong noi|video|anh chup|man hinh)\b|\b(anh|hinh|file|ghi am|giong noi) .{0,20}\b(gui|dinh kem|vao day|duoc khong)\b/;

/** Asks whether pictures, files or voice can be sent here. */
export const asksAboutMedia = ({ folded }: Wording): boolean =>
  media.test(folded) &&
  /\b(duoc khong|duoc k|duoc ko|co duoc|vao day|o day|toi gui|em gui|minh gui|giup noi dung|qua day)\b/.test(folded);
