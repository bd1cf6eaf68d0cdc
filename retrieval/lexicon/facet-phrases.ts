/** What is asked about a procedure, in the words of every region. Patterns of phrase-pattern.ts. */
import type { Facet } from '../../knowledge/index.ts';

/** `strength`: 3 names the facet; 2 asks it in usual words; 1 only when nothing stronger is asked. */
export interface FacetPhrase {
  /** `null`: these words look like a facet and belong to the topic. */
  readonly facet: Facet | null;
  readonly strength: 1 | 2 | 3;
}

const what = '(gì|chi|nào|những gì|cái gì|gì gì|mấy cái gì|những chi)';
const how = '(sao|thế nào|như thế nào|ra sao|kiểu gì|cách nào|kiểu nào|răng|làm sao)';
const howMany = '(bao nhiêu|nhiêu|mấy)';

type Rows = readonly (readonly [facet: Facet | null, strength: 1 | 2 | 3, patterns: readonly string[]])[];

const documents: Rows = [
  [
    'documents',
    3,
    [
      `(giấy tờ|giấy|hồ sơ|tài liệu|văn bản|tờ khai|mẫu đơn|đơn|mẫu|loại giấy|bản vẽ) (những|các)? ${what}`,
      `(hồ sơ|giấy tờ) (gồm|bao gồm|cần|có|phải có|gồm có|là|cần có) (những|các)? (giấy|giấy tờ|loại)? ${what}`,
      'hồ sơ (mỗi cái|từng cái|ra sao|thế nào|như thế nào|sao|răng)',
      '(thành phần|bộ) hồ sơ (gồm|bao gồm)? (những)? (gì)?',
      'gồm (những|có)? (giấy tờ|giấy|hồ sơ|cái|tài liệu)? gì',
      '(những|các) (giấy tờ|giấy|hồ sơ|tài liệu|tờ khai|văn bản|mẫu đơn) (cần thiết|nào|gì|chi|cần|phải nộp)',
      'giấy tờ (cần thiết|cần nộp|phải nộp|kèm theo|cần có|đi kèm|liên quan|cần)',
      '(mẫu|đơn|tờ khai|biểu mẫu) (số)? (mấy|nào|gì|chi)',
      '(là|dùng|theo|điền) mẫu (số)? (nào|gì|mấy|chi)',
      '(có|phải|bắt) (cần|phải|bắt|đòi|nộp|mang)? (thêm)? (giấy|hộ khẩu|sổ hộ khẩu|xét nghiệm|bản gốc|bản chính|ảnh|adn)',
    ],
  ],
  [
    'documents',
    2,
    [
      `(cần|phải|nên) (mang|đem|cầm|chuẩn bị|nộp|xuất trình|có|đưa) (theo)? (những|cái|thêm|các)? ${what}`,
      `(mang|đem|cầm|chuẩn bị|nộp|xuất trình) (theo)? (những|cái|thêm|các)? ${what}`,
      '(cần|phải có) (những|thêm|cái|các)? (gì|chi)',
      '(đem|mang|cầm) theo',
      '(còn|bị)? thiếu (giấy)? (gì|chi)',
    ],
  ],
  ['documents', 1, ['(hồ sơ|giấy tờ)']],
  [null, 3, ['(không|nỏ|chưa|chẳng|hổng|mất) (có)? (hết)? (giấy tờ|giấy) (gì|chi) (hết|cả|cũng|đâu)?']],
];

const fee: Rows = [
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

const time: Rows = [
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

const place: Rows = [
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

const steps: Rows = [
  [
    'steps',
    3,
    [
      '(các|mấy|những) bước',
      '(trình tự|quy trình|các thủ tục)',
      'làm (cái)? gì trước',
      'bắt đầu từ đâu',
      '(bước|việc) (đầu tiên|tiếp theo)',
    ],
  ],
  [
    'steps',
    2,
    [
      `(làm|nộp|xin|đăng ký|khai|thực hiện|tiến hành|viết|điền|báo|xử lý|giải quyết|đi) (đơn|hồ sơ|thủ tục|giấy)? (thì)? ${how}`,
      `(thủ tục|cách|quy trình|trình tự) (làm|đăng ký|nộp|thực hiện|ở xã|ở phường|xin)? (thì|là)? ${how}`,
      `cách (làm|đăng ký|nộp|xin|khai|thực hiện|điền|báo)`,
      '(hướng dẫn|chỉ cách|hướng dẫn cách)',
      '(đi|ký|làm) (thay|hộ|giùm) (có)? được không',
    ],
  ],
  ['steps', 1, [`(thì)? ${how}`, '(làm|xin) răng', 'phải làm']],
];

const conditions: Rows = [
  [
    'conditions',
    3,
    [
      '(đủ|các|những|có)? điều kiện (gì|nào|là gì|thế nào|để|ra sao)?',
      '(bao nhiêu|mấy|đủ) tuổi',
      '(tiêu chí|tiêu chuẩn|yêu cầu) (gì|nào|là gì)',
      '(đối tượng|trường hợp) (nào|gì)',
      '(những ai|ai) (được|phải|có thể|mới được)',
      '(trước|chậm nhất|muộn nhất|trễ nhất|hạn chót|hạn cuối) (là)? (trong)? (bao nhiêu|mấy|bao lâu) (ngày|bữa|hôm|tháng|giờ|tuần)?',
      '(có)? (bị)? (phạt|xử phạt) (không|gì|bao nhiêu|tiền)?',
      '(dùng|xài|sử dụng|giá trị|hiệu lực|hạn) (được)? (trong)? (mấy|bao nhiêu|bao lâu) (tháng|ngày|năm)?',
      '(mấy|bao nhiêu) (tháng|ngày|năm) trở lên',
    ],
  ],
  [
    'conditions',
    2,
    [
      '(có)? bắt buộc (phải)? (không)?',
      'có (được|phải|cần|thể|bị) (không|hông)',
      '(thuộc|có thuộc) (diện|đối tượng)',
      '(giới hạn|tối đa) (là)? (bao nhiêu|mấy)? (không)?',
    ],
  ],
  [
    'conditions',
    1,
    ['(có)? được (không|chăng|hả|hông)', '(có)? (phải|cần) không', '(hay|có) không', 'có được', 'mới được'],
  ],
  [null, 3, ['thuộc thẩm quyền']],
  [null, 3, ['(bản|trích|sao) sao', 'sao (y|lục|chép|từ|bản|lại|giấy)', '(vì|tại|cớ) sao']],
  ['conditions', 3, ['(phải)? có bằng (cấp)? (gì|chi|nào)']],
  [
    null,
    3,
    [
      'xác nhận (về)? (đủ)? điều kiện',
      'về điều kiện',
      'không đủ điều kiện',
      'đủ điều kiện (an|về|an toàn)',
      'chưa đủ điều kiện',
    ],
  ],
];

const others: Rows = [
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

/** Every pattern with what it asks. */
export const facetPhrases: readonly (readonly [pattern: string, phrase: FacetPhrase])[] = [
  documents,
  fee,
  time,
  place,
  steps,
  conditions,
  others,
].flatMap((rows) =>
  rows.flatMap(([facet, strength, patterns]) => patterns.map((pattern) => [pattern, { facet, strength }] as const)),
);
