/** What happened in a family: a death, a birth, a wedding… The word "mất" is told apart: a person died, a thing was lost. */
import type { LifeEvent } from '../../knowledge/index.ts';
import { anyOf, type Wording } from './wording.ts';

type EventId = LifeEvent['id'];

const kin =
  '(ba|bo|cha|tia|ma|me|ma|u|bam|ong|ba|cu|noi|ngoai|chong|vo|anh|chi|em|con|chau|chu|bac|co|di|cau|mo|bo (vo|chong)|me (vo|chong)|nguoi (nha|than))';
const died = new RegExp(
  `\\b${kin}( (trai|gai|noi|ngoai|vo|chong|ruot|ho|ca|toi|tui|em|minh|chau|con|nha (toi|tui|em|minh)|anh|cua (toi|em)|ay|to|ben|a|u)){0,3} (vua|moi|da|chang may|khong may|bi benh)? ?(mat|qua doi|tu tran|ta the|chet|di xa|khong con|trut hoi|nam xuong)(?! (the|giay|so|can cuoc|cccd|cmnd|xe|bang|ho chieu|tien|dien thoai|dt|vi|chung minh|ho khau|cai|to|quyen|bien|ca vet|bao lau|bao nhieu|may|thoi gian|phi|cong|suc|viec|quyen loi|nang luc|tich|lien lac))\\b`,
);
const patterns: Readonly<Record<EventId, readonly RegExp[]>> = {
  death: [
    died,
    /\b(nha (toi|tui|em|minh|co)|gia dinh).{0,12}\b(co tang|co nguoi mat|co dam)\b|\blo (hau su|dam tang)\b/,
  ],
  birth: [
    /\b(vua|moi|sap|dang|da) (sinh|de)\b(?! (hoat|ra o|nam|ngay|hoc|song|vien))|\b(sinh|de) (con|be|em be|chau|con trai|con gai|doi)\b|\bco (em be|con dau long|be so sinh|be moi)\b|\b(vo|chi|em|con (dau|gai)) .{0,10}(moi|vua) (sinh|de)\b/,
  ],
  marriage: [
    /\b(sap|dinh|chuan bi|tinh|muon) (cuoi|ket hon|lay (vo|chong)|lam dam cuoi)\b|\b(lay vo|lay chong|cuoi vo|lam dam cuoi)\b/,
  ],
  vehicle: [/\b(mua|sang|nhan) (lai )?.{0,10}(xe|xe may|xe hoi|o to|oto) (cu|lai|second)\b|\bmua xe (cu|lai)\b/],
  house: [/\b(sap|dinh|muon|chuan bi|tinh) (xay|cat|lam|dung|cat) (cai |can |mot )?nha\b/],
  moving: [/\b(moi|vua|sap) (chuyen|don) (nha|den|toi|ve|vao|ra|cho o|noi o)\b/],
  shop: [/\b(mo|dinh mo|muon mo|sap mo) (mot )?(quan|tiem|cua hang|tap hoa|shop|ki ot|sap)\b/],
  'lost-papers': [
    /\bmat (het|sach|toan bo|tat ca) .{0,12}(giay to|vi|bop)\b|\bmat (vi|bop|tui)\b.{0,20}\b(giay to|het)\b|\bmat (giay to tuy than|toan bo giay)\b/,
  ],
  inheritance: [
    /\b(thua ke|de lai|chia (tai san|dat|nha|di san)|di san)\b.{0,40}\b(bo|me|ba|ma|cha|ong|cu)\b|\b(bo|me|ba|ma|cha|ong|cu).{0,12}\bde lai\b.{0,12}\b(nha|dat|tai san)\b/,
  ],
};

/** A bare question for what to do, naming no procedure of its own. */
const asksWhatToDo =
  /\b((can|phai|nen|cho hoi|gio|thi|bay gio|can phai) (lam|chuan bi|di|khai bao|bao) (nhung |cac )?(gi|sao|viec gi|thu tuc gi|thu tuc nao|giay to gi|giay gi|the nao|nhung gi)|lam (nhung |cac )?(thu tuc|giay to|giay|viec) (gi|nao)|thu tuc (gi|nao|the nao|ra sao)|can (nhung )?(thu tuc|giay to) (gi|nao)|lam (gi|cai gi) truoc|phai lam sao|lam sao (day|gio|bay gio|a)?|can lam gi|lam gi|nhung (thu tuc|viec) (gi|nao)|tu van giup|huong dan (giup|em|toi)|bat dau tu dau|thu tuc o (xa|phuong) (the nao|ra sao|lam sao))\b/;

/** Names of procedures and papers: then the question is about these, not about the event as a whole. */
const namesProcedure =
  /\b(khai sinh|khai tu|bao tu|ket hon|hon thu|doc than|hon nhan|xoa|cat khau|ho khau|thuong tru|tam tru|tam vang|tu tuat|tuat|mai tang|bao hiem|bhyt|bhxh|thai san|om dau|can cuoc|cccd|sang ten|dang ky xe|bien so|ca vet|giay phep|ho kinh doanh|di chuc|tu choi|phan chia|cong chung|chung thuc|trich luc|giam ho|con nuoi|nhan con|so do|quyen su dung|ho chieu|luu dong|lai xe|vneid|dinh danh|hoan|thue|ly lich|tro cap)\b/;

export interface LifeEventFound {
  readonly id: EventId;
  /** Whether the event itself is asked about, or only told beside a question of its own. */
  readonly asked: boolean;
}

export function lifeEventIn(wording: Wording): LifeEventFound | null {
  const { folded } = wording;
  const id = (Object.keys(patterns) as EventId[]).find((event) => anyOf(patterns[event], folded));
  if (!id) return null;
  const rest = id === 'marriage' || id === 'lost-papers' ? folded : folded;
  const short = rest.split(' ').length <= 7;
  const named = namesProcedure.test(rest);
  return { id, asked: !named && (asksWhatToDo.test(rest) || short) };
}
