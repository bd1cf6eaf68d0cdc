/** What happened in a family: a death, a birth, a wedding… The word "mất" is told apart: a person died, a thing was lost. */
import type { LifeEvent } from '../../knowledge/index.ts';
import { vi } from './keyed.ts';
import { anyOf, type Wording } from './wording.ts';

type EventId = LifeEvent['id'];

const kin =
  '(?:ba|bố|cha|tía|má|mẹ|mạ|u|bầm|ông|bà|cụ|nội|ngoại|chồng|vợ|anh|chị|em|con|cháu|chú|bác|cô|dì|cậu|mợ|thím|dượng|người (?:nhà|thân))';
const whose =
  '(?:trai|gái|nội|ngoại|vợ|chồng|ruột|họ|cả|út|tôi|em|mình|cháu|con|anh|chị|nhà (?:tôi|em|mình)|của (?:tôi|em)|ấy|bên|à|ạ)';
/** What a person can lose and live: papers, money, time, rights. */
const thing = `(?:thẻ|giấy|sổ|căn|cccd|cmnd|xe|bằng|hộ chiếu|tiền|điện thoại|dt|ví|bóp|chứng minh|hộ khẩu|cái|tờ|quyển|biển|cà vẹt|bao|mấy|thời gian|phí|công|sức|việc|quyền|năng lực|tích|liên lạc|
  khả năng|trí nhớ|hết|sạch|toàn bộ|chi|nhiều|lâu|bản|con dấu|đồ!)`;
const died = vi`\b${kin}(?: ${whose}){0,3} (?:(?:vừa|mới|đã|chẳng may|không may|bị bệnh) )?(?:
  mất(?! ${thing}\b)|qua đời|từ trần|tạ thế|chết|đi xa|không còn|trút hơi|nằm xuống|lâm chung
)\b`;

const patterns: Readonly<Record<EventId, readonly RegExp[]>> = {
  death: [
    died,
    vi`\b(?:nhà (?:tôi|em|mình|có)|gia đình) (?:\S+ ){0,2}(?:có tang|có người mất|có đám tang)\b|\blo (?:hậu sự|đám tang)\b`,
  ],
  birth: [
    vi`\b(?:vừa|mới|sắp|đang|đã) (?:sinh|đẻ)\b(?! (?:hoạt|ra ở|năm|ngày|học|sống|viên|trưởng)\b)|\b(?:sinh|đẻ) (?:con|bé|em bé|cháu|đôi)\b|\bcó (?:em bé|con đầu lòng|bé sơ sinh|bé mới)\b`,
  ],
  marriage: [
    vi`\b(?:sắp|định|chuẩn bị|tính|muốn) (?:cưới|kết hôn|lấy (?:vợ|chồng)|làm đám cưới)\b|\b(?:lấy vợ|lấy chồng|cưới vợ|làm đám cưới)\b`,
  ],
  vehicle: [vi`\b(?:mua|sang|nhận) (?:lại )?(?:\S+ ){0,3}(?:xe|xe máy|xe hơi|ô tô|oto) (?:cũ|lại|second)\b`],
  house: [vi`\b(?:sắp|định|muốn|chuẩn bị|tính) (?:xây|cất|làm|dựng) (?:cái |căn |một )?nhà\b`],
  moving: [vi`\b(?:mới|vừa|sắp) (?:chuyển|dọn) (?:nhà|đến|tới|về|vào|ra|chỗ ở|nơi ở)\b`],
  shop: [vi`\b(?:mở|định mở|muốn mở|sắp mở) (?:một )?(?:quán|tiệm|cửa hàng|tạp hóa|shop|ki ốt|sạp)\b`],
  'lost-papers': [
    vi`\bmất (?:hết|sạch|toàn bộ|tất cả) (?:\S+ ){0,3}(?:giấy tờ|ví|bóp)\b|\bmất (?:ví|bóp|túi)\b.{0,20}\b(?:giấy tờ|hết)\b|\bmất (?:giấy tờ tùy thân|toàn bộ giấy)\b`,
  ],
  inheritance: [
    vi`\b(?:thừa kế|để lại|chia (?:tài sản|đất|nhà|di sản)|di sản)\b.{0,40}\b(?:bố|mẹ|ba|má|cha|ông|cụ)\b|\b(?:bố|mẹ|ba|má|cha|ông|cụ) (?:\S+ ){0,3}để lại (?:\S+ ){0,3}(?:nhà|đất|tài sản)\b`,
  ],
};

/** A bare question for what to do, naming no procedure of its own. */
const whatTo = '(?:gì|sao|chi|việc gì|giấy gì|giấy tờ gì|thủ tục gì|thủ tục nào|giấy tờ nào|thế nào|những gì|răng)';
const asksWhatToDo = vi`\b(?:
  (?:làm|mần|chuẩn bị|khai báo|đi|báo|cần|lo) (?:\S+ ){0,2}${whatTo}|thủ tục (?:gì|nào|thế nào|ra sao)|(?:phải )?làm sao|những (?:thủ tục|việc) (?:gì|nào)|
  tư vấn giúp|hướng dẫn (?:giúp|em|tôi)|bắt đầu từ đâu|làm gì trước
)\b`;

/** Names of procedures and papers: then the question is about these, not about the event as a whole. */
const namesProcedure = vi`\b(?:
  khai sinh|khai tử|báo tử|kết hôn|hôn thú|độc thân|hôn nhân|xóa|cắt khẩu|hộ khẩu|thường trú|tạm trú|tạm vắng|tử tuất|tuất|mai táng|bảo hiểm|bhyt|bhxh|thai sản|nghỉ (?:sinh|đẻ)|ốm đau|căn cước|cccd|
  sang tên|đăng ký xe|biển số|cà vẹt|giấy phép|xin phép|hộ kinh doanh|di chúc|từ chối|phân chia|công chứng|chứng thực|trích lục|giám hộ|con nuôi|nhận con|sổ đỏ|quyền sử dụng|hộ chiếu|
  lưu động|lái xe|vneid|định danh|hoãn|thuế!|lý lịch|trợ cấp
)\b`;

/** A message of at most so many words tells the event and asks, without saying it, what to do. */
const shortest = 7;

export interface LifeEventFound {
  readonly id: EventId;
  /** Whether the event itself is asked about, or only told beside a question of its own. */
  readonly asked: boolean;
}

export function lifeEventIn({ keyed }: Wording): LifeEventFound | null {
  const id = (Object.keys(patterns) as EventId[]).find((event) => anyOf(patterns[event], keyed));
  if (!id) return null;
  const bare = keyed.split(' ').length <= shortest || asksWhatToDo.test(keyed);
  return { id, asked: bare && !namesProcedure.test(keyed) };
}
