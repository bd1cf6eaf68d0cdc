/** How people ask what it costs, how long it takes and where to go. Patterns of phrase-pattern.ts. */
import { howMany, type Rows } from './facet-rows.ts';

export const fee: Rows = [
  [
    'fee',
    3,
    [
      `(mức|khoản|tiền)? (lệ phí|phí|chi phí làm|giá) (là|hết|mất|khoảng)? ${howMany}`,
      '(mức)? (thu)? (lệ phí|phí)',
      `(tốn|hết|mất|nộp|đóng|thu|trả|tính|giá|phải trả) ${howMany} (tiền|đồng|nghìn|ngàn|trăm|xu)?`,
      `${howMany} (tiền|đồng|nghìn|ngàn|trăm ngàn|trăm nghìn|triệu)`,
      '(mất|tốn|đóng|nộp|tính|thu|trả|hết) (tiền|phí|lệ phí|kém)',
      '(tính|thu|nộp|đóng|trả) tiền (sao|thế nào|như thế nào|răng|nong)',
      '(miễn|giảm) (phí|lệ phí)',
      '(có|không)? (mất|tốn|thu) (phí|tiền)',
      'tiền (nong|nung|lệ phí)',
      '(tốn|mất|đóng) (đồng|xu) (nào|mô)',
    ],
  ],
  ['fee', 2, ['(trăm|chục|mươi|mười) (ngàn|nghìn)', '(tốn kém|hết nhiêu|tốn nhiêu|tốn gì|được giảm)']],
  [
    null,
    3,
    [
      '(mai táng|viện|học|án|bồi dưỡng) phí',
      'chi phí (khám|chữa|mai|điều|đào|y)',
      '(hỗ trợ)? phí bảo (hiểm|vệ|trì)',
      '(tiền) (sử dụng đất|chậm nộp|thuê đất|mai táng|trợ cấp|tuất|thai sản|bảo hiểm|lương)',
      '(nợ|hoàn|rút) tiền',
      'phí (chưa|bảo|thẩm|đường|trước)',
      'thuế phí lệ phí',
      'giá (trị|đất|thú)',
    ],
  ],
];

export const time: Rows = [
  [
    'time',
    3,
    [
      '(mất|trong|hết|khoảng|tối đa|là|trong vòng)? bao lâu (thì)? (xong|có|được|nhận|lấy|duyệt)?',
      '(mất|hết|trong|khoảng|tối đa|tổng|là|vòng) (bao nhiêu|mấy|nhiêu) (ngày|bữa|hôm|tuần|giờ|lâu|tháng) (làm việc)?',
      '(bao nhiêu|mấy|nhiêu) (ngày|bữa|hôm|tuần|giờ|lâu) (làm việc)? (thì)? (xong|có|được|nhận|lấy|duyệt)?',
      '(thời gian|thời hạn) (giải quyết|xử lý|làm|cấp|trả|bao lâu|chờ|đợi|thực hiện|trả lời|là bao lâu|là bao nhiêu)',
      '(khi nào|bao giờ|chừng nào|hôm nào|lúc nào|ngày nào) (thì)? (mới)? (có|xong|được|lấy|nhận|trả|ra)',
      '(lấy|có|xong|nhận|trả) (được)? (luôn|liền|ngay)? (kết quả)? trong ngày',
      '(lấy|có|nhận|trả) (ngay|liền|luôn) (được|không|trong ngày|kết quả)',
      '(có)? (lâu|nhanh) không',
      '(nhanh|lâu) nhất (là)? (mấy|bao)',
    ],
  ],
  [
    'time',
    2,
    [
      '(bao lâu|mấy bữa|mấy ngày|mấy hôm|mấy tháng|bao nhiêu tháng|thời gian|thời hạn|bao giờ|chừng nào|khi nào|lâu không)',
    ],
  ],
  [
    null,
    3,
    [
      '(gia hạn|hết hạn|quá hạn|trễ hạn|đúng hạn) (thời hạn)?',
      'có thời hạn',
      '(không|chẳng|hổng) còn bao lâu',
      '(ghi)? thời hạn vậy',
      'thời hạn (thuê|sử dụng|thế)',
      'thời gian (đóng|tham gia|công tác|tạm)',
    ],
  ],
];

export const place: Rows = [
  [
    'place',
    3,
    [
      '(nộp|làm|xin|đăng ký|khai|đi|ra|lên|đến|tới|mua|gặp|lấy|hỏi|báo|ghé|cấp|tìm|vào) (hồ sơ|đơn|giấy|cho)? (ở|tại|đến|tới|chỗ|nơi)? (đâu|mô)',
      '(ở|tại) (đâu|mô|chỗ nào|nơi nào|cơ quan nào|xã nào|phường nào)',
      '(chỗ|nơi|cơ quan|xã|phường|cửa|quầy|bộ phận|phòng|văn phòng|ban|chốn|tỉnh|đơn vị) (nào|mô)',
      '(nộp|gửi|đưa|gặp|hỏi) (hồ sơ|đơn)? (cho)? ai',
      '(địa chỉ|địa điểm) (nộp|ở đâu|nào|tiếp nhận)',
      '(xin|cho|hỏi) địa chỉ',
      '(nơi nộp|chỗ nộp|nơi tiếp nhận|nơi nhận hồ sơ)',
      '(đến|tới|xuống|về|ra) (tận)? (nhà|nơi) (làm|đăng ký|khai|cấp|không|được)',
      '(ai|cơ quan nào|cấp nào) (giải quyết|nhận|cấp|tiếp nhận|có thẩm quyền|ký|quyết định|làm)',
      '(phải)? (lên|ra|về) (huyện|tỉnh|quận|quê|cấp cao hơn|thành phố|sở) (không|hay|làm|hở|à|hả|nữa)',
      '(hay|hoặc) (là)? (phải)? (lên|về|ra|tới|đến) (huyện|tỉnh|quê|công an|phường|xã|sở|cấp cao hơn|cấp trên|trung ương)',
      '(khác tỉnh|tỉnh khác|nơi khác|chỗ khác) (có)? (được|làm|nộp)',
      '(xã|phường) (có)? (làm|giải quyết|cấp) được không',
      '(có)? thẩm quyền (của ai|thuộc về ai|thuộc ai|cấp nào|ở đâu)',
      '(ở|nộp|nộp ở|tại) (xã|phường) (hay|hoặc)',
    ],
  ],
];
