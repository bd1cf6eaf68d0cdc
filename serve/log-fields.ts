/** What stands in a line of the log, by its `msg`; docs/how-to/read-the-log.md is held to this. */

/** Of every line. */
export const lineFields = {
  level: '30 bình thường, 40 nên xem, 50 lỗi, 60 dừng hẳn; 20 chỉ có khi LOG_LEVEL=debug',
  time: 'mili giây từ năm 1970',
  pid: 'tiến trình ghi dòng này',
  hostname: 'máy ghi dòng này',
  msg: 'dòng nói việc gì',
  trace: 'mã của một lần gọi từ ngoài vào, 32 chữ số hệ mười sáu; có trên mọi dòng của lần ấy',
} as const;

/** Of the lines that tell of the way of a message. A mark of `?` stands for what is left out where there is none. */
export const fieldsOf = {
  request: {
    method: 'GET, POST, …',
    route:
      'đường dẫn như chương trình đặt tên, không có mã nào của người dân trong đó; (file) là tệp, (none) là không có trang',
    status: 'số HTTP; 499: bên gọi bỏ đi trước khi có trả lời',
    ms: 'mili giây từ lúc nhận đến lúc trả lời xong',
  },
  delivery: {
    channel: 'zalo-bot, zalo-oa',
    name: 'tên sự kiện như Zalo đặt',
    state: 'done: xong; later: sẽ làm lại; failed: bỏ',
    'reason?': 'vì sao chưa xong',
    'at?': 'làm lại lúc nào',
    attempt: 'lần thứ mấy, từ 1',
    ms: 'mili giây làm lần này',
    waitedMs: 'mili giây từ lúc nhận',
  },
  turn: {
    channel: 'web, zalo-bot, zalo-oa, hotline, kiosk',
    status: 'kết quả, một trong các chữ của design.md: answered, clarify, failed, …',
    codes: 'mã thủ tục mà câu trả lời nói đến',
    ms: 'mili giây từ bước đầu đến câu trả lời',
    'model?': 'đã hỏi mô hình việc gì và kết quả',
    'err?': 'lỗi, khi status là failed',
  },
  parcel: {
    channel: 'kênh gửi đi',
    kind: 'said: lời trong cuộc trò chuyện; notice: tin báo; …',
    state: 'sent: đã gửi; later: sẽ gửi lại; failed: không gửi được; ambiguous: có thể đã đến, không gửi lại',
    'reason?': 'vì sao chưa gửi được',
    attempt: 'lần thứ mấy, từ 1',
    ms: 'mili giây gửi lần này',
    'waitedMs?': 'mili giây từ lúc xếp hàng',
  },
} as const;

export type LineKind = keyof typeof fieldsOf;
