/** Words of a question that say nothing of its topic: courtesy, persons, small words. Patterns of phrase-pattern.ts. */

/** Courtesy and framing: weight 0. */
export const politePhrases: readonly string[] = [
  'cho (em|mình|tôi|tui|cháu|con|e|chị|anh|bác|cô|chú)? (xin)? hỏi (chút|với|cái|tí|xíu|thăm|thêm|về)?',
  '(xin|làm ơn|vui lòng) (cho biết|chỉ giúp|giúp|hỏi|chỉ|tư vấn|hướng dẫn) (em|mình|tôi|giùm|dùm)?',
  '(em|mình|tôi|tui|cháu|con|e|bác|cô|chú|ông|bà) (muốn|cần|định) hỏi (về|là|thăm|chút)?',
  '(chỉ|giúp|giùm|dùm|hộ) (giúp|giùm|dùm|hộ)? (em|mình|tôi|tui|cháu|con|e) (với)?',
  'cho (em|mình|tôi|tui|cháu|con|e) (biết|xin)?',
  '(ad|ace|shop|admin|bạn|anh chị|anh|chị|em|cô|chú|bác|cháu|cưng|mn|mọi người|các bạn|mấy anh|mấy chị|mấy chú|các cháu|o|mệ|mấy ad) ơi',
  '(kính|xin) (gửi|chào|thưa) (cơ quan|quý cơ quan|ủy ban|anh chị|ad|bạn|cả nhà|mọi người)?',
  '(đề nghị|vui lòng|mong) (cho biết|được biết|hướng dẫn|giải đáp)',
  '(em|cháu|con|tôi|mình|e) (cảm ơn|cám ơn|xin cảm ơn)',
  '(cảm|cám) ơn (ad|anh|chị|bạn|nhiều|ạ)?',
  '(dạ|vâng|alo|a lô|hello|hi|chào) (ạ|ad|bạn|anh|chị|cô|chú|em)?',
  '(hả|hở|ha|hén|hè|hỉ|hầy|nhỉ|nhé|nha|nghe|ạ|à|á|ơi|dạ|thưa|vậy|rứa|thế|đó|đây|này|nè|ni|nớ|kia|ấy|với ạ|nhen|nghen|hen|he|hic|huhu|ad|admin|pls|please|cưng|hử|hỡi)',
  '(vậy|rứa|thế|hả|ạ) (hả|ạ|hè|cháu|cưng|mấy chú|mấy anh|cô|chú|bác|anh|chị|ad|shop|bạn|o|em|con|mọi người)',
  '(không|ko) (rành|biết|rõ|hiểu) (thủ tục|gì|lắm|làm)? (lắm|cả|hết)?',
  '(ủy ban nhân dân|ủy ban|công an|cơ quan|trụ sở|ubnd) (xã|phường|cấp xã|đặc khu)?',
  '(nghe nói|nghe bảo|thấy bảo|người ta (nói|bảo)|(mẹ chồng|hàng xóm|bạn em|bạn tôi|anh ấy|chị ấy) bảo)',
];

/** Persons and pronouns: next to nothing, unless they form a known pair with a neighbour ("cha mẹ con"). */
export const personPhrases: readonly string[] = [
  '(nhà|gia đình) (em|tôi|tui|mình|con|cháu|chồng|vợ|nó|e|anh|chị|ông|bà|ta)',
  'cả nhà',
  '(tôi|tui|tao|tớ|mình|ta|em|e|cháu|con|bé|bác|cô|chú|dì|dượng|cậu|mợ|thím|ông|bà|anh|chị|ảnh|chỉ|ổng|bả|nó|hắn|họ|người ta)',
  '(chúng|tụi|bọn|đám|hai|mấy|các) (tôi|tui|em|mình|con|cháu|nó|ta|vợ chồng|đứa)',
  '(ba|bố|cha|tía|má|mẹ|mạ|bầm|vợ|chồng|ông nội|ông ngoại|bà nội|bà ngoại|ông bà|ba mẹ|bố mẹ|ba má|cha mẹ|vợ chồng|anh em|chị em|con trai|con gái|con dâu|con rể|em gái|em trai|anh trai|chị gái|mẹ chồng|bố chồng|mẹ vợ|bố vợ|ông cụ|bà cụ|cụ|cụ bà|cụ ông|thằng nhóc|con nhỏ|thằng|đứa|nhóc|gia đình) (em|tôi|tui|mình|con|cháu|chồng|vợ|nó|e|anh|chị|ông|bà)?',
];

/** Number words: a little weight. */
export const numberWords: readonly string[] = [
  '(một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mươi|trăm|nghìn|ngàn|triệu|tỷ|tư|lăm|rưỡi)',
];

/** Small words: no weight in marked text. */
export const smallWords: readonly string[] = [
  '(thì|là|mà|và|với|của|cho|để|ở|tại|trong|ngoài|trên|dưới|từ|đến|tới|vào|ra|lên|xuống|về|qua|sang|bằng|theo|như|nếu|khi|lúc|vì|do|nên|tại vì|bởi|nhưng|hay|hoặc|cũng|vẫn|còn|chỉ|thôi|lại|nữa|luôn|ngay|liền|cả|đều|mỗi|mọi|các|những|mấy|một|cái|chiếc|tấm|tờ|cuốn|con|việc|sự)',
  '=(chuyện|quyển|hiện|tự|định)',
  '(nộp|mất|hết|khoảng|tối đa|tổng cộng|mấy bữa|trong vòng)',
  '(muốn|cần|phải|tính|đang|đã|sẽ|vừa|mới|sắp|bị|được|có|xin|đi|làm|giờ|bây giờ|nay|hiện nay|hôm qua|hôm nay|hôm kia|hôm bữa|hôm trước|hồi|bữa|tuần trước|tháng trước|năm ngoái|rồi|xong|chưa|chừ|không|hết|đâu|sao|nào|gì|ai|đâu đó|thủ tục|giấy tờ|nhờ|giúp|giùm|lấy|mang|đem|thêm|riêng|rất|quá|lắm|tiêu|mất tiêu|ngày xưa|lâu nay|xưa nay|từ bé|tới giờ|đến giờ|thể|đúng|đợi|biết|thấy|nói|bảo|hỏi|kêu|đòi|bắt|chứ|chớ|hẳn|cùng|nhau|khác|nhà nước|phường|xã|ủy ban|công an|cơ quan|trụ sở|một cửa)',
];

export type Empty = 'polite' | 'person' | 'number' | 'small';

/** All of them, each with its kind. */
export const emptyPhrases: readonly (readonly [pattern: string, kind: Empty])[] = [
  ...politePhrases.map((pattern) => [pattern, 'polite'] as const),
  ...personPhrases.map((pattern) => [pattern, 'person'] as const),
  ...numberWords.map((pattern) => [pattern, 'number'] as const),
  ...smallWords.map((pattern) => [pattern, 'small'] as const),
];
