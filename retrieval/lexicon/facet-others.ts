/** How people ask for laws, filing online, results, and everything. Patterns of phrase-pattern.ts. */
import type { Rows } from './facet-rows.ts';

export const others: Rows = [
  [
    'legal',
    3,
    [
      '(luật|bộ luật|nghị định|thông tư|văn bản|quy định|văn bản pháp luật|điều luật|điều|khoản|quyết định|nghị quyết|căn cứ) (pháp luật|pháp lý)? (nào|gì|mấy|ở đâu|số mấy|số bao nhiêu)',
      '(căn cứ|cơ sở|văn bản) (pháp lý|pháp luật|luật)',
      '(theo|dựa trên|dựa vào|căn cứ vào|căn cứ|quy định (ở|tại|trong)) (văn bản|luật|nghị định|thông tư|quy định|điều)? (pháp luật)? (nào|đâu|gì)',
      '(nguồn)? văn bản quy định',
      '(ai|cơ quan nào) (quy định|ban hành)',
      '(nghị định|thông tư|luật) (đang|hiện hành|mới nhất)',
    ],
  ],
  [
    'online',
    3,
    [
      '(qua|trên) (mạng|internet|điện thoại|app|ứng dụng|cổng dịch vụ công|dịch vụ công|vneid|zalo|web|trang web) (có)? (được)? (không)?',
      '(làm|nộp|đăng ký|khai|báo|xin|mua|gửi|thực hiện)? (hồ sơ)? (online|trực tuyến|onl|on line) (có)? (được)? (không)?',
      '(vào|lên|qua) (trang|web|app|cổng) (nào|gì)',
      '(ở nhà|tại nhà) (nộp|làm|đăng ký|khai)',
      'dịch vụ công (trực tuyến)? (được|không|làm)',
    ],
  ],
  [
    'result',
    3,
    [
      'kết quả (là|nhận được|được|của thủ tục|trả|giải quyết)? (là)? (giấy|cái)? (gì|chi|nào)',
      '(được|sẽ được) (cấp|trả|nhận|phát) (giấy|cái|những)? (gì|chi|nào)',
      '(nhận|lấy) (được|về)? (giấy|cái)? (gì|chi) (về)?',
      '(có|được) kết quả (gì|chi|nào)',
      'được giấy (gì|chi|nào)',
      'kết quả (của|khi làm|sau khi)',
      '(cấp|được cấp|nhận được|được trả|trả) (cho)? (giấy tờ|giấy|cái|thứ) (gì|chi|nào)',
      '(xin|cấp|lấy) (nhiều|mấy|bao nhiêu|được mấy) bản (được không|không)?',
      '(giấy|kết quả) (này|đó)? (dùng|để) (để)? làm gì',
      '(hưởng|được hưởng|nhận) (những|được)? (chế độ|quyền lợi|khoản) (gì|nào)',
    ],
  ],
  [
    'overview',
    2,
    [
      '(là)? (thủ tục|việc) (gì|chi)',
      '(cần|phải) làm (những|cái|thủ tục|giấy tờ)? (gì|chi)',
      '(nói|cho biết|xem|giới thiệu) (rõ|toàn bộ|tất cả|chi tiết)',
      '(toàn bộ|tất cả|đầy đủ) (thông tin|thủ tục)',
      'là (gì|chi|sao)',
      'làm (gì|chi)',
    ],
  ],
];
