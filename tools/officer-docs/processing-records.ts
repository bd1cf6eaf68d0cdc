/**
 * What an officer has to write down of each table of the store: whose data, what for, how long. `docs/law` shows it as a
 * table; a test asks for a line here when a migration brings a table that has none.
 */
export interface ProcessingRecord {
  readonly table: string;
  /** Whose data. */
  readonly whose: 'citizen' | 'staff' | 'nobody';
  /** What is kept and what for, in Vietnamese. */
  readonly keeps: string;
  /** How long, in Vietnamese; days agree with `docs/privacy.md`. */
  readonly until: string;
}

const record = (whose: ProcessingRecord['whose'], table: string, keeps: string, until: string): ProcessingRecord => ({
  table,
  whose,
  keeps,
  until,
});

const withTalk = 'như cuộc trò chuyện: 90 ngày (vô danh), 365 ngày (đã đăng nhập)';
const withHandOff = 'theo lần chuyển cán bộ, tức là như cuộc trò chuyện';
const withAccount = 'đến khi tài khoản bị xóa khỏi bảng; đóng tài khoản thì còn giữ để biết ai đã làm gì';
const forever = 'chương trình không tự xóa';

export const processingRecords: readonly ProcessingRecord[] = [
  record(
    'citizen',
    'citizen',
    'một người hỏi: mã ngẫu nhiên; khi đã đăng nhập có khóa băm của số định danh (không có số)',
    'người vô danh: 90 ngày khi không còn gì của người ấy; người đã đăng nhập: chương trình không tự xóa dòng này',
  ),
  record(
    'citizen',
    'conversation',
    'một cuộc trò chuyện: kênh, ngôn ngữ, điều máy nhớ để hiểu câu nói tiếp, ai đang giữ',
    '90 ngày sau tin cuối (vô danh), 365 ngày (đã đăng nhập)',
  ),
  record(
    'citizen',
    'turn',
    'một lượt hỏi đáp: câu hỏi đã che số, câu trả lời, thời gian; số đã niêm phong để riêng',
    `${withTalk}; số niêm phong: 30 ngày`,
  ),
  record('citizen', 'utterance', 'từng lời đã nói ra, theo thứ tự, để các cửa hiện lại đúng', withTalk),
  record('citizen', 'feedback', 'góp ý «được», «chưa được» và lý do', withTalk),
  record(
    'citizen',
    'session',
    'lần đăng nhập: băm của thẻ phiên, tên đã che, thẻ của nơi cấp đăng nhập đã niêm phong',
    'tên và thẻ bị làm rỗng trong vòng một giờ sau khi hết phiên; dòng còn lại 7 ngày, hoặc theo cuộc trò chuyện của nó',
  ),
  record('citizen', 'challenge', 'lần chứng minh hồ sơ là của mình: băm của mã, số lần thử', '7 ngày sau khi hết hạn'),
  record('citizen', 'link_code', 'mã một lần để nối tài khoản ở kênh khác: chỉ có băm', '7 ngày sau khi hết hạn'),
  record('citizen', 'channel_link', 'tài khoản ở kênh khác đã nối với người này', 'đến khi gỡ nối hoặc xóa dữ liệu'),
  record(
    'citizen',
    'consent',
    'sự đồng ý: mục đích, nguyên văn câu đã hỏi, lúc cho và lúc rút',
    '730 ngày sau khi rút',
  ),
  record('citizen', 'notice_choice', 'ai muốn nhận tin gì, ở kênh nào', '730 ngày sau khi thôi nhận'),
  record('citizen', 'told_notice', 'tin nào đã báo, để không báo hai lần', 'đến khi xóa dữ liệu hoặc hồ sơ không còn'),
  record('citizen', 'outbox', 'điều đang chờ gửi; gửi xong thì làm rỗng lời', '30 ngày sau khi gửi xong'),
  record(
    'citizen',
    'erasure',
    'yêu cầu xóa: lúc yêu cầu, lúc làm xong, số dòng đã xóa',
    `${forever}: là bằng chứng đã làm`,
  ),
  record('citizen', 'legal_hold', 'lệnh giữ lại: lý do, ai ra lệnh, lúc bắt đầu và thôi', forever),
  record('citizen', 'dossier', 'hồ sơ như hệ thống một cửa báo sang', 'chừng nào hệ thống một cửa còn báo'),
  record('citizen', 'dossier_person', 'ai là chủ hồ sơ, bằng khóa băm của số định danh', 'theo hồ sơ'),
  record(
    'citizen',
    'dossier_proof',
    'đã chứng minh được hồ sơ nào là của mình, trong bao lâu',
    '7 ngày sau khi hết hạn',
  ),
  record(
    'citizen',
    'hand_off',
    'một lần chuyển cán bộ: lý do, tóm tắt đã che số, ai nhận, mã ngắn; số liên hệ đã niêm phong khi cần gọi lại',
    `${withTalk}; số liên hệ: 30 ngày sau khi xong việc`,
  ),
  record('citizen', 'hand_off_event', 'lần chuyển ấy đã qua những bước nào', withHandOff),
  record('citizen', 'hand_off_note', 'ghi chú nội bộ của cán bộ', withHandOff),
  record('citizen', 'hand_off_picture', 'ảnh cán bộ gửi cho người dân', `${withHandOff}; ảnh chưa gửi: 1 ngày`),
  record('citizen', 'held_draft', 'câu trả lời của máy đang chờ cán bộ xem', withHandOff),
  record(
    'citizen',
    'phone_call',
    'một cuộc gọi: lời vừa nói và điều sắp nói, niêm phong, làm rỗng khi cuộc gọi hết',
    '2 ngày sau khi cuộc gọi hết',
  ),
  record(
    'citizen',
    'zalo_reach',
    'có được nhắn cho người này trên Zalo không, lần cuối là khi nào; địa chỉ ảnh đang chờ người ấy đồng ý gửi, niêm phong',
    'đến khi xóa dữ liệu; địa chỉ ảnh: 1 ngày',
  ),
  record(
    'citizen',
    'platform_delivery',
    'tin Zalo vừa đưa tới, niêm phong, để không mất và không làm hai lần',
    'xử lý xong thì làm rỗng; dòng bị xóa 14 ngày sau đó',
  ),
  record(
    'citizen',
    'model_call',
    'lần hỏi mô hình ngôn ngữ: lời gửi và lời đáp đã che, số chữ, chi phí; chỉ có khi đã bật mô hình',
    '30 ngày',
  ),
  record('citizen', 'model_caught', 'bản nháp của mô hình bị phép kiểm loại bỏ', '30 ngày'),
  record('citizen', 'try_count', 'số lần thử sai, theo khóa băm, để chặn dò tìm', '7 ngày sau lần cuối'),
  record('citizen', 'login_state', 'một lần đăng nhập đang dở', '7 ngày'),
  record('citizen', 'sample_item', 'mã của câu trả lời được rút thăm hằng tuần để chấm; không có lời', forever),
  record(
    'citizen',
    'editorial_draft',
    'bài biên tập viên soạn từ câu không trả lời được: cách hỏi đã che số, ai soạn, ai duyệt',
    `${forever}: là căn cứ của nội dung đã duyệt`,
  ),
  record('staff', 'staff', 'tài khoản cán bộ: tên, tên đăng nhập, thư điện tử, vai, đơn vị', withAccount),
  record('staff', 'staff_secret', 'băm mật khẩu, khóa xác thực đã niêm phong', withAccount),
  record('staff', 'staff_recovery', 'băm của mã khôi phục', 'đến khi đặt mã mới'),
  record('staff', 'staff_link', 'đường dẫn một lần để mời, đặt lại: chỉ có băm', '7 ngày sau khi hết hạn'),
  record('staff', 'staff_session', 'lần đăng nhập của cán bộ: băm của thẻ, trình duyệt', '7 ngày sau khi hết'),
  record('staff', 'staff_login_state', 'một lần đăng nhập đang dở', '7 ngày'),
  record('staff', 'staff_presence', 'đang sẵn sàng, vắng, hay nghỉ', 'ghi đè liên tục'),
  record(
    'staff',
    'staff_push',
    'trình duyệt của cán bộ đã nhận báo đẩy',
    'đến khi cán bộ gỡ hoặc dịch vụ đẩy báo không còn',
  ),
  record('staff', 'staff_account', 'tài khoản ở kênh khác của cán bộ, để gọi khi có việc', 'đến khi gỡ'),
  record('staff', 'staff_account_code', 'mã một lần để nối tài khoản ấy', 'bị thay hoặc xóa khi dùng'),
  record('staff', 'staff_call', 'lần gọi cán bộ: loại việc và mã, không có lời người dân', '30 ngày sau khi xong'),
  record('staff', 'practice_talk', 'lần cán bộ tập với người dân giả', forever),
  record('staff', 'sample_mark', 'điểm biên tập viên chấm cho câu được rút thăm', forever),
  record('staff', 'editorial_version', 'ai đã duyệt hay thu hồi bài nào, lúc nào', forever),
  record('staff', 'switch', 'ai đã tắt, mở gì, vì sao', forever),
  record('staff', 'banner', 'thông báo khẩn: lời, ai đặt, từ khi nào đến khi nào', forever),
  record('staff', 'hold_rule', 'loại câu trả lời phải chờ cán bộ xem', 'đến khi bỏ quy tắc'),
  record(
    'staff',
    'audit',
    'nhật ký: ai đã xem, đã đổi gì; mã và số đếm, không có lời; mỗi dòng móc vào dòng trước',
    `${forever}; xem lưu trữ ở docs/law`,
  ),
  record('nobody', 'figure_day', 'ngày nào đã đếm', forever),
  record('nobody', 'figure_turn', 'số lượt theo ngày, kênh, thủ tục; không có mã người', forever),
  record('nobody', 'figure_hand_off', 'số phút chờ, điểm; không có mã người', forever),
  record('nobody', 'kiosk_device', 'màn hình đã đăng ký: tên, băm của khóa', 'gỡ màn hình thì ghi ngày gỡ'),
  record(
    'nobody',
    'kiosk_visit',
    'một lượt khách ở màn hình: lúc đến, lúc đi, số sao; không có gì về người',
    '90 ngày',
  ),
  record('nobody', 'checklist', 'danh sách giấy tờ mang về: thủ tục, xã, mã ngắn; không có gì về người', '7 ngày'),
  record('nobody', 'model_spend', 'số chữ đã hỏi mô hình mỗi ngày, của mọi người và của từng khóa băm', '30 ngày'),
  record('nobody', 'source_cursor', 'đọc đến đâu ở hệ thống một cửa', 'ghi đè'),
  record('nobody', 'zalo_token', 'thẻ để gọi Zalo, niêm phong', 'ghi đè khi đổi'),
  record('nobody', 'kysely_migration', 'bản cấu trúc đã lên', 'như cơ sở dữ liệu'),
];
