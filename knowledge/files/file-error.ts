/** Why an office file cannot be taken, said to the officer who added it: what is wrong, and what to do. */
import { basename } from 'node:path';

const sentences = {
  'file-missing': 'không có tệp này. Kiểm tra lại đường dẫn.',
  'file-not-regular': 'đây là thư mục hoặc thiết bị, không phải tệp. Chỉ tên một tệp Word, Excel, PDF, HTML hoặc RTF.',
  'file-too-large': 'tệp quá lớn. Bỏ bớt ảnh, hoặc tách thành nhiều tệp nhỏ rồi thêm từng tệp.',
  'file-empty': 'tệp rỗng. Mở tệp gốc, lưu lại rồi thêm lại.',
  'file-without-text':
    'không có chữ nào đọc được, có lẽ là bản chụp (scan). Lấy tệp Word gốc, hoặc nhận dạng chữ (OCR) rồi thêm lại.',
  'file-kind-unknown':
    'không nhận ra loại tệp. Chỉ nhận .docx, .xlsx, .pdf, .html, .rtf. Mở tệp, chọn «Lưu thành» (Save As) và chọn .docx.',
  'file-binary-office':
    'tệp kiểu cũ (.doc, .xls, .ppt nhị phân), không đọc được an toàn. Mở tệp bằng Word hoặc Excel, chọn «Lưu thành» (Save As), chọn .docx hoặc .xlsx, rồi thêm tệp mới.',
  'file-has-macros':
    'tệp có macro (mã chạy được) nên không nhận. Mở tệp, lưu thành .docx hoặc .xlsx thường rồi thêm lại.',
  'file-has-archive':
    'bên trong có gói nén hoặc chương trình đính kèm nên không nhận. Mở tệp, xóa phần đính kèm, lưu lại rồi thêm lại.',
  'file-has-entities':
    'bên trong có khai báo lạ (DOCTYPE) mà Word, Excel không bao giờ ghi, nên không mở. Mở tệp, lưu lại thành tệp mới rồi thêm lại.',
  'file-encrypted': 'tệp có mật khẩu. Mở tệp, bỏ mật khẩu, lưu lại rồi thêm lại.',
  'file-zip-bomb':
    'bên trong nén quá nhiều so với bề ngoài, giống tệp phá hoại, nên không mở. Xin lại tệp từ nơi gửi, hoặc mở trên máy khác và lưu lại.',
  'file-corrupted':
    'tệp hỏng hoặc bị cắt dở. Mở thử bằng Word, Excel; nếu mở được thì lưu lại, nếu không thì xin lại tệp.',
  'file-too-slow': 'đọc quá lâu nên đã dừng. Mở tệp, lưu lại bằng bản Word hoặc Excel mới, hoặc tách nhỏ rồi thêm lại.',
  'file-too-much-memory': 'đọc tốn quá nhiều bộ nhớ nên đã dừng. Tách tệp thành nhiều tệp nhỏ rồi thêm từng tệp.',
} as const;

export type FileErrorCode = keyof typeof sentences;

/** A file that is refused. The message is Vietnamese, names the file and says what to do next; it quotes nothing of the content. */
export class OfficeFileError extends Error {
  readonly code: FileErrorCode;
  /** For logs: the parser's own reason or the figure that was over its limit; `null` when there is none. */
  readonly detail: string | null;
  constructor(code: FileErrorCode, file: string, detail: string | null = null, options?: ErrorOptions) {
    super(`«${basename(file)}»: ${sentences[code]}${detail ? ` (${detail})` : ''}`, options);
    this.name = 'OfficeFileError';
    this.code = code;
    this.detail = detail;
  }
}

/** Thrown inside a parser, which knows no file name. */
export class ContentError extends Error {
  readonly code: FileErrorCode;
  constructor(code: FileErrorCode, detail: string | null = null, options?: ErrorOptions) {
    super(detail ?? code, options);
    this.name = 'ContentError';
    this.code = code;
  }
}
