/** Questions that no ward answers: by kind, because each kind is declined with its own way to go. */
import { aboutPapers, anyOf, type Wording } from './wording.ts';

export type OutOfScope = 'out-of-scope' | 'health' | 'advice' | 'opinion' | 'court';

const opinion = [
  /\b(bau cho ai|theo (anh|em|ban|bot) .{0,12}(thi )?nen|cho (em |toi )?y kien|y kien cua (em|ban|bot)|dung hay sai|co dung khong theo (em|ban)|em thay|ban thay|nghi sao ve)\b/,
  /\b(co len gia|gia .{0,12}(len|xuong) (khong|ko)|len gia khong|dau tu|loi nhuan|co loi khong)\b/,
  /\b(chinh sach|chu truong|nha nuoc|dang|chinh phu)\b.{0,40}\b(dung hay sai|tot hay xau|y kien)\b/,
];

const advice = [
  /\b(kien|kien tung|ra toa|toa)\b.{0,30}\b(thang|thua|co (an|thang)|kha nang)\b/,
  /\b(ly hon|ly di)\b.{0,50}\b(chia|tai san|nuoi con|quyen nuoi|nhieu hon|loi hon)\b/,
  /\b(may|bao nhieu) nam tu\b(?! (phap|van))|\b(khung hinh phat|truy cuu|bi bat)\b.{0,40}\b(may nam|kha nang|toi gi|sao)\b/,
  /\b(co nen|nen (rut|ban|mua|chon|theo|ly|kien|vay|giu|cho|dau tu))\b.{0,60}\b(hay|khong|hon|quyet giup)\b/,
  /\b(co loi|loi hay|thiet|rui ro)\b.{0,20}\b(cho (toi|em|minh|tui)|khong)\b.{0,30}\b(xem (ho|giup)|khong)\b/,
  /\b(quyet|chon|tinh) (giup|ho|gium) (em|toi|minh|tui|chau|con)\b/,
  /\bde (duoc )?duyet hon\b|\bdi cua sau\b|\bquen biet\b|\bnhanh hon nguoi khac\b|\bde duyet\b/,
];

const court =
  /\b(thu tuc|don|giay|nop don|xin|muon|doi)\b.{0,12}\b(ly hon|ly di)\b|\b(ly hon|ly di|don phuong)\b.{0,40}\b(nop don|o dau|thu tuc|can gi|ton|bao nhieu)\b/;
/** A divorce that is already done and now stands in other papers. */
const divorced =
  /\b(ghi chu|nuoc ngoai|trich luc|xac nhan|doc than|tinh trang|can cuoc|ben (duc|my|phap|nhat|han|uc|anh|nga|sec|tau|dai)|o (my|duc|phap|nhat|han|uc|anh|nga)|da ly hon|ly hon (roi|nam|xong)|ket hon lai|tach ho|ho khau|thuong tru|so do|sang ten)\b/;

const health = [
  /\b(dau (bung|dau|lung|nguc|rang|hong|khop|mat|tay|chan)|sot|ho nhieu|tieu chay|buon non|chong mat|bi benh|trieu chung|thuoc (gi|nao)|uong thuoc|kham benh o dau|chua benh)\b(?!.*\b(bao hiem|bhyt|thanh toan|che do|giay|om dau)\b)/,
];

const elsewhere = [
  /\b(thoi tiet|troi (mua|nang)|(hom nay|ngay mai|chieu nay|toi nay) .{0,16}(co )?(mua|nang|lanh|bao)|nhiet do|du bao)\b/,
  /\b(xo so|ket qua so|so de|lo to|vietlott|ca do)\b/,
  /\b(gia (vang|xang|do la|usd|bitcoin|co phieu|heo hoi|lua|ca phe)|chung khoan|ty gia)\b/,
  /\b(bong da|tran dau|doi tuyen|da may gio|world cup|ti so|ty so|ca si|phim|bai hat|nghe si|game)\b/,
  /\b(nau|cong thuc|cach lam|nau an|mon)\b.{0,16}\b(pho|bun|banh|ga|ca|canh|lau|che|an|mon)\b(?!.*\b(co so|quan|mo|kinh doanh|dang ky|an toan)\b)/,
  /\b(giai|lam|viet)\b.{0,12}\b(bai (tap|van|toan|tho)|phuong trinh|van ta|tieu luan|luan van|code|chuong trinh)\b/,
  /\b(crush|nguoi yeu|tinh yeu|to tinh|rep tin nhan|ghen|chia tay|tam su|tu vi|boi|phong thuy|tuoi nao hop)\b/,
  /\b(mua|ban|thue)\b.{0,20}\b(o dau re|gia re|re nhat|shopee|lazada)\b|\b(xin|tim) viec( lam)? (o|tai|cho|cong ty)\b|\b(dich|translate) (giup|ho|cau|sang)\b.{0,30}\b(tieng (anh|trung|nhat|han))\b/,
  /\b(thu do|dan so|tong thong|lich su (viet nam|the gioi|nuoc)|ai phat minh|bao nhieu tuoi la gi|dien tich nuoc)\b(?!.*\b(ho so|giay)\b)/,
  /\b(ke chuyen|hat|doc tho|chuyen cuoi|tro cuoi)\b/,
];

export function outOfScopeIn({ folded }: Wording): OutOfScope | null {
  if (anyOf(opinion, folded)) return 'opinion';
  if (anyOf(advice, folded)) return 'advice';
  if (court.test(folded) && !divorced.test(folded)) return 'court';
  if (anyOf(health, folded) && !speaksOfProcedures({ folded, marked: '' })) return 'health';
  return anyOf(elsewhere, folded) ? 'out-of-scope' : null;
}

/** Whether the message speaks of papers or offices at all: then what is not found is absent, not out of scope. */
export const speaksOfProcedures = ({ folded }: Wording): boolean =>
  /\b(thu tuc|ho so|giay|giay to|don|dang ky|cap|xin|xac nhan|chung nhan|chung thuc|cong chung|khai|bao|phep|tro cap|che do|ho tro|bao hiem|chinh sach|nop|to khai|mau|phuong|xa|uy ban|ubnd|mot cua|cong an|quyet dinh|so|the|le phi|tuyen sinh|nhap hoc|truong|cong nhan|danh hieu|huong|mo (tiem|quan|cua hang|co so|lop|nhom|truong|van phong|phong)|thanh lap|to chuc|gia han|giam|mien)\b/.test(
    folded,
  );
