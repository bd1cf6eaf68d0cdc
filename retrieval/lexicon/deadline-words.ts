/** Tells a deadline of the citizen (conditions) from the time that the office takes (time). */

/** What the office does, or what the citizen gets from it. */
export const officeWords: readonly string[] = [
  '(giải quyết|trả kết quả|có kết quả|ra kết quả|xử lý|thẩm định|xác minh|duyệt|phê duyệt|xong|trả lời|ra quyết định|có quyết định|công nhận|hẹn trả|nhận được|nhận tiền|có tiền|lấy được|có giấy|có thẻ|có biển|có sổ|được cấp|lấy liền|lấy ngay|ra giấy|cấp giấy|có giấy phép|hoàn tất|niêm yết|được duyệt|ra hết)',
  '(có|lấy|được|nhận|cấp|ra|trả|chờ|đợi)',
];

/** What the citizen must do in time. */
export const dutyWords: readonly string[] = [
  '(phải|cần|hạn|quá hạn|chậm nhất|muộn nhất|cho|thời hạn) (đi|ra|báo|khai|khai báo|nộp|đăng ký|xin|trình báo|thông báo|khai trong|làm)',
  '(phải|cần|nên) (đi|ra|lên)? (báo|khai|khai báo|nộp|gửi|đăng ký|xin|trình báo|thông báo)',
  '(báo|khai|khai báo|nộp|trình báo|thông báo|đăng ký|xin) (mất|hồ sơ|giấy tờ|công an|tử)? trước',
  '(chậm nhất|muộn nhất|trễ nhất|hạn chót|quá hạn|quá thời hạn|trở lên|để đi|phải đi|phải báo|phải khai|phải nộp|cho khai|phải đăng ký|phải trình báo|phải thông báo)',
  '(trong vòng|hạn là|thời hạn là|hạn trong|hạn phải)',
  '(gửi|nộp) (hồ sơ|đơn|giấy|thông báo) (trước|chậm|trong)',
];
