/** Questions that no ward answers: by kind, because each kind is declined with its own way to go. */
import { anyOf, type Wording } from './wording.ts';

export type OutOfScope = 'out-of-scope' | 'health' | 'advice' | 'opinion' | 'court';

const opinion = [
  /\b(bau cho ai|theo (anh|em|ban|bot) .{0,12}(thi )?nen|cho (em |toi )?y kien|y kien cua (em|ban|bot)|dung hay sai|co dung khong theo (em|ban)|em thay|ban thay|nghi sao ve)\b/,
  /\b(co len gia|gia .{0,12}(len|xuong) (khong|ko)|len gia khong|dau tu|loi nhuan|co loi khong)\b/,
  /\b(chinh sach|chu truong|nha nuoc|dang|chinh phu)\b.{0,40}\b(dung hay sai|tot hay xau|y kien)\b/,
];

const advice = [
  /\b(kien|kien tung|ra toa|toa)\b.{0,30}\b(thang|thua|co (an|thang)|kha nang)\b/,
  /\b(ly hon|ly di)\b.{0,50}\b(chia|tai san|nuoi con|quyen nuoi|nhieu hon|loi hon)\b/,
  /\b(bi|di|may nam|bao nhieu nam) .{0,10}\btu\b(?! (phap|van|choi))|\b(khung hinh phat|truy cuu|bi bat)\b.{0,30}\b(may nam|kha nang|toi gi|sao)\b/,
  /\b(nen|co nen)\b.{0,60}\b(hay (la |de |khong )?|khong|thi hon|quyet giup|loi hon)\b.{0,30}\b(quyet giup|bot|em|hon|khong|de danh)?\b/,
  /\bde (duoc )?duyet hon\b|\bdi cua sau\b|\bquen biet\b|\bnhanh hon nguoi khac\b|\bde duyet\b/,
];

const court = [
  /\b(ly hon|don phuong)\b.{0,40}\b(nop don|o dau|thu tuc|don|can gi|ton|bao nhieu)\b(?!.*\b(ghi chu|nuoc ngoai|trich luc|xac nhan|doc than|can cuoc)\b)/,
  /\b(thu tuc|don|giay|nop don|xin|muon)\b.{0,12}\b(ly hon|ly di)\b(?!.*\b(ghi chu|nuoc ngoai|trich luc|xac nhan|doc than|tinh trang|o (my|duc|phap|nhat|han))\b)/,
];

const health = [
  /\b(dau (bung|dau|lung|nguc|rang|hong|khop|mat|tay|chan)|sot|ho nhieu|tieu chay|buon non|chong mat|bi benh|trieu chung|thuoc (gi|nao)|uong thuoc|kham benh o dau|chua benh)\b(?!.*\b(bao hiem|bhyt|thanh toan|che do|giay|om dau)\b)/,
];

const elsewhere = [
  /\b(thoi tiet|troi (mua|nang)|(hom nay|ngay mai|chieu nay|toi nay) .{0,16}(co )?(mua|nang|lanh|bao)|nhiet do|du bao)\b/,
  /\b(xo so|ket qua so|so de|lo to|vietlott|ca do)\b/,
  /\b(gia (vang|xang|do la|usd|bitcoin|co phieu|heo hoi|lua|ca phe)|chung khoan|ty gia)\b/,
  /\b(bong da|tran dau|doi tuyen|da may gio|world cup|ti so|ty so|ca si|phim|bai hat|nghe si|game)\b/,
  /\b(nau|cong thuc|cach lam|nau an|mon)\b.{0,16}\b(pho|bun|banh|ga|ca|canh|lau|che|an|mon)\b(?!.*\b(co so|quan|mo|kinh doanh|dang ky|an toan)\b)/,
  /\b(giai|lam|viet)\b.{0,12}\b(bai (tap|van|toan|tho)|phuong trinh|tho|van ta|tieu luan|luan van|code|chuong trinh)\b/,
  /\b(crush|nguoi yeu|tinh yeu|to tinh|rep tin nhan|ghen|chia tay|tam su|tu vi|boi|phong thuy|tuoi nao hop)\b/,
  /\b(mua|ban|thue)\b.{0,20}\b(o dau re|gia re|re nhat|shopee|lazada)\b|\b(xin|tim) viec( lam)? (o|tai|cho|cong ty)\b|\b(dich|translate) (giup|ho|cau|sang)\b.{0,30}\b(tieng (anh|trung|nhat|han))\b/,
  /\b(thu do|dan so|tong thong|lich su|ai phat minh|bao nhieu tuoi la gi|dien tich nuoc)\b(?!.*\b(ho so|giay)\b)/,
  /\b(ke chuyen|hat|doc tho|chuyen cuoi|tro cuoi)\b/,
];

export function outOfScopeIn({ folded }: Wording): OutOfScope | null {
  if (anyOf(opinion, folded)) return 'opinion';
  if (anyOf(advice, folded)) return 'advice';
  if (anyOf(court, folded)) return 'court';
  if (anyOf(health, folded)) return 'health';
  return anyOf(elsewhere, folded) ? 'out-of-scope' : null;
}

/** Whether the message speaks of papers or offices at all: then what is not found is absent, not out of scope. */
export const speaksOfProcedures = ({ folded }: Wording): boolean =>
  /\b(thu tuc|ho so|giay|giay to|don|dang ky|cap|xin|xac nhan|chung nhan|chung thuc|cong chung|khai|bao|phep|tro cap|che do|ho tro|bao hiem|chinh sach|nop|to khai|mau|phuong|xa|uy ban|ubnd|mot cua|cong an|quyet dinh|so|the|le phi|tuyen sinh|nhap hoc|truong|cong nhan|danh hieu|huong|mo (tiem|quan|cua hang|co so|lop|nhom|truong|van phong|phong)|thanh lap|to chuc|gia han|giam|mien)\b/.test(
    folded,
  );
