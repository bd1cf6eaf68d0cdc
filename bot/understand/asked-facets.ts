/** What is really asked, where words of several facets stand in one question. */
import type { Facet } from '../../knowledge/index.ts';
import { fold } from '../../retrieval/index.ts';

const count = '(?:bao nhieu|may|bao|nhieu|nhiu)';
const span = '(?:ngay|hom|bua|lau|thang|tuan|gio|nam|dao)';
/** "mất mấy ngày" costs time, not money. */
const costsTime = new RegExp(`\\bmat (?:khoang |chung |tam )?${count} (?:ngay lam viec|${span})`);
const money =
  /\b(tien|phi|le phi|dong nao|ngan|nghin|trieu|ton kem|mien phi|mien giam|gia)\b|\bton (bao )?(nhieu|nhiu)\b|\bhet (bao )?(nhieu|nhiu|bn)\b/;
const asksMoney = new RegExp(
  `\\b(?:${count} tien|bao nhieu (?:mot|1|moi) (?:trang|ban|to|bo|lan|cai|chu ky)|mat tien|ton tien|ton dong|(?:phai |co )?(?:dong|nop|tra) (?:\\S+ ){0,3}(?:ngan|nghin|trieu|dong|tien)|tien nong|phi (?:bao|la|nhiu|nhieu|sao|the))`,
);
const asksPlace =
  /\b(o dau|cho nao|cho mo|noi nao|o mo|dau vay|dau a|den dau|ra dau|len dau|toi dau|cho ai|quay nao|co quan nao|o nao|mo he|di dau|nop dau|gui dau)\b|\bdau$/;
/** A time limit that binds the citizen: "trong mấy ngày phải khai", "hạn là bao nhiêu ngày". */
const ownDeadline = new RegExp(
  `\\b(?:trong (?:vong |thoi han )?${count} ${span}|truoc (?:\\S+ ){0,4}${count} ${span}|(?:han|cham nhat|muon nhat|tre nhat|som nhat)\\b.{0,30}${count} ?(?:${span})?)`,
);
const duty = /\b(phai|nop|khai|bao|dang ky|gui|di|lam|trinh bao|can)\b/;
const officeActs =
  /\b(xong|co ket qua|giai quyet|tra loi|tra ket qua|duoc cap|cap (giay|the|so|bien)|co (giay|the|so|bien|phep)|nhan duoc|ra quyet dinh|quyet dinh|duyet|xac minh|phuc tra|niem yet|tra (giay|the|ho so)|lay (duoc|ngay|luon|giay))\b/;
const outcome =
  /\b(ket qua|xong|sau do)\b.{0,80}\b(giay|to|van ban|loai giay|the|so)( to)? (gi|nao|theo mau nao|chi)\b|\b(duoc cap|cap cho|nhan duoc|se nhan|lay ve)\b.{0,20}\b(giay|to|van ban|cai)( to)? (gi|nao|chi|theo mau nao)\b|\b(cap|tra) (giay|to) (gi|nao|chi)\b/;
const throughTheNet =
  /\b(onl|online|qua mang|tren mang|vneid|dich vu cong|truc tuyen|ngoi nha|o nha|tai nha|app|qua dien thoai)\b/;
const mayI = /\b(duoc|dc|dk|duoc ko) (khong|hong|hok|ko|k|kg|hem|chang)\b|\bduoc (khong|ko|k|hong)\b|\b(dc|duoc) k\b/;
/** Papers are asked for by a question word; "giấy tờ rách có chứng thực được không" only names them. */
const asksPapers =
  /\b(giay|giay to|ho so|to khai|mau|don|thu tuc|thanh phan)( to| khai| don)? (gi|nao|chi|j|ji|ra sao|the nao|nhung gi)\b|\b(can|mang|dem|nop|chuan bi|gom|them)( theo| them| nhung| co| phai| nop)* (gi|chi|j|nhung gi|cai gi)\b|\b(nhung (giay|gi)|mau nao|du chua|con thieu)\b/;
/** "làm giấy tờ thừa kế" is what one wants done, not a question about papers. */
const makesPapers =
  /\b(lam|xin|can|cap|hoi ve|chung thuc|doi|sua) (lai |mot |may |cai |to |nhung |cac )*(giay|giay to|ho so)\b/;
/** Ends as a yes-or-no question: "… được không", "có bắt buộc …không". */
const yesNoEnd =
  /\b(duoc|dc|phai|can|bat buoc|co)\b.{0,60}\b(khong|hong|hok|ko|k|chang)( (a|ạ|vay|v|nhi|ad|em|co|chu|chau|ban|shop|ha|rua|he))*$/;
const allSteps = /\b(cac buoc|buoc nao|tung buoc|trinh tu|quy trinh)\b/;

/** The facets in the order they should be answered, the asked one first. */
export function askedFacets(facets: readonly Facet[], question: string): Facet[] {
  const folded = fold(question)
    .replace(/[^\p{L}\d% ]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const found = new Set<Facet>(facets);
  if (outcome.test(folded)) return first('result', drop(facets, 'documents'));
  if (costsTime.test(folded) && !money.test(folded)) return first('time', drop(facets, 'fee'));
  if (asksMoney.test(folded)) return first('fee', drop(facets, 'conditions'));
  if (ownDeadline.test(folded) && duty.test(folded) && !officeActs.test(folded))
    return first('conditions', drop(drop(facets, 'time'), 'place'));
  const definiteElse = [...found].some((facet) => ['fee', 'time', 'conditions', 'documents', 'legal'].includes(facet));
  if (found.has('place') && definiteElse && !asksPlace.test(folded)) return drop(facets, 'place');
  if (facets[0] === 'documents' && yesNoEnd.test(folded) && !asksPapers.test(folded))
    return first('conditions', drop(facets, 'documents'));
  if (facets.length === 1 && facets[0] === 'documents' && makesPapers.test(folded) && !asksPapers.test(folded))
    return [];
  const onlyMayI = facets.length === 0 || facets.every((facet) => facet === 'conditions' || facet === 'online');
  if (throughTheNet.test(folded) && mayI.test(folded) && onlyMayI) return ['online'];
  if (allSteps.test(folded)) return first('steps', [...facets]);
  return [...facets];
}

const drop = (facets: readonly Facet[], facet: Facet): Facet[] => facets.filter((one) => one !== facet);
const first = (facet: Facet, facets: readonly Facet[]): Facet[] => [facet, ...facets.filter((one) => one !== facet)];
