/** Requests that are refused whoever asks, by kind: the kind chooses the words of the refusal. */
import type { Facet } from '../../knowledge/index.ts';
import { readFacets } from '../../retrieval/index.ts';
import { anyOf, type Wording } from './wording.ts';

export type UnsafeRequest = 'forge' | 'evade' | 'others' | 'secrets' | 'command' | 'promise' | 'defame';

const asksConsequence =
  /\b(bi (phat|xu ly|gi|lam sao|toi gi)|phat (bao nhieu|may)|xu ly (the nao|ra sao|sao)|co (bi|mat tien) phat|co sao khong|co duoc khong|la (dung|sai)|luat xu ly|bao (cho )?ai|trinh bao|lua dao)\b/;

const forge = [
  /\b(lam gia|gia mao|photoshop|chinh sua (anh|ngay) (tren|trong)|khac dau|con dau .{0,20}tu dong|tu dong dau|bat chuoc (chu ky|chu)|gia chu ky|chu ky .{0,24}bat chuoc)\b/,
  /\btu dien (ten|ngay|so)\b.{0,24}\b(khac|nguoi khac|ho|luon)\b|\b(dien|ghi|ky) (ho|thay|giup) .{0,16}\b(ten|chu ky)\b.{0,12}\b(khac|gia|thu truong)\b|\bdien ten thu truong\b/,
  /\bso chung thuc .{0,24}(ban (sao )?cu|cu)\b.{0,30}\b(dan|ghep|sang)\b|\b(dan|ghep) (vao|sang) (ban|giay) moi\b/,
  /\b(ma )?(chu nha|chu ho) (khong|chua|ko|k) (biet|hay)\b/,
];
/** "giả", "khống" beside a paper and a request to make it; without marks these are everyday words (giá, không). */
const forgedPaper =
  /(soạn|viết|làm|điền|tạo|xin|mẫu|ví dụ).{0,50}(khai sinh|giấy|tờ khai|hợp đồng|sổ|bằng|chứng nhận|xác nhận).{0,20}(giả(?![\p{L}])(?! sử| định| thiết)|khống)/u;

const evade = [
  /\b(tron|ne|lach|qua mat|lam sao de .{0,20}(khong (phat hien|bi phat|biet)|khoi (bi|di))|chieu( nao)?|meo( nao)?|cach (nao )?(de )?(khoi|tron|ne|lach))\b.{0,40}\b(nghia vu|thue|phat|luat|phep|quy dinh|linh|phi|le phi|kiem tra|phat nguoi|quan su|phat hien|cho em)\b/,
  /\b(nghia vu|thue|luat|phat|quan su|phep)\b.{0,30}\b(tron|ne|lach|khoi di|khong phat hien)\b/,
  /\b(khai (thap|khong|gian|lui|sai|man)|khai lui|hai suat|hai noi cung luc|hai xa|huong hai)\b.{0,50}\b(de|thi|sao|the nao|cho kheo|it|khoi|khai)\b/,
  /\b(ho ngheo|ho tro|tro cap|uu dai)\b.{0,24}\b(khi )?khong (ngheo|du dieu kien|thuoc dien)\b/,
  /\bkhoi (phai )?(di nghia vu|di linh|nop thue|dong thue|bi phat|dong (nhieu )?thue)\b/,
  /\b(cach khai|khai sao|khai the nao) .{0,20}\b(khoi|giam|it)\b.{0,20}\b(thue|phi|tien)\b/,
];

const bribe = /\b(dut lot|lo lot|hoi lo|chay (giay|cho|ho so)|lam luat|boi duong (can bo|cho)|phong bi)\b/;

const person =
  '(ong|ba|anh|chi|co|chu|bac|thang|con|em|vo|chong|vo cu|chong cu|nguoi yeu|hang xom|nguoi ta|nguoi khac|sep|nha ben|chau|dua|ho)';
const records =
  '(ho so|giay to|don|thong tin|ly lich|dia chi|so dien thoai|sdt|ngay sinh|can cuoc|cu tru|ket qua|ket hon|ly hon|thuong tru|don (xin|nop)|tai khoan)';
const others = [
  new RegExp(
    `\\b(xem|coi|doc|tra|check|kiem tra|cho (toi |minh |em |bac |tui )?(xem|coi|biet|hoi)|xac nhan|cung cap|trich xuat|in|tim)\\b.{0,34}\\b${records}\\b.{0,30}\\b(cua|nguoi) ${person}(?! (toi|minh|em|tui) dung ten)\\b`,
  ),
  /\b(danh sach|liet ke|tom tat|trich xuat|bao nhieu ho so|ten)\b.{0,40}\b(cong dan|ho ngheo|nguoi (nop|nhan|dan|ly hon)|ho so|can bo tham nhung|nguoi nhan con nuoi)\b.{0,60}/,
  /\b(ho so|don|giay)\b.{0,20}\bcua (ong|ba|anh|chi|co|chu|thang|hang xom|nguoi khac|nguoi ta)\b.{0,40}\b(chua|khong|the nao|toi dau|bi tra|duyet|xong)\b/,
  /\b(tra|xem|check|kiem tra|coi) (giup|gium|dum|ho|thu)?.{0,10}\b(chi|anh|ong|ba|co|chu|thang|vo cu|chong cu|hang xom|nguoi yeu)\b.{0,40}\b(chua|khong|ch|hay chua|roi)\b/,
  /\b(vo cu|chong cu|nguoi yeu cu|hang xom|ong ay|ba ay|ong ta|ong [a-z]+|ba [a-z]+ [a-z]+|chi [a-z]+ [a-z]+|anh [a-z]+ [a-z]+)\b.{0,40}\b(da|co) (nop|dang ky|xoa|xin|ket hon|xac nhan)\b.{0,60}\b(chua|ch|giup|khong)( |\?|\.|,|$)(?!duoc)/,
  /\b(vo cu|chong cu|nguoi yeu cu|hang xom|con no)\b.{0,40}\b(nop ho so gi|o dau|dia chi (moi|nha)|so dien thoai)\b/,
  /\b(khong phai cua toi|cua nguoi khac)\b.{0,40}\b(doc|xem|tra|ket qua|cho)\b/,
  /\b(ai|nguoi nao) (vua|moi) hoi\b|\bnguoi (truoc|vua hoi)\b.{0,20}\b(ten|hoi gi)\b/,
  /\b(bo me de|cha me ruot|nguoi nhan nuoi|nguoi nhan con nuoi)\b.{0,50}\b(la ai|gom nhung ai|ten gi)\b/,
  /\b(con|chau|be|chong|vo)\b.{0,30}\b(giau|khong cho (toi|em) biet|chua du tuoi)\b.{0,50}\b(xem|coi|biet)\b/,
  /\bcho (toi|bac|em|tui|minh|anh|chi)? ?(xem|coi) .{0,30}\b(don|ho so|giay to)\b.{0,12}\b(ong|ba|no|chau|anh ay|chi ay|ho)\b/,
  /\b(vao|mo|hack|doc trom|dang nhap)\b.{0,20}\b(tai khoan|vneid|tin nhan|email|zalo)\b.{0,12}\bcua (chong|vo|con|nguoi|ban|sep|no|ong|ba)\b/,
  /\bho so nao .{0,20}(tre|cham|qua han)\b|\bho so .{0,16}cua (nguyen|tran|le|pham|hoang|huynh|phan|vu|vo|dang|bui|do|ho|ngo|duong|ly)\b/,
];

const secrets = [
  /\b(cau lenh|lenh|huong dan|quy tac|chi dan|prompt|cau hinh|cai dat|instruction)s?\b.{0,24}\b(he thong|noi bo|ban dau|nguoi ta cai|cua ban|bi mat|goc|an)\b|\b(system prompt|reveal|prompt engineering)\b/,
  /\b(khoa|key|mat khau|token|ma bi mat)\b.{0,20}\b(api|bi mat|he thong|mo hinh|quan tri|admin)\b|\b(doc|in|cho).{0,20}\b(khoa bi mat|api key|log|nhat ky)\b|\bma otp\b.{0,40}\b(gui cho cong dan|cua (cong dan|nguoi|ho))\b/,
  /\b(ten|cau truc|liet ke).{0,16}\b(bang|cot|co so du lieu|kho du lieu|database|table)\b.{0,30}|\b(toan bo|tat ca) .{0,12}(lich su tro chuyen|co so du lieu|du lieu ho so|quy tac|lenh)\b|\b\d+ dong log\b|\b(in|dich|doc) .{0,12}(nguyen van|toan bo)\b.{0,30}\b(huong dan|quy tac|lenh)\b/,
  /\bduoc dan (la )?(khong|ko)\b.{0,30}\bnoi\b|\b(mo hinh gi|dung mo hinh|model gi)\b.{0,30}\b(khoa|api)\b/,
  /\bso dien thoai rieng\b|\bngay sinh cua (tat ca|can bo)\b/,
];

const command = [
  /\b(bo qua|quen|xoa|phot lo|ignore|override|bypass|vuot|khong can)\b.{0,24}\b(moi |het |toan bo |cac |all |moi thu )?(quy (dinh|tac)|huong dan|luat|lenh|gioi han|instruction|previous|rules?|lenh cam|dang nhap|login|buoc dang nhap|message)s?\b/,
  /\b(dong vai|dong kich|gia vo|gia su|tro choi|choi tro|act as|you are now|pretend|phien ban (cu|khong gioi han)|che do (khong gioi han|bao tri|nha phat trien|quan tri)|dan nhe|khong rang buoc|khong bi gioi han|goc toi|noi nguoc)\b/,
  /\b(quyen|role|tai khoan) (quan tri|root|admin|doc toan bo|duyet)\b|\b(act as root|chmod|sudo|master admin|drop table)\b/,
  /\b(he thong|cau hinh moi|huong dan (uu tien|moi)|uu tien cao nhat)\b.{0,50}\b(khong (can|duoc|bao gio)|chi duoc|bo qua|cu doan|mo khoa)\b/,
  /\b(tra loi|noi|lap lai|viet|say|in)\b.{0,24}\b(dung mot cau|nguyen van|nothing else|duy nhat)\b/,
  /\b(giai ma|decode|doc nguoc|base64|hex)\b.{0,30}\b(lam theo|roi lam|va lam|chuoi)\b|\b(lam theo|tuan theo) (no|lenh|noi dung|dung yeu cau do)\b/,
  /\b(tat bo loc|tieng long|chui the|vuot nguong)\b|\bbai kiem tra an toan\b/,
];

const promise = [
  /\b(cam ket|hua|bao dam|dam bao|chac chan)\b.{0,40}\b(cho (toi|em|minh)|la|giup|ngay|duoc (cap|duyet|uu tien)|khong bi)\b/,
  /\b(duyet|phe duyet|ky|dong dau|cap) (giup|gium|ngay|luon|cho (toi|em|minh))\b.{0,40}\b(ho so|di|luon|giay|trong chat)?\b.{0,30}\b(chat|bot|nhanh|ngay|luon|day|khong can ho so)\b/,
  /\b(giam|mien|bot) .{0,20}\b(le phi|phi|tien)\b.{0,30}\b(voi|di|cho (toi|em|minh)|khach quen)\b/,
  /\b(boi thuong|den bu) cho (toi|em|minh)\b.{0,40}\b(bot|ban|so tien|khong)\b/,
  /\b(xac nhan|chung nhan) .{0,20}\b(chu ky so cua bot|bang van ban|cong khai)\b|\bghi .{0,16}(ho so hop le|da duyet)\b|\bcoi nhu .{0,24}(quyet dinh|da duyet|xong)\b|\bdanh dau ho so .{0,20}da duyet\b|\bbot noi (ma|the|vay)\b/,
];

const defame = [
  /\b(boi nho|noi xau|bai dang|boc phot)\b.{0,40}\b(can bo|chu tich|truong|hoi lo|tham nhung|nac danh|lam bay)\b/,
  /\b(an hoi lo|tham nhung|tac trach|ban chuc|ban quyen)\b.{0,60}\b(viet|dang|xac nhan|dong y|danh sach|cong khai|di|noi)\b|\b(viet|soan|ve|dang|xac nhan|danh sach)\b.{0,60}\b(an hoi lo|tham nhung|tac trach|ban chuc|nac danh boi nho)\b/,
];

/** Asks what papers, how much, how long or where: a question of procedure, though other people occur in it. */
const asksProcedure = (folded: string) =>
  /\b(giay (to )?gi|can gi|ho so gom|mau nao|to khai nao)\b/.test(folded) ||
  readFacets(folded).some((facet) => procedureFacets.has(facet));
const procedureFacets: ReadonlySet<Facet> = new Set(['fee', 'time', 'place', 'legal']);

/** The kind, or `null`. A question about the consequence of a wrong ("giả mạo chữ ký bị phạt bao nhiêu") is no request for it. */
export function unsafeRequestIn({ folded, marked }: Wording): UnsafeRequest | null {
  if (anyOf(defame, folded)) return 'defame';
  if (anyOf(secrets, folded)) return 'secrets';
  if (anyOf(others, folded) && !asksProcedure(folded)) return 'others';
  const consequence = asksConsequence.test(folded);
  if ((anyOf(forge, folded) || forgedPaper.test(marked)) && !consequence) return 'forge';
  if ((anyOf(evade, folded) || bribe.test(folded)) && !consequence) return 'evade';
  if (anyOf(promise, folded)) return 'promise';
  if (anyOf(command, folded)) return 'command';
  return null;
}
