/** How people ask which papers, which steps and under which conditions. Patterns of phrase-pattern.ts. */
import { how, type Rows, what } from './facet-rows.ts';

export const documents: Rows = [
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

export const steps: Rows = [
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

export const conditions: Rows = [
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
