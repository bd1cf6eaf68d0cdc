/** Danger to life: recognised before anything else, answered with its number at once. */
import { vi } from './keyed.ts';
import { anyOf, askedOnce, type Wording } from './wording.ts';
import { speaksOfPapers } from './words.ts';

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

const suicide = 'tự (?:tử|sát|vẫn!)';
const selfHarm = [
  vi`\b(?:không|hong|chẳng|chả|đâu|hết) (?:còn |con )?(?:muốn|thiết) sống\b(?! (?:chung|với|cùng|ở|gần|riêng)\b)`,
  // "Mệt muốn chết" is a manner of speaking.
  vi`(?:^|\b(?:tôi|em|mình|con|cháu|chỉ|cứ|lại|thật sự|thực sự|và|nên|thà|đang|,) )muốn (?:chết|buông xuôi hết)\b`,
  vi`\b(?:muốn|định|sẽ|tính|đòi|dọa|nghĩ (?:đến|tới)(?: việc| chuyện)?|tìm cách) (?:đi )?(?:${suicide}|nhảy (?:cầu|lầu|sông)|kết thúc (?:cuộc (?:đời|sống)|đời)|kết liễu)\b(?! (?:làm|đi|mà|thôi)\b)`,
  vi`\b(?:chán sống|chết quách|chết cho xong|chết đi cho (?:rồi|xong)|sống (?:để )?làm gì|sống không nổi nữa)\b`,
  vi`\btự (?:tử!|vẫn!|sát!)`,
];

/** Whatever else is said beside it, help is needed. */
const cry = vi`\b(?:cứu (?:với|tôi|em|con|mẹ|người|nhà|mạng)|giúp với|đang cháy!|đang (?:đánh!|đập!|chém|cầm dao)|dọa giết|gọi cấp cứu|khẩn cấp)\b`;
/** Told of the past, or of a condition that lasts. */
const past = vi`\b(?:
  hồi (?:trước|xưa|nhỏ|đó|năm|tháng|tuần)|(?:năm|tháng|tuần|hôm|bữa|lần|đợt) (?:ngoái|trước|rồi|kia|nọ|qua)|trước đây|lúc trước|ngày xưa|từng|cách đây|
  đã lâu|từ (?:nhỏ|bé|hồi)|bẩm sinh|năm (?:19|20)\d\d|hôm qua|đã mất|sau (?:bão|lũ|khi)
)\b`;
/** Under way at this moment. */
const now = vi`\b(?:đang|cứu|giúp với|gấp|với !|vừa mới|bây giờ|lúc này|giờ này|liền|khẩn cấp|ngay (?:bây giờ|lập tức|đi))\b`;
/** "Đánh người thì bị phạt tù mấy năm" asks about the law. */
const law = vi`\b(?:phạt tù|bị phạt|đi tù|mấy năm|tội gì|vi phạm gì|(?:xử lý|xử phạt|phạt) (?:thế nào|ra sao|sao|như nào|bao nhiêu))\b`;

const burning = 'nhà|bếp|xe|chợ|kho|xưởng|phòng|chung cư|quán|tiệm|trọ|rừng|tầng|dãy|ổ điện|dây điện|bình ga';
const fire = vi`\b(?:
  cháy! (?:nhà|rừng|chợ|xe|kho|lớn|to|dữ|lan|rồi|quá)|(?:${burning}) (?:\S+ ){0,4}(?:đang |bị )?cháy!(?! chữa\b)|(?:đang|bốc|phát) cháy!|
  chay nha|boc chay|dang chay (?:to|lon|nha|du)|chay (?:to|lon|du) (?:qua|lam)|
  hỏa hoạn|phát hỏa|nổ (?:bình )?(?:ga|gas)|(?:rò rỉ|xì|hở) (?:khí )?(?:ga|gas)|(?:bình )?(?:ga|gas) (?:\S+ ){0,2}(?:xì|rò|hở|nổ)|mùi (?:ga|gas)|khói (?:\S+ ){0,2}(?:nghi ngút|mù mịt)
)\b`;

const attacker =
  'chồng|vợ|bồ|cha|ba|bố|tía|dượng|ông|thằng|con trai|anh|nó|họ|người ta|ai đó|bạn trai|người yêu|hàng xóm|chủ nợ|chủ nhà|giang hồ|côn đồ|bọn|tụi|mấy thằng|băng nhóm';
const victim = 'tôi|em|mình|con|cháu|vợ|mẹ|má|ba|bố|cha|chị|người|bé|hai mẹ con|cả nhà|nhau|hoài|dã man|dần';
/** "Đánh máy", "đánh rơi", "đánh giá" and the like hurt nobody; unmarked "danh" and "dam" are everyday words. */
const strike =
  '(?:đánh!(?! (?:máy|rơi|giá|mất|số|dấu|cá|bắt|đổi|vần|thuế|chữ|bài|bạc|sai|nhầm|trống|bạn)\b)|đánh đập|đập!|đâm! (?!ra\b)|đấm!|chém|bạo hành|hành hung|bóp cổ|hãm hiếp|cưỡng hiếp|xâm hại)';
const threat =
  '(?:(?:dọa|đòi|hăm) (?:giết|chém|đánh)|khóa cửa (?:\\S+ ){0,3}không cho (?:\\S+ )?ra|cầm (?:dao|mã tấu|hung khí)|rượt (?:đánh|chém)|ruot chem)';
const violence = [
  vi`\b(?:${attacker})\b.{0,24}\b(?:${strike}|danh|dam|dap) .{0,14}\b(?:${victim})\b`,
  vi`\b(?:${attacker}|có người|đứa)\b.{0,24}\b${threat}\b`,
  vi`\bbị .{0,24}\b(?:${strike}|danh dap)(?: |$)`,
  vi`\bđang (?:.{0,16}\b${strike}|bị đánh\b)`,
];
/** A habit or a fear that lasts: a person helps better than a siren. */
export const lastingHarm = vi`\b(?:hay|thường|thường xuyên|nhiều lần|từng|hồi trước|năm ngoái|tháng trước|tuần trước|hôm qua|hôm trước|trình báo)\b`;

const child =
  'trẻ|trẻ em|trẻ con|con nít|đứa (?:nhỏ|bé|trẻ)|em bé|cháu bé|con bé|bé|học sinh|cháu|con nhà|(?:[1-9]|1[0-5]) tuổi';
const hurtChild = vi`\b(?:${child})\b.{0,40}\b(?:bạo hành|đánh đập|đánh bầm|đánh! (?:đập|suốt|hoài)|xâm hại|hành hạ|bỏ đói|bị bỏ rơi|nhốt|lạm dụng|dâm ô)\b|\b(?:bạo hành|đánh đập|xâm hại|hành hạ|bỏ đói|nhốt|dâm ô) (?:\S+ ){0,2}(?:trẻ|học sinh|em bé|con nít|cháu bé)\b`;

const crime = vi`\b(?:
  (?:bị|đang|có|thấy|vừa) (?:\S+ ){0,4}(?:cướp|giết người|bắt cóc|đâm nhau|chém nhau|đột nhập|cạy cửa|phá (?:cửa|khóa))|
  (?:trộm|kẻ gian|cướp) (?:\S+ ){0,3}(?:đang|vừa) (?:\S+ ){0,3}(?:phá|cạy|vào|leo|lấy|trong|ở)|có trộm(?: |$)
)\b`;

const medical = vi`\b(?:
  bất tỉnh|ngất xỉu|ngừng (?:thở|tim)|ngưng (?:thở|tim)|không thở (?:được|nổi)|khó thở (?:quá|dữ|nặng)|co giật|đột quỵ|
  uống (?:thuốc (?:sâu|chuột|trừ sâu|diệt cỏ|rầy)|nhầm)|chảy máu (?:\S+ ){0,2}(?:nhiều|không cầm|quá|hoài|dữ)|máu chảy|ngộ độc|điện giật|giật điện|rắn (?:độc )?cắn|hóc (?:dị vật|xương)|
  tai nạn .{0,30}(?:chảy máu|nằm (?:bất|im|đường)|bất động|nguy kịch|kẹt)|(?:gọi|cần|xe) cấp cứu|cấp cứu (?:với|gấp|ngay)|vỡ ối|sắp sinh .{0,10}(?:dọc đường|rớt)
)\b`;

const water = '(?:lũ|nước|triều|bão)';
const disaster = vi`\b(?:
  lũ (?:quét|cuốn|về|lên|tràn)|${water} (?:\S+ ){0,3}(?:lên|dâng) (?:\S+ ){0,3}(?:nhanh|nóc|mái|quá|cao)|sạt lở|mắc kẹt|sạt xuống|kẹt (?:trên|trong|lại)|đuối nước|
  bị (?:lũ|nước) cuốn|sập (?:nhà|cầu|hầm)|động đất|ngập (?:\S+ ){0,2}(?:tới|đến|lên|quá) (?:nóc|mái|cổ|ngực)|đang lên
)\b`;
const drowning = vi`\b(?:đuối nước|mắc kẹt|bị (?:lũ|nước) cuốn|vùi|nóc|mái|kẹt (?:trên|trong))\b`;

/** Whether somebody is told to be beaten or threatened, now or at other times. */
export const violenceIn = ({ keyed }: Wording): boolean => anyOf(violence, keyed) && !law.test(keyed);

/** The kind of danger, or `null`. A word of danger beside papers ("sổ đỏ bị cháy, xin cấp lại") is none. */
export const emergencyIn = askedOnce((wording: Wording): EmergencyKind | null => {
  const { keyed } = wording;
  const papers = speaksOfPapers(wording) && !cry.test(keyed);
  const told = past.test(keyed) && !now.test(keyed);
  if (anyOf(selfHarm, keyed) && !(papers && !/\b(?:muoons|muon|ddinhj)\b/.test(keyed)) && !told) return 'self-harm';
  if (law.test(keyed) || papers || told) return null;
  if (fire.test(keyed)) return 'fire';
  if (hurtChild.test(keyed)) return 'child';
  if (anyOf(violence, keyed) && (!lastingHarm.test(keyed) || now.test(keyed))) return 'violence';
  if (crime.test(keyed)) return 'crime';
  if (medical.test(keyed)) return 'medical';
  if (disaster.test(keyed) && (now.test(keyed) || drowning.test(keyed) || /!|\bquas?\b/.test(keyed))) return 'disaster';
  return null;
});

const fear = vi`\b(?:sợ!|sợ quá|so qua|hoảng|run (?:quá|lắm)|cứu|giúp (?:với|tôi|em)|làm sao (?:bây giờ|giờ|đây)|(?:chưa|không) (?:thấy )?(?:tới|đến|ai)|vẫn (?:đang|còn|chưa)|(?:nó|lửa|nước|ổng) (?:đang|vẫn|lại|lên|lan)|đau quá|gọi không được|gọi rồi)\b`;

/** Words of fear right after a danger belong to it. */
export const stillInDanger = (wording: Wording): boolean => fear.test(wording.keyed) && !speaksOfPapers(wording);
