/** Tells a question about where an old place went from one about a procedure that merely names a place. */
import { anyOf, type Wording } from '../understand/wording.ts';
import type { PlaceWish } from './weigh-place.ts';

export interface PlaceQuestion {
  /** The words alone ask about a place; otherwise they do only where a place is named beyond doubt. */
  readonly plain: boolean;
  /** How the address is written now, where the office is, what the unit was made of; else which unit it is now. */
  readonly about: 'now' | 'address' | 'seat' | 'parts';
  readonly wish: PlaceWish;
}

const which = '(?:nao|gi|mo|dau|chi|j|z|ji)';
const unit =
  '(?:phuong|xa|don vi(?: hanh chinh)?|dac khu|tinh|thanh pho|tp|huyen|quan|thi xa|thi tran|dia phuong|dia ban|noi|cho|ubnd|uy ban|vung|p|x|f|q|h)';
/** Words that set today against before. */
const now =
  '(?:gio|bay gio|bay h|bjo|h|nay|ngay nay|bua ni|hien|hien gio|hien tai|chu|bi chu|luc nay|nam nay|moi day|sau (?:\\w+ ){0,3}(?:sap nhap|sat nhap|sap xep|nhap|gop|1 7|thang 7)|(?:sau|tu) (?:ngay |mung )?(?:1 7|01 07|1 thang 7|thang 7))';
const merged =
  '(?:sap nhap|sat nhap|sap xep|hop nhat|gop|nhap (?:vao|vo|voi|ve|lai|chung|thanh|xong|roi)|bi nhap|doi ten|thay ten|chia tach|tach ra|giai the|xoa ten|xoa so|bo quan|bo huyen|bo cap|thay doi|doi (?:thanh|sang)|chuyen (?:thanh|ve)|len (?:phuong|thanh pho|dac khu)|chia (?:thanh|lam|ra|ve)|thay (?:bang|the))';
const becomes =
  '(?:thuoc|truc thuoc|goi la|goi|goi bang|keu la|keu bang|keu|mang ten|lay ten|co ten|ten la|ten|thanh|tro thanh|nhap|ve|ve voi|vo|vao)';

const named = new RegExp(`\\b${unit} ${which}\\b`);
const today = new RegExp(`\\b${now}\\b`);

/** Each of them asks what became of a place. */
const asks: readonly RegExp[] = [
  new RegExp(`\\b${now}\\b.{0,36}\\b${becomes}\\b.{0,16}\\b${which}\\b`),
  new RegExp(`\\b${now}\\b.{0,12}\\b(?:la|lam|thanh|o) ${unit} ${which}\\b`),
  new RegExp(
    `\\b${merged}\\b.{0,36}\\b(?:${unit} ${which}|(?:la|vao|vo|voi|ve|thanh|ten|qua|sang|cung)(?: \\w+){0,2} ${which})\\b`,
  ),
  new RegExp(`\\b${merged} (?:${which}|${unit} ${which})\\b`),
  new RegExp(`\\b${now}\\b.{0,20}\\b(?:la|thanh) ${unit}(?: \\w+)? hay(?: la)? ${unit}\\b`),
  /\b(truc )?thuoc (ve )?(phuong|xa|dac khu|tinh|thanh pho|tp|huyen|quan|don vi( hanh chinh)?|dia phuong|dia ban|ve|cai)? ?(nao|gi|mo|dau)\b(?! (quan ly|giai quyet|tham quyen))/,
  /\b(ten (goi )?(moi|bay gio|hien (nay|gio|tai)|gio)|doi ten)\b.{0,20}\b(gi|nao|chi|sao|chua)\b/,
  /\b(xa|phuong|quan|huyen|thi tran|thi xa|thanh pho|tinh|tp)\b.{0,50}\bcu\b.{0,24}\b(la|thuoc|ve|thanh|o)\b.{0,14}\b(nao|gi|dau|mo)\b/,
  /\bo (dia ban )?(tinh|thanh pho) (nao|gi|mo)\b/,
  /\b(chia|tach|con|gom|thanh|lam)( \w+){0,2} (may|bao nhieu) (xa|phuong|don vi)\b/,
];
const address =
  /\b(ghi|viet|de|khai|dien|cap nhat) (lai )?(dia chi|que quan|noi o)\b|\bdia chi (moi|hien (nay|tai|gio)|bay gio|gio|nay)\b/;
const remains = /\b(con|mat)\b.{0,24}\b(khong|ko|k|hong|hok|hay khong|nua khong|chua|chang)\b/;
/** These ask about a place only when one is named beyond doubt. */
const bare: readonly RegExp[] = [
  new RegExp(`\\b${now}\\b.{0,12}\\b(?:la|thanh|ra|lam) (?:gi|chi|j|sao|the nao)\\b|\\bla ${unit} ${which}\\b`),
  new RegExp(`\\b${now}\\b.{0,24}\\b(?:di|len|ra|den|toi|ve) (?:dau|mo|cho nao|noi nao)\\b`),
  new RegExp(
    `\\b${now}\\b.{0,16}\\b(?:ghi|viet|goi|khai|dien|de)(?: lai)?(?: dia chi)? (?:la gi|sao|the nao|ra sao|nhu the nao)\\b`,
  ),
  /\b(gio|nay|hien) .{0,12}\bo dau\b(?! (nop|lam|xin|cap|dang ky))/,
  /\b(sap nhap|sat nhap|doi ten|nhap|gop|giai the|xoa ten|len phuong|len thanh pho|sap xep)( roi| lai)? (chua|khong|ko|k|hong|hok|ha|a)\b/,
  /\btra (cuu|giup|ho|dum)\b.{0,60}\b(moi|cu|sap nhap)\b/,
];
const seat =
  /\b(tru so|ubnd|uy ban( nhan dan)?|tru so moi|noi lam viec|trung tam hanh chinh)\b.{0,60}\b(o (dau|cho nao|mo)|nam (o )?dau|dia chi|duong nao|cho nao|noi nao)\b|\b(dia chi|vi tri)\b.{0,16}\b(tru so|ubnd|uy ban)\b/;
const parts =
  /\b(gom|bao gom|hop (thanh|nhat) tu|sap nhap tu|nhap tu|lap tu|thanh lap tu|chia (thanh|lam|ra)|tu) (nhung |cac )?(xa|phuong|thi tran|don vi|dia phuong|tinh|dau|cho)\b.{0,12}\b(nao|gi|dau|mo)\b|\b(gom|bao gom) (nhung )?(gi|dau)\b|\b(gom|co|chia (thanh|lam|ra)|con)( \w+)? (may|bao nhieu) (xa|phuong|don vi)\b/;

/** Of these the question may be about the paper, however it names the place. */
const procedure =
  /\b(khai sinh|khai tu|bao tu|ket hon|doc than|hon nhan|thuong tru|tam tru|tam vang|bao hiem|bhyt|bhxh|can cuoc|cccd|cmnd|sang ten|giay phep|ho kinh doanh|kinh doanh|di chuc|thua ke|cong chung|chung thuc|trich luc|giam ho|con nuoi|so do|so hong|quyen su dung|ho chieu|lai xe|vneid|dinh danh|nop thue|tien thue|thue dat|thue nha|ly lich|tro cap|xay nha|ly hon|dang ky|ho ngheo|nghia vu|luu tru|sao y|le phi|phi bao nhieu|mat phi|bao lau|giay to gi|can gi|thu tuc gi)\b/;

/** A paper on which the old address stands is not what is asked for. */
const writtenOn =
  /\b(giay )?(khai sinh|can cuoc|cccd|cmnd|so do|so hong|ho khau|so ho khau|ket hon|bang lai|giay phep lai xe|ho chieu|the|giay to)( \w+){0,4} (ghi|de|viet|in)\b/g;

/** Papers are made of papers: whoever says where he lives beside it asks nothing about that place. */
const papersMadeOf = /\b(ho so|giay to|thu tuc)( \w+){0,8} (bao )?gom (nhung |cac )?(gi|giay( to)? (gi|nao))\b/g;

const english =
  /\b(which|what) (ward|commune|province|city|district|unit)\b|\b(now|today|currently|become|became|renamed|merged?)\b.{0,40}\b(called|part of|belong|in|into|to|as|name)\b|\b(called|belongs?|become|part of)\b.{0,30}\b(now|today|after)\b|\bnew name\b/;

/** `null` when the message does not ask about a place. */
export function placeQuestionIn({ folded: whole }: Wording): PlaceQuestion | null {
  const folded = whole.replace(writtenOn, ' ').replace(papersMadeOf, ' ');
  const plain = anyOf(asks, folded) && !(procedure.test(folded) && !anyOf(strong, folded));
  const about = seat.test(folded) ? 'seat' : parts.test(folded) ? 'parts' : address.test(folded) ? 'address' : 'now';
  const likely =
    about !== 'now' ||
    (remains.test(folded) &&
      /\b(gio|nay|hien|xa|phuong|quan|huyen|thi xa|thi tran|tinh|thanh pho|tp)\b/.test(folded)) ||
    (named.test(folded) && (today.test(folded) || /\b(cu|moi|roi|truoc)\b/.test(folded)) && !procedure.test(folded)) ||
    anyOf(bare, folded) ||
    english.test(whole);
  if (!plain && (!likely || (procedure.test(folded) && about === 'now'))) return null;
  const before = /\b(cu|truoc|hoi do|ngay xua|hoi xua|da sap nhap)\b/.test(folded);
  const isToday = about === 'parts' || (about === 'seat' && !before);
  return { plain, about, wish: { today: isToday, level: levelOf(folded) } };
}

/** These ask about a place even beside the name of a paper ("khai sinh ở xã cũ, xã ấy nay thuộc xã nào"). */
const strong: readonly RegExp[] = [
  new RegExp(
    `\\b${now}\\b.{0,24}\\b(?:thuoc|goi la|keu la|ten la|ten|doi ten|mang ten|nhap (?:vao|vo|ve))\\b.{0,12}\\b(?:${unit} )?${which}\\b`,
  ),
  new RegExp(`\\b${now} (?:la|thanh) ${unit} ${which}\\b`),
  new RegExp(`\\b${merged}\\b.{0,16}\\b(?:vao|vo|voi|thanh|ten)(?: \\w+)? ${which}\\b`),
];

const asksCommune = /\b(phuong|xa|dac khu|don vi) (nao|gi|mo|chi|j)\b/;
const asksProvince = /\b(tinh|thanh pho|tp) (nao|gi|mo|chi|j)\b/;
const levelOf = (folded: string): PlaceWish['level'] =>
  asksCommune.test(folded) ? 'commune' : asksProvince.test(folded) ? 'province' : null;

/** A message after an answer about a place that goes on about the same place. */
export const goesOnAboutPlace = ({ folded }: Wording): 'seat' | 'now' | null => {
  if (folded.split(' ').length > 9 || procedure.test(folded)) return null;
  if (/\b(tru so|ubnd|uy ban|dia chi)\b/.test(folded)) return 'seat';
  return /\b(tinh|thanh pho|tp) (nao|gi|mo|chi)\b|\b(nghi quyet|tu (ngay|bao gio|khi) nao|can cu)\b/.test(folded)
    ? 'now'
    : null;
};

/** Whether a message may be the answer to "which district was it?": short, and about no procedure. */
export const mayNamePlaceOnly = ({ folded }: Wording): boolean =>
  folded.split(' ').length <= 20 && !procedure.test(folded);
