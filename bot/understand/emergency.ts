/** Danger to life: recognised before anything else, answered with its number at once. */
import { aboutPapers, anyOf, type Wording } from './wording.ts';

export type EmergencyKind = 'fire' | 'violence' | 'crime' | 'medical' | 'child' | 'disaster' | 'self-harm';

/** The fixed numbers of the country, as a record of their own: the fact check knows them. */
export const emergencyNumbers = ['113', '114', '115', '111', '112'] as const;

export const numberOf: Readonly<Record<EmergencyKind, (typeof emergencyNumbers)[number]>> = {
  fire: '114',
  violence: '113',
  crime: '113',
  medical: '115',
  child: '111',
  disaster: '112',
  'self-harm': '115',
};

const selfHarm = [
  /\b(khong|chang|cha|hong|k|ko|chan) (con )?(muon|thiet) song\b/,
  /\bmuon (chet|tu tu|tu van|ket thuc cuoc (song|doi)|buong xuoi (het|tat ca))\b/,
  /\b(muon|dinh|se|tinh|nghi den|nghi toi) (tu tu|tu sat)\b/,
  /\b(chan song|chet quach|chet cho xong|song (de )?lam gi nua)\b/,
];

const now = /\b(dang|cuu|giup voi|gap|ngay|voi|oi|help|vua|lien|to qua|lon qua|du doi|khong ngung|bay gio|luc nay)\b/;

const fire =
  /\b(chay nha|nha .{0,20}chay|dang chay|boc chay|chay (to|lon|du|ro|lan)|hoa hoan|phat hoa|no (binh )?(ga|gas)|ro ri (ga|gas)|khoi .{0,12}(nghi ngut|mu mit))\b/;
const beaten =
  /\b(chong|vo|bo|cha|ba|ong|thang|con|anh|no|ho|nguoi ta|hang xom|duong|chu no|bon|may thang|ai do)\b.{0,24}\b(danh|dap|bao hanh|hanh hung|doa giet|dam|chem|bop co|cam dao|ruot chem)\b.{0,14}\b(toi|em|minh|con|chau|tui|vo|me|ba|chi|nguoi|be|hoai|da man|dan)\b|\b(bi|dang) .{0,16}\b(danh dap|bao hanh|hanh hung|chem|dam|bop co|hiep|cuong hiep|xam hai)\b/;
const hurtChild =
  /\b(chau|be|tre|tre em|con nit|dua (nho|be|tre)|em be|hoc sinh)\b.{0,40}\b(bi )?(bao hanh|danh dap|danh bam|danh|xam hai|hanh ha|bo doi|nhot|lam dung|dam o)\b/;
const crime =
  /\b(bi|dang|co|thay|vua) .{0,18}\b(cuop|giet nguoi|bat coc|dam nhau|chem nhau|trom .{0,10}(vao nha|trong nha|dot nhap)|cay cua|pha (cua|khoa)|dot nhap)\b|\b(trom|ke gian|cuop)\b.{0,12}\b(dang|vua)\b.{0,12}\b(pha|cay|vao|leo|lay)\b/;
const medical =
  /\b(bat tinh|ngat xiu|ngung tho|ngung tim|khong tho (duoc|noi)|kho tho (qua|du|nang)|co giat|dot quy|uong (thuoc (sau|chuot|tru sau|diet co)|nham)|chay mau (nhieu|khong cam|qua)|mau chay|ngo doc|dien giat|ran can|hoc di vat|tai nan .{0,20}(chay mau|nam|bat dong|nguy kich)|cap cuu (voi|gap|ngay)|goi cap cuu|sap sinh .{0,10}(duong|rot|vo oi)|vo oi)\b/;
const disaster =
  /\b(lu (quet|cuon|ve|len)|nuoc (lu|len|dang) .{0,20}(nhanh|noc|mai|qua)|sat lo|mac ket|duoi nuoc|chet duoi|bi (lu|nuoc) cuon|sap (nha|cau|ham)|dong dat|bao (to|lon) .{0,12}(toc|sap|ket)|ngap (toi|den|len) (noc|mai))\b/;

/** The kind of danger, or `null`. A word of danger beside papers ("sổ đỏ bị cháy, xin cấp lại") is none. */
export function emergencyIn({ folded, marked }: Wording): EmergencyKind | null {
  // "Chồng tôi tự tử tháng trước, giờ làm giấy khai tử" tells of the past.
  if (/\b(khai tu|bao tu|chung tu|giay (to|gi))\b/.test(folded) && /tự (vẫn|tử|sát)/u.test(marked)) return null;
  // "Đánh người thì bị phạt tù mấy năm" asks about the law.
  if (/\b(phat tu|bi phat|di tu|may nam|toi gi|xu ly (the nao|ra sao))\b/.test(folded)) return null;
  if (anyOf(selfHarm, folded) || /tự (vẫn|tử|sát)(?!\p{L})/u.test(marked)) return 'self-harm';
  const papers = aboutPapers.test(folded);
  const urgent = now.test(folded);
  if (
    fire.test(folded) &&
    /cháy|chay|hỏa|hoả|phát hỏa|ga|khói|khoi|nổ|no /u.test(marked) &&
    (!papers || /\b(cuu|dang chay)\b/.test(folded))
  )
    return 'fire';
  if (hurtChild.test(folded) && !papers) return 'child';
  if (beaten.test(folded) && (!papers || /\bdang\b/.test(folded))) return 'violence';
  if (crime.test(folded) && !papers) return 'crime';
  if (medical.test(folded) && (!papers || /\b(cuu|goi cap cuu)\b/.test(folded))) return 'medical';
  if (disaster.test(folded) && !papers && (urgent || /\b(mac ket|duoi nuoc|cuon|sat lo)\b/.test(folded)))
    return 'disaster';
  return null;
}
