/** Whether the citizen wants a person: asks for one, complains, or has had enough. */
import { anyOf, type Wording } from './wording.ts';

export type PersonRequest = 'asked' | 'complaint' | 'denounce' | 'distress';

const people =
  '(can bo|nguoi (that|khac|ho tro|truc|co trach nhiem|phu trach|huong dan|giup)|nhan vien|tong dai vien|dien thoai vien|lanh dao|chu tich|ai do|(co|chu|anh|chi|ong|ba|may (chu|co|anh|chi)) .{0,14}(can bo|phuong|xa|dia chinh|tu phap|ho tich|cong an|mot cua|truc)|may (chu|co|anh|chi)|con nguoi|cong chuc|(cong an|dia chinh|tu phap) (xa|phuong)|nguoi)';

const asks = [
  new RegExp(
    `\\b(gap|noi chuyen (voi|vs|truc tiep)|noi chuyen|noi may|noi (toi )?(voi|den)|chuyen (may|cho|toi|tiep|sang|qua)|lien he truc tiep|trao doi (voi|truc tiep)|dang ky gap)\\b.{0,18}\\b${people}\\b`,
  ),
  /\b(keu|goi|nho|moi) .{0,6}(co nao|chu nao|ai|anh nao|chi nao|nguoi|can bo|nhan vien|ho)\b.{0,24}\b(ra|den|toi|qua|xuong|giup|chi|lai|gium|dum|voi)\b/,
  /\bco (ai|nguoi|can bo|nhan vien)\b.{0,30}\b(truc|o day|o do|noi chuyen|giup|ho tro|nghe may)\b/,
  /\bgoi lai (cho )?(toi|em|minh|tui|chau|bac|anh|chi|ba|ong)\b/,
  /\bco (anh|chi|co|chu|ong|ba) (dia chinh|tu phap|ho tich|cong an|can bo|mot cua)\b.{0,30}\b(gap|khong|o do|o day)\b/,
  /\bnguoi (that|ho tro truc tiep|huong dan truc tiep)\b/,
  /\b(nhan vien|can bo|tong dai|co chu|anh chi) oi\b.{0,40}\b(giup|cuu|hong|ket|loi|voi)\b/,
  /\b(khong|hong|ko|k|chan|khoi) .{0,14}\b(noi|nghe|nhan|hoi) .{0,6}(voi |vs )?(may|bot|robot)\b(?!.*\b(in|tinh|cay|bay|xe|giat|lanh)\b)/,
  /\b(can|muon|xin|cho) .{0,12}nguoi (ho tro|huong dan|giup|chi)\b/,
  /\b(bam|nhan) (so|phim) (may|nao)\b.{0,30}\b(nguoi|can bo|tong dai|nhan vien)\b/,
];

/** Near misses: a person is part of the question's matter, not who is wanted. */
const notWanted =
  /\b(nguoi (nha|than|dai dien|lam chung|giam ho|ky|nop|yeu cau|di thay|khac (di|nop|lam|ky|dung ten)|cao tuoi|nuoc ngoai|mat|chet|duoc|phu thuoc|lao dong)|gap (kho|loi|van de|truc trac|su co|rac roi|truc tiep)|uy quyen|may gio|so dien thoai|ky (giay|vao)|tuyen)\b/;

const denounce = /\b(to cao|to giac)\b/;

const complaint = [
  /\b(khieu nai|phan anh|kien nghi|khieu to|bao cao sai pham)\b/,
  /\b(thai do|coc loc|hach dich|nhung nhieu|voi (vinh|tien)|an hoi lo|nhan hoi lo|lam kho|gay kho|hoanh hoe|quat (thao|mang|nat)|thieu ton trong|vo trach nhiem|tac trach|mang dan|hanh (dan|ha) (minh|toi|nguoi dan))\b/,
  /\b(om|ngam|giam) (ho so|giay)|\bho so .{0,24}\b(bi om|bi ngam|hai thang nay|khong ai (dung|xu ly|giai quyet))\b/,
  /\b(thu|lay|doi|bat nop) .{0,14}(phi|tien|le phi) .{0,16}(cao hon|sai|qua|ngoai|khong bien lai)\b/,
  /\b(kiosk|may (in|lay so|quet|thu|bam))\b.{0,10}\b(nuot|an mat|lay mat)\b|\bnuot .{0,10}(tien|to|the)\b/,
];

const brokenMachine =
  /\b(may in phieu|may in|may lay so|kiosk|man hinh)\b.{0,24}\b(ket|treo|hong|hu|khong (in|chay|len))\b/;
const wantsPaper = /\b(xin|sao y|xac nhan|dang ky|chung thuc|khai|cap|can (lam|sao))\b/;

const distress = [
  /\b(buc (het|minh|xuc|qua|boi)|tuc (qua|minh|chet)|lam an kieu gi|lam viec kieu gi|chan (lam|qua|ngan)|met moi lam roi|qua dang)\b/,
  /\b(di|toi|chay|len xuong) .{0,10}(\d|hai|ba|bon|nam|may|bao nhieu|nhieu) (lan|bua|luot)\b.{0,40}\b(van|bat|chua|khong|hoai|lai)\b/,
  /\bhoi (\d|hai|ba|bon|nam|may|nhieu) lan\b.{0,40}\b(khong|chua|sai)\b|\b(toi|em|minh|tui) hoi (hoai|mai)\b/,
];

/** Words that ask how something is done: a complaint about the past with a question of procedure stays a question. */
const asksHow =
  /\b(thu tuc|can giay|giay to gi|ho so gom|bao nhieu|bao lau|may ngay|o dau|lam sao|the nao|giai quyet .{0,14}(bao lau|mat|toi da)|dieu kien)\b/;

export function personRequestIn({ folded }: Wording): PersonRequest | null {
  if (denounce.test(folded) && !asksHow.test(folded)) return 'denounce';
  const complains = anyOf(complaint, folded) || (brokenMachine.test(folded) && !wantsPaper.test(folded));
  if (
    complains &&
    !(asksHow.test(folded) && !/\b(phan anh|khieu nai)\b/.test(folded)) &&
    !/\b(thu tuc|giai quyet) (giai quyet )?(khieu nai|phan anh|kien nghi)\b/.test(folded)
  )
    return 'complaint';
  if (
    anyOf(asks, folded) &&
    (!notWanted.test(folded) ||
      (/\b(can bo|nhan vien|nguoi that|tong dai)\b/.test(folded.replace(/so dien thoai.*/, '')) &&
        /\b(gap|noi chuyen|noi may|chuyen may)\b/.test(folded) &&
        !/\b(gap (kho|loi))\b/.test(folded)))
  )
    return 'asked';
  if (anyOf(distress, folded) && !asksHow.test(folded)) return 'distress';
  return null;
}
