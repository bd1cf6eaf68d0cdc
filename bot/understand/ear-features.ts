/** What the second ear hears of a message: words, their neighbours and their kinds, by name. Learning and hearing share it. */
import type { Wording } from './wording.ts';
import { asksHow, speaksOfPapers } from './words.ts';

/** Longer messages tell a story: what is wanted stands at their beginning or end. */
const mostWords = 60;

/** Words that say the same to this ear, folded. A phrase goes before its parts. */
const kinds: ReadonlyMap<string, string> = new Map(
  Object.entries({
    Paper:
      'khai sinh|khai sanh|khai tu|bao tu|chung tu|ket hon|ly hon|doc than|tam tru|thuong tru|tam vang|cu tru|ho khau|so ho khau|so do|so hong|nhap khau|chuyen khau|tach khau|tach ho|tach thua|can cuoc|cccd|chung thuc|cong chung|sao y|ban sao|trich luc|uy quyen|di chuc|thua ke|sang ten|giay to|thu tuc|to khai|mau don|le phi|tro cap|ho kinh doanh|kinh doanh|giay phep|xin phep|xay dung|bao hiem|bhyt|bhxh|ho ngheo|khuyet tat|giam ho|con nuoi|mai tang|cai chinh|doi ten|ho so|giay hen|the bao hiem|vneid|dich vu cong|hoa giai|xac nhan',
    Official:
      'can bo|cb|cong chuc|nhan vien|nv|lanh dao|pho chu tich|chu tich|truong phong|truong bo phan|truong ca|dia chinh|tu phap|ho tich|cong an|chuyen vien|sep|quan ly|admin|dong chi|bao ve|to truong|truong thon|truong ap|can bo truc|thu ngan|mot cua|staff|officer|agent|operator',
    Person:
      'nguoi that|nguoi thiet|con nguoi|ai do|nguoi ta|nguoi phu trach|nguoi truc|nguoi huong dan|nguoi ho tro|tong dai vien|dien thoai vien|tu van vien|ho tro vien|nguoi khac|nguoi nao|ai cung duoc|dua nao|dua mo|co nao|co mo|anh nao|chi nao|chu nao|chau nao|o mo|chu mo|nguoi co tham quyen|nguoi co trach nhiem|nguoi bang xuong bang thit|human|person|someone|somebody|anyone',
    Machine: 'may moc|robot|bot|chatbot|tu dong|tro ly ao|ghi am|may nay|may|tri tue nhan tao|phan mem|man hinh|kiosk',
    Meet: 'noi chuyen|tro chuyen|trao doi|ket noi|noi may|noi day noi|chuyen may|lien he|lien lac|nghe may|nhac may|bat may|doi thoai|doi chat|lam viec voi|gap mat|gap|tiep|nch|talk|speak|chat|trinh bay',
    Fetch: 'goi lai|goi dien|goi|keu|bieu|moi|nho|nhan|cu|alo|call',
    Help: 'giup do|giup|gium|dum|ho tro|huong dan|chi dan|bay|giai thich|giai dap|tu van|tro giup|help',
    Self: 'toi|tui|tao|tau|minh|em|con|chau|bac|ngoai|me|ong|ba|di|u|mk|on|bo',
    Not: 'khong|chua|chang|cha|hong|no|ko|dung|khoi|het',
    Grasp: 'hieu|ranh|quen|biet|thay|nghe ra|doc',
    Feel: 'buc minh|buc xuc|buc|tuc|met moi|met|chan|ngan|nan|kho so|khon kho|cuc|rau|roi tri|roi bong|that vong|bat luc|tuyet vong|be tac|kiet suc|bo tay|chiu thua|dau hang|bo cuoc|phat dien|uc|kho qua|ap luc',
    Wrong:
      'trat lat|trat|lung tung|tao lao|lac de|vong vo|lan man|linh tinh|sai bet|nham|vo dung|vo ich|ngu|ngao|kho hieu',
    Rude: 'thai do|coc loc|coc can|hach dich|quat|nat|mang|chui|hon hao|bat lich su|khinh|coi thuong|treu|xac xuoc|liec|vo trach nhiem|tac trach|lo la|kho chiu|trich thuong|gat gong',
    Bribe:
      'phong bi|hoi lo|boi duong|tra nuoc|ca phe|lot tay|an chan|an tien|nhan tien|doi tien|voi tien|voi vinh|qua cap|tham nhung|tham o|truc loi|bao che|bao ke|khai khong|rut ruot|tieu cuc|sai pham|lam quyen',
    Delay:
      'ngam|om|tre hen|qua han|cham tre|hen di hen lai|hen lan hen lua|keo dai|dun day|day qua|da qua da lai|cho lau|doi lau|xep hang',
    Grieve: 'khieu nai|phan anh|phan nan|than phien|gop y|kien nghi|phan doi|kien|yeu cau|to cao|to giac|bao cao',
    Often: 'hoai|mai|miet|lien tuc|nhieu lan|may lan|ba lan|bon lan|nam lan|lan nao|cu|nay gio|tu sang',
    Old: 'gia|mat mo|mat kem|nghenh ngang|nang tai|diec|mu|mu chu|khong biet chu|tay run|cau diec|khiem thi|khiem thinh',
  }).flatMap(([kind, words]) => words.split('|').map((word) => [word, kind] as const)),
);
const longestPhrase = 5;

/** Names of features, each once. */
export function earFeatures(wording: Wording): ReadonlySet<string> {
  const words = wordsIn(wording.plain);
  const marked = wordsIn(wording.keyed);
  const sense = senseOf(words);
  const found = new Set<string>();
  addRuns(found, 'w', words);
  addRuns(found, 's', sense);
  for (const [at, word] of marked.entries()) found.add(`m:${word}`).add(`m:${word} ${marked[at + 1] ?? '$'}`);
  for (const kind of new Set(sense)) if (/^[A-Z]/.test(kind)) found.add(`has:${kind}`);
  const asks = asksHow(wording);
  found.add(`how:${asks}`).add(`how:${asks} paper:${speaksOfPapers(wording)}`);
  found.add(`long:${Math.min(6, Math.floor(words.length / 4))}`);
  return found;
}

const wordsIn = (text: string): readonly string[] => text.split(' ', mostWords).filter((word) => word !== '');

/** One, two and three in a row, and two with one or two between; the ends are told. */
function addRuns(found: Set<string>, mark: string, words: readonly string[]): void {
  const all = ['^', ...words, '$'];
  for (const [at, one] of all.entries()) {
    const [two, three, four] = [all[at + 1], all[at + 2], all[at + 3]];
    found.add(`${mark}:${one}`);
    if (two !== undefined) found.add(`${mark}:${one} ${two}`);
    if (three !== undefined) found.add(`${mark}:${one} ${two} ${three}`).add(`${mark}:${one} _ ${three}`);
    if (four !== undefined) found.add(`${mark}:${one} _ _ ${four}`);
  }
}

/** The words, each phrase of a kind as that kind. */
function senseOf(words: readonly string[]): string[] {
  const sense: string[] = [];
  for (let at = 0; at < words.length; ) {
    const size = sizeOfPhrase(words, at);
    const phrase = words.slice(at, at + Math.max(1, size)).join(' ');
    sense.push(kinds.get(phrase) ?? phrase);
    at += Math.max(1, size);
  }
  return sense;
}

function sizeOfPhrase(words: readonly string[], at: number): number {
  for (let size = Math.min(longestPhrase, words.length - at); size > 0; size -= 1)
    if (kinds.has(words.slice(at, at + size).join(' '))) return size;
  return 0;
}
